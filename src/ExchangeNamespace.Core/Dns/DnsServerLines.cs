using System;
using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>Cmdlets of the DnsServer module. Only parameters that Windows Server 2012 has already, but for TLSA (2016).</summary>
internal static class DnsServerLines
{
    /// <summary>The module takes at most 254 characters a line; each line becomes one character-string.</summary>
    private const int MaximumTextLine = 254;

    /// <summary>How the documentation writes the zone itself for mail exchangers; the other cmdlets take <c>@</c>.</summary>
    private const string ApexOfMail = ".";

    public static IEnumerable<string> Lines(ZoneRecords zone, DnsScriptOptions options)
    {
        yield return ScriptComment.Line($"=== zone {zone.Name}");
        if (zone.Note is not null)
        {
            yield return ScriptComment.Line(zone.Note);
        }

        string make = Line("Add-DnsServerPrimaryZone", Zone(zone.Name, options.Storage));
        if (zone.Origin != ZoneOrigin.Existing)
        {
            yield return zone.Origin == ZoneOrigin.New ? make : ScriptComment.Line($"{make} : only where the zone is not there yet");
        }

        foreach (ZoneRecord record in zone.Records)
        {
            record.ThrowUnlessWritable();
            yield return ScriptComment.Line(record.Reason);
            string line = Line(Cmdlet(record.Type), [.. Parameters(record), .. Time(options.TimeToLive)]);
            yield return record.Withheld is null ? line : ScriptComment.Line($"{line} : {record.Withheld}");
        }
    }

    private static string Line(string cmdlet, IReadOnlyList<CommandParameter> parameters) => cmdlet + new ParameterTail(parameters).Text;

    private static IReadOnlyList<CommandParameter> Zone(string name, DnsZoneStorage storage) =>
    [
        Bare("Name", name),
        storage == DnsZoneStorage.File ? Bare("ZoneFile", name + ".dns") : Bare("ReplicationScope", storage.ToString()),
        Bare("DynamicUpdate", "None"),
    ];

    private static string Cmdlet(DnsRecordType type) => type switch
    {
        DnsRecordType.A => "Add-DnsServerResourceRecordA",
        DnsRecordType.AAAA => "Add-DnsServerResourceRecordAAAA",
        DnsRecordType.CNAME => "Add-DnsServerResourceRecordCName",
        DnsRecordType.MX => "Add-DnsServerResourceRecordMX",
        DnsRecordType.PTR => "Add-DnsServerResourceRecordPtr",
        DnsRecordType.SRV or DnsRecordType.TXT or DnsRecordType.TLSA => "Add-DnsServerResourceRecord",
        DnsRecordType.Address or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.CAA or _ => throw ClosedSet.Outside(type),
    };

    private static IEnumerable<CommandParameter> Parameters(ZoneRecord record)
    {
        string node = record.Type == DnsRecordType.MX && record.Node == ZoneLiteral.Apex ? ApexOfMail : record.Node;
        CommandParameter[] place = [Bare("ZoneName", record.Zone), Bare("Name", node)];
        string value = record.Value ?? ZoneRecord.UnknownAddress;
        return record.Type switch
        {
            DnsRecordType.A => [.. place, Bare("IPv4Address", value)],
            DnsRecordType.AAAA => [.. place, Bare("IPv6Address", value)],
            DnsRecordType.CNAME => [.. place, Bare("HostNameAlias", value)],
            DnsRecordType.MX => [.. place, Bare("MailExchange", value), Number("Preference", record.Preference)],
            DnsRecordType.PTR => [.. place, Bare("PtrDomainName", value)],
            DnsRecordType.SRV =>
            [
                Switch("Srv"), .. place, Bare("DomainName", value),
                Number("Priority", ZoneRecord.ServicePriority), Number("Weight", ZoneRecord.ServiceWeight), Number("Port",
                    ZoneRecord.ServicePort),
            ],
            DnsRecordType.TXT =>
                [Switch("Txt"), .. place,
                    new CommandParameter("DescriptiveText",
                        CommandValue.Lines(TextParts.Split(value, MaximumTextLine), LiteralForm.DoubleQuoted))],
            DnsRecordType.TLSA => [Switch("Tlsa"), .. place, .. Association(TlsaData.Parse(value))],
            DnsRecordType.Address or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.CAA or _
                => throw ClosedSet.Outside(record.Type),
        };
    }

    private static IEnumerable<CommandParameter> Association(TlsaData data) =>
    [
        Bare("CertificateUsage", data.Usage == TlsaUsage.Authority ? "TrustAnchorAssertion" : "DomainIssuedCertificate"),
        Bare("Selector", "SubjectPublicKeyInfo"),
        Bare("MatchingType", "Sha256Hash"),
        new CommandParameter("CertificateAssociationData", CommandValue.Text(data.Digest, LiteralForm.SingleQuoted)),
    ];

    private static IEnumerable<CommandParameter> Time(TimeSpan? time) =>
        time is { } stated ? [Bare("TimeToLive", stated.ToString("c"))] : [];

    private static CommandParameter Bare(string name, string value) => new(name, CommandValue.Text(value, LiteralForm.Bare));

    private static CommandParameter Number(string name, int value) => new(name, CommandValue.Number(value));

    private static CommandParameter Switch(string name) => new(name, CommandValue.Switch);
}
