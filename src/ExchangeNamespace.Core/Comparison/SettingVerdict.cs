namespace ExchangeNamespace.Comparison;

/// <summary>How a captured setting stands to the plan.</summary>
public enum SettingVerdict
{
    /// <summary>As planned.</summary>
    Equal,

    /// <summary>The server has another value than the plan.</summary>
    Differs,

    /// <summary>The plan has a value, and the server has none.</summary>
    Missing,

    /// <summary>The server has a value that the plan clears, or that no plan has.</summary>
    Extra,

    /// <summary>It was not captured.</summary>
    Unknown,

    /// <summary>It is not as planned, and that has no effect on clients.</summary>
    Irrelevant,
}
