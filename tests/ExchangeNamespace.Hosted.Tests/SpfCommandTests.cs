using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>Test-SpfSender and New-SpfRecord as users call them, with a server on the loopback.</summary>
public sealed class SpfCommandTests : IDisposable
{
    private static readonly IReadOnlyDictionary<(string, ushort), byte[][]> Zone = new Dictionary<(string, ushort), byte[][]>
    {
        [("contoso.com", DnsPacket.Txt)] = [DnsPacket.Text("contoso.com", "MS=ms1"), DnsPacket.Text("contoso.com", "v=spf1 mx include:spf", ".mailer.example -all exp=why.contoso.com")],
        [("contoso.com", DnsPacket.Mx)] = [DnsPacket.Exchanger("contoso.com", 10, "mail.contoso.com")],
        [("mail.contoso.com", DnsPacket.A)] = [DnsPacket.Address("mail.contoso.com", "192.0.2.10")],
        [("spf.mailer.example", DnsPacket.Txt)] = [DnsPacket.Text("spf.mailer.example", "v=spf1 ip4:198.51.100.0/24 ?all")],
        [("why.contoso.com", DnsPacket.Txt)] = [DnsPacket.Text("why.contoso.com", "%{i} is not ours\u001b[2J")],
        [("open.example", DnsPacket.Txt)] = [DnsPacket.Text("open.example", "v=spf1 +all")],
        [("names.example", DnsPacket.Txt)] = [DnsPacket.Text("names.example", "v=spf1 ptr -all")],
        [("10.2.0.192.in-addr.arpa", DnsPacket.Ptr)] = [DnsPacket.Pointer("10.2.0.192.in-addr.arpa", "mail.names.example")],
        [("mail.names.example", DnsPacket.A)] = [DnsPacket.Address("mail.names.example", "192.0.2.10")],
        [("odd.example", DnsPacket.Txt)] = [DnsPacket.Text("odd.example", "v=spf1 exists:%{l}.ok.example -all")],
        [("o'brien & sons; x.ok.example", DnsPacket.A)] = [DnsPacket.Address("o'brien & sons; x.ok.example", "127.0.0.2")],
    };

    private readonly StringWriter _output = new();
    private readonly ModuleHost _host;
    private readonly FakeDnsServer _server = new(q => q.Name == "lost.example" ? q.Answer(DnsPacket.Recursive | 2)
        : Zone.TryGetValue((q.Name, q.Type), out byte[][]? found) ? q.Answer(DnsPacket.Recursive, found) : q.Answer(DnsPacket.Recursive | 3));

    public SpfCommandTests() => _host = ModuleHost.Open(console: new HostConsole(_output, TextWriter.Null, Width: 140, HasColor: false));

    private string Server => $" -DnsServer 127.0.0.1:{_server.Port} ";

    public void Dispose()
    {
        _host.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("192.0.2.10", "bob@contoso.com", "Pass")]
    [InlineData("198.51.100.7", "bob@contoso.com", "Pass")]
    [InlineData("203.0.113.1", "bob@contoso.com", "Fail")]
    [InlineData("::ffff:192.0.2.10", "contoso.com", "Pass")]
    [InlineData("192.0.2.10", "<bob@contoso.com>", "Pass")]
    [InlineData("192.0.2.10", "bob@nowhere.example", "None")]
    [InlineData("192.0.2.10", "bob@lost.example", "TempError")]
    [InlineData("192.0.2.10", "bob@names.example", "Pass")]
    [InlineData("192.0.2.10", "O''Brien & Sons; x@odd.example", "Pass")]
    [InlineData("192.0.2.10", "$(nothing)@odd.example", "Fail")]
    public void A_sender_is_judged_over_the_wire(string address, string mailFrom, string result)
    {
        HostRun run = _host.Run($"Test-SpfSender {address} '{mailFrom}' mail.contoso.com{Server}| ForEach-Object {{ \"$($_.Result)\" }}");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal([result], run.Output);
    }

    [Fact]
    public void Trace_cost_and_explanation_come_with_it_and_show_nothing_raw()
    {
        HostRun run = _host.Run($"$r = Test-SpfSender 203.0.113.1 bob@contoso.com{Server}; $r.Trace | ForEach-Object ToString; \"$($r.Cost) $($r.Lookups) $($r.VoidLookups)\"; $r.Explanation; $r.Cost.Lines[1].ToString()");

        Assert.Equal(
            [
                "contoso.com: mx: NoMatch (no mail exchanger of contoso.com has the address 203.0.113.1)",
                "contoso.com: include:spf.mailer.example: NoMatch (the record of spf.mailer.example says Neutral, which is no match)",
                "  spf.mailer.example: ip4:198.51.100.0/24: NoMatch (203.0.113.1 does not lie in it)",
                "  spf.mailer.example: ?all: Match (all is about every sender)",
                "contoso.com: -all: Match (all is about every sender)",
                "2 of 10 2 0",
                "include:spf.mailer.example: 1",
            ],
            run.Output.Where(o => o is not null));
    }

