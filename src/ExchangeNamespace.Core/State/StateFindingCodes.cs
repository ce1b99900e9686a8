namespace ExchangeNamespace.State;

/// <summary>Codes of what a capture says about itself.</summary>
public static class StateFindingCodes
{
    /// <summary>An object is in the capture more than once.</summary>
    public const string CapturedTwice = "EXN350";

    /// <summary>A file of the capture folder is not of Exchange, or holds objects that the module does not use.</summary>
    public const string FileNotUsed = "EXN351";

    /// <summary>The version of a server is not in the catalogue.</summary>
    public const string VersionNotKnown = "EXN352";
}
