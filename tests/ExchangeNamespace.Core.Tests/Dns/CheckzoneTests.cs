using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Every zone of the scenarios is accepted without a warning by other DNS servers, and read alike by other readers.</summary>
public class CheckzoneTests
{
    public static TheoryData<string, DnsView> Runs => new MatrixTheoryData<string, DnsView>(["SC01", "SC02", "SC23", "three sites"], [DnsView.External, DnsView.Internal]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bind_accepts_each_zone(string scenario, DnsView view) => EachZone(scenario, view, ZoneChecker.AcceptedByBind);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Nsd_accepts_each_zone(string scenario, DnsView view) => EachZone(scenario, view, ZoneChecker.AcceptedByNsd);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Knot_accepts_each_zone(string scenario, DnsView view) => EachZone(scenario, view, ZoneChecker.AcceptedByKnot);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Ldns_reads_each_zone_as_Bind_does(string scenario, DnsView view) => EachZone(scenario, view, (zone, lines) =>
        Assert.Equal(Records(ZoneChecker.Compile(zone, lines)), Records(ZoneChecker.ReadByLdns(zone, lines))));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Dnspython_reads_each_zone_as_Bind_does(string scenario, DnsView view) => EachZone(scenario, view, (zone, lines) =>
        Assert.Equal(Records(ZoneChecker.Compile(zone, lines)), Records(ZoneChecker.ReadByDnspython(zone, lines))));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Bind_reads_the_records_that_the_plan_has(string scenario, DnsView view)
    {
        NamespacePlan plan = Plan(scenario);
        List<string> read = [];
        EachZone(scenario, view, (zone, lines) => read.AddRange(ZoneChecker.Compile(zone, lines).Split('\n').Select(l => string.Join(' ', ZoneTextReader.Fields(l)))));

        Assert.All(plan.DnsRecords.Where(r => r.View == view && r.Value is not null), record => Assert.Contains(read, r => record.Type switch
        {
            DnsRecordType.MX => r.StartsWith($"{record.Name}. ", StringComparison.Ordinal) && r.EndsWith($" IN MX {record.Preference} {record.Value}.", StringComparison.Ordinal),
            DnsRecordType.CNAME => r.StartsWith($"{record.Name}. ", StringComparison.Ordinal) && r.EndsWith($" IN CNAME {record.Value}.", StringComparison.Ordinal),
            _ => r.StartsWith($"{record.Name}. ", StringComparison.Ordinal) && (r.EndsWith($" IN A {record.Value}", StringComparison.Ordinal) || r.EndsWith($" IN AAAA {record.Value}", StringComparison.Ordinal)),
        }));
        Assert.All(plan.SmtpDomains.Where(_ => view == DnsView.External), d =>
        {
            Assert.Contains(read, r => r.StartsWith($"{d}. ", StringComparison.Ordinal) && r.EndsWith(" IN TXT " + DnsScripts.Spf, StringComparison.Ordinal));
            Assert.Contains(read, r => r.StartsWith($"_autodiscover._tcp.{d}. ", StringComparison.Ordinal) && r.EndsWith($" IN SRV 0 0 443 {plan.ExternalHost}.", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_checker_refuses_what_a_withheld_line_would_do()
    {
        string[] lines = [.. Script(Plan("SC23"), DnsView.Internal).Parts[0].Lines];
        ZoneChecker.Refused("mail.exoip.com", [.. lines, "@ IN CNAME ex01.exoip.local."]);
    }

    [Fact]
    public void A_long_text_is_accepted_in_parts()
    {
        string text = "v=spf1 " + string.Join(" ", Enumerable.Range(0, 60).Select(i => $"ip4:192.0.2.{i}")) + " -all";
        DnsScriptPart zone = DnsScripts.Make(DnsScripts.Article(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, SpfRecord = text, NameServers = ["ns1.example.net"] }).Parts[0];

        string[] fields = [.. ZoneChecker.Compile(zone.Zone!, zone.Lines).Split('\n').Select(ZoneTextReader.Fields).Single(f => f.Count > 4 && f[3] == "TXT").Skip(4)];

        Assert.Equal(text, string.Concat(fields));
        Assert.True(fields.Length > 3);
    }

    /// <summary>The records of a dump in one order: readers print the record of the zone itself at different places.</summary>
    private static IEnumerable<string> Records(string dump) => dump.Split('\n').Select(ZoneTextReader.Fields).Where(f => f.Count > 0)
        .Select(f => string.Join(' ', f)).Distinct().Order(StringComparer.Ordinal);

    private static void EachZone(string scenario, DnsView view, Action<string, IEnumerable<string>> check)
    {
        IReadOnlyList<DnsScriptPart> parts = Script(Plan(scenario), view).Parts;
        Assert.NotEmpty(parts);
        foreach (DnsScriptPart part in parts)
        {
            check(part.Zone!, part.Lines);
        }
    }

    private static DnsScript Script(NamespacePlan plan, DnsView view) => DnsScripts.Make(plan, new DnsScriptInput
    {
        View = view,
        Format = DnsScriptFormat.Bind,
        NameServers = ["ns1.example.net", "ns2.example.net"],
        SpfRecord = DnsScripts.Spf,
        IncludeSrv = true,
    });

    private static NamespacePlan Plan(string scenario) => scenario switch
    {
        "SC01" => DnsScripts.Article(),
        "SC02" => DnsScripts.Article(DnsModel.Split),
        "SC23" => DnsScripts.Pinpoint(),
        _ => DnsScripts.ThreeSites(),
    };
}
