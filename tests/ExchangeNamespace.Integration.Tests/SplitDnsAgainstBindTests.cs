using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>Test-SplitDns between two real servers: the plan as it should be, and one fault at a time.</summary>
public class SplitDnsAgainstBindTests
{
    private const string Plan = "Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.10' } mail.contoso.com -ExternalIPAddress 192.0.2.10 -ExchangeVersion 2019 -WarningAction SilentlyContinue ";
    private const string Show = " -WarningAction SilentlyContinue -ErrorAction SilentlyContinue | ForEach-Object { if ($_.Status -ne $null) { \"$($_.Name) $($_.Status) $($_.AsPlanned) $($_.Findings.Code)\" } else { \"$($_.Zone) $($_.Model) $($_.AsPlanned) $($_.Findings.Code)\" } }";

    private const string Good = "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True";

    private static readonly string Outside = Start("contoso.com", "ns1") + """
        @ MX 10 mail
        @ A 192.0.2.80
        www A 192.0.2.80
        mail A 192.0.2.10
        autodiscover A 192.0.2.10
        _autodiscover._tcp SRV 0 0 443 mail

        """;

    private static readonly string Inside = Outside.Replace("192.0.2.10", "10.0.0.10", StringComparison.Ordinal).Replace("SOA ns1", "SOA dc1", StringComparison.Ordinal);

