namespace ExchangeNamespace.Cmdlets;

/// <summary>By what a comparison is ordered and grouped.</summary>
public enum ComparisonGroup
{
    /// <summary>By server.</summary>
    Server,

    /// <summary>By service.</summary>
    Service,
}
