using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>The names of servers that URLs keep are known and stand on a certificate (S7, S23).</summary>
internal static class CoverageRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        if (draft.KeepInternal && draft.ServerNames == ServerNameChoice.None)
        {
            yield return Findings.Warning(FindingCodes.DefaultHostNotCovered, [.. draft.Servers.Select(s => s.Name)],
                "Internal URLs and the service connection point stay at the server name, but the certificate carries no server name: "
                    + "inside clients get a warning.",
                "Give -ServerNameOnCertificate Both, or let the internal URLs follow the plan.", "S7");
        }

        if (draft.ServerNames is ServerNameChoice.Fqdn or ServerNameChoice.Both)
        {
            List<string> unknown = [
                .. draft.Sites.SelectMany(s => s.Servers).Where(s => ServerFqdn.Of(s, draft.Zones.ADDomain) is null).Select(s => s.Name)];
            if (unknown.Count > 0)
            {
                yield return Findings.Warning(FindingCodes.ServerFqdnUnknown, unknown,
                    "The full server name is asked for on the certificate, but it is not known.",
                    "Give the servers by full name, or -ADDomain.", "S23");
            }
        }
    }
}