    /// <summary>What is put in place of what, in which view, and what is then to be reported.</summary>
    public static TheoryData<string, bool, string, string, string> Faults => new()
    {
        { "a record is missing in the inside copy", true, "www A 192.0.2.80\n", "", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN138" },
        { "the mail exchanger is missing in the inside copy", true, "@ MX 10 mail\n", "", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN138" },
        { "a planned record is missing inside", true, "autodiscover A 10.0.0.10\n", "", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com ExternalOnly False EXN124|contoso.com Split True" },
        { "a planned record is missing outside", false, "autodiscover A 192.0.2.10\n", "", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com InternalOnly False EXN125|contoso.com Split True" },
        { "a stale address inside", true, "mail A 10.0.0.10", "mail A 10.0.0.9", "mail.contoso.com WrongAddress False EXN127|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "a stale address beside the right one", false, "mail A 192.0.2.10", "mail A 192.0.2.10\nmail A 192.0.2.11", "mail.contoso.com WrongAddress False EXN127|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "a wildcard outside", false, "www A", "* A 192.0.2.200\nwww A", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN135" },
        { "the service record leads to another port", false, "SRV 0 0 443", "SRV 0 0 8443", "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN136" },
        { "a private address outside", false, "mail A 192.0.2.10", "mail A 10.0.0.10", "mail.contoso.com WrongAddress False EXN129|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "the public address inside", true, "mail A 10.0.0.10", "mail A 192.0.2.10", "mail.contoso.com WrongAddress False EXN127|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "a stale address that is kept for a day", true, "mail A 10.0.0.10", "mail 86400 A 10.0.0.9", "mail.contoso.com WrongAddress False EXN127 EXN141|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "a right address that is kept for a minute", false, "mail A 192.0.2.10", "mail 60 A 192.0.2.10", "mail.contoso.com SplitAsPlanned True EXN142|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True" },
        { "aliases in a circle", true, "mail A 10.0.0.10", "mail CNAME a\na CNAME mail", "mail.contoso.com ExternalOnly False EXN132|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN140" },
        { "twenty aliases", true, "mail A 10.0.0.10", "mail CNAME s1\n" + string.Concat(Enumerable.Range(1, 19).Select(i => $"s{i} CNAME s{i + 1}\n")) + "s20 A 10.0.0.10", "mail.contoso.com SplitAsPlanned True EXN133|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN140" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_fault_is_reported_and_nothing_else(string fault, bool inside, string old, string replacement, string expected)
    {
        string text = inside ? Inside : Outside;
        Assert.True(text.Contains(old, StringComparison.Ordinal), fault);
        string broken = text.Replace(old, replacement, StringComparison.Ordinal);
        using BindServer internals = new(Zones("contoso.com", inside ? broken : Inside));
        using BindServer externals = new(Zones("contoso.com", inside ? Outside : broken));

        Assert.Equal(expected.Split('|'), Test(Plan + "-DnsModel Split", internals.Port, externals.Port));
    }

    [Fact]
    public void A_split_zone_is_as_planned()
    {
        using BindServer internals = new(Zones("contoso.com", Inside));
        using BindServer externals = new(Zones("contoso.com", Outside));

        Assert.Equal(Good.Split('|'), Test(Plan + "-DnsModel Split", internals.Port, externals.Port));
    }

    [Fact]
    public void Swapped_views_are_reported_as_such()
    {
        using BindServer internals = new(Zones("contoso.com", Inside));
        using BindServer externals = new(Zones("contoso.com", Outside));

        Assert.Equal(
            ["mail.contoso.com WrongAddress False EXN128", "autodiscover.contoso.com WrongAddress False EXN128", "contoso.com Split True"],
            Test(Plan + "-DnsModel Split", externals.Port, internals.Port));
    }

    [Fact]
    public void A_server_that_is_down_leaves_the_matter_open()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        int port;
        using (BindServer internals = new(Zones("contoso.com", Inside)))
        {
            port = internals.Port;
        }

        Assert.Equal(Open("EXN120"), Test(Plan + "-DnsModel Split", port, externals.Port, "-Timeout 5 -Retry 0"));
    }

    [Fact]
    public void A_server_that_is_too_slow_leaves_the_matter_open()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("contoso.com", Inside));
        internals.Freeze();

        Assert.Equal(Open("EXN120"), Test(Plan + "-DnsModel Split", internals.Port, externals.Port, "-Timeout 5 -Retry 0"));
    }

    [Fact]
    public void One_of_two_servers_that_is_down_is_named_and_the_other_counts()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("contoso.com", Inside));
        using BindServer frozen = new(Zones("contoso.com", Inside));
        frozen.Freeze();

        Assert.Equal(
            "mail.contoso.com SplitAsPlanned True|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True EXN120".Split('|'),
            Run($"{Plan} -DnsModel Split | Test-SplitDns -InternalServer 127.0.0.1:{frozen.Port}, 127.0.0.1:{internals.Port} -ExternalServer 127.0.0.1:{externals.Port} -Timeout 5 -Retry 0" + Show));
    }

    [Fact]
    public void Servers_of_one_view_that_disagree_are_reported()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("contoso.com", Inside));
        using BindServer stale = new(Zones("contoso.com", Inside.Replace("mail A 10.0.0.10", "mail A 10.0.0.9", StringComparison.Ordinal)));

        Assert.Equal(
            "mail.contoso.com SplitAsPlanned True EXN131|autodiscover.contoso.com SplitAsPlanned True|contoso.com Split True".Split('|'),
            Run($"{Plan} -DnsModel Split | Test-SplitDns -InternalServer 127.0.0.1:{internals.Port}, 127.0.0.1:{stale.Port} -ExternalServer 127.0.0.1:{externals.Port}" + Show));
    }

    [Fact]
    public void The_pinpoint_zones_of_a_local_domain_are_as_planned()
    {
        string[] hosts = ["mail.exoip.com", "autodiscover.exoip.com"];
        using BindServer externals = new(Zones("exoip.com", Start("exoip.com", "ns1") + "mail A 192.0.2.10\nautodiscover A 192.0.2.10\nwww A 192.0.2.80\n"));
        using BindServer internals = new(hosts.ToDictionary(h => h, h => Start(h, "dc1.exoip.local.") + "@ A 10.0.0.10\n"), externals.Port);

        string[] lines = Test(
            "Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.10' } mail.exoip.com -ADDomain exoip.local -DnsModel Pinpoint -ExternalIPAddress 192.0.2.10 -ExchangeVersion 2019 -WarningAction SilentlyContinue",
            internals.Port, externals.Port);

        Assert.Equal(["mail.exoip.com SplitAsPlanned True", "autodiscover.exoip.com SplitAsPlanned True", "exoip.com Pinpoint True"], lines);
    }

    [Fact]
    public void A_server_without_the_zone_refuses()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("corp.local", Start("corp.local", "dc1")));

