namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Codes of findings about a simulated migration, EXN700 to EXN715.</summary>
public static class SimulationFindingCodes
{
    /// <summary>A name that clients use has no answer.</summary>
    public const string NameUnanswered = "EXN700";

    /// <summary>A name leads to a server that does not serve the client.</summary>
    public const string NotServed = "EXN701";

    /// <summary>A server shows a certificate that does not cover the name, or that clients do not trust.</summary>
    public const string NotCovered = "EXN702";

    /// <summary>A server proxies to one that refuses its authentication.</summary>
    public const string NotAuthenticated = "EXN703";

    /// <summary>An action finds something else than it expects.</summary>
    public const string OutOfOrder = "EXN704";

    /// <summary>An action cannot be done at that moment, or loses something.</summary>
    public const string NotPossible = "EXN705";

    /// <summary>Mail does not flow, or its names no longer match.</summary>
    public const string MailBroken = "EXN706";

    /// <summary>The last step leaves something else than the target plan says.</summary>
    public const string TargetMissed = "EXN707";

    /// <summary>Clients may meet the settings of setup for a short time.</summary>
    public const string ShortWindow = "EXN708";

    /// <summary>A service is interrupted while its only server is worked on.</summary>
    public const string Interruption = "EXN709";

    /// <summary>Programs and devices that keep a URL for a week lose it.</summary>
    public const string KeptUrl = "EXN710";

    /// <summary>It was so before the first step.</summary>
    public const string SoBefore = "EXN711";

    /// <summary>A line is not simulated.</summary>
    public const string NotSimulated = "EXN712";

    /// <summary>Something was not judged, because it is not known.</summary>
    public const string NotJudged = "EXN713";

    /// <summary>A step depends on one that is missing or comes later.</summary>
    public const string DependencyMissing = "EXN714";

    /// <summary>The simulation of a migration that is written as a runbook fails.</summary>
    public const string Fails = "EXN715";
}
