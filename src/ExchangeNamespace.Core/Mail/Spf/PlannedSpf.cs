using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>The SPF records that follow from the mail identity of a plan, without looking at what exists.</summary>
internal static class PlannedSpf
{
    /// <summary>One record for each mail domain, child domain and name in EHLO; none where the sending addresses are not known.</summary>
    public static IReadOnlyDictionary<Fqdn, string> Of(NamespacePlan plan)
    {
        List<InputFault> faults = [];
        SpfRecordOptions? options = plan.Mail is { SendingAddresses.Count: > 0 }
            ? SpfRecordInputReader.Read(new SpfRecordInput { Plan = plan }, faults) : null;
        return options is null
            ? new Dictionary<Fqdn, string>()

            // Without a server to ask nothing is waited for.
            : new SpfRecordMaker(options, null).MakeAsync(CancellationToken.None).GetAwaiter().GetResult()
                .Select(m => m.Result)
                .OfType<SpfRecordResult>()
                .ToDictionary(r => r.Domain, r => r.Record);
    }
}
