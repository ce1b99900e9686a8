using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>What names and zones come to without their findings.</summary>
internal static class SplitDnsSummary
{
    private const string Rule = "S1";

    public static CheckSummary OfName(SplitDnsStatus status, IEnumerable<Finding> findings) => status switch
    {
        SplitDnsStatus.SplitAsPlanned => CheckSummary.Passed("Both views answer as planned, each with addresses of its own."),
        SplitDnsStatus.Split => CheckSummary.Passed("Both views answer, each with addresses of its own."),
        SplitDnsStatus.SameAnswer => CheckSummary.Passed("Both views answer the same addresses."),
        SplitDnsStatus.InternalOnly => CheckSummary.Passed("Only the inside has addresses for the name."),
        SplitDnsStatus.ExternalOnly => CheckSummary.Passed("Only the outside has addresses for the name."),
        SplitDnsStatus.WrongAddress => CheckSummary.Failed(
            "A view answers something else than the plan says.", "Correct the record.", Rule),
        SplitDnsStatus.Unresolved => CheckSummary.Passed("Neither view has an address for the name."),
        SplitDnsStatus.Inconclusive => Unknown("A view could not tell the addresses of the name.", findings),
        _ => throw ClosedSet.Outside(status),
    };

    public static CheckSummary OfZone(DnsModel? model, bool isAsPlanned, bool isMailUnknown, IEnumerable<Finding> findings) =>
        model is null ? Unknown("The views could not tell how the zone is served inside.", findings)
        : isMailUnknown ? Unknown("A view could not tell the mail exchangers.", findings)
        : CheckSummary.Passed($"The zone is served inside as {model}{(isAsPlanned ? ", as planned" : string.Empty)}.");

    /// <summary>In the words of the finding that names the server and what it said, where there is one.</summary>
    private static CheckSummary Unknown(string message, IEnumerable<Finding> findings) =>
        CheckSummary.Unknown(message, "Ask servers that answer for the name, or give a longer -Timeout.", Rule)
            .In(findings.FirstOrDefault(f => f.Code is SplitDnsFindingCodes.ServerSilent or SplitDnsFindingCodes.ServerRefuses
                or SplitDnsFindingCodes.ServerLame or SplitDnsFindingCodes.AnswerUnusable));
}
