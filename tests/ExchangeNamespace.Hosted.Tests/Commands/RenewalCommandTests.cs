using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Export-CertificateRenewalScript as users call it.</summary>
public sealed class RenewalCommandTests : CommandTest
{
    private const string Name = "ExportCertificateRenewalScriptCommand";

    private const string Plan = "$plan = Get-NamespacePlan EX01 @given; ";

    private const string Mixed = "$plan = @{ Name = 'EX01'; AdminDisplayVersion = '2010SP3' }, @{ Name = 'EX02'; AdminDisplayVersion = '2016' } | Get-NamespacePlan @bare; ";

    [Fact]
    public void Lines_come_in_order_and_the_removal_is_the_last_comment()
    {
        var lines = Lines(Plan + "$plan | Export-CertificateRenewalScript -Country CH -OldThumbprint 0123456789abcdef0123456789abcdef01234567 -Service IIS, SMTP");

        Assert.EndsWith("step by step, not as a whole.", lines[0]);
        Assert.StartsWith("# 1. On EX01: Look at the certificate", lines[2]);
        Assert.Equal("# Remove-ExchangeCertificate -Thumbprint '0123456789ABCDEF0123456789ABCDEF01234567'", lines[^1]);
        Assert.Contains("Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\\mail_contoso_com.cer')) | Enable-ExchangeCertificate -Services IIS,SMTP", lines);
    }

    [Fact]
    public void Steps_are_objects() => Assert.Equal(
        ["1 Look", "2 Request", "3 Wait", "4 Enable", "5 Verify", "6 Remove"],
        Lines(Plan + "$plan | Export-CertificateRenewalScript -AsStep | ForEach-Object { \"$($_.Number) $($_.Kind)\" }"));

    [Fact]
    public void Captured_settings_bind_to_State()
    {
        HostRun run = Run("param($Folder) " + Plan + "$plan | Export-CertificateRenewalScript -Country CH -State (Import-ExchangeState $Folder) -AsStep | ForEach-Object { \"$($_.Kind)\" }",
            Path.Combine(ExchangeNamespace.Tests.Support.SharedData.RepositoryRoot(), "docs", "examples", "capture"));
        Assert.Empty(run.Errors);
        Assert.Contains("Request", run.Output);
    }

    [Fact]
    public void Several_shells_need_a_choice_or_files()
    {
        Fault(Run(Mixed + "$plan | Export-CertificateRenewalScript -WarningAction SilentlyContinue"), Name, "MixedShells", ErrorCategory.InvalidOperation);
        var old = Lines(Mixed + "$plan | Export-CertificateRenewalScript -ExchangeVersion 2010 -WarningAction SilentlyContinue");
        Assert.All(old, l => Assert.DoesNotContain("GenerateRequest", l));
        Assert.StartsWith("# Numbers that are missing here are steps in the shell of another version", old[2]);

        using TemporaryFolder folder = new();
        HostRun run = Run("param($Path) " + Mixed + "$plan | Export-CertificateRenewalScript -Path $Path -PassThru -WarningAction SilentlyContinue", Path.Combine(folder.Path, "renew.ps1"));
        Assert.Empty(run.Errors);
        Assert.Equal(["renew.Exchange2010.ps1", "renew.Exchange2016.ps1"], run.Output.Cast<FileInfo>().Select(f => f.Name));
        string text = File.ReadAllText(Path.Combine(folder.Path, "renew.Exchange2016.ps1"));
        Assert.Contains("\r\n# Renewal of the certificates of mail.contoso.com", text);
        Assert.Equal(text.Split('\n').Length, text.Split("\r\n").Length);

        Fault(Run("param($Path) " + Mixed + "$plan | Export-CertificateRenewalScript -Path $Path -WarningAction SilentlyContinue", Path.Combine(folder.Path, "renew.ps1")), Name, "FileExists", ErrorCategory.ResourceExists);
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        using TemporaryFolder folder = new();
        Run("param($Path) " + Plan + "$plan | Export-CertificateRenewalScript -Path $Path -WhatIf", Path.Combine(folder.Path, "renew.ps1"));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_deployment_has_a_file_for_each_shell_and_organisation_settings_in_the_newest_only()
    {
        using TemporaryFolder folder = new();
        HostRun run = Run(
            "param($Path) [pscustomobject]@{ Name = 'EX01'; ExchangeVersion = '2013' }, [pscustomobject]@{ Name = 'EX02'; ExchangeVersion = 'SE' } | "
                + "Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain contoso.com -WarningAction SilentlyContinue | "
                + "Export-CertificateRenewalScript -Deploy -Path $Path -Service IIS -SendConnector Out -WarningAction SilentlyContinue",
            Path.Combine(folder.Path, "deploy.ps1"));
        Assert.Empty(run.Errors);
        string[] files = [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal)];
        Assert.Equal(["deploy.Exchange2013.ps1", "deploy.Exchange2016.ps1"], files.Select(f => Path.GetFileName(f)));
        Assert.Equal([false, true], files.Select(f => File.ReadAllText(f).Contains("SendConnectors = @('Out')", StringComparison.Ordinal)));
        Assert.Equal(["EX01", "EX02"], files.Select(f => File.ReadAllLines(f).Single(l => l.Contains("    Name = 'EX", StringComparison.Ordinal)).Trim()[8..^1]));
    }

    [Theory]
    [InlineData("-Country CH", "InputContradiction", ErrorCategory.InvalidData, "CH")]
    [InlineData("-KeySize 4096", "InputContradiction", ErrorCategory.InvalidData, 4096)]
    public void What_a_deployment_cannot_honour_is_refused(string arguments, string id, ErrorCategory category, object target)
    {
        using TemporaryFolder folder = new();
        HostRun run = Run("param($Path) " + Plan + "$plan | Export-CertificateRenewalScript -Deploy -Path $Path " + arguments, Path.Combine(folder.Path, "deploy.ps1"));
        Assert.Equal(target, Fault(run, Name, id, category).TargetObject);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_deployment_is_refused_for_2007_and_for_a_self_signed_certificate()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "deploy.ps1");
        const string Deploy = " -WarningAction SilentlyContinue | Export-CertificateRenewalScript -Deploy -Service IIS -Path $Path";
        HostRun old = Run("param($Path) Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2007SP3" + Deploy, path);
        Assert.Equal("EX01", Fault(old, Name, "DeploymentNotInVersion", ErrorCategory.NotImplemented).TargetObject);
        HostRun own = Run("param($Path) Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion SE -CertificateAuthority SelfSigned" + Deploy, path);
        Assert.Equal("mail.contoso.com", Fault(own, Name, "InputContradiction", ErrorCategory.InvalidData).TargetObject);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("-OldThumbprint '01 23'", "ThumbprintInvalid", ErrorCategory.InvalidArgument, "01 23")]
    [InlineData("-ReceiveConnector 'EX09\\Default'", "ConnectorServerNotInPlan", ErrorCategory.ObjectNotFound, "EX09\\Default")]
    [InlineData("-Service UMCallRouter, Federation -ExchangeVersion 2003", "VersionUnknown", ErrorCategory.InvalidArgument, "2003")]
    [InlineData("-SendConnector \"a`nb\"", "TextHasControlCharacter", ErrorCategory.InvalidArgument, "a\nb")]
    public void What_is_refused_is_an_error_with_the_value_and_no_line(string arguments, string id, ErrorCategory category, string target)
    {
        HostRun run = Run(Plan + "$plan | Export-CertificateRenewalScript " + arguments);
        Assert.Equal(target, Fault(run, Name, id, category).TargetObject);
        Assert.Empty(run.Output);
    }
}
