using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>
/// The records of one view, zone by zone, from the plan and what was said beside it. What is not known is held back, never invented.
/// </summary>
internal sealed class RecordSetBuilder
{
    private const int MaximumName = 253;

    private readonly NamespacePlan _plan;
    private readonly DnsScriptOptions _options;
    private readonly List<Finding> _findings;
    private readonly Dictionary<Fqdn, DnsModel> _models;
    private readonly HashSet<Fqdn> _mailHosts;
    private readonly List<ZoneRecord> _records = [];
    private readonly HashSet<(string Name, DnsRecordType Type, string? Value)> _seen = [];
    private readonly Dictionary<string, ZoneOrigin> _origins = new(StringComparer.Ordinal);
    private readonly HashSet<Fqdn> _stated = [];
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withOtherData = new(StringComparer.Ordinal);

    private RecordSetBuilder(NamespacePlan plan, DnsScriptOptions options, List<Finding> findings)
    {
        _plan = plan;
        _options = options;
        _findings = findings;
        _mailHosts = MailHosts.WithoutUrl(plan);
        _models = plan.Zones.ToDictionary(z => z.Name, z => z.Model);
    }

    private bool Inside => _options.View == DnsView.Internal;

    public static IReadOnlyList<ZoneRecords> Build(NamespacePlan plan, DnsScriptOptions options, List<Finding> findings)
    {
        RecordSetBuilder builder = new(plan, options, findings);
        builder.AddPlanned();
        if (options.CutOverStep is not null)
        {
            return builder.ZonesOfStep();
        }

        builder.AddSpf();
        builder.AddMail();
        builder.AddServices();
        builder.AddReverse();
        builder.AddNameServers();
        builder.SayUnused();
        return builder.Zones();
    }

    private void AddPlanned()
    {
        foreach (DnsRecord record in _plan.DnsRecords.Where(r => r.View == _options.View))
        {
            Fqdn zone = record.Zone ?? ZoneOf(record.Name);
            _origins[zone.Value] = OriginOf(zone, record.Name);
            switch (record.Type)
            {
                case DnsRecordType.Address when _options.Addresses.TryGetValue(record.Name, out IReadOnlyList<string>? stated):
                    _stated.Add(record.Name);
                    foreach (string address in stated)
                    {
                        AddAddress(zone.Value, record.Name.Value, address, record.Reason);
                    }

                    break;
                case DnsRecordType.Address when record.Value is null && Inside && _mailHosts.Contains(record.Name):
                    AddPublicAddresses(zone, record);
                    break;
                case DnsRecordType.Address:
                    AddAddress(zone.Value, record.Name.Value, record.Value, record.Reason);
                    break;
                case DnsRecordType.CNAME or DnsRecordType.MX:
                    Add(zone.Value, record.Name.Value, record.Type, record.Value, record.Reason, record.Preference);
                    break;
                case DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.SRV
                    or DnsRecordType.TXT or DnsRecordType.PTR or DnsRecordType.TLSA or DnsRecordType.CAA:
                default:
                    throw ClosedSet.Outside(record.Type);
            }
        }
    }

    /// <summary>The inside copy of a zone repeats what the outside answers for a host of mail.</summary>
    private void AddPublicAddresses(Fqdn zone, DnsRecord record)
    {
        foreach (DnsRecord outside in _plan.DnsRecords.Where(
            r => r.View == DnsView.External && r.Type == DnsRecordType.Address && r.Name.Equals(record.Name)))
        {
            AddAddress(zone.Value, record.Name.Value, outside.Value, record.Reason);
        }
    }

    private void AddSpf()
    {
        foreach (KeyValuePair<Fqdn, string> spf in _options.SpfRecords.Where(s => !Inside || ModelOf(s.Key) == DnsModel.Split))
        {
            AddSpf(spf.Key, spf.Value, withheld: null);
        }

        Fqdn[] open = Inside ? [] : [.. _options.PlannedSpf.Keys.Where(n => !_options.SpfRecords.ContainsKey(n))];
        foreach (Fqdn name in open)
        {
            AddSpf(name, _options.PlannedSpf[name], "a record that exists must be edited instead: New-SpfRecord -LookUp");
        }

        if (open.Length > 0)
        {
            _findings.Add(DnsFindings.SpfNotStated(open));
        }
    }

