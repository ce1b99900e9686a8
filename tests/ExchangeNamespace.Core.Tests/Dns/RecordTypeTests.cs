using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Each type of record in each format: it is written as what it is, or refused; none turns into another.</summary>
public class RecordTypeTests
{
    private static readonly string Digest = new('A', 64);

    /// <summary>The types that a script has, with a value and what each format makes of it; null for a format that refuses it.</summary>
    private static readonly Dictionary<DnsRecordType, (string Value, string Bind, string? Dnscmd, string DnsServer)> Written = new()
    {
        [DnsRecordType.A] = (
            "192.0.2.1", "IN A 192.0.2.1", "A 192.0.2.1",
            "Add-DnsServerResourceRecordA -ZoneName contoso.com -Name mail -IPv4Address \"192.0.2.1\""),
        [DnsRecordType.AAAA] = (
            "2001:db8::1", "IN AAAA 2001:db8::1", "AAAA 2001:db8::1",
            "Add-DnsServerResourceRecordAAAA -ZoneName contoso.com -Name mail -IPv6Address \"2001:db8::1\""),
        [DnsRecordType.CNAME] = (
            "a.contoso.com", "IN CNAME a.contoso.com.", "CNAME a.contoso.com.",
            "Add-DnsServerResourceRecordCName -ZoneName contoso.com -Name mail -HostNameAlias a.contoso.com"),
        [DnsRecordType.MX] = (
            "a.contoso.com", "IN MX 10 a.contoso.com.", "MX 10 a.contoso.com.",
            "Add-DnsServerResourceRecordMX -ZoneName contoso.com -Name mail -MailExchange a.contoso.com -Preference 10"),
        [DnsRecordType.SRV] = (
            "a.contoso.com", "IN SRV 0 0 443 a.contoso.com.", "SRV 0 0 443 a.contoso.com.",
            "Add-DnsServerResourceRecord -Srv -ZoneName contoso.com -Name mail -DomainName a.contoso.com -Priority 0 -Weight 0 -Port 443"),
        [DnsRecordType.TXT] = (
            "v=spf1 -all", "IN TXT \"v=spf1 -all\"", "TXT \"v=spf1 -all\"",
            "Add-DnsServerResourceRecord -Txt -ZoneName contoso.com -Name mail -DescriptiveText \"v=spf1 -all\""),
        [DnsRecordType.PTR] = (
            "a.contoso.com", "IN PTR a.contoso.com.", "PTR a.contoso.com.",
            "Add-DnsServerResourceRecordPtr -ZoneName contoso.com -Name mail -PtrDomainName a.contoso.com"),
        [DnsRecordType.TLSA] = (
            "3 1 1 " + Digest, "IN TLSA 3 1 1 " + Digest, null,
            "Add-DnsServerResourceRecord -Tlsa -ZoneName contoso.com -Name mail -CertificateUsage DomainIssuedCertificate -Selector "
                + $"SubjectPublicKeyInfo -MatchingType Sha256Hash -CertificateAssociationData '{Digest}'"),
    };

    public static TheoryData<DnsRecordType, DnsScriptFormat> Combinations
    {
        get
        {
            TheoryData<DnsRecordType, DnsScriptFormat> all = [];
            foreach (DnsRecordType type in Enum.GetValues<DnsRecordType>().Append((DnsRecordType)99))
            {
                foreach (DnsScriptFormat format in Enum.GetValues<DnsScriptFormat>())
                {
                    all.Add(type, format);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Each_type_in_each_format_is_written_or_refused(DnsRecordType type, DnsScriptFormat format)
    {
        if (!Written.TryGetValue(type, out (string Value, string Bind, string? Dnscmd, string DnsServer) expected))
        {
            Assert.Throws<InvalidOperationException>(() => Lines(type, format, "a.contoso.com"));
            Assert.Throws<InvalidOperationException>(() => Lines(type, format, value: null));
            return;
        }

        if (format == DnsScriptFormat.Dnscmd && expected.Dnscmd is null)
        {
            Assert.Throws<InvalidOperationException>(() => Lines(type, format, expected.Value));
            return;
        }

        string line = format switch
        {
            DnsScriptFormat.Bind => "mail " + expected.Bind,
            DnsScriptFormat.Dnscmd => "dnscmd /recordadd contoso.com mail " + expected.Dnscmd,
            DnsScriptFormat.DnsServer => expected.DnsServer,
            _ => throw new InvalidOperationException(format.ToString()),
        };
        Assert.Equal(line, Lines(type, format, expected.Value)[^1]);
    }

    private static string[] Lines(DnsRecordType type, DnsScriptFormat format, string? value)
    {
        ZoneRecord record = new()
        {
            View = DnsView.External,
            Zone = "contoso.com",
            Name = "mail.contoso.com",
            Type = type,
            Value = value,
            Preference = 10,
            Reason = "A test.",
            Withheld = value is null ? "a test" : null,
        };
        ZoneRecords zone = new() { Name = "contoso.com", Origin = ZoneOrigin.Existing, Records = [record] };
        DnsScriptOptions options = Options(format);
        return format switch
        {
            DnsScriptFormat.Bind => [.. ZoneText.Lines(zone, options)],
            DnsScriptFormat.Dnscmd => [.. DnscmdLines.Lines(zone, options)],
            DnsScriptFormat.DnsServer => [.. DnsServerLines.Lines(zone, options)],
            _ => throw new InvalidOperationException(format.ToString()),
        };
    }

    private static DnsScriptOptions Options(DnsScriptFormat format) => new()
    {
        View = DnsView.External,
        Format = format,
        Addresses = new Dictionary<Fqdn, IReadOnlyList<string>>(),
        SendingAddresses = null,
        ReverseZones = [],
        SpfRecords = new Dictionary<Fqdn, string>(),
        PlannedSpf = new Dictionary<Fqdn, string>(),
        IncludeSrv = false,
        TimeToLive = null,
        CutOverStep = null,
        Serial = 1,
        NameServers = [],
        HostMaster = ("hostmaster", Fqdn.Parse("contoso.com")),
        Storage = DnsZoneStorage.Domain,
    };
}
