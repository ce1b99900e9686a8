using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>Reads what was said about a DNS script. Nothing is guessed, and a contradiction is a fault.</summary>
internal static class DnsScriptReader
{
    /// <summary>The mailbox that RFC 2142 7 keeps for a zone.</summary>
    private const string DefaultMailbox = "hostmaster";

    private const string SpfVersion = "v=spf1";
    private const int SerialsOfDay = 100;

    public static DnsScriptOptions? Read(NamespacePlan plan, DnsScriptInput input, List<InputFault> faults)
    {
        int before = faults.Count;
        RefuseUnused(input, faults);
        CutOverStepReader.Refuse(input, faults);
        DnsScriptOptions options = new()
        {
            View = input.View,
            Format = input.Format,
            Addresses = ReadAddressMap(input.Addresses, faults),
            SendingAddresses = input.SendingAddresses is null ? null : ReadAddresses(input.SendingAddresses, "SendingAddress", faults),
            ReverseZones = ReadReverseZones(input.ReverseZones, faults),
            SpfRecords = ReadSpf(plan, input.SpfRecord, faults),
            PlannedSpf = input.PlannedSpf,
            IncludeSrv = input.IncludeSrv,
            Mail = input.Mail is null ? null : MailRecordReader.Read(plan, input.Mail, faults),
            TimeToLive = ReadTimeToLive(input.TimeToLive, faults) ?? CutOverStepReader.UsualTime(input),
            CutOverStep = input.CutOverStep,
            Serial = ReadSerial(plan, input.Serial, faults),
            NameServers = ReadNames(input.NameServers, "NameServer", faults),
            HostMaster = ReadMailbox(plan, input.HostMaster, faults),
            Storage = input.Storage ?? DnsZoneStorage.Domain,
        };
        RefuseSendersWithoutName(plan, options, faults);
        return faults.Count > before ? null : options;
    }