        Assert.Equal(Open("EXN121"), Test(Plan + "-DnsModel Split", internals.Port, externals.Port));
    }

    [Fact]
    public void A_server_that_only_refers_to_others_is_lame()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("com", Start("com", "ns.invalid.") + "contoso NS ns.invalid.\n"));

        Assert.Equal(Open("EXN122"), Test(Plan + "-DnsModel Split", internals.Port, externals.Port));
    }

    [Fact]
    public void Pinpoint_zones_are_as_planned_and_carry_the_model_into_the_next_plan()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Pinpoint("@ A 10.0.0.10\n"), externals.Port);

        Assert.Equal(
            ["mail.contoso.com SplitAsPlanned True", "autodiscover.contoso.com SplitAsPlanned True", "contoso.com Pinpoint True"],
            Test(Plan + "-DnsModel Pinpoint -ADDomain corp.local", internals.Port, externals.Port));
        Assert.Equal(["Pinpoint"], Run($"(Test-SplitDns mail.contoso.com -InternalServer 127.0.0.1:{internals.Port} -ExternalServer 127.0.0.1:{externals.Port} -AsModel | {Plan}).DnsModel.ToString()"));
    }

    [Fact]
    public void An_alias_at_the_top_of_a_pinpoint_zone_keeps_the_zone_from_loading()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Pinpoint("@ CNAME ex01.corp.local.\n"), externals.Port);

        string[] lines = Test(Plan + "-DnsModel Pinpoint -ADDomain corp.local", internals.Port, externals.Port);

        Assert.Equal(["mail.contoso.com Inconclusive  EXN121", "autodiscover.contoso.com Inconclusive  EXN121", "contoso.com"], lines.Select(l => l.TrimEnd()));
    }

    [Fact]
    public void Without_any_zone_inside_the_model_is_separate()
    {
        using BindServer externals = new(Zones("contoso.com", Outside));
        using BindServer internals = new(Zones("corp.local", Start("corp.local", "dc1") + "mail A 10.0.0.10\nex01 A 10.0.0.10\nautodiscover A 10.0.0.10\n"), externals.Port);

        string[] lines = Test(Plan + "-DnsModel Separate -ADDomain corp.local", internals.Port, externals.Port);

        Assert.Contains("mail.contoso.com SameAnswer True", lines);
        Assert.Contains("contoso.com Separate True", lines);
        Assert.DoesNotContain(lines, l => l.Contains("EXN", StringComparison.Ordinal));
        Assert.Equal("contoso.com Separate False EXN137", Test(Plan + "-DnsModel Split -ADDomain corp.local", internals.Port, externals.Port)[^1]);
    }

    [Fact]
    public void Internationalised_names_are_asked_by_their_ascii_form()
    {
        using BindServer externals = new(Zones("xn--mller-kva.example", Start("xn--mller-kva.example", "ns1") + "mail A 192.0.2.10\n"));
        using BindServer internals = new(Zones("xn--mller-kva.example", Start("xn--mller-kva.example", "dc1") + "mail A 10.0.0.10\n"));

        Assert.Equal(
            ["mail.xn--mller-kva.example Split", "xn--mller-kva.example Split"],
            Run($"Test-SplitDns \"mail.m$([char]0xFC)ller.example\" -InternalServer 127.0.0.1:{internals.Port} -ExternalServer 127.0.0.1:{externals.Port}" + Show).Select(l => l.TrimEnd()));
    }

    private static Dictionary<string, string> Zones(string name, string text) => new() { [name] = text };

    private static Dictionary<string, string> Pinpoint(string record) => new()
    {
        ["mail.contoso.com"] = Start("mail.contoso.com", "dc1.corp.local.") + record,
        ["autodiscover.contoso.com"] = Start("autodiscover.contoso.com", "dc1.corp.local.") + record,
        ["corp.local"] = Start("corp.local", "dc1") + "ex01 A 10.0.0.10\n",
    };

    private static string Start(string zone, string server)
    {
        string address = server.EndsWith('.') ? "" : server + " A 127.0.0.1\n";
        return $"$TTL 300\n$ORIGIN {zone}.\n@ SOA {server} hostmaster 1 3600 600 86400 60\n@ NS {server}\n{address}";
    }

    private static string[] Open(string code) =>
        [$"mail.contoso.com Inconclusive  {code}", $"autodiscover.contoso.com Inconclusive  {code}", $"contoso.com   {code}"];

    private static string[] Test(string plan, int inside, int outside, string options = "") => Run(string.Create(
        CultureInfo.InvariantCulture, $"{plan} | Test-SplitDns -InternalServer 127.0.0.1:{inside} -ExternalServer 127.0.0.1:{outside} {options}") + Show);

    private static string[] Run(string script)
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run(script);
        Assert.Null(run.TerminatingError);
        return [.. run.Output.Select(o => o?.ToString()?.TrimEnd() ?? "")];
    }
}