    private void AddSpf(Fqdn name, string text, string? withheld)
    {
        Fqdn zone = _plan.SmtpDomains.Contains(name) ? name : ZoneOf(name);
        Claim(zone);
        Add(zone.Value, name.Value, DnsRecordType.TXT, text,
            "The senders of the domain (RFC 7208). One SPF record per name: merge with one that exists.", withheld: withheld);
    }

    /// <summary>What senders and receivers of mail look for outside; the inside view has no use for it.</summary>
    private void AddMail()
    {
        if (Inside || _options.Mail is not { } mail)
        {
            return;
        }

        foreach (MailRecord record in MailRecords.Of(_plan, mail))
        {
            Fqdn zone = _plan.SmtpDomains.Contains(record.Owner) ? record.Owner : ZoneOf(record.Owner);
            Claim(zone);
            string name = record.Prefix + record.Owner.Value;
            if (name.Length > MaximumName)
            {
                _findings.Add(DnsFindings.MailNameTooLong(name));
            }
            else if (record.Type != DnsRecordType.Address)
            {
                Add(zone.Value, name, record.Type, record.Value, record.Reason);
            }
            else
            {
                AddPolicyHost(zone.Value, name, record.Reason);
            }
        }

        _findings.AddRange(MailRecordFindings.Of(_plan, mail));
    }

    private void AddPolicyHost(string zone, string name, string reason)
    {
        IReadOnlyList<string>? stated = Fqdn.TryParse(name, nameof(name), out Fqdn? host, out _) && _stated.Add(host)
            && _options.Addresses.TryGetValue(host, out IReadOnlyList<string>? addresses) ? addresses : null;
        foreach (string? address in stated?.Cast<string?>() ?? [null])
        {
            AddAddress(zone, name, address, reason);
        }
    }

    /// <summary>The service record of each mail domain: clients ask for it after the other names (S9, S10).</summary>
    private void AddServices()
    {
        Fqdn target = _plan.ServiceTarget(_options.View);
        foreach (Fqdn domain in _plan.SmtpDomains.Where(d => _options.IncludeSrv || _plan.AutodiscoverSrvDomains.Contains(d)))
        {
            DnsModel model = ModelOf(domain);
            string name = AutodiscoverLabels.ServicePrefix + domain.Value;
            if (Inside && model == DnsModel.Separate)
            {
                continue;
            }

            if (name.Length > MaximumName)
            {
                _findings.Add(DnsFindings.ServiceNameTooLong(name));
                continue;
            }

            // A pinpoint zone has exactly one name, so the record stands at its top.
            bool pinpoint = Inside && model == DnsModel.Pinpoint;
            if (pinpoint)
            {
                _origins[name] = ZoneOrigin.New;
            }
            else
            {
                Claim(domain);
            }

            Add(pinpoint ? name : domain.Value, name, DnsRecordType.SRV, target.Value,
                "Clients that found nothing under the other names ask for it (S9, S10).");
        }
    }

    private void AddReverse()
    {
        if (_plan.Mail?.SendingHost is not { } mail)
        {
            return;
        }

        IReadOnlyList<string> senders = _options.SendingAddresses ?? (Inside ? [] : OwnSenders(mail));
        List<string> zones = [];
        foreach (IPAddress address in senders.Select(AddressSyntax.Read))
        {
            string name = ReverseName.Of(address);
            string zone = _options.ReverseZones.Where(z => name.EndsWith("." + z, StringComparison.Ordinal))
                .OrderByDescending(z => z.Length).FirstOrDefault()
                ?? ReverseName.UsualZone(address);
            _origins[zone] = Inside ? ZoneOrigin.Unknown : ZoneOrigin.Existing;
            zones.Add(zone);
            Add(zone, name, DnsRecordType.PTR, mail.Value, "Receivers look for the name of the address that mail comes from (S43).");
        }

        if (zones.Count > 0 && !Inside)
        {
            _findings.Add(DnsFindings.ReverseZoneOfProvider(zones));
        }
    }

