using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>Zone text of Export-DnsScript in two real servers: Test-SplitDns finds the plan in it, and one fault at a time.</summary>
public sealed class ExportedZonesTests : IDisposable
{
    private const string Article = "Get-NamespacePlan @{ Name = 'CASServer'; IPAddress = '10.0.0.5' } webmail.shudnow.net -ADDomain shudnow.local -SmtpDomain shudnow.net -MailHost smtp.shudnow.net -ExternalIPAddress 203.0.113.5 -ExchangeVersion 2007SP1 -DnsModel ";

    private static readonly Dictionary<string, string> Plans = new()
    {
        ["SC01"] = Article + "Separate",
        ["SC02"] = Article + "Split",
        ["SC23"] = "Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.20' } mail.exoip.com -ADDomain exoip.local -DnsModel Pinpoint -SmtpDomain exoip.com -MailHost mail.exoip.com -ExternalIPAddress 203.0.113.20, 2001:db8::20 -ExchangeVersion 2019",
        ["three sites"] = $"Get-NamespacePlan -Path '{Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "three-sites.json")}'",
    };

    private readonly ModuleHost _host = ModuleHost.Open();

    /// <summary>Plan, fault, view and zone, what is put in place of what, and what is then reported: nothing else may be.</summary>
    public static TheoryData<string, string, bool, string, string, string, string> Faults => new()
    {
        { "SC02", "a record is missing in the inside copy", true, "shudnow.net", "smtp IN A 203.0.113.5\n", "", "shudnow.net EXN138" },
        { "SC02", "a planned record is missing inside", true, "shudnow.net", "autodiscover IN A 10.0.0.5\n", "", "autodiscover.shudnow.net EXN124" },
        { "SC02", "a planned record is missing outside", false, "shudnow.net", "autodiscover IN A 203.0.113.5\n", "", "autodiscover.shudnow.net EXN125" },
        { "SC02", "a stale address", true, "shudnow.net", "webmail IN A 10.0.0.5", "webmail IN A 10.0.0.4", "webmail.shudnow.net EXN127|webmail.shudnow.net EXN141" },
        { "SC02", "a wildcard", false, "shudnow.net", "webmail IN A", "* IN A 203.0.113.99\nwebmail IN A", "shudnow.net EXN135" },
        { "SC02", "the service leads to another port", false, "shudnow.net", "SRV 0 0 443", "SRV 0 0 8443", "shudnow.net EXN136" },
        { "SC02", "a private address outside", false, "shudnow.net", "webmail IN A 203.0.113.5", "webmail IN A 10.0.0.5", "webmail.shudnow.net EXN129|webmail.shudnow.net EXN141" },
        { "SC02", "mail goes to another host", false, "shudnow.net", "MX 10 smtp.shudnow.net.", "MX 10 webmail.shudnow.net.", "shudnow.net EXN139" },
        { "SC02", "the service leads to an alias", false, "shudnow.net", "SRV 0 0 443 webmail.shudnow.net.", "SRV 0 0 443 x7\nx7 IN CNAME webmail", "shudnow.net EXN140" },
        { "SC02", "aliases in a circle", true, "shudnow.net", "webmail IN A 10.0.0.5", "webmail IN CNAME a\na IN CNAME webmail", "webmail.shudnow.net EXN132|shudnow.net EXN140" },
        { "SC01", "a stale address in the inside domain", true, "shudnow.local", "webmail IN A 10.0.0.5", "webmail IN A 10.0.0.4", "webmail.shudnow.local EXN127|webmail.shudnow.local EXN141" },
        { "SC23", "an alias at the top of a pinpoint zone", true, "mail.exoip.com", "@ IN A 10.0.0.20", "@ IN CNAME ex01.exoip.local.", "mail.exoip.com EXN121" },
        { "SC23", "one of two addresses outside is gone", false, "exoip.com", "mail IN AAAA 2001:db8::20\n", "", "mail.exoip.com EXN127|mail.exoip.com EXN141" },
        { "SC23", "a pinpoint zone is missing", true, "autodiscover.exoip.com", "*", "", "autodiscover.exoip.com EXN127|autodiscover.exoip.com EXN141" },
        { "three sites", "the address of another site", true, "mail-us.contoso.com", "@ IN A 10.2.0.11", "@ IN A 10.3.0.11", "mail-us.contoso.com EXN127|mail-us.contoso.com EXN141" },
        { "three sites", "mail of the second domain goes elsewhere", false, "fabrikam.com", "MX 10 smtp.contoso.com.", "MX 10 autodiscover.fabrikam.com.", "fabrikam.com EXN139" },
    };

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("SC01")]
    [InlineData("SC02")]
    [InlineData("SC23")]
    [InlineData("three sites")]
    public void What_was_exported_is_as_planned(string plan)
    {
        using BindServer externals = new(Zones(plan, "External"));
        using BindServer internals = new(Zones(plan, "Internal"), externals.Port);

        (string[] findings, string[] verdicts) = Test(plan, internals.Port, externals.Port);

        Assert.Empty(findings);
        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, v => Assert.EndsWith(" True", v, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_reported_exactly(string plan, string fault, bool inside, string zone, string old, string replacement, string expected)
    {
        Dictionary<string, string> outer = Zones(plan, "External");
        Dictionary<string, string> inner = Zones(plan, "Internal");
        Dictionary<string, string> broken = inside ? inner : outer;
        if (old == "*")
        {
            Assert.True(broken.Remove(zone), fault);
        }
        else
        {
            Assert.True(broken[zone].Contains(old, StringComparison.Ordinal), fault + "\n" + broken[zone]);
            broken[zone] = broken[zone].Replace(old, replacement, StringComparison.Ordinal);
        }

        using BindServer externals = new(outer);
        using BindServer internals = new(inner, externals.Port);

        (string[] findings, _) = Test(plan, internals.Port, externals.Port);

        Assert.Equal(expected.Split('|'), findings.Distinct());
    }

    [Fact]
    public void Swapped_views_are_reported_exactly()
    {
        using BindServer externals = new(Zones("SC02", "External"));
        using BindServer internals = new(Zones("SC02", "Internal"), externals.Port);

        Assert.Equal(
            ["webmail.shudnow.net EXN128", "autodiscover.shudnow.net EXN128"],
            Test("SC02", externals.Port, internals.Port).Findings.Where(f => f.EndsWith(" EXN128", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_lame_server_is_reported_exactly()
    {
        using BindServer externals = new(Zones("SC02", "External"));
        using BindServer internals = new(new Dictionary<string, string> { ["net"] = "$TTL 300\n$ORIGIN net.\n@ SOA ns.invalid. h 1 3600 600 86400 60\n@ NS ns.invalid.\nshudnow NS ns.invalid.\n" });

        (string[] findings, string[] verdicts) = Test("SC02", internals.Port, externals.Port);

        Assert.All(findings, f => Assert.EndsWith(" EXN122", f, StringComparison.Ordinal));
        Assert.All(verdicts, v => Assert.False(v.EndsWith(" False", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_slow_server_and_one_that_is_down_are_reported_exactly(bool frozen)
    {
        using BindServer externals = new(Zones("SC02", "External"));
        using BindServer internals = new(Zones("SC02", "Internal"), externals.Port);
        using BindServer other = new(Zones("SC02", "Internal"), externals.Port);
        if (frozen)
        {
            other.Freeze();
        }
        else
        {
            other.Dispose();
        }

        (string[] findings, string[] verdicts) = Test("SC02", internals.Port, externals.Port, $", 127.0.0.1:{other.Port} -Timeout 5 -Retry 0");

        Assert.Equal(["shudnow.net EXN120"], findings);
        Assert.All(verdicts, v => Assert.EndsWith(" True", v, StringComparison.Ordinal));
    }

    private (string[] Findings, string[] Verdicts) Test(string plan, int inside, int outside, string more = "")
    {
        HostRun run = _host.Run(string.Create(CultureInfo.InvariantCulture, $$"""
            $found = @({{Plans[plan]}} -WarningAction SilentlyContinue | Test-SplitDns -ExternalServer 127.0.0.1:{{outside}} -InternalServer 127.0.0.1:{{inside}}{{more}} -WarningAction SilentlyContinue -ErrorAction SilentlyContinue)
            $found | ForEach-Object { $_.Findings } | ForEach-Object { "$($_.Subject) $($_.Code)" }
            '---'
            $found | ForEach-Object { "$_ $($_.AsPlanned)" }
            """));
        Assert.Null(run.TerminatingError);
        string[] lines = [.. run.Output.Select(o => o?.ToString() ?? "")];
        int mark = Array.IndexOf(lines, "---");
        return (lines[..mark], lines[(mark + 1)..]);
    }

    /// <summary>The zones that Export-DnsScript writes for a view; a name server outside them needs no address in them.</summary>
    private Dictionary<string, string> Zones(string plan, string view)
    {
        HostRun run = _host.Run($"{Plans[plan]} -WarningAction SilentlyContinue | Export-DnsScript -View {view} -Format Bind -IncludeSrv -NameServer ns1.test -SpfRecord 'v=spf1 mx -all' -WarningAction SilentlyContinue");
        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        const string Mark = "; === zone ";
        Dictionary<string, string> zones = [];
        string? zone = null;
        foreach (string line in run.Output.Select(o => o!.ToString()!))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                zone = line[Mark.Length..];
                zones[zone] = "";
            }

            if (zone is not null)
            {
                zones[zone] += line + "\n";
            }
        }

        return zones;
    }
}