    [Fact]
    public void Addresses_come_by_the_pipeline_in_order_and_a_finding_comes_once()
    {
        HostRun run = _host.Run($"'192.0.2.1', '192.0.2.2', '192.0.2.3' | Test-SpfSender -MailFrom bob@open.example{Server}| ForEach-Object {{ $_.ToString() }}");

        Assert.Equal(["192.0.2.1 bob@open.example Pass", "192.0.2.2 bob@open.example Pass", "192.0.2.3 bob@open.example Pass"], run.Output);
        Assert.Equal(("EXN317,ExchangeNamespace.Cmdlets.TestSpfSenderCommand", ErrorCategory.InvalidResult, "open.example"), (Assert.Single(run.Errors).FullyQualifiedErrorId, run.Errors[0].CategoryInfo.Category, run.Errors[0].TargetObject));
        Assert.Equal(1, _server.Questions);
    }

    [Theory]
    [InlineData("Test-SpfSender 192.0.2.1", "MemberMissing")]
    [InlineData("Test-SpfSender mail.contoso.com bob@contoso.com", "AddressInvalid")]
    [InlineData("Test-SpfSender '' bob@contoso.com", "AddressInvalid")]
    [InlineData("Test-SpfSender 192.0.2.1 bob@contoso.com -DnsServer dns", "AddressInvalid")]
    [InlineData("Test-SpfSender 192.0.2.1 ('a' * 2000)", "ValueOutOfRange")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -All Pass", "SpfAllowsEveryone")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 +all'", "SpfAllowsEveryone")]
    [InlineData("New-SpfRecord contoso.com", "SpfSenderMissing")]
    [InlineData("New-SpfRecord contoso.com -Existing 'v=spf2 -all'", "SpfRecordInvalid")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 a -all' -Remove mx", "SpfTermUnknown")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -SendsNoMail", "InputContradiction")]
    [InlineData("New-SpfRecord contoso.com, fabrikam.com 192.0.2.1 -Existing 'v=spf1 -all'", "InputContradiction")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -ChildDomain a.fabrikam.com", "InputContradiction")]
    [InlineData("New-SpfRecord contoso.com -Include 'spf x'", "NameBadCharacter")]
    [InlineData("New-SpfRecord 'contoso.com;x' 192.0.2.1", "NameBadCharacter")]
    public void Bad_input_is_an_error_and_asks_nobody(string script, string id)
    {
        HostRun run = _host.Run(script);

        Assert.StartsWith(id + ",", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(0, _server.Questions);
    }

    [Fact]
    public void The_existing_record_is_looked_up_and_merged()
    {
        HostRun run = _host.Run($"New-SpfRecord contoso.com 192.0.2.99 -LookUp -HelloName mail.contoso.com -SilentDomain shop.contoso.com{Server}| ForEach-Object {{ \"$($_.Domain) $($_.Record) $($_.Lookups) $($_.NullMx)\" }}");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(
            [
                "contoso.com v=spf1 ip4:192.0.2.99 mx include:spf.mailer.example -all exp=why.contoso.com 2 ",
                "mail.contoso.com v=spf1 ip4:192.0.2.99 -all 0 ",
                "shop.contoso.com v=spf1 -all 0 0 .",
            ],
            run.Output);
    }

    [Fact]
    public void Where_the_record_cannot_be_told_none_is_made()
    {
        HostRun run = _host.Run($"New-SpfRecord lost.example 192.0.2.99{Server}");

        Assert.Equal("SpfRecordNotTold,ExchangeNamespace.Cmdlets.NewSpfRecordCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("-Existing '\"v=spf1 mx \" \"~all\"'", "v=spf1 ip4:192.0.2.1 mx ~all")]
    [InlineData("-Existing 'v=spf1 mx a:old.contoso.com ~all' -Remove a:old.contoso.com -All Fail", "v=spf1 ip4:192.0.2.1 mx -all")]
    [InlineData("-Mx -A -HostName h.contoso.com -Include spf.mailer.example", "v=spf1 ip4:192.0.2.1 mx a a:h.contoso.com include:spf.mailer.example -all")]
    public void A_record_is_made_without_asking(string parameters, string record)
    {
        HostRun run = _host.Run($"New-SpfRecord contoso.com 192.0.2.1 {parameters} -WarningAction SilentlyContinue | ForEach-Object Record");

        Assert.Equal([record], run.Output);
        Assert.Equal(0, _server.Questions);
    }

    [Fact]
    public void A_plan_gives_its_domains_senders_and_names_and_the_record_goes_into_the_zone()
    {
        HostRun run = _host.Run("""
            $plan = Get-NamespacePlan EX01 mail.contoso.com -MailHost mail.contoso.com -SmtpDomain contoso.com -SendingIPAddress 192.0.2.10 -MailChildDomain child.contoso.com -ExchangeVersion 2019 -DnsModel Split -WarningAction SilentlyContinue
            $records = $plan | New-SpfRecord
            $records | ForEach-Object { "$($_.Domain) $($_.Record)" }
            $plan | Export-DnsScript -View External -Format Bind -SpfRecord $records[0].Record -WarningAction SilentlyContinue | Where-Object { $_ -like '@ IN TXT *v=spf1*' }
            """);

        Assert.Equal(["contoso.com v=spf1 ip4:192.0.2.10 -all", "child.contoso.com v=spf1 redirect=contoso.com", "mail.contoso.com v=spf1 ip4:192.0.2.10 -all"], run.Output.Take(3));
        Assert.Contains("\"v=spf1 ip4:192.0.2.10 -all\"", Assert.Single(run.Output.Skip(3))!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trace_is_a_table()
    {
        _host.Run($"(Test-SpfSender 203.0.113.1 bob@contoso.com{Server}).Trace | Out-Default");

        Assert.Matches(@"Depth Domain\s+Term\s+Look-ups Outcome\s+Reason", _output.ToString());
    }
}