    private static void RefuseUnused(DnsScriptInput input, List<InputFault> faults)
    {
        bool zoneText = input.Format == DnsScriptFormat.Bind;
        (string Name, object? Value, bool Allowed)[] given =
        [
            (nameof(input.Serial), input.Serial, zoneText),
            ("NameServer", input.NameServers, zoneText),
            (nameof(input.HostMaster), input.HostMaster, zoneText),
            ("ZoneStorage", input.Storage, !zoneText),
        ];
        foreach ((string name, object? value, _) in given.Where(g => g.Value is not null && !g.Allowed && input.CutOverStep is null))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, name, value,
                $"-{name} has no place in the format {input.Format}. Leave it out, or choose another format."));
        }
    }

    private static void RefuseSendersWithoutName(NamespacePlan plan, DnsScriptOptions options, List<InputFault> faults)
    {
        if (plan.MailHost is null && options.SendingAddresses is { Count: > 0 } senders)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "SendingAddress", senders[0],
                "The plan has no mail host, so the addresses have no name to lead to (S43). Give Get-NamespacePlan -MailHost."));
        }

        if (options.ReverseZones.Count == 0)
        {
            return;
        }

        foreach (string address in options.SendingAddresses ?? [])
        {
            string name = ReverseName.Of(AddressSyntax.Read(address));
            if (!options.ReverseZones.Any(z => name.EndsWith("." + z, StringComparison.Ordinal)))
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, "ReverseZone", address,
                    $"No -ReverseZone holds the sending address {address}: its name is {name}."));
            }
        }
    }

    private static Dictionary<Fqdn, IReadOnlyList<string>> ReadAddressMap(IReadOnlyDictionary<string, object?>? map,
        List<InputFault> faults)
    {
        Dictionary<Fqdn, IReadOnlyList<string>> read = [];
        foreach (KeyValuePair<string, object?> entry in map ?? new Dictionary<string, object?>())
        {
            if (!Fqdn.TryParse(entry.Key, "Address", out Fqdn? host, out InputFault? fault))
            {
                faults.Add(fault);
                continue;
            }

            IReadOnlyList<object?> values = entry.Value is IReadOnlyList<object?> list ? list : [entry.Value];
            List<string> addresses = ReadAddresses(
                [.. values.Select(v => v as string ?? Convert.ToString(v, CultureInfo.InvariantCulture))], $"Address[{host}]", faults);
            if (read.ContainsKey(host))
            {
                faults.Add(new InputFault(FaultIds.MemberDuplicate, "Address", entry.Key,
                    $"{host} stands twice in -Address. Give all addresses of a host as one list."));
            }
            else if (values.Count == 0)
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, $"Address[{host}]", entry.Value,
                    $"{host} has an empty list of addresses. Leave it out of -Address."));
            }

            read[host] = addresses;
        }

        return read;
    }

    private static List<string> ReadAddresses(IReadOnlyList<string?> texts, string parameter, List<InputFault> faults)
    {
        List<string> addresses = [];
        foreach (string? text in texts)
        {
            if (!HostAddress.TryRead(text, out string? address, out string? refusal))
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, parameter, text, refusal));
            }
            else if (!addresses.Contains(address))
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    private static List<string> ReadReverseZones(IReadOnlyList<string?>? texts, List<InputFault> faults)
    {
        List<string> zones = [];
        foreach (string? text in texts ?? [])
        {
            if (ReverseName.TryReadZone(text, "ReverseZone", out string zone, out InputFault? fault))
            {
                zones.Add(zone);
            }
            else
            {
                faults.Add(fault!);
            }
        }

        return zones;
    }

    private static Dictionary<Fqdn, string> ReadSpf(NamespacePlan plan, object? given, List<InputFault> faults)
    {
        Dictionary<Fqdn, string> records = [];
        switch (given)
        {
            case null:
                break;
            case string text when CheckSpf(text, "SpfRecord", faults):
                foreach (Fqdn domain in plan.SmtpDomains)
                {
                    records[domain] = text;
                }

                break;
            case string:
                break;
            case IReadOnlyDictionary<string, object?> map:
                foreach (KeyValuePair<string, object?> entry in map)
                {
                    AddSpf(plan, entry.Key, entry.Value, records, faults);
                }

                break;
            default:
                faults.Add(new InputFault(FaultIds.MemberWrongType, "SpfRecord", given,
                    "-SpfRecord is one text for all mail domains, or a hashtable of mail domains with a text each."));
                break;
        }

        return records;
    }

    private static void AddSpf(NamespacePlan plan, string key, object? value, Dictionary<Fqdn, string> records, List<InputFault> faults)
    {
        string parameter = $"SpfRecord[{VisibleText.Short(key)}]";
        if (!Fqdn.TryParse(key, "SpfRecord", out Fqdn? domain, out InputFault? fault))
        {
            faults.Add(fault);
        }
        else if (!SpfNames(plan).Contains(domain))
        {
            faults.Add(new InputFault(FaultIds.ValueNotListed, "SpfRecord", key,
                $"{domain} is not a mail domain of the plan. Known: {string.Join(", ", SpfNames(plan))}."));
        }
        else if (records.ContainsKey(domain))
        {
            faults.Add(new InputFault(FaultIds.MemberDuplicate, "SpfRecord", key,
                $"{domain} stands twice in -SpfRecord, but a domain has exactly one SPF record (RFC 7208 4.5)."));
        }
        else if (value is not string text)
        {
            faults.Add(new InputFault(FaultIds.MemberWrongType, parameter, value, $"The SPF record of {domain} is not a text."));
        }
        else if (CheckSpf(text, parameter, faults))
        {
            records.Add(domain, text);
        }
    }

    /// <summary>The names that mail is sent under: domains, child domains, and the name in EHLO.</summary>
    private static IEnumerable<Fqdn> SpfNames(NamespacePlan plan) =>
        plan.SmtpDomains.Concat(plan.Mail?.ChildDomains ?? []).Concat(plan.Mail is { } mail ? [mail.SendingHost] : []).Distinct();

    private static bool CheckSpf(string text, string parameter, List<InputFault> faults)
    {
        bool versioned = text.StartsWith(SpfVersion, StringComparison.OrdinalIgnoreCase)
            && (text.Length == SpfVersion.Length || text[SpfVersion.Length] == ' ');
        if (versioned && text.All(c => c is >= ' ' and <= '~'))
        {
            return true;
        }

        faults.Add(new InputFault(
            TextSyntax.BreaksLine(text) ? FaultIds.TextHasControlCharacter : FaultIds.ValueNotListed,
            parameter,
            text,
            $"'{VisibleText.Short(text)}' is not an SPF record: it begins with 'v=spf1' and a space, and is ASCII on one line (RFC "
                + "7208 4.5)."));
        return false;
    }

    private static TimeSpan? ReadTimeToLive(TimeSpan? given, List<InputFault> faults)
    {
        if (given is { } time && (time < TimeSpan.Zero || time.TotalSeconds > int.MaxValue || time.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "TimeToLive", time,
                $"A time to live is a whole number of seconds up to {int.MaxValue} (RFC 2181 8). Give it as hours:minutes:seconds, such as "
                    + "00:05:00; PowerShell takes a plain number for ticks."));
        }

        return given;
    }

    private static uint ReadSerial(NamespacePlan plan, long? given, List<InputFault> faults)
    {
        if (given is < 0 or > uint.MaxValue)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "Serial", given,
                $"A serial number lies between 0 and {uint.MaxValue} (RFC 1035 3.3.13)."));
            return 0;
        }

        DateTime day = plan.AsOf;
        return (uint)(given ?? ((((((day.Year * 100L) + day.Month) * 100) + day.Day) * SerialsOfDay) + 1));
    }

    private static List<Fqdn> ReadNames(IReadOnlyList<string?>? texts, string parameter, List<InputFault> faults)
    {
        List<Fqdn> names = [];
        foreach (string? text in texts ?? [])
        {
            if (!Fqdn.TryParse(text, parameter, out Fqdn? name, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static (string Local, Fqdn Domain) ReadMailbox(NamespacePlan plan, string? given, List<InputFault> faults)
    {
        Fqdn own = plan.SmtpDomains.Count > 0 ? plan.SmtpDomains[0] : plan.ExternalZone;
        if (given is null)
        {
            return (DefaultMailbox, own);
        }

        int at = given.LastIndexOf('@');
        string local = at < 0 ? string.Empty : given.Substring(0, at);
        if (local.Length is 0 or > 63 || !local.All(c => c is > ' ' and <= '~' and not '"' and not '@'))
        {
            faults.Add(new InputFault(FaultIds.NameBadCharacter, "HostMaster", given,
                $"'{VisibleText.Short(given)}' is not a mail address in ASCII, such as hostmaster@contoso.com."));
            return (DefaultMailbox, own);
        }

        if (Fqdn.TryParse(given.Substring(at + 1), "HostMaster", out Fqdn? domain, out InputFault? fault))
        {
            return (local, domain);
        }

        faults.Add(fault);
        return (DefaultMailbox, own);
    }
}
