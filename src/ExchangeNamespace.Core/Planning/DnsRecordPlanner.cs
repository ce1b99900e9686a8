using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning;

/// <summary>
/// The records that each view must answer for the names of the plan (S1, S2, S10, S41, S42). An address that was not stated stays unknown.
/// </summary>
internal sealed class DnsRecordPlanner
{
    /// <summary>The usual preference of a single mail exchanger.</summary>
    private const int MailPreference = 10;

    private const int PreferenceStep = 10;

    private readonly PlanDraft _draft;
    private readonly List<DnsRecord> _records = [];
    private readonly HashSet<(DnsView, Fqdn, DnsRecordType, string?)> _seen = [];
    private readonly Dictionary<(DnsView, Fqdn), int> _first = [];
    private readonly IReadOnlyList<Fqdn> _autodiscoverHosts;

    private DnsRecordPlanner(PlanDraft draft)
    {
        _draft = draft;
        _autodiscoverHosts = [.. AutodiscoverName.Of(draft)];
    }

    public static IReadOnlyList<DnsRecord> Plan(PlanDraft draft)
    {
        DnsRecordPlanner planner = new(draft);
        planner.AddExternal();
        planner.AddMail();
        planner.AddInternal();
        planner.AddInternalMail();
        return planner._records;
    }

    private void AddExternal()
    {
        bool alias = _draft.Request.AliasRecords is AliasRecordChoice.External or AliasRecordChoice.Both;
        foreach (SiteDraft site in _draft.Sites.Where(s => s.InternetFacing))
        {
            Fqdn main = site.ExternalHost;
            foreach ((Fqdn host, string reason) in ExternalHosts(site))
            {
                if (alias && !host.Equals(main) && !host.Equals(_draft.Request.MailHost) && MayBeAlias(host))
                {
                    Add(DnsView.External, host, DnsRecordType.CNAME, main.Value, reason);
                }
                else
                {
                    AddAddresses(DnsView.External, host, AddressesOf(host, site), reason);
                }
            }
        }
    }

    private void AddMail()
    {
        if (_draft.Request.MailHost is not { } mail)
        {
            return;
        }

        PlannedMail identity = _draft.Mail!;
        foreach (Fqdn domain in _draft.Zones.SmtpDomains.Concat(identity.ChildDomains))
        {
            int preference = MailPreference;
            foreach (Fqdn service in identity.HygieneHosts)
            {
                Add(DnsView.External, domain, DnsRecordType.MX, service.Value,
                    "Mail for the domain is delivered to the hygiene service (S41, S42).", preference);
                preference += PreferenceStep;
            }

            if (identity.HygieneHosts.Count == 0)
            {
                Add(DnsView.External, domain, DnsRecordType.MX, mail.Value, "Mail for the domain is delivered to the mail host (S42).",
                    MailPreference);
            }
        }

        if (!_first.ContainsKey((DnsView.External, identity.SendingHost)))
        {
            AddAddresses(DnsView.External, identity.SendingHost, identity.SendingAddresses,
                "The name of the sending addresses must lead back to them (S43).");
        }
    }

    /// <summary>
    /// The inside copy of a split zone answers alone, so it needs the mail records too (S1). The address of the mail host inside is not
    /// stated: it may be the public one or that of a server.
    /// </summary>
    private void AddInternalMail()
    {
        HashSet<Fqdn> copies = [.. _records.Where(r => r.View == DnsView.Internal).Select(r => r.Zone).OfType<Fqdn>().Where(IsCopy)];
        foreach (DnsRecord record in _records.Where(r => r.View == DnsView.External && r.Type == DnsRecordType.MX).ToList())
        {
            if (!copies.Contains(_draft.Zones.ZoneOf(record.Name)))
            {
                continue;
            }

            Add(DnsView.Internal, record.Name, DnsRecordType.MX, record.Value, "The inside copy of the zone needs the record as well (S1).",
                record.Preference);
            Fqdn target = Fqdn.Parse(record.Value!);
            if (copies.Contains(_draft.Zones.ZoneOf(target)))
            {
                AddAddresses(DnsView.Internal, target, [], "The mail exchanger needs an address in the inside copy of its zone (S1).");
            }
        }
    }

    private bool IsCopy(Fqdn zone) => _draft.Zones.ModelOf(zone) == DnsModel.Split && !_draft.Zones.IsInsideOnly(zone);

    private IReadOnlyList<string> AddressesOf(Fqdn host, SiteDraft site) =>
        host.Equals(_draft.Request.MailHost) && _draft.Request.MailAddresses is { Count: > 0 } own ? own
            : OwnAddress(host) ? site.ExternalAddresses
            : [];

    private void AddInternal()
    {
        bool alias = _draft.Request.AliasRecords is AliasRecordChoice.Internal or AliasRecordChoice.Both;
        foreach (SiteDraft site in _draft.Sites.Where(s => s.Servers.Count > 0))
        {
            Fqdn? target = alias ? ServerFqdn.Of(site.FrontServers.First(), _draft.Zones.ADDomain) : null;
            IReadOnlyList<string> addresses = site.InternalAddresses;
            Fqdn[] legacy = site.LegacyHost is { } old ? [old, site.Inside(old)] : [];
            foreach ((Fqdn host, string reason) in InternalHosts(site))
            {
                if (legacy.Contains(host))
                {
                    AddAddresses(DnsView.Internal, host, site.LegacyAddresses, reason);
                }
                else if (target is not null && ModelOf(host) != DnsModel.Pinpoint && !host.Equals(target) && MayBeAlias(host))
                {
                    Add(DnsView.Internal, host, DnsRecordType.CNAME, target.Value, reason);
                }
                else
                {
                    AddAddresses(DnsView.Internal, host, addresses, reason);
                }
            }
        }
    }

