using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Cluster;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class DnsScriptTests
{
    [Fact]
    public void Dnscmd_lines_of_the_articles_example() => Assert.Equal(
        [
            "dnscmd /recordadd shudnow.net webmail A 203.0.113.5",
            "dnscmd /recordadd shudnow.net autodiscover A 203.0.113.5",
            "dnscmd /recordadd shudnow.net smtp A 203.0.113.5",
            "dnscmd /recordadd shudnow.net @ MX 10 smtp.shudnow.net.",
            "dnscmd /recordadd shudnow.net @ TXT \"v=spf1 mx -all\"",
            "dnscmd /recordadd shudnow.net _autodiscover._tcp SRV 0 0 443 webmail.shudnow.net.",
            "dnscmd /recordadd 113.0.203.in-addr.arpa 5 PTR smtp.shudnow.net.",
        ],
        DnsScripts.Live(DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Dnscmd, SpfRecord = DnsScripts.Spf, IncludeSrv = true })));

    [Theory]
    [InlineData(null, "/dsprimary /dp /domain")]
    [InlineData(DnsZoneStorage.Forest, "/dsprimary /dp /enterprise")]
    [InlineData(DnsZoneStorage.Legacy, "/dsprimary /dp /legacy")]
    [InlineData(DnsZoneStorage.File, "/primary /file mail.exoip.com.dns")]
    public void Dnscmd_makes_pinpoint_zones_with_the_address_at_the_top(DnsZoneStorage? storage, string expected) => Assert.Equal(
        [$"dnscmd /zoneadd mail.exoip.com {expected}", "dnscmd /recordadd mail.exoip.com @ 300 A 10.0.0.20"],
        DnsScripts.Live(DnsScripts.Make(DnsScripts.Pinpoint(), new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.Dnscmd, Storage = storage, TimeToLive = TimeSpan.FromMinutes(5) })).Take(2));

    [Fact]
    public void Cmdlets_of_pinpoint_zones() => Assert.Equal(
        [
            "Add-DnsServerPrimaryZone -Name mail.exoip.com -ReplicationScope Domain -DynamicUpdate None",
            "Add-DnsServerResourceRecordA -ZoneName mail.exoip.com -Name \"@\" -IPv4Address \"10.0.0.20\"",
            "Add-DnsServerPrimaryZone -Name autodiscover.exoip.com -ReplicationScope Domain -DynamicUpdate None",
            "Add-DnsServerResourceRecordA -ZoneName autodiscover.exoip.com -Name \"@\" -IPv4Address \"10.0.0.20\"",
            "Add-DnsServerPrimaryZone -Name \"_autodiscover._tcp.exoip.com\" -ReplicationScope Domain -DynamicUpdate None",
            "Add-DnsServerResourceRecord -Srv -ZoneName \"_autodiscover._tcp.exoip.com\" -Name \"@\" -DomainName mail.exoip.com -Priority 0 -Weight 0 -Port 443",
        ],
        DnsScripts.Live(DnsScripts.Make(DnsScripts.Pinpoint(), new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.DnsServer, IncludeSrv = true })));

    [Fact]
    public void Cmdlets_of_the_outside_view() => Assert.Equal(
        [
            "Add-DnsServerResourceRecordA -ZoneName exoip.com -Name mail -IPv4Address \"203.0.113.20\" -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordAAAA -ZoneName exoip.com -Name mail -IPv6Address \"2001:db8::20\" -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordA -ZoneName exoip.com -Name autodiscover -IPv4Address \"203.0.113.20\" -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordAAAA -ZoneName exoip.com -Name autodiscover -IPv6Address \"2001:db8::20\" -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordMX -ZoneName exoip.com -Name \".\" -MailExchange mail.exoip.com -Preference 10 -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordPtr -ZoneName \"113.0.203.in-addr.arpa\" -Name \"20\" -PtrDomainName mail.exoip.com -TimeToLive \"01:00:00\"",
            "Add-DnsServerResourceRecordPtr -ZoneName \"8.b.d.0.1.0.0.2.ip6.arpa\" -Name \"0.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0\" -PtrDomainName mail.exoip.com -TimeToLive \"01:00:00\"",
        ],
        DnsScripts.Live(DnsScripts.Make(DnsScripts.Pinpoint(), new DnsScriptInput
        {
            View = DnsView.External,
            Format = DnsScriptFormat.DnsServer,
            TimeToLive = TimeSpan.FromHours(1),
            ReverseZones = ["203.0.113.0/24", "2001:db8::/32"],
        })));

    [Fact]
    public void Zone_text_of_a_split_zone_is_whole() => Assert.Equal(
        [
            "; Namespace webmail.shudnow.net: records of the Internal view.",
            "; Only what the plan needs: what else the zone holds belongs into the same file.",
            "; Cut-over: answers are kept for a short time; raise it again when every client is right.",
            "; === zone shudnow.net",
            "; If this zone is made now, every other record that the Internet sees must be copied into it as well (S1).",
            "$ORIGIN shudnow.net.",
            "$TTL 300",
            "@ IN SOA ns1.shudnow.net. dns\\.team.shudnow.net. (42 3600 900 1209600 300)",
            "@ IN NS ns1.shudnow.net.",
            "; Inside clients use it (S2).",
            "webmail IN A 10.0.0.5",
            "; The public name must lead to the servers inside as well (S1).",
            "autodiscover IN A 10.0.0.5",
            "; The inside copy of the zone needs the record as well (S1).",
            "@ IN MX 10 smtp.shudnow.net.",
            "; The mail exchanger needs an address in the inside copy of its zone (S1).",
            "smtp IN A 203.0.113.5",
            "; The senders of the domain (RFC 7208). One SPF record per name: merge with one that exists.",
            "@ IN TXT \"v=spf1 mx -all\"",
            "; A name server of the zone.",
            "ns1 IN A 10.0.0.1",
        ],
        DnsScripts.Lines(DnsScripts.Make(DnsScripts.Article(DnsModel.Split), new DnsScriptInput
        {
            View = DnsView.Internal,
            Format = DnsScriptFormat.Bind,
            NameServers = ["ns1.shudnow.net"],
            Addresses = Plans.Members(("ns1.shudnow.net", "10.0.0.1")),
            SpfRecord = DnsScripts.Spf,
            Serial = 42,
            HostMaster = "dns.team@shudnow.net",
            TimeToLive = TimeSpan.FromMinutes(5),
        })));

    [Fact]
    public void The_serial_number_is_the_day_of_the_plan() =>
        Assert.Contains("(2026060101 ", DnsScripts.Live(DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, NameServers = ["ns1.example.net"] }))[2], StringComparison.Ordinal);

    [Fact]
    public void A_long_text_is_an_expression_of_lines_for_the_cmdlet()
    {
        string text = "v=spf1 " + string.Join(" ", Enumerable.Range(0, 30).Select(i => $"ip4:192.0.2.{i}")) + " -all";
        string line = DnsScripts.Live(DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.DnsServer, SpfRecord = text })).Single(l => l.Contains("-Txt", StringComparison.Ordinal));

        Assert.StartsWith("Add-DnsServerResourceRecord -Txt -ZoneName shudnow.net -Name \"@\" -DescriptiveText ('v=spf1 ", line, StringComparison.Ordinal);
        string[] parts = line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(" + [char]13 + [char]10 + ");
        Assert.Equal(text, string.Concat(parts.Select(p => p[1..^1])));
        Assert.All(parts, p => Assert.InRange(p.Length - 2, 1, 254));
    }

    [Fact]
    public void The_article_zone_is_not_made_where_active_directory_has_it() =>
        Assert.Equal(ZoneOrigin.Existing, Assert.Single(DnsScripts.Make(DnsScripts.Article(), DnsScripts.Input(DnsView.Internal, DnsScriptFormat.DnsServer)).Zones).Origin);

    [Fact]
    public void A_copy_of_a_public_zone_is_made_by_a_comment_only()
    {
        string[] lines = DnsScripts.Lines(DnsScripts.Make(DnsScripts.Article(DnsModel.Split), DnsScripts.Input(DnsView.Internal, DnsScriptFormat.Dnscmd)));
        Assert.Contains("REM dnscmd /zoneadd shudnow.net /dsprimary /dp /domain : only where the zone is not there yet", lines);
        Assert.Contains(lines, l => l.Contains("must be copied", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DnsScriptFormat.Bind, "; @ IN A (address) : the address is not stated")]
    [InlineData(DnsScriptFormat.Dnscmd, "REM dnscmd /recordadd mail.exoip.com @ A (address) : the address is not stated")]
    [InlineData(DnsScriptFormat.DnsServer, "# Add-DnsServerResourceRecordA -ZoneName mail.exoip.com -Name \"@\" -IPv4Address \"(address)\" : the address is not stated")]
    public void A_missing_address_is_a_finding_and_a_comment(DnsScriptFormat format, string expected)
    {
        DnsScript script = DnsScripts.Make(DnsScripts.Pinpoint(address: null), new DnsScriptInput { View = DnsView.Internal, Format = format, IncludeSrv = true });

        Assert.Contains(expected, DnsScripts.Lines(script));
        Assert.DoesNotContain(DnsScripts.Live(script), l => l.Contains("(address)", StringComparison.Ordinal) || l.Contains("SRV", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["mail.exoip.com", "autodiscover.exoip.com"], script.Findings.Where(f => f.Code == DnsFindingCodes.AddressNotStated).Select(f => f.Subject));
        Assert.Equal("_autodiscover._tcp.exoip.com", Assert.Single(script.Findings, f => f.Code == DnsFindingCodes.TargetWithoutAddress).Subject);
    }

    [Fact]
    public void A_stated_address_fills_what_the_plan_does_not_know()
    {
        DnsScript script = DnsScripts.Make(DnsScripts.Pinpoint(address: null), new DnsScriptInput
        {
            View = DnsView.Internal,
            Format = DnsScriptFormat.Dnscmd,
            Addresses = Plans.Members(("MAIL.exoip.com", new List<object?> { "10.9.0.1", "fd00::1" }), ("autodiscover.exoip.com", "10.9.0.1"), ("other.exoip.com", "10.9.0.2")),
        });

        Assert.Equal(
            ["dnscmd /recordadd mail.exoip.com @ A 10.9.0.1", "dnscmd /recordadd mail.exoip.com @ AAAA fd00::1", "dnscmd /recordadd autodiscover.exoip.com @ A 10.9.0.1"],
            DnsScripts.Live(script).Where(l => l.Contains("recordadd", StringComparison.Ordinal)));
        Assert.Equal((DnsFindingCodes.AddressNotUsed, "other.exoip.com"), script.Findings.Select(f => (f.Code, f.Subject)).Single());
    }

    [Fact]
    public void An_alias_beside_other_data_or_at_the_top_is_held_back()
    {
        DnsScript script = DnsScripts.Make(DnsScripts.With(DnsScripts.Alias("mail.exoip.com", "exoip.com"), DnsScripts.Alias("exoip.com", "exoip.com")), DnsScripts.Input(DnsView.External, DnsScriptFormat.Bind));

        Assert.DoesNotContain(DnsScripts.Live(script), l => l.Contains("CNAME", StringComparison.Ordinal));
        Assert.Equal(["mail.exoip.com", "exoip.com"], script.Findings.Where(f => f.Code == DnsFindingCodes.AliasBesideOtherData).Select(f => f.Subject));
    }

    [Fact]
    public void A_mail_exchanger_that_is_an_alias_is_held_back()
    {
        NamespacePlan plan = DnsScripts.With();
        plan = DnsScripts.Copy(plan, [.. plan.DnsRecords.Where(r => r.Type != DnsRecordType.Address || !r.Name.Equals(plan.MailHost)), DnsScripts.Alias("mail.exoip.com", "exoip.com")]);

        DnsScript script = DnsScripts.Make(plan, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, IncludeSrv = true });

        Assert.Equal(["exoip.com", "_autodiscover._tcp.exoip.com"], script.Findings.Where(f => f.Code == DnsFindingCodes.TargetIsAlias).Select(f => f.Subject));
        Assert.DoesNotContain(DnsScripts.Live(script), l => l.Contains("IN MX", StringComparison.Ordinal) || l.Contains("IN SRV", StringComparison.Ordinal));
    }

    [Fact]
    public void Zone_text_without_a_name_server_says_so()
    {
        DnsScript script = DnsScripts.Make(DnsScripts.Article(), DnsScripts.Input(DnsView.Internal, DnsScriptFormat.Bind));

        Assert.Equal(DnsFindingCodes.NameServerNotStated, Assert.Single(script.Findings).Code);
        Assert.DoesNotContain(DnsScripts.Live(script), l => l.Contains("SOA", StringComparison.Ordinal) || l.Contains(" NS ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reverse_zone_outside_is_the_providers() =>
        Assert.Equal("113.0.203.in-addr.arpa", Assert.Single(DnsScripts.Make(DnsScripts.Article(), DnsScripts.Input(DnsView.External, DnsScriptFormat.Dnscmd)).Findings, f => f.Code == DnsFindingCodes.ReverseZoneOfProvider).Subject);

    [Fact]
    public void A_text_that_no_command_line_carries_is_held_back_there_only()
    {
        const string Macro = "v=spf1 exists:%{i}.spf.contoso.com -all";
        DnsScript dnscmd = DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Dnscmd, SpfRecord = Macro });
        Assert.Contains(dnscmd.Findings, f => f.Code == DnsFindingCodes.TextNotForCommandLine);
        Assert.DoesNotContain(DnsScripts.Lines(dnscmd), l => l.Contains('%', StringComparison.Ordinal));
        Assert.Contains("@ IN TXT \"" + Macro + "\"", DnsScripts.Live(DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = Macro })));
    }

    /// <summary>The program must get what was meant: the line is split as cmd.exe and the C runtime of dnscmd do.</summary>
    [Theory]
    [InlineData("v=spf1 -all x=1\\", 1)]
    [InlineData("v=spf1 -all x=\\\\\\", 1)]
    [InlineData("v=spf1 -all x=C:\\a b\\", 1)]
    [InlineData(null, 3)]
    public void A_text_part_that_ends_in_a_backslash_reaches_dnscmd_whole(string? text, int parts)
    {
        text ??= "v=spf1 -all x=" + new string('a', 251) + "\\" + new string('b', 100) + "\\";
        DnsScript script = DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Dnscmd, SpfRecord = text });

        string line = Assert.Single(DnsScripts.Live(script), l => l.Contains(" TXT ", StringComparison.Ordinal));
        List<string>? arguments = CmdModel.Arguments(line);

        Assert.Equal(["dnscmd", "/recordadd", "shudnow.net", "@", "TXT"], arguments?.Take(5));
        Assert.Equal(parts, arguments!.Count - 5);
        Assert.All(arguments.Skip(5).TakeLast(Math.Max(1, parts - 1)), part => Assert.EndsWith("\\", part, StringComparison.Ordinal));
        Assert.Equal(text, string.Concat(arguments.Skip(5)));
    }

    [Fact]
    public void A_view_without_records_is_said() =>
        Assert.Contains(DnsScripts.Make(DnsScripts.Copy(DnsScripts.Article(), []), DnsScripts.Input(DnsView.Internal, DnsScriptFormat.Dnscmd)).Findings, f => f.Code == DnsFindingCodes.NothingToWrite);

    [Fact]
    public void A_service_name_that_is_too_long_is_said()
    {
        string domain = string.Join('.', Enumerable.Repeat(new string('d', 57), 4)) + ".contoso";
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("SmtpDomain", new[] { domain }));
        Assert.Contains(
            DnsScripts.Make(plan, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, IncludeSrv = true }).Findings,
            f => f.Code == DnsFindingCodes.NameTooLong && f.Subject == "_autodiscover._tcp." + domain);
    }

    [Fact]
    public void Inside_names_of_a_separate_zone_have_no_service_record() =>
        Assert.DoesNotContain(DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.Bind, IncludeSrv = true }).Zones.SelectMany(z => z.Records), r => r.Type == DnsRecordType.SRV);

    [Fact]
    public void Lines_are_ascii_and_comments_of_cmd_hold_nothing_special()
    {
        foreach (DnsScriptFormat format in Enum.GetValues<DnsScriptFormat>())
        {
            foreach (string line in DnsScripts.Lines(DnsScripts.Make(DnsScripts.ThreeSites(), new DnsScriptInput { View = DnsView.External, Format = format, IncludeSrv = true, SpfRecord = DnsScripts.Spf })))
            {
                Assert.All(line, c => Assert.InRange(c, ' ', '~'));
                Assert.False(line.StartsWith("REM ", StringComparison.Ordinal) && line.IndexOfAny(['%', '!', '^', '&', '|', '<', '>', '?', '"']) >= 0, line);
            }
        }
    }

    [Theory]
    [InlineData(DnsRecordType.A)]
    [InlineData(DnsRecordType.AAAA)]
    [InlineData(DnsRecordType.SOA)]
    [InlineData(DnsRecordType.NS)]
    [InlineData(DnsRecordType.SRV)]
    [InlineData(DnsRecordType.TXT)]
    [InlineData(DnsRecordType.PTR)]
    [InlineData(DnsRecordType.TLSA)]
    [InlineData(DnsRecordType.CAA)]
    [InlineData((DnsRecordType)99)]
    public void A_planned_record_of_a_type_that_no_plan_has_turns_into_no_other(DnsRecordType type)
    {
        NamespacePlan plan = DnsScripts.With(new DnsRecord
        {
            View = DnsView.External,
            Zone = Fqdn.Parse("contoso.com"),
            Name = Fqdn.Parse("other.contoso.com"),
            Type = type,
            Value = "a.contoso.com",
            Reason = "A test.",
        });

        DnsScriptInput input = new() { View = DnsView.External, Format = DnsScriptFormat.Bind };
        Assert.Throws<InvalidOperationException>(() => DnsScript.Build(plan, input, []));
    }
}
