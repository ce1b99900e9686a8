using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What the result of SPF means for a sender that should be allowed.</summary>
internal static class SpfSummary
{
    private const string Rule = "S51";

    /// <summary>
    /// What a sender comes to without the findings about the record. Only a pass is good enough: receivers hold everything else against
    /// the mail.
    /// </summary>
    public static CheckSummary Of(SpfResult result, string reason)
    {
        string message = $"SPF says {result}: {reason}.";
        return result switch
        {
            SpfResult.Pass => CheckSummary.Passed(message),
            SpfResult.TempError => CheckSummary.Unknown(message, "Ask again later, or another server with -DnsServer.", Rule),
            SpfResult.None => CheckSummary.Failed(message, "Make a record with New-SpfRecord.", Rule),
            SpfResult.PermError => CheckSummary.Failed(message, "Correct the record.", Rule),
            SpfResult.Neutral or SpfResult.Fail or SpfResult.SoftFail =>
                CheckSummary.Failed(message, "If the sender may use the domain, add it to the one SPF record of the domain.", Rule),
            _ => throw ClosedSet.Outside(result),
        };
    }
}
