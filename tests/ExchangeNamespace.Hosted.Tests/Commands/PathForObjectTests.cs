using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A path where a plan, a captured state, a server or a name is wanted is one error, which says what reads the file.</summary>
public sealed class PathForObjectTests : CommandTest
{
    private const string Reads = "Import-NamespacePlan reads a plan file";
    private const string ReadsCaptures = "Import-ExchangeState";

    [Theory]
    [InlineData("Compare-NamespacePlan -Plan plan.json -State x", Reads)]
    [InlineData("Export-DnsScript plan.json", Reads)]
    [InlineData("Export-VirtualDirectoryScript ./plan.json", Reads)]
    [InlineData("Test-SplitDns plan.json 127.0.0.1:9", Reads)]
    [InlineData("Test-SplitDns -Plan plan.json 127.0.0.1:9", Reads)]
    [InlineData("'docs/plan.json' | Test-SplitDns -ExternalServer 127.0.0.1:9", Reads)]
    [InlineData("Test-MailIdentity C:\\plans\\plan.json -DnsServer 127.0.0.1:9", Reads)]
    [InlineData("Test-MailIdentity -Plan plan.json -DnsServer 127.0.0.1:9", Reads)]
    [InlineData("New-SpfRecord plan.json 192.0.2.1", Reads)]
    [InlineData("New-SpfRecord -Plan plan.json", Reads)]
    [InlineData("Get-AutodiscoverRoute a@contoso.com plan.json", Reads)]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -State capture", ReadsCaptures)]
    [InlineData("Get-ClientAccessRoute plan.json", Reads)]
    [InlineData("Get-StartTlsCertificate -State ./capture", ReadsCaptures)]
    [InlineData("'docs/capture' | Get-StartTlsCertificate -Certificate @()", ReadsCaptures)]
    [InlineData("Test-NamespaceMigration migration.json", "A migration is wanted here")]
    [InlineData("Test-NamespaceCertificate -Path a.pem -Plan plan.json", Reads)]
    [InlineData("Test-ExchangeScript -Script x -ExchangeVersion 2016 -Plan plan.json", Reads)]
    [InlineData("Export-MailFlowScript plan.json", Reads)]
    [InlineData("New-SanCertificateRequest plan.json", Reads)]
    [InlineData("Export-CertificateRenewalScript plan.json", Reads)]
    [InlineData("Get-NamespacePlan docs/capture mail.contoso.com", ReadsCaptures)]
    [InlineData("Get-NamespacePlan C:\\capture mail.contoso.com", ReadsCaptures)]
    [InlineData("Get-NamespacePlan plan.json mail.contoso.com", Reads)]
    public void One_error_names_the_command_that_reads_it(string command, string reads)
    {
        HostRun run = Run("try { " + command + " } catch [System.Management.Automation.ParameterBindingException] { Write-Error $_.Exception.Message }");

        Assert.Contains(reads, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    /// <summary>Start-Job, Invoke-Command and Export-Clixml hand over copies that only look like what they were.</summary>
    [Theory]
    [InlineData("$copy | Export-VirtualDirectoryScript", "Plan", Reads)]
    [InlineData("$copy | New-SpfRecord", "Plan", Reads)]
    [InlineData("Test-Namespace $copy", "Plan", Reads)]
    [InlineData("Compare-NamespacePlan $copy $copy", "Plan", Reads)]
    [InlineData("$copy | Get-ClientAccessRoute", "State", ReadsCaptures)]
    [InlineData("$copy | Test-NamespaceMigration", "Migration", "New-NamespaceMigration makes it")]
    public void What_came_through_a_job_is_told_as_a_copy(string command, string kind, string reads)
    {
        string made = kind switch
        {
            "Plan" => "Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction Ignore",
            "State" => "[pscustomobject] @{ PSTypeName = 'ExchangeNamespace.State.ExchangeState'; Servers = 'EX1' }",
            _ => "[pscustomobject] @{ PSTypeName = 'ExchangeNamespace.Migration.NamespaceMigration'; Steps = 1 }",
        };
        HostRun run = Run("$copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((" + made
            + "), 2)); try { " + command + " } catch [System.Management.Automation.ParameterBindingException] { Write-Error $_.Exception.Message }");

        string error = Assert.Single(run.Errors).ToString();
        Assert.Contains("This is a copy that came through a job", error, StringComparison.Ordinal);
        Assert.Contains(reads, error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_plan_file_is_no_certificate()
    {
        using TemporaryFolder folder = new();
        HostRun run = Run("param($File) Test-NamespaceCertificate $File -HostName mail.contoso.com", folder.Write("plan.json", "{}"));

        Assert.Contains("-Plan (Import-NamespacePlan", Fault(run, "TestNamespaceCertificateCommand", "FileOfOtherKind", ErrorCategory.InvalidType).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$plan | Test-SplitDns -ExternalServer 127.0.0.1:9 -InternalServer 127.0.0.1:9 -Timeout 0.1 -Retry 0")]
    [InlineData("$plan | New-SpfRecord")]
    [InlineData("$plan | Test-MailIdentity -DnsServer 127.0.0.1:9 -Timeout 0.1 -Retry 0 -SmtpTimeout 0.1")]
    [InlineData("'mail.contoso.com' | Test-SplitDns -ExternalServer 127.0.0.1:9 -InternalServer 127.0.0.1:9 -Timeout 0.1 -Retry 0")]
    [InlineData("'contoso.com' | New-SpfRecord -IPAddress 192.0.2.1")]
    [InlineData("'contoso.com' | Test-MailIdentity -DnsServer 127.0.0.1:9 -Timeout 0.1 -Retry 0")]
    public void Names_and_plans_are_still_taken(string command)
    {
        HostRun run = Run("$plan = Get-NamespacePlan EX1 @given -MailHost smtp.contoso.com -MailIPAddress 192.0.2.25; " + command + " -WarningAction Ignore");

        Assert.DoesNotContain(run.Errors.Select(e => e.ToString()), e => e.Contains("reads", StringComparison.Ordinal) || e.Contains("white space", StringComparison.Ordinal));
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void Rows_carry_the_parameters_of_their_columns()
    {
        Assert.Equal(
            ["a@contoso.com Pass", "b@contoso.com Fail"],
            Lines("""
                [pscustomobject]@{ IPAddress = '192.0.2.1'; MailFrom = 'a@contoso.com' }, [pscustomobject]@{ IPAddress = '192.0.2.9'; MailFrom = 'b@contoso.com' } |
                    Test-SpfSender -Record 'v=spf1 ip4:192.0.2.1 -all' | ForEach-Object { "$($_.MailFrom) $($_.Result)" }
                """));
        Assert.Equal(
            ["a@contoso.com", "b@contoso.com"],
            Lines("""
                $plan = Get-NamespacePlan EX1 @given
                [pscustomobject]@{ EmailAddress = 'a@contoso.com' }, [pscustomobject]@{ EmailAddress = 'b@contoso.com' } |
                    Get-AutodiscoverRoute -Plan $plan -WarningAction Ignore | ForEach-Object { "$($_.EmailAddress)" }
                """));
    }
}