    /// <summary>Addresses stated for this script count more than those of the plan.</summary>
    private IReadOnlyList<string> OwnSenders(Fqdn host) => !_stated.Contains(host) && _plan.Mail!.SendingAddresses is { Count: > 0 } planned
        ? planned
        : [.. _records.Where(r => IsAddress(r) && r.Name == host.Value).Select(r => r.Value).OfType<string>()];

    /// <summary>A name server inside its own zone needs an address there, or the zone is not loaded.</summary>
    private void AddNameServers()
    {
        if (_options.Format != DnsScriptFormat.Bind)
        {
            return;
        }

        foreach (Fqdn server in _options.NameServers.Where(n => !_withAddress.Contains(n.Value)))
        {
            string? zone = _origins.Keys.Where(z => server.Value == z || server.Value.EndsWith("." + z, StringComparison.Ordinal))
                .OrderByDescending(z => z.Length).FirstOrDefault();
            if (zone is null)
            {
                continue;
            }

            _stated.Add(server);
            foreach (string? address in _options.Addresses.TryGetValue(server, out IReadOnlyList<string>? stated)
                ? stated.Cast<string?>() : [null])
            {
                AddAddress(zone, server.Value, address, "A name server of the zone.");
            }
        }

        if (_options.NameServers.Count == 0 && _origins.Count > 0)
        {
            _findings.Add(DnsFindings.NameServerNotStated(_origins.Keys));
        }
    }

    private void SayUnused()
    {
        string[] gone = [
            .. _plan.AutodiscoverSrvDomains.Select(d => AutodiscoverLabels.HostPrefix + d.Value)
                .Where(n => !_records.Exists(r => r.Name == n))];
        if (gone.Length > 0)
        {
            _findings.Add(DnsFindings.AutodiscoverNameMustGo(gone, _options.View));
        }

        SayUnusedAddresses();
    }

    private void SayUnusedAddresses()
    {
        _findings.AddRange(
            _options.Addresses.Keys.Where(h => !_stated.Contains(h)).Select(h => DnsFindings.AddressNotUsed(h.Value, _options.View)));
        if (_records.Count == 0)
        {
            _findings.Add(DnsFindings.NothingToWrite(_plan, _options.View));
        }
    }

    /// <summary>Addresses and aliases alone, in zones that are there: what leads to a name keeps its own time to live.</summary>
    private List<ZoneRecords> ZonesOfStep()
    {
        SayUnusedAddresses();
        return [.. _records.Where(r => IsAddress(r) || r.Type == DnsRecordType.CNAME)
            .Select(r => r.Value is null && !CutOverLines.NeedsData(_options.Format) ? r : Judge(r))
            .GroupBy(r => r.Zone, StringComparer.Ordinal)
            .Select(z => new ZoneRecords { Name = z.Key, Origin = ZoneOrigin.Existing, Records = [.. z] })];
    }

    private List<ZoneRecords> Zones()
    {
        ILookup<string, ZoneRecord> byZone = _records.Select(Judge).ToLookup(r => r.Zone, StringComparer.Ordinal);
        return [.. byZone.Select(z => new ZoneRecords { Name = z.Key, Origin = _origins[z.Key], Note = Note(z.Key), Records = [.. z] })];
    }

    private string? Note(string zone) => _origins[zone] switch
    {
        ZoneOrigin.New =>
            "A pinpoint zone: this one name is answered inside, every other name of its domain still comes from the Internet.",
        ZoneOrigin.Unknown when !IsReverse(zone) =>
            "If this zone is made now, every other record that the Internet sees must be copied into it as well (S1).",
        ZoneOrigin.Existing when IsReverse(zone) => "The zone belongs to the owner of the addresses, usually the provider (S43).",
        _ => null,
    };

