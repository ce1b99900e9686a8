namespace ExchangeNamespace.Builds;

/// <summary>How well a version text names a build.</summary>
public enum BuildMatch
{
    /// <summary>The text names one row of the catalogue.</summary>
    Exact,

    /// <summary>The text is another number that a source prints for the row.</summary>
    AlternativeNumber,

    /// <summary>The text names the service pack or cumulative update only; which update is installed on it is unknown.</summary>
    LevelOnly,

    /// <summary>The build is not in the catalogue; only its neighbours are known.</summary>
    Unlisted,

    /// <summary>The text is the KB number of a single fix, which the update contains.</summary>
    FixOfUpdate,
}
