using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>The names to ask the same DNS servers for, and what a plan expects of them.</summary>
internal sealed class SplitDnsChecks
{
    private readonly Dictionary<Fqdn, NameCheck> _names = [];
    private readonly Dictionary<Fqdn, DnsModel?> _zones = [];
    private readonly Dictionary<Fqdn, IReadOnlyList<MailExpectation>> _mail = [];
    private readonly HashSet<Fqdn> _wildcards = [];

    public IReadOnlyCollection<NameCheck> Names => _names.Values;

    /// <summary>The zones of plans, each with the model that is planned.</summary>
    public IReadOnlyDictionary<Fqdn, DnsModel?> PlannedZones => _zones;

    /// <summary>Takes the names, zones and mail of a plan.</summary>
    public void Add(NamespacePlan plan, bool hairpin)
    {
        foreach (string name in plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Where(n => n[0] == '*'))
        {
            _wildcards.Add(Fqdn.Parse(name.Substring(2)));
        }

        foreach (PlannedZone zone in plan.Zones)
        {
            _zones[zone.Name] = zone.Model;
        }

        foreach (IGrouping<Fqdn, MailExpectation> mail in SplitDnsCheckPlanner.PlanMail(plan))
        {
            _mail[mail.Key] = [.. mail];
        }

        foreach (NameCheck check in SplitDnsCheckPlanner.Plan(plan, hairpin))
        {
            _names[check.Name] = check;
        }
    }

    /// <summary>Takes names.</summary>
    /// <param name="texts">The names.</param>
    /// <param name="hairpin">Whether inside clients reach the public addresses of their own network.</param>
    /// <param name="refuse">The fault of a text that cannot be meant as a host name; null for none.</param>
    /// <returns>The faults of the texts that were refused.</returns>
    public IReadOnlyList<InputFault> Add(IEnumerable<string?> texts, bool hairpin, Func<string?, InputFault?> refuse)
    {
        List<InputFault> faults = [];
        foreach (string? text in texts)
        {
            if (refuse(text) is { } refused)
            {
                faults.Add(refused);
            }
            else if (Fqdn.TryParse(text, "Name", out Fqdn? name, out InputFault? fault))
            {
                _names[name] = SplitDnsCheckPlanner.Plan(name, hairpin);
            }
            else
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    /// <summary>For which name a certificate is asked for: the wildcard of a plan that stands for the host, or the host itself.</summary>
    public CaaQuestion CertificateOf(Fqdn name) => name.Parent is { } parent && _wildcards.Contains(parent)
        ? new CaaQuestion(parent, IsWildcard: true) : new CaaQuestion(name, IsWildcard: false);

    /// <summary>What a plan expects of the mail of a zone; empty without a plan.</summary>
    public IReadOnlyList<MailExpectation> MailOf(Fqdn zone) =>
        _mail.TryGetValue(zone, out IReadOnlyList<MailExpectation>? mail) ? mail : [];
}
