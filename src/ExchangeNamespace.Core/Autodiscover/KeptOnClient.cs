using System.Collections.Generic;

namespace ExchangeNamespace.Autodiscover;

/// <summary>The steps that only the client itself can judge.</summary>
internal static class KeptOnClient
{
    public static StepOutcome Outcome(AutodiscoverMethod method) => new()
    {
        Target = string.Empty,
        Verdict = AutodiscoverVerdict.Depends,
        Detail = Reasons[method],
    };

    private static readonly IReadOnlyDictionary<AutodiscoverMethod, string> Reasons = new Dictionary<AutodiscoverMethod, string>
    {
        [AutodiscoverMethod.Restart] = "Only right after Outlook has restarted itself, for example to add a second account.",
        [AutodiscoverMethod.PreferredLocalXml] = "Only where the policy PreferLocalXML is set and names a file.",
        [AutodiscoverMethod.LastKnownGood] = "Only in a profile that has found Autodiscover before; ExcludeLastKnownGoodURL turns it off.",
        [AutodiscoverMethod.Microsoft365Priority] =
            "Only where Outlook believes that the mailbox is in Microsoft 365; ExcludeExplicitO365Endpoint turns it off.",
        [AutodiscoverMethod.LocalXml] = "Only where the registry of the client names a file for the mail domain.",
        [AutodiscoverMethod.Microsoft365Failsafe] =
            "Microsoft 365 is asked when all else failed; it knows the mailbox only if it is there.",
    };
}
