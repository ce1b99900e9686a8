using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>What a view is to answer for a name.</summary>
internal sealed class ViewExpectation
{
    /// <summary>The addresses; empty where the plan does not know them.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The target of the alias; null where no alias is expected.</summary>
    public string? Alias { get; init; }

    public static ViewExpectation? Of(IEnumerable<DnsRecord> records)
    {
        List<DnsRecord> all = [.. records];
        return all.Count == 0 ? null : new ViewExpectation
        {
            Addresses = [
                .. all.Where(r => r.Type == DnsRecordType.Address).Select(r => r.Value).OfType<string>().Distinct(StringComparer.Ordinal)],
            Alias = all.FirstOrDefault(r => r.Type == DnsRecordType.CNAME)?.Value,
        };
    }
}

/// <summary>One name to be checked.</summary>
internal sealed class NameCheck
{
    public required Fqdn Name { get; init; }

    /// <summary>The zone; null to take the one that the views name.</summary>
    public Fqdn? Zone { get; init; }

    /// <summary>Whether a plan says what to expect.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Null where the plan asks for nothing in that view.</summary>
    public ViewExpectation? Internal { get; init; }

    /// <summary>Null where the plan asks for nothing in that view.</summary>
    public ViewExpectation? External { get; init; }

    /// <summary>Whether the name must be a zone of its own inside.</summary>
    public bool IsPinpoint { get; init; }

    /// <summary>Whether inside clients are known to reach public addresses of their own network.</summary>
    public bool Hairpin { get; init; }
}

/// <summary>Turns names or a plan into DNS questions.</summary>
internal static class SplitDnsCheckPlanner
{
    public static NameCheck Plan(Fqdn name, bool hairpin) => new() { Name = name, Hairpin = hairpin };

    public static IReadOnlyList<NameCheck> Plan(NamespacePlan plan, bool hairpin)
    {
        // What the inside copy of a zone repeats for mail is judged with the zone, not as a name that leads to servers.
        HashSet<Fqdn> mailHosts = MailHosts.WithoutUrl(plan);
        ILookup<Fqdn, DnsRecord> byName = plan.DnsRecords
            .Where(r => r.Type != DnsRecordType.MX && !(r.View == DnsView.Internal && r.Value is null && mailHosts.Contains(r.Name)))
            .ToLookup(r => r.Name);
        return [.. byName.Select(records =>
        {
            DnsRecord? outside = records.FirstOrDefault(r => r.View == DnsView.External);
            DnsRecord? inside = records.FirstOrDefault(r => r.View == DnsView.Internal);
            return new NameCheck
            {
                Name = records.Key,
                Zone = outside?.Zone ?? LongestZone(plan, records.Key) ?? inside?.Zone,
                IsPlanned = true,
                Internal = ViewExpectation.Of(records.Where(r => r.View == DnsView.Internal)),
                External = ViewExpectation.Of(records.Where(r => r.View == DnsView.External)),
                IsPinpoint = inside?.Zone is { } zone && zone.Equals(records.Key) && plan.Zones.All(z => !z.Name.Equals(zone)),
                Hairpin = hairpin,
            };
        })];
    }

    /// <summary>What a plan says about the mail of the domains in each of its zones.</summary>
    public static ILookup<Fqdn, MailExpectation> PlanMail(NamespacePlan plan) => plan.DnsRecords
        .Where(r => r.Type == DnsRecordType.MX && r.Value is not null)
        .GroupBy(r => (r.Name, r.View))
        .Select(g => (Zone: LongestZone(plan, g.Key.Name), Mail: new MailExpectation(g.Key.Name, g.Key.View, [.. g.Select(r => r.Value!)])))
        .Where(m => m.Zone is not null)
        .ToLookup(m => m.Zone!, m => m.Mail);

    /// <summary>The zone of an observed name: what the outside says, then the inside, then the name's parent.</summary>
    public static Fqdn ZoneOf(NameCheck check, NameObservation seen)
    {
        Fqdn? inside = seen.InternalStart.Zone;
        return check.Zone
            ?? seen.ExternalStart.Zone
            ?? (inside is not null && inside.Equals(check.Name) ? null : inside)
            ?? check.Name.Parent
            ?? check.Name;
    }

    private static Fqdn? LongestZone(NamespacePlan plan, Fqdn name) =>
        plan.Zones.Select(z => z.Name).Where(name.IsIn).OrderByDescending(z => z.Value.Length).FirstOrDefault();
}