    /// <summary>Holds a record back that DNS does not allow, or that would lead nowhere.</summary>
    private ZoneRecord Judge(ZoneRecord record)
    {
        switch (record.Type)
        {
            case DnsRecordType.A when record.Value is null:
                _findings.Add(DnsFindings.AddressNotStated(record.Name, _options.View));
                return record.Hold("the address is not stated");
            case DnsRecordType.CNAME when _withOtherData.Contains(record.Name) || record.Name == record.Zone:
                _findings.Add(DnsFindings.AliasBesideOtherData(record.Name));
                return record.Hold("an alias cannot stand beside other data");
            case DnsRecordType.MX or DnsRecordType.SRV when _aliases.Contains(record.Value!):
                _findings.Add(DnsFindings.TargetIsAlias(record));
                return record.Hold("the target is an alias");
            case DnsRecordType.MX or DnsRecordType.SRV when _withoutAddress.Contains(record.Value!)
                && !_withAddress.Contains(record.Value!):
                _findings.Add(DnsFindings.TargetWithoutAddress(record));
                return record.Hold("the address of the target is not stated");
            case DnsRecordType.TXT when _options.Format == DnsScriptFormat.Dnscmd && !DnscmdLines.CanCarry(record.Value!):
                _findings.Add(DnsFindings.TextNotForCommandLine(record));
                return record.Hold("a command line cannot carry the text");
            case DnsRecordType.TLSA when _options.Format == DnsScriptFormat.Dnscmd:
                _findings.Add(DnsFindings.TlsaNotOnCommandLine(record));
                return record.Hold("dnscmd makes no record of this type");
            case DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME
                or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.MX or DnsRecordType.SRV or DnsRecordType.TXT
                or DnsRecordType.PTR or DnsRecordType.TLSA or DnsRecordType.CAA:
                return record;
            default:
                throw ClosedSet.Outside(record.Type);
        }
    }

    private void AddAddress(string zone, string name, string? value, string reason)
    {
        bool known = AddressSyntax.TryRead(value, out IPAddress? address);
        (known ? _withAddress : _withoutAddress).Add(name);
        Add(zone, name, address?.AddressFamily == AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A,
            address is null ? null : AddressSyntax.Write(address), reason);
    }

    private void Add(string zone, string name, DnsRecordType type, string? value, string reason, int preference = 0,
        string? withheld = null)
    {
        if (!_seen.Add((name, type, value)))
        {
            return;
        }

        (type == DnsRecordType.CNAME ? _aliases : _withOtherData).Add(name);
        _records.Add(
            new ZoneRecord { View = _options.View, Zone = zone, Name = name, Type = type, Value = value, Preference = preference,
                Reason = reason, Withheld = withheld });
    }

    private void Claim(Fqdn domain)
    {
        if (!_origins.ContainsKey(domain.Value))
        {
            _origins[domain.Value] = OriginOf(domain, name: null);
        }
    }

    private ZoneOrigin OriginOf(Fqdn zone, Fqdn? name) => !Inside || zone.Equals(_plan.ADDomain) ? ZoneOrigin.Existing
        : zone.Equals(name) && ModelOf(zone) == DnsModel.Pinpoint ? ZoneOrigin.New
        : _models.ContainsKey(zone) ? ZoneOrigin.Unknown
        : ZoneOrigin.Existing;

    /// <summary>The model of the public zone that a name lies in.</summary>
    private DnsModel ModelOf(Fqdn name) => PublicZoneOf(name) is { } zone ? _models[zone] : _plan.DnsModel;

    private Fqdn ZoneOf(Fqdn name) => PublicZoneOf(name) ?? PublicSuffixes.ZoneOf(name);

    private Fqdn? PublicZoneOf(Fqdn name)
    {
        Fqdn? zone = name;
        while (zone is not null && !_models.ContainsKey(zone))
        {
            zone = zone.Parent;
        }

        return zone;
    }

    private static bool IsAddress(ZoneRecord record) => record.Type is DnsRecordType.A or DnsRecordType.AAAA;

    private static bool IsReverse(string zone) => zone.EndsWith(".arpa", StringComparison.Ordinal);
}
