using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>How the public zone is served inside, as far as names tell it: a capture holds no DNS.</summary>
internal static class DnsModelDesign
{
    public static void Add(DesignDraft draft, IReadOnlyList<(Fqdn Zone, DnsModel? Model)> seen)
    {
        if (draft.ExternalHost is not { } external)
        {
            return;
        }

        Fqdn zone = (draft.MailDomains ?? []).Where(external.IsIn).OrderByDescending(d => d.Value.Length).FirstOrDefault()
            ?? PublicSuffixes.ZoneOf(external);
        Unseen(draft, seen);
        if (SplitDnsModel.Of(seen) is { } answered)
        {
            object value = answered.DnsModel is Dictionary<string, string> map
                ? map.ToDictionary(m => m.Key, m => (object?)m.Value, StringComparer.OrdinalIgnoreCase) : answered.DnsModel;
            draft.Put("DnsModel", value, DesignCertainty.Certain, "answers of the DNS servers of both views", shown: answered.Line);
            return;
        }

        (DnsModel model, string why) = Legacy(draft) ?? Hosts(draft, external, zone) ?? Default(draft, zone);
        draft.Put("DnsModel", model.ToString(), DesignCertainty.Guess, why);
        draft.Findings.Add(Findings.Information(DesignFindingCodes.DnsModelGuessed, zone.Value,
            $"The DNS model {model} follows from names alone: {why}.",
            "Name the DNS servers of both views with -InternalServer and -ExternalServer, or run Test-SplitDns.", "S1"));
    }

    private static void Unseen(DesignDraft draft, IReadOnlyList<(Fqdn Zone, DnsModel? Model)> seen)
    {
        string[] unseen = [.. seen.Where(s => s.Model is null).Select(s => s.Zone.Value)];
        if (unseen.Length > 0)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.DnsModelGuessed, NameList.Describe(unseen),
                "The answers of the DNS servers do not show how the zone is served inside.",
                "Run Test-SplitDns for its names, and write the model into the design.", "S1", unseen));
        }
    }

    /// <summary>The inside name of the legacy host follows from the model and from nothing else.</summary>
    private static (DnsModel Model, string Why)? Legacy(DesignDraft draft)
    {
        if (draft.LegacyHost is not { } legacy || draft.KeepsInternal || draft.ADDomain is not { } domain)
        {
            return null;
        }

        // A server of 2007 in a site of its own keeps the name of that site.
        string host = $"{legacy.FirstLabel}.{domain}";
        return host != legacy.Value && draft.Servers.Any(s => s.Is2007
            && s.Host(ClientService.EWS, Side.Internal) is { Kind: ChoiceKind.Shared } inside && inside.Text == host)
            ? (DnsModel.Separate, $"servers of 2007 have {host} inside and {legacy} outside")
            : null;
    }

    private static (DnsModel Model, string Why)? Hosts(DesignDraft draft, Fqdn external, Fqdn zone)
    {
        Fqdn? inside = draft.Sites.Select(s => HostDesign.Internal(draft, s)).FirstOrDefault(h => h is not null);
        bool isLegacyPublic = draft.LegacyHost is { } legacy && draft.Servers.Any(s => s.Is2007
            && s.Host(ClientService.EWS, Side.Internal) is { Kind: ChoiceKind.Shared } host && host.Text == legacy.Value);
        if (inside is null || zone.Equals(draft.ADDomain))
        {
            return null;
        }

        if (!inside.IsIn(zone) && !isLegacyPublic)
        {
            return (DnsModel.Separate, $"the internal host {inside} lies outside the zone {zone}");
        }

        return draft.ADDomain is { } domain && inside.IsIn(domain) && domain.Value.Length > zone.Value.Length && !isLegacyPublic
            ? (DnsModel.Separate, $"the internal host {inside} lies in the Active Directory domain {domain}")
            : (Modern(draft) ? DnsModel.Pinpoint : DnsModel.Split, inside.Equals(external)
                ? $"one host on both sides, and {zone} is not the Active Directory domain"
                : $"the internal host {inside} lies in the public zone {zone}");
    }

    private static (DnsModel Model, string Why) Default(DesignDraft draft, Fqdn zone) => zone.Equals(draft.ADDomain)
        ? (DnsModel.Split, $"{zone} is the Active Directory domain too, which DNS servers inside hold")
        : draft.ADDomain is null ? (DnsModel.Split, "the Active Directory domain is not known")
        : draft.LegacyHost is null && Modern(draft)
        ? (DnsModel.Pinpoint, $"the Active Directory domain is {draft.ADDomain}, and no internal host tells otherwise")
        : (DnsModel.Split, "no internal host tells otherwise");

    private static bool Modern(DesignDraft draft) => draft.Servers.Any(s => s.Version?.Product >= ExchangeProduct.Exchange2013);
}
