using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>Judges the names and then their zones: what the names of a zone answered counts for the zone.</summary>
/// <param name="checks">What was asked.</param>
/// <param name="cutOver">When the records are to change; null where that was not said.</param>
/// <param name="issuer">The authority that must be allowed to issue; null where that was not said.</param>
internal sealed class SplitDnsJudge(SplitDnsChecks checks, CutOver? cutOver = null, Fqdn? issuer = null)
{
    private readonly Dictionary<Fqdn, ZoneNames> _zones = checks.PlannedZones.Keys.ToDictionary(z => z, _ => new ZoneNames());
    private readonly List<(Fqdn Zone, DnsModel? Model)> _models = [];

    /// <summary>The zones of the plan, and those of names without a plan that were judged.</summary>
    public IReadOnlyCollection<Fqdn> Zones => _zones.Keys;

    /// <summary>The zones that were judged, each with the model that its answers show; null where they show none.</summary>
    public IReadOnlyList<(Fqdn Zone, DnsModel? Model)> Models => _models;

    public SplitDnsName Judge(NameCheck check, NameObservation seen)
    {
        SplitDnsName verdict = SplitDnsNameVerdict.Judge(check, seen, cutOver, issuer);
        if (!_zones.TryGetValue(verdict.Zone, out ZoneNames? names) && !check.IsPlanned)
        {
            _zones.Add(verdict.Zone, names = new ZoneNames());
        }

        names?.Add(verdict.Zone, seen, verdict);
        return verdict;
    }

    public SplitDnsZone Judge(ZoneObservation seen)
    {
        checks.PlannedZones.TryGetValue(seen.Zone, out DnsModel? planned);
        SplitDnsZone verdict = SplitDnsZoneVerdict.Judge(seen, _zones[seen.Zone], planned);
        _models.Add((verdict.Zone, verdict.Model));
        return verdict;
    }
}
