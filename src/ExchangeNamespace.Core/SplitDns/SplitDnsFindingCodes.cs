namespace ExchangeNamespace.SplitDns;

/// <summary>The permanent codes of findings about split DNS. A code is never reused.</summary>
public static class SplitDnsFindingCodes
{
    /// <summary>A server does not answer.</summary>
    public const string ServerSilent = "EXN120";

    /// <summary>A server refuses, or fails on, a question.</summary>
    public const string ServerRefuses = "EXN121";

    /// <summary>A server neither holds the zone nor resolves for others.</summary>
    public const string ServerLame = "EXN122";

    /// <summary>The answer of a server cannot be used.</summary>
    public const string AnswerUnusable = "EXN123";

    /// <summary>A name that the inside must answer is missing there.</summary>
    public const string MissingInside = "EXN124";

    /// <summary>A name that the outside must answer is missing there.</summary>
    public const string MissingOutside = "EXN125";

    /// <summary>Neither view knows the name.</summary>
    public const string Unresolved = "EXN126";

    /// <summary>A view answers something else than the plan says.</summary>
    public const string WrongAddress = "EXN127";

    /// <summary>Each view answers what the other should.</summary>
    public const string ViewsSwapped = "EXN128";

    /// <summary>A private address is published outside.</summary>
    public const string PrivateAddressOutside = "EXN129";

    /// <summary>The inside answers a public address.</summary>
    public const string PublicAddressInside = "EXN130";

    /// <summary>Servers of one view answer differently.</summary>
    public const string ServersDisagree = "EXN131";

    /// <summary>Aliases lead in a circle or do not end.</summary>
    public const string AliasLoop = "EXN132";

    /// <summary>A long chain of aliases.</summary>
    public const string AliasChainLong = "EXN133";

    /// <summary>An alias at the top of a zone.</summary>
    public const string AliasAtApex = "EXN134";

    /// <summary>A wildcard answers for names without a record.</summary>
    public const string Wildcard = "EXN135";

    /// <summary>The service record leads to another port than 443.</summary>
    public const string ServicePort = "EXN136";

    /// <summary>The zone is not served inside as the plan says.</summary>
    public const string ModelDiffers = "EXN137";

    /// <summary>The inside copy of a zone lacks what the outside has.</summary>
    public const string CopyIncomplete = "EXN138";

    /// <summary>A view names other mail exchangers than the plan.</summary>
    public const string WrongExchanger = "EXN139";

    /// <summary>A mail exchanger, or the target of a service record, is an alias.</summary>
    public const string TargetIsAlias = "EXN140";

    /// <summary>A record that must change may be kept for long.</summary>
    public const string TimeToLiveLong = "EXN141";

    /// <summary>A record that is right is kept for a short time only.</summary>
    public const string TimeToLiveShort = "EXN142";

    /// <summary>A record that changes at a cut-over is kept for long, and can still be lowered in time.</summary>
    public const string TimeToLiveBeforeCutOver = "EXN143";

    /// <summary>A record that changes at a cut-over is kept for longer than it is until then.</summary>
    public const string TimeToLiveTooLate = "EXN144";

    /// <summary>The CAA records outside do not let the authority issue.</summary>
    public const string CaaForbids = "EXN145";

    /// <summary>A critical CAA record has a tag that the authority may not know.</summary>
    public const string CaaCritical = "EXN146";

    /// <summary>The CAA records let the authority issue for one account or one way of validation only.</summary>
    public const string CaaBound = "EXN147";

    /// <summary>The outside view does not tell the CAA records.</summary>
    public const string CaaNotTold = "EXN148";
}