    private IEnumerable<(Fqdn Host, string Reason)> ExternalHosts(SiteDraft site)
    {
        yield return (site.ExternalHost, "Clients on the Internet use it (S2).");
        foreach (Fqdn host in Assigned(site, a => a.External))
        {
            yield return (host, "A service is published under it (S2).");
        }

        if (site.FailbackHost is { } back)
        {
            yield return (back, "It leads to this site alone, also while the external host leads to another one (S29).");
        }

        if (site.OwnLegacyHost is { } legacy)
        {
            yield return (legacy, "It leads to the 2007 servers of this site while newer ones have its names (S30).");
        }

        if (!site.IsPrimary)
        {
            yield break;
        }

        foreach (Fqdn host in _autodiscoverHosts)
        {
            yield return (host, "Clients outside ask it for the primary mail domain (S10).");
        }

        foreach (Fqdn host in new[] { _draft.Request.LegacyHost, _draft.Request.DownloadHost }.OfType<Fqdn>())
        {
            yield return (host, "The name is on the certificate and must lead there (S8).");
        }

        if (_draft.Request.MailHost is { } mail)
        {
            yield return (mail,
                _draft.Mail!.HygieneHosts.Count == 0 ? "The mail exchanger needs an address record of its own (S41)."
                    : "The hygiene service delivers to it (S41).");
        }
    }

    private IEnumerable<(Fqdn Host, string Reason)> InternalHosts(SiteDraft site)
    {
        foreach (Fqdn host in Assigned(site, a => a.Internal))
        {
            yield return (host, "Inside clients use it (S2).");
        }

        if (site.ClientAccessArray is { } array)
        {
            yield return (array, "Outlook inside reaches mailboxes of 2010 by it; it has no record outside (S29).");
        }

        if (!site.InternetFacing)
        {
            yield break;
        }

        foreach ((Fqdn host, _) in ExternalHosts(site).Where(h => !h.Host.Equals(_draft.Request.MailHost)))
        {
            // Where the public zone is not served inside, inside clients ask the Internet for its names.
            if (ModelOf(host) != DnsModel.Separate)
            {
                yield return (host, "The public name must lead to the servers inside as well (S1).");
            }
        }
    }

    private IEnumerable<Fqdn> Assigned(SiteDraft site, Func<ServiceAssignment, UrlSetting> side) => _draft.GroupsOf(site)
        .SelectMany(g => g.Services)
        .Select(a => side(a).Value)
        .OfType<string>()
        .Select(v => Fqdn.Parse(HostText.Of(v)))
        .Distinct();

    private DnsModel ModelOf(Fqdn host) => _draft.Zones.ModelOf(_draft.Zones.ZoneOf(host));

    /// <summary>The legacy name leads to other servers than the site's, so the site's addresses are not its own.</summary>
    private bool OwnAddress(Fqdn host) => !host.Equals(_draft.Request.LegacyHost) && !_draft.Sites.Any(s => host.Equals(s.OwnLegacyHost));

    /// <summary>The top of a zone has other records beside it, so it cannot be an alias.</summary>
    private bool MayBeAlias(Fqdn host) => OwnAddress(host) && !host.Equals(_draft.Zones.ZoneOf(host));

    private void AddAddresses(DnsView view, Fqdn host, IReadOnlyList<string> addresses, string reason)
    {
        foreach (string? address in addresses.Count == 0 ? [null] : addresses.Cast<string?>())
        {
            Add(view, host, DnsRecordType.Address, address, reason);
        }
    }

    private void Add(DnsView view, Fqdn name, DnsRecordType type, string? value, string reason, int preference = 0)
    {
        if (type != DnsRecordType.MX)
        {
            if (!_first.TryGetValue((view, name), out int first))
            {
                _first.Add((view, name), _records.Count);
            }
            else if (value is null || type == DnsRecordType.CNAME || _records[first].Type == DnsRecordType.CNAME)
            {
                // An alias stands alone, and an unknown address adds nothing to what is known.
                return;
            }
            else if (_records[first].Value is null)
            {
                _seen.Add((view, name, type, value));
                _records[first] = Record();
                return;
            }
        }

        if (_seen.Add((view, name, type, value)))
        {
            _records.Add(Record());
        }

        DnsRecord Record()
        {
            Fqdn zone = _draft.Zones.ZoneOf(name);
            bool pinpoint = view == DnsView.Internal && _draft.Zones.ModelOf(zone) == DnsModel.Pinpoint && !_draft.Zones.IsInsideOnly(zone);
            return new DnsRecord { View = view, Zone = pinpoint ? name : zone, Name = name, Type = type, Value = value,
                Preference = preference, Reason = reason };
        }
    }
}
