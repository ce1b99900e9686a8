using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class DnsScriptCommandTests : CommandTest, IDisposable
{
    private const string Command = "ExportDnsScriptCommand";

    private const string Plan =
        """
        param($Folder)
        $plan = @{ Name = 'EX01'; IPAddress = '10.0.0.20' } | Get-NamespacePlan -ExternalHost mail.exoip.com -ADDomain exoip.local -ExchangeVersion 2019 -DnsModel Pinpoint -SmtpDomain exoip.com, exoip.net -MailHost mail.exoip.com -ExternalIPAddress 203.0.113.20 -WarningAction SilentlyContinue

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_pipeline_streams_lines() => Assert.Equal(
        ["dnscmd /zoneadd mail.exoip.com /dsprimary /dp /domain", "dnscmd /recordadd mail.exoip.com @ 300 A 10.0.0.20"],
        Lines(Plan + "$plan | Export-DnsScript -View Internal -Format Dnscmd -TimeToLive 00:05:00").Where(l => l.StartsWith("dnscmd", StringComparison.Ordinal)).Take(2));

    [Fact]
    public void A_hashtable_gives_addresses_and_texts()
    {
        IReadOnlyList<string> lines = Lines(Plan + "Export-DnsScript $plan -View External -Format Bind -NameServer ns1.example.net -Address @{ 'mail.exoip.com' = '203.0.113.7', '2001:db8::7' } -SpfRecord @{ 'exoip.net' = 'v=spf1 -all' }");

        Assert.Contains("mail IN A 203.0.113.7", lines);
        Assert.Contains("mail IN AAAA 2001:db8::7", lines);
        Assert.Equal("@ IN TXT \"v=spf1 -all\"", Assert.Single(lines, l => l.Contains(" TXT ", StringComparison.Ordinal) && l[0] != ';'));
        Assert.Contains("7 IN PTR mail.exoip.com.", lines);
    }

    [Theory]
    [InlineData("-Format Bind -Address @{ 'mail.exoip.com' = '10.1' }", "AddressInvalid", ErrorCategory.InvalidArgument, "10.1")]
    [InlineData("-Format Bind -SpfRecord 'ip4:192.0.2.1'", "ValueNotListed", ErrorCategory.InvalidArgument, "ip4:192.0.2.1")]
    [InlineData("-Format Bind -ReverseZone 192.0.2.0/25", "ValueNotListed", ErrorCategory.InvalidArgument, "192.0.2.0/25")]
    [InlineData("-Format Bind -Serial -1", "ValueOutOfRange", ErrorCategory.InvalidArgument, -1L)]
    [InlineData("-Format Dnscmd -HostMaster a@b.com", "InputContradiction", ErrorCategory.InvalidData, "a@b.com")]
    public void What_is_refused_is_an_error_with_the_value_and_no_line(string arguments, string id, ErrorCategory category, object target)
    {
        HostRun run = Run(Plan + "$plan | Export-DnsScript -View External " + arguments);

        ErrorRecord error = Fault(run, Command, id, category);
        Assert.Equal(target, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void The_results_of_New_SpfRecord_are_records_and_what_is_missing_is_a_comment()
    {
        const string Mail = "$mail = Get-NamespacePlan EX01 @given -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25 -MailChildDomain sales.contoso.com\n";

        IReadOnlyList<string> all = Lines(Mail + "$mail | Export-DnsScript -View External -Format Bind -NameServer ns1.example.net -SpfRecord ($mail | New-SpfRecord)");
        Assert.Equal(
            ["@ IN TXT \"v=spf1 ip4:203.0.113.25 -all\"", "sales IN TXT \"v=spf1 redirect=contoso.com\"", "smtp IN TXT \"v=spf1 ip4:203.0.113.25 -all\""],
            all.Where(l => l.Contains(" TXT ", StringComparison.Ordinal)));
        Assert.All(
            Lines(Mail + "$mail | Export-DnsScript -View External -Format Bind -NameServer ns1.example.net").Where(l => l.Contains(" TXT ", StringComparison.Ordinal)),
            l => Assert.StartsWith("; ", l, StringComparison.Ordinal));
        Assert.Equal(
            ["@ IN TXT \"v=spf1 mx -all\"", "; sales IN TXT", "; smtp IN TXT"],
            Lines(Mail + "$mail | Export-DnsScript -View External -Format Bind -NameServer ns1.example.net -SpfRecord 'v=spf1 mx -all'")
                .Where(l => l.Contains(" TXT ", StringComparison.Ordinal)).Select(l => l[0] == ';' ? l[..l.IndexOf(" \"", StringComparison.Ordinal)] : l));
    }

    [Fact]
    public void A_plain_number_is_no_time_to_live()
    {
        ErrorRecord error = Fault(Run(Plan + "$plan | Export-DnsScript -View External -Format Bind -TimeToLive 300"), Command, "ValueOutOfRange", ErrorCategory.InvalidArgument);
        Assert.Contains("00:05:00", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_name_server_is_a_warning() =>
        Assert.StartsWith("EXN101 mail.exoip.com", Assert.Single(Run(Plan + "$plan | Export-DnsScript -View Internal -Format Bind").Warnings), StringComparison.Ordinal);

    [Fact]
    public void Records_come_as_objects() => Assert.Equal(
        ["mail.exoip.com @ A 10.0.0.20 True", "autodiscover.exoip.com @ A 10.0.0.20 True", "autodiscover.exoip.net @ A 10.0.0.20 True"],
        Lines(Plan + "$plan | Export-DnsScript -View Internal -Format DnsServer -AsRecord | ForEach-Object { \"$($_.Zone) $($_.Node) $($_.Type) $($_.Value) $($_.Withheld -eq $null)\" }"));

    [Fact]
    public void There_is_a_table_view()
    {
        StringWriter output = new();
        using ModuleHost host = ModuleHost.Open(console: new HostConsole(output, TextWriter.Null, Width: 200, HasColor: false));
        Assert.Empty(host.Run(Plan + "$plan | Export-DnsScript -View External -Format DnsServer -AsRecord | Out-Default").Errors);
        Assert.Contains("Type Name Data Withheld", output.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void Zone_text_goes_into_a_file_per_zone()
    {
        HostRun run = Run(Plan + "$plan | Export-DnsScript -View Internal -Format Bind -NameServer dc1.exoip.local -Path (\"$Folder/inside.zone\") -PassThru | ForEach-Object { $_.Name }", _folder.Path);

        Assert.Empty(run.Errors);
        Assert.Equal(["inside.mail.exoip.com.zone", "inside.autodiscover.exoip.com.zone", "inside.autodiscover.exoip.net.zone"], run.Output);
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
        string text = File.ReadAllText(Path.Combine(_folder.Path, "inside.mail.exoip.com.zone"));
        Assert.Contains("\n$ORIGIN mail.exoip.com.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -Force")]
    public void A_second_plan_never_replaces_the_file_of_the_first(string force)
    {
        HostRun run = Run(Plan + $"$plan, $plan | Export-DnsScript -View Internal -Format Dnscmd -Path (\"$Folder/inside.cmd\"){force}", _folder.Path);

        Assert.StartsWith("SeveralPlans,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Lines_go_into_one_file_with_the_line_ends_of_windows_that_is_kept_without_force()
    {
        string script = Plan + "$plan | Export-DnsScript -View Internal -Format Dnscmd -Path (\"$Folder/inside.cmd\")";
        Assert.Empty(Run(script, _folder.Path).Errors);
        string text = File.ReadAllText(Path.Combine(_folder.Path, "inside.cmd"));
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);

        Fault(Run(script, _folder.Path), Command, "FileExists", ErrorCategory.ResourceExists);
        Assert.Empty(Run(script + " -Force", _folder.Path).Errors);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Nothing_is_written_with_WhatIf_or_where_one_file_of_several_exists()
    {
        string script = Plan + "$plan | Export-DnsScript -View Internal -Format Bind -NameServer dc1.exoip.local -Path (\"$Folder/z.db\")";
        Assert.Empty(Run(script + " -WhatIf", _folder.Path).Errors);
        Assert.Empty(Directory.GetFiles(_folder.Path));

        File.WriteAllText(Path.Combine(_folder.Path, "z.autodiscover.exoip.net.db"), "mine");
        Fault(Run(script, _folder.Path), Command, "FileExists", ErrorCategory.ResourceExists);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }
}
