using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation.Language;
using System.Net;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Each line of the format DnsServer, bound by the engine to the parameters of the module.</summary>
public sealed class DnsServerLinesTests : IDisposable
{
    private static readonly Gen<string> Spf = Gen.String[Gen.Char["ab c:;'\"`$(){}[]%!&|<>@#,=+-/\\^~*?.0123456789"], 0, 700].Select(t => "v=spf1 " + t);

    private readonly DnsServerStandIn _module = new();

    public static TheoryData<string, DnsView, DnsZoneStorage> Runs => new MatrixTheoryData<string, DnsView, DnsZoneStorage>(
        ["Split", "Separate", "Pinpoint"], [DnsView.External, DnsView.Internal], [DnsZoneStorage.Domain, DnsZoneStorage.File]);

    public void Dispose() => _module.Dispose();

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_record_binds_with_its_own_values(string model, DnsView view, DnsZoneStorage storage)
    {
        DnsScript script = Script(model, view, storage, "v=spf1 mx -all");
        Queue<string> lines = new(Live(script));
        Assert.NotEmpty(lines);
        foreach (ZoneRecords zone in script.Zones)
        {
            if (zone.Origin == ZoneOrigin.New)
            {
                (string name, string set, Dictionary<string, object?> bound) = _module.Bind(lines.Dequeue());
                Assert.Equal(("Add-DnsServerPrimaryZone", zone.Name, "None"), (name, bound["Name"], bound["DynamicUpdate"]));
                Assert.Equal(storage == DnsZoneStorage.File ? ("FileForwardLookupZone", zone.Name + ".dns") : ("ADForwardLookupZone", "Domain"), (set, (string)(bound.GetValueOrDefault("ZoneFile") ?? bound["ReplicationScope"])!));
            }

            foreach (ZoneRecord record in zone.Records.Where(r => r.Withheld is null))
            {
                Check(record, _module.Bind(lines.Dequeue()));
            }
        }

        Assert.Empty(lines);
    }

    [Fact]
    public void A_hostile_text_arrives_in_lines_of_at_most_254_characters() => Spf.Sample(
        text =>
        {
            string line = Live(Script("Split", DnsView.External, DnsZoneStorage.Domain, text)).First(l => l.Contains(" -Txt ", StringComparison.Ordinal));
            Assert.All(line, c => Assert.InRange(c, ' ', '~'));
            ScriptBlockAst script = Parser.ParseInput(line, out _, out ParseError[] errors);
            Assert.Empty(errors);
            Assert.Single(script.EndBlock.Statements);

            string[] parts = ((string)_module.Bind(line).Bound["DescriptiveText"]!).Split("\r\n");
            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, p => Assert.InRange(p.Length, 1, 254));
        },
        iter: 200, threads: 1);

    [Theory]
    [InlineData(DnsCutOverStep.LowerTimeToLive, 300)]
    [InlineData(DnsCutOverStep.RaiseTimeToLive, 7200)]
    public void A_step_of_the_cut_over_changes_the_times_of_its_names_alone(DnsCutOverStep step, int seconds)
    {
        NamespacePlan plan = Plans.Make(
            new object[] { "EX01" }, ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("DnsModel", "Split"),
            ("SmtpDomain", new[] { "contoso.com" }));
        List<InputFault> faults = [];
        DnsScript script = DnsScript.Build(
            plan,
            new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.DnsServer, CutOverStep = step, TimeToLive = TimeSpan.FromSeconds(seconds) },
            faults)!;
        Assert.Empty(faults);

        Assert.Equal(
            [
                $"contoso.com mail A {seconds}", $"contoso.com mail AAAA {seconds}", $"contoso.com autodiscover CNAME {seconds}", "contoso.com mail TXT 3600",
                "contoso.com old.mail A 3600", "contoso.com www A 3600", "fabrikam.com mail A 3600",
            ],
            _module.Change(
                [
                    ("contoso.com", "mail", "A"), ("contoso.com", "mail", "AAAA"), ("contoso.com", "autodiscover", "CNAME"), ("contoso.com", "mail", "TXT"),
                    ("contoso.com", "old.mail", "A"), ("contoso.com", "www", "A"), ("fabrikam.com", "mail", "A"),
                ],
                Live(script)));
    }

    [Fact]
    public void A_comment_holds_no_statement()
    {
        string[] comments = [.. Script("Pinpoint", DnsView.Internal, DnsZoneStorage.Domain, "v=spf1 -all").Parts.SelectMany(p => p.Lines).Where(l => l[0] == '#')];
        Assert.NotEmpty(comments);
        Assert.All(comments, c => Assert.Empty(Parser.ParseInput(c, out _, out _).EndBlock.Statements));
    }

    private static void Check(ZoneRecord record, (string Name, string Set, Dictionary<string, object?> Bound) call)
    {
        Assert.Equal((record.Zone, TimeSpan.FromMinutes(5)), (call.Bound["ZoneName"], call.Bound["TimeToLive"]));
        Assert.Contains((string)call.Bound["Name"]!, record.Node == "@" ? ["@", "."] : new[] { record.Node });
        string value = record.Type switch
        {
            DnsRecordType.A => ((IPAddress[])call.Bound["IPv4Address"]!).Single().ToString(),
            DnsRecordType.AAAA => ((IPAddress[])call.Bound["IPv6Address"]!).Single().ToString(),
            DnsRecordType.CNAME => (string)call.Bound["HostNameAlias"]!,
            DnsRecordType.MX => string.Create(CultureInfo.InvariantCulture, $"{call.Bound["Preference"]} {call.Bound["MailExchange"]}"),
            DnsRecordType.PTR => (string)call.Bound["PtrDomainName"]!,
            DnsRecordType.SRV => string.Create(CultureInfo.InvariantCulture, $"{call.Bound["Priority"]} {call.Bound["Weight"]} {call.Bound["Port"]} {call.Bound["DomainName"]}"),
            _ => (string)call.Bound["DescriptiveText"]!,
        };
        Assert.Equal(record.Data, value);
        Assert.Equal(record.Type switch { DnsRecordType.SRV => "Srv", DnsRecordType.TXT => "Txt", _ => string.Empty }, call.Set);
    }

    private static IEnumerable<string> Live(DnsScript script) => script.Parts.SelectMany(p => p.Lines).Where(l => l[0] != '#');

    private static DnsScript Script(string model, DnsView view, DnsZoneStorage storage, string spf)
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.1")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.local"), ("ExchangeVersion", "SE"), ("DnsModel", model), ("AliasRecord", "Both"),
            ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("MailHost", "smtp.contoso.com"), ("ExternalIPAddress", new[] { "203.0.113.1", "2001:db8::1" }));
        List<InputFault> faults = [];
        DnsScript? script = DnsScript.Build(
            plan,
            new DnsScriptInput { View = view, Format = DnsScriptFormat.DnsServer, IncludeSrv = true, SpfRecord = spf, Storage = storage, TimeToLive = TimeSpan.FromMinutes(5), SendingAddresses = ["203.0.113.1", "2001:db8::1"] },
            faults);
        Assert.Empty(faults);
        return script!;
    }
}
