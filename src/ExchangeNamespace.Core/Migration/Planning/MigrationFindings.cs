namespace ExchangeNamespace.Migration.Planning;

/// <summary>The permanent codes of findings about migrations. A code is never reused.</summary>
public static class MigrationFindingCodes
{
    /// <summary>An old server is below the update that a new version wants.</summary>
    public const string BelowMinimum = "EXN601";

    /// <summary>Whether an old server has the update cannot be told.</summary>
    public const string MinimumUnknown = "EXN602";

    /// <summary>The level of the forest was not stated.</summary>
    public const string ForestLevelUnknown = "EXN603";

    /// <summary>The level of the forest is too low.</summary>
    public const string ForestLevelTooLow = "EXN604";

    /// <summary>An update that is announced will refuse what stays.</summary>
    public const string RefusalAnnounced = "EXN605";

    /// <summary>A version that is out of support is installed anew.</summary>
    public const string OutOfSupport = "EXN606";

    /// <summary>Names change together with the version.</summary>
    public const string NamesChange = "EXN607";

    /// <summary>2007 stays behind newer servers, and no plan has a coexistence name.</summary>
    public const string LegacyHostMissing = "EXN608";

    /// <summary>The address of a name that moves was not stated.</summary>
    public const string AddressUnknown = "EXN609";

    /// <summary>The time to live was not stated.</summary>
    public const string TimeToLiveAssumed = "EXN610";

    /// <summary>Setup switches Extended Protection on.</summary>
    public const string ExtendedProtection = "EXN611";

    /// <summary>Mail and clients have one name.</summary>
    public const string MailHostShared = "EXN612";

    /// <summary>No settings were captured.</summary>
    public const string NotCaptured = "EXN613";

    /// <summary>Setup switches MAPI over HTTP on.</summary>
    public const string MapiSwitchedOn = "EXN614";

    /// <summary>A client access array has the name of a client service, or resolves outside.</summary>
    public const string ArrayAmbiguous = "EXN615";

    /// <summary>A server is upgraded that no other stands in for.</summary>
    public const string NoServiceWhileUpgraded = "EXN616";

    /// <summary>The organisation is connected to Exchange Online.</summary>
    public const string Hybrid = "EXN617";

    /// <summary>A version without a level may stand for an update that is refused.</summary>
    public const string LevelMatters = "EXN618";

    /// <summary>The captured settings do not have a server of the present plan.</summary>
    public const string ServerNotCaptured = "EXN619";
}
