using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Test-MailIdentity as a user sees it. Port 9 of the loopback answers nothing, so nothing leaves this machine.</summary>
public sealed class MailIdentityCommandTests : CommandTest
{
    private const string Command = "TestMailIdentityCommand";
    private const string Silent = " -DnsServer 127.0.0.1:9 -Timeout 0.2 -Retry 0 -SmtpTimeout 0.2 ";

    [Fact]
    public void Without_an_answer_every_link_is_open_and_nothing_is_an_error()
    {
        HostRun run = Run("Test-MailIdentity contoso.com" + Silent);

        Assert.Empty(run.Errors);
        Assert.Equal(["MailExchanger Inconclusive EXN269", "Dmarc Inconclusive EXN269", "MtaSts Inconclusive EXN269", "TlsReport Inconclusive EXN269"],
            Lines("Test-MailIdentity contoso.com -WarningAction SilentlyContinue" + Silent + "| ForEach-Object { \"$($_.Link) $($_.Status) $($_.Findings.Code)\" }"));
        Assert.All(run.Warnings, w => Assert.StartsWith("EXN269 ", w, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("192.0.2.1", "IpAddressWhereHostExpected")]
    [InlineData("contoso", "NameSingleLabel")]
    [InlineData("https://contoso.com", "UrlWhereHostExpected")]
    [InlineData("", "NameEmpty")]
    public void A_domain_that_is_none_is_an_error_with_the_value(string domain, string id)
    {
        ErrorRecord error = Fault(Run($"Test-MailIdentity '{domain}'" + Silent), Command, id, ErrorCategory.InvalidArgument);
        Assert.Equal(domain, error.TargetObject?.ToString() ?? "");
    }

    [Theory]
    [InlineData("-SendingIPAddress 10.1", "AddressInvalid", "10.1")]
    [InlineData("-SendingHost '-x.contoso.com'", "LabelHyphen", "-x.contoso.com")]
    public void A_wrong_value_is_an_error_and_nothing_is_asked(string arguments, string id, string target)
    {
        HostRun run = Run("Test-MailIdentity contoso.com " + arguments + Silent);

        Assert.Equal(target, Fault(run, Command, id, ErrorCategory.InvalidArgument).TargetObject?.ToString());
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_wrong_server_is_an_error() =>
        Fault(Run("Test-MailIdentity contoso.com -DnsServer dns.contoso.com"), Command, "AddressInvalid", ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("a b")]
    [InlineData("x\r\nMAIL FROM:<>")]
    public void A_name_in_EHLO_carries_no_second_command(string name)
    {
        HostRun run = Run("param($Name) Test-MailIdentity contoso.com -HelloName $Name" + Silent, name);

        Assert.Contains("ParameterArgumentValidationError", (run.TerminatingError ?? run.Errors[0]).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_mail_is_an_error() =>
        Fault(Run("Get-NamespacePlan EX01 @given | Test-MailIdentity" + Silent), Command, "MailNotPlanned", ErrorCategory.InvalidOperation);

    [Fact]
    public void A_plan_checks_each_of_its_domains_and_its_sending_addresses() => Assert.Equal(
        ["contoso.com", "fabrikam.com", "sales.contoso.com"],
        Lines("Get-NamespacePlan EX01 @given -SmtpDomain contoso.com, fabrikam.com -MailHost smtp.contoso.com -MailIPAddress 192.0.2.25 -MailChildDomain sales.contoso.com | Test-MailIdentity -WarningAction SilentlyContinue"
            + Silent + "| ForEach-Object { if ($_.Link.ToString() -eq 'PointerRequired') { $_.Domain.Value } }"));

    [Fact]
    public void Rows_of_one_domain_are_one_check_with_the_addresses_of_all() => Assert.Equal(
        [
            "contoso.com MailExchanger contoso.com", "contoso.com PointerRequired 192.0.2.1", "contoso.com PointerRequired 192.0.2.2",
            "fabrikam.com MailExchanger fabrikam.com", "fabrikam.com PointerRequired 192.0.2.3",
        ],
        Lines(
            """
            $rows = @(
                [pscustomobject]@{ Domain = 'contoso.com'; SendingIPAddress = '192.0.2.1' }
                [pscustomobject]@{ Domain = 'fabrikam.com'; SendingIPAddress = '192.0.2.3' }
                [pscustomobject]@{ Domain = 'Contoso.com'; SendingIPAddress = '192.0.2.2', '192.0.2.1' }
            )
            $rows | Test-MailIdentity -WarningAction SilentlyContinue
            """ + Silent + """
            | Where-Object { $_.Link.ToString() -in 'MailExchanger', 'PointerRequired' } | ForEach-Object { "$($_.Domain) $($_.Link) $($_.Subject)" }
            """));

    [Fact]
    public void There_is_a_table_view()
    {
        StringWriter output = new();
        using ModuleHost host = ModuleHost.Open(console: new HostConsole(output, TextWriter.Null, Width: 200, HasColor: false));
        HostRun run = host.Run("Test-MailIdentity contoso.com -WarningAction SilentlyContinue" + Silent + "| Out-Default");

        Assert.Empty(run.Errors);
        Assert.Contains("Domain: contoso.com", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"Outcome\s+Subject\s+Link\s+Found", output.ToString());
    }
}
