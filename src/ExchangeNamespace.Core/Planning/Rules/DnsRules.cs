using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What the DNS model asks of the zones (S1, S2, S10).</summary>
internal static class DnsRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        ZoneView zones = draft.Zones;
        if (zones.Assumed)
        {
            yield return Findings.Warning(FindingCodes.DnsModelAssumed, zones.ExternalZone.Value,
                "The Active Directory domain is not known, so split DNS is assumed: run Test-SplitDns first.",
                "Give -ADDomain or -DnsModel.", "S1");
        }

        if (zones.Model == DnsModel.Separate && zones.ADDomain is null && !draft.KeepInternal && draft.Request.InternalHost is null)
        {
            yield return Findings.Warning(FindingCodes.InsideDomainUnknown, zones.ExternalZone.Value,
                "Separate names were asked for, but the Active Directory domain is not known; the public name is used inside.",
                "Give -ADDomain or -InternalHost.", "S2");
        }

        foreach (Fqdn zone in SplitZones(draft))
        {
            yield return Findings.Warning(FindingCodes.SplitZoneNeedsAllRecords, zone.Value,
                $"Inside, the copy of {zone} answers alone: every other record of the public zone must also exist in it, or that name is "
                    + "dead inside.",
                "Compare both copies, or use pinpoint zones (-DnsModel Pinpoint).", "S1");
        }

        if (zones.SmtpDomains.Count == 0)
        {
            yield return Findings.Warning(FindingCodes.AutodiscoverNotPlanned, draft.Request.ExternalHost.Value,
                "No mail domain is stated, so no autodiscover.<domain> is planned: clients outside will not find the service.",
                "Give -SmtpDomain with every primary mail domain.", "S10");
        }

        foreach (Fqdn host in draft.Sites.Where(s => s.InternetFacing).Select(s => s.ExternalHost).Distinct()
            .Where(h => !TopLevelDomains.IsDelegated(h.TopLevelDomain)))
        {
            yield return Findings.Warning(FindingCodes.ExternalHostNotPublic, host.Value,
                $"'.{host.TopLevelDomain}' is not delegated on the Internet: clients outside cannot resolve {host}, and no public "
                    + "authority issues a certificate for it.",
                "Use a registered domain for the external host.", "S36");
        }

        int unknown = draft.DnsRecords.Count(r => r.Type == DnsRecordType.Address && r.Value is null);
        if (unknown > 0)
        {
            yield return Findings.Information(FindingCodes.AddressUnknown, "DNS",
                $"{unknown.ToString(CultureInfo.InvariantCulture)} address record(s) have no address, because none was stated; none is "
                    + "invented.",
                "Give IPAddress with the servers and -ExternalIPAddress.", "S41");
        }
    }

    private static IEnumerable<Fqdn> SplitZones(PlanDraft draft) => draft.DnsRecords
        .Where(r => r.View == DnsView.Internal)
        .Select(r => draft.Zones.ZoneOf(r.Name))
        .Distinct()
        .Where(z => !draft.Zones.IsInsideOnly(z) && draft.Zones.ModelOf(z) == DnsModel.Split);
}
