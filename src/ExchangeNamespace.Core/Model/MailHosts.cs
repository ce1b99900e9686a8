using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Model;

/// <summary>The hosts of a plan that serve mail and no URL: the inside copy of a zone repeats what the outside answers for them.</summary>
internal static class MailHosts
{
    public static HashSet<Fqdn> WithoutUrl(NamespacePlan plan) =>
        [.. plan.DnsRecords.Where(r => r.Type == DnsRecordType.MX).Select(r => r.Value).OfType<string>().Select(Fqdn.Parse)
            .Except(UrlHosts(plan))];

    private static IEnumerable<Fqdn> UrlHosts(NamespacePlan plan) => plan.Servers
        .SelectMany(s => s.Services)
        .SelectMany(s => new[] { s.Internal.Value, s.External.Value })
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Select(v => Fqdn.Parse(HostText.Of(v)));
}
