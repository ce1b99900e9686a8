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

/// <summary>
/// The steps before and after a cut-over. Sources: the example of Set-DnsServerResourceRecord (Microsoft Learn, a clone of what
/// Get-DnsServerResourceRecord gives, with another TimeToLive), dnscmd /recordadd and /recorddelete (Microsoft Learn), RFC 1035 5.1 for the
/// time to live of a line of zone text, RFC 2181 5.2 (one time to live for all records of a name and type).
/// </summary>
public class CutOverStepTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<DnsScriptFormat, string[]> Lowered => new()
    {
        {
            DnsScriptFormat.Bind,
            [
                "; Namespace mail.exoip.com: a time to live of 300 seconds for its addresses and aliases, External view.",
                "; Before the cut-over, by at least the current time to live and the time that other servers of the zone need to follow.",
                "; Put each line in the place of the same record, and raise the serial number of the zone.",
                "; === zone exoip.com",
                "$ORIGIN exoip.com.",
                "mail 300 IN A 203.0.113.20",
                "mail 300 IN AAAA 2001:db8::20",
                "autodiscover 300 IN A 203.0.113.20",
                "autodiscover 300 IN AAAA 2001:db8::20",
            ]
        },
        {
            DnsScriptFormat.Dnscmd,
            [
                "REM Namespace mail.exoip.com: a time to live of 300 seconds for its addresses and aliases, External view.",
                "REM Before the cut-over, by at least the current time to live and the time that other servers of the zone need to follow.",
                "REM Each line takes a record away and adds it again; where it finds no such record, it adds nothing.",
                "REM === zone exoip.com",
                "dnscmd /recorddelete exoip.com mail A 203.0.113.20 /f && dnscmd /recordadd exoip.com mail 300 A 203.0.113.20",
                "dnscmd /recorddelete exoip.com mail AAAA 2001:db8::20 /f && dnscmd /recordadd exoip.com mail 300 AAAA 2001:db8::20",
                "dnscmd /recorddelete exoip.com autodiscover A 203.0.113.20 /f && dnscmd /recordadd exoip.com autodiscover 300 A 203.0.113.20",
                "dnscmd /recorddelete exoip.com autodiscover AAAA 2001:db8::20 /f && dnscmd /recordadd exoip.com autodiscover 300 AAAA 2001:db8::20",
            ]
        },
        {
            DnsScriptFormat.DnsServer,
            [
                "# Namespace mail.exoip.com: a time to live of 300 seconds for its addresses and aliases, External view.",
                "# Before the cut-over, by at least the current time to live and the time that other servers of the zone need to follow.",
                "# Each line changes the time to live of what the name has, whatever address that is.",
                "# === zone exoip.com",
                Cmdlets("mail"),
                Cmdlets("autodiscover"),
            ]
        },
    };

    public static TheoryData<string, DnsScriptInput> Contradictions => new()
    {
        { "SendingAddress", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, SendingAddresses = ["192.0.2.1"] } },
        { "ReverseZone", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, ReverseZones = ["192.0.2.0/24"] } },
        { "SpfRecord", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, SpfRecord = DnsScripts.Spf } },
        { "IncludeSrv", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, IncludeSrv = true } },
        { "Serial", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, Serial = 1 } },
        { "Serial", new() { View = DnsView.External, Format = DnsScriptFormat.Dnscmd, CutOverStep = DnsCutOverStep.LowerTimeToLive, Serial = 1 } },
        { "NameServer", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, NameServers = ["ns1.exoip.com"] } },
        { "HostMaster", new() { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive, HostMaster = "a@exoip.com" } },
        { "ZoneStorage", new() { View = DnsView.External, Format = DnsScriptFormat.DnsServer, CutOverStep = DnsCutOverStep.LowerTimeToLive, Storage = DnsZoneStorage.File } },
        { "TimeToLive", new() { View = DnsView.External, Format = DnsScriptFormat.DnsServer, CutOverStep = DnsCutOverStep.LowerTimeToLive, TimeToLive = TimeSpan.FromSeconds(301) } },
        { "TimeToLive", new() { View = DnsView.External, Format = DnsScriptFormat.DnsServer, CutOverStep = DnsCutOverStep.RaiseTimeToLive, TimeToLive = TimeSpan.FromSeconds(300) } },
    };

    [Theory]
    [MemberData(nameof(Lowered))]
    public void Lowering_is_a_step_of_its_own(DnsScriptFormat format, string[] expected) => Assert.Equal(
        expected, DnsScripts.Lines(Step(DnsScripts.Pinpoint(), format, DnsCutOverStep.LowerTimeToLive)));

    [Theory]
    [InlineData(DnsScriptFormat.Bind, "mail 3600 IN A 203.0.113.20")]
    [InlineData(DnsScriptFormat.Dnscmd, "dnscmd /recorddelete exoip.com mail A 203.0.113.20 /f && dnscmd /recordadd exoip.com mail 3600 A 203.0.113.20")]
    [InlineData(DnsScriptFormat.DnsServer, null)]
    public void The_former_time_comes_back_in_a_step_of_its_own(DnsScriptFormat format, string? expected)
    {
        DnsScript script = Step(DnsScripts.Pinpoint(), format, DnsCutOverStep.RaiseTimeToLive, Hour);

        Assert.Contains(expected ?? Cmdlets("mail").Replace("00:05:00", "01:00:00", StringComparison.Ordinal), DnsScripts.Live(script));
        Assert.Contains("After the cut-over, when every client is right", DnsScripts.Lines(script)[1], StringComparison.Ordinal);
        Assert.Equal([DnsFindingCodes.RaiseAfterCutOver], script.Findings.Select(f => f.Code));
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_a_step_has_no_place_for_is_refused(string parameter, DnsScriptInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(DnsScript.Build(DnsScripts.Pinpoint(), input, faults));

        Assert.Equal((FaultIds.InputContradiction, parameter), (Assert.Single(faults).Id, faults[0].Parameter));
    }

    [Fact]
    public void The_former_time_is_not_guessed()
    {
        List<InputFault> faults = [];
        Assert.Null(DnsScript.Build(
            DnsScripts.Pinpoint(), new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.RaiseTimeToLive }, faults));

        Assert.Equal((FaultIds.MemberMissing, "TimeToLive"), (Assert.Single(faults).Id, faults[0].Parameter));
    }

    [Theory]
    [InlineData(DnsScriptFormat.Bind, true)]
    [InlineData(DnsScriptFormat.Dnscmd, true)]
    [InlineData(DnsScriptFormat.DnsServer, false)]
    public void Addresses_of_the_plan_may_not_be_those_of_today(DnsScriptFormat format, bool said)
    {
        DnsScript script = Step(DnsScripts.Pinpoint(), format, DnsCutOverStep.LowerTimeToLive);
        Assert.Equal(said ? ["mail.exoip.com", "autodiscover.exoip.com"] : [], Today(script));

        DnsScript stated = DnsScripts.Make(DnsScripts.Pinpoint(), new DnsScriptInput
        {
            View = DnsView.External,
            Format = format,
            CutOverStep = DnsCutOverStep.LowerTimeToLive,
            Addresses = Plans.Members(("mail.exoip.com", "192.0.2.7"), ("autodiscover.exoip.com", "192.0.2.7")),
        });
        Assert.Empty(Today(stated));
        Assert.Equal(said, DnsScripts.Live(stated).Any(l => l.Contains("192.0.2.7", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(DnsScriptFormat.Bind, 0)]
    [InlineData(DnsScriptFormat.Dnscmd, 0)]
    [InlineData(DnsScriptFormat.DnsServer, 2)]
    public void An_address_that_is_not_known_is_needed_only_where_the_line_states_it(DnsScriptFormat format, int lines)
    {
        DnsScript script = DnsScripts.Make(DnsScripts.Pinpoint(address: null), new DnsScriptInput { View = DnsView.Internal, Format = format, CutOverStep = DnsCutOverStep.LowerTimeToLive });

        Assert.Equal(lines, DnsScripts.Live(script).Count(l => !l.StartsWith("$ORIGIN", StringComparison.Ordinal)));
        Assert.Equal(lines == 0, script.Findings.Any(f => f.Code == DnsFindingCodes.AddressNotStated));
    }

    [Fact]
    public void A_pinpoint_zone_is_there_already_and_its_name_stands_at_the_top() => Assert.Equal(
        [
            "dnscmd /recorddelete mail.exoip.com @ A 10.0.0.20 /f && dnscmd /recordadd mail.exoip.com @ 300 A 10.0.0.20",
            "dnscmd /recorddelete autodiscover.exoip.com @ A 10.0.0.20 /f && dnscmd /recordadd autodiscover.exoip.com @ 300 A 10.0.0.20",
        ],
        DnsScripts.Live(DnsScripts.Make(DnsScripts.Pinpoint(), new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.Dnscmd, CutOverStep = DnsCutOverStep.LowerTimeToLive })));

    /// <summary>The second command runs only where the first has done its work, and adds what was taken away.</summary>
    [Fact]
    public void Both_commands_of_a_dnscmd_line_name_the_same_record()
    {
        string[] lines = DnsScripts.Live(Step(DnsScripts.ThreeSites(), DnsScriptFormat.Dnscmd, DnsCutOverStep.LowerTimeToLive));
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            string[] halves = line.Split(" && ");
            List<string> delete = CmdModel.Arguments(halves[0])!;
            List<string> add = CmdModel.Arguments(halves[1])!;
            Assert.Equal(["dnscmd", "/recorddelete", .. delete.Skip(2).Take(4), "/f"], delete);
            Assert.Equal(["dnscmd", "/recordadd", delete[2], delete[3], "300", delete[4], delete[5]], add);
        });
    }

    [Theory]
    [InlineData(DnsView.External)]
    [InlineData(DnsView.Internal)]
    public void Bind_accepts_a_zone_with_the_lines_in_place(DnsView view)
    {
        DnsScript whole = DnsScripts.Make(DnsScripts.ThreeSites(), new DnsScriptInput { View = view, Format = DnsScriptFormat.Bind, NameServers = ["ns1.example.net"], TimeToLive = Hour });
        DnsScript step = DnsScripts.Make(DnsScripts.ThreeSites(), new DnsScriptInput { View = view, Format = DnsScriptFormat.Bind, CutOverStep = DnsCutOverStep.LowerTimeToLive });
        foreach (DnsScriptPart part in step.Parts)
        {
            string[] lowered = [.. part.Lines.Where(l => l.Contains(" 300 IN ", StringComparison.Ordinal))];
            Assert.NotEmpty(lowered);
            string[] zone = [.. whole.Parts.Single(p => p.Zone == part.Zone).Lines.Select(l => lowered.FirstOrDefault(n => n.Replace(" 300 IN ", " IN ", StringComparison.Ordinal) == l) ?? l)];

            Assert.Equal(lowered, zone.Where(l => l.Contains(" 300 IN ", StringComparison.Ordinal)));
            ZoneChecker.AcceptedByBind(part.Zone!, zone);
        }
    }

    private static string[] Today(DnsScript script) =>
        [.. script.Findings.Where(f => f.Code == DnsFindingCodes.CurrentAddresses).SelectMany(f => f.Subject.Split(", "))];

    private static string Cmdlets(string name) =>
        $"Get-DnsServerResourceRecord -ZoneName exoip.com -Name \"{name}\" | Where-Object {{ $_.HostName -eq \"{name}\" -and 'A', 'AAAA', 'CNAME' -contains $_.RecordType }} | "
            + "ForEach-Object { $New = New-Object -TypeName Microsoft.Management.Infrastructure.CimInstance -ArgumentList $_; $New.TimeToLive = [TimeSpan] \"00:05:00\"; "
            + "Set-DnsServerResourceRecord -ZoneName exoip.com -OldInputObject $_ -NewInputObject $New }";

    private static DnsScript Step(NamespacePlan plan, DnsScriptFormat format, DnsCutOverStep step, TimeSpan? time = null) =>
        DnsScripts.Make(plan, new DnsScriptInput { View = DnsView.External, Format = format, CutOverStep = step, TimeToLive = time });
}
