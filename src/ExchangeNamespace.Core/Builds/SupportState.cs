namespace ExchangeNamespace.Builds;

/// <summary>The support of a product on a day.</summary>
public enum SupportState
{
    /// <summary>The build was not released yet on that day.</summary>
    NotReleased,

    /// <summary>Mainstream support, or the only phase of a product without phases.</summary>
    Supported,

    /// <summary>Extended support.</summary>
    Extended,

    /// <summary>The extended end has passed.</summary>
    OutOfSupport,
}
