using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>The command as users call it.</summary>
public sealed class NewSanCertificateRequestTests : IDisposable
{
    private const string Article = "Get-NamespacePlan -Server CASServer -ExternalHost webmail.shudnow.net -ADDomain shudnow.local -ExchangeVersion 2007SP1 -WarningAction SilentlyContinue | New-SanCertificateRequest ";

    private readonly ModuleHost _host = ModuleHost.Open();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void The_pipeline_gives_the_request_as_one_string()
    {
        HostRun run = _host.Run(Article + "-Country US -Organization 'Contoso, Inc.' -RequestPath C:\\webmail.req");

        Assert.Equal(
            ["New-ExchangeCertificate -GenerateRequest -Path \"C:\\webmail.req\" -KeySize 2048 -SubjectName 'C=US,O=\"Contoso, Inc.\",CN=webmail.shudnow.net' -DomainName webmail.shudnow.net,autodiscover.shudnow.net,webmail.shudnow.local"],
            run.Output);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void The_province_has_a_parameter_of_its_own() =>
        Assert.Contains("\"C=DE,S=Bavaria,CN=",
            Assert.Single(_host.Run(Article + "-Country DE -StateOrProvince Bavaria").Output)!.ToString(), StringComparison.Ordinal);

    /// <summary>An object would stand in the certificate as the text that it is called.</summary>
    [Theory]
    [InlineData("-State Bavaria", "-StateOrProvince")]
    [InlineData("-StateOrProvince ([pscustomobject]@{ A = 1 })", "text")]
    [InlineData("-Organization 5", "text")]
    [InlineData("-Country ([datetime]::UtcNow)", "text")]
    [InlineData("-OrganizationalUnit @{}", "text")]
    public void A_part_of_the_subject_is_text_and_nothing_else(string arguments, string said)
    {
        HostRun run = _host.Run(Article + arguments);

        Assert.Empty(run.Output);
        Assert.Contains(said, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_country_is_a_warning() => Assert.StartsWith("EXN060 ", Assert.Single(_host.Run(Article).Warnings));

    [Fact]
    public void Command_objects_have_target_and_caution()
    {
        HostRun run = _host.Run("$c = @(" + Article + "-Complete -Service IIS, SMTP -AsCommand); $c.Count; $c[0].Target; $c[0].Caution; $c[0].PipeTo.Name; \"$($c[1])\"; $c[2].IsByHand; $c[2].Line");

        Assert.Equal([3, "CASServer", "SMTP: answer N to the overwrite prompt, so that the default SMTP certificate stays.", "Enable-ExchangeCertificate", "Get-ExchangeCertificate -DomainName webmail.shudnow.net", true, "# iisreset -noforce"], run.Output);
    }

    [Theory]
    [InlineData("New-SanCertificateRequest -CertificatePath C:\\a.cer -Complete")]
    [InlineData("New-SanCertificateRequest -CertificatePath C:\\a.cer -Complete -AsCommand | ForEach-Object Line")]
    [InlineData("Export-CertificateRenewalScript -Country CH -CertificatePath C:\\a.cer -OldThumbprint 0123456789ABCDEF0123456789ABCDEF01234567 -WarningAction SilentlyContinue")]
    public void After_an_import_that_failed_nothing_restarts_the_web_server(string emitter)
    {
        foreach (string version in new[] { "2007RTM", "2007SP1", "2010", "2013", "2016", "2019", "SE" })
        {
            HostRun run = _host.Run(
                $$"""
                $ran = [System.Collections.Generic.List[string]]::new()
                function New-ExchangeCertificate { $ran.Add('request') }
                function Import-ExchangeCertificate { $ran.Add('import'); throw 'The certificate does not match a pending request.' }
                function Enable-ExchangeCertificate { process { $ran.Add('enable') } }
                function Get-ExchangeCertificate { $ran.Add('look') }
                function Remove-ExchangeCertificate { $ran.Add('remove') }
                function iisreset { $ran.Add('iisreset') }
                $lines = @(Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion {{version}} -WarningAction SilentlyContinue | {{emitter}})
                $lines = @($lines | ForEach-Object { $_ -replace "\[System\.IO\.File\]::ReadAllBytes\('[^']*'\)", '1' -replace '\[System\.IO\.File\]::WriteAllBytes.*', 'New-ExchangeCertificate' -replace '-Thumbprint \(.*', '-Thumbprint 1' })
                foreach ($line in $lines) { try { $null = & ([scriptblock]::Create($line)) } catch { } }
                $ran | Where-Object { $_ -ne 'look' -and $_ -ne 'request' }
                """);

            Assert.Equal(["import"], run.Output);
        }
    }

    [Fact]
    public void Names_come_as_objects_with_reasons()
    {
        HostRun run = _host.Run(Article + "-AsName -AdditionalName pop.shudnow.net | ForEach-Object { \"$($_.Name) $($_.Rule) $($_.Certificate)\" }");

        Assert.Equal(["webmail.shudnow.net S35 1", "autodiscover.shudnow.net S10 1", "webmail.shudnow.local S8 1", "pop.shudnow.net S35 1"], run.Output);
        Assert.Empty(run.Warnings);
    }

    [Theory]
    [InlineData("-Country USA", "CountryInvalid", "USA")]
    [InlineData("-KeySize 1024", "ValueNotListed", 1024)]
    [InlineData("-RequestPath mail.req", "PathInvalid", "mail.req")]
    [InlineData("-RequestPath 'C:\\a[1].req'", "PathHasWildcard", "C:\\a[1].req")]
    [InlineData("-Complete -Service Federation", "CertificateServiceNotInVersion", "Federation")]
    [InlineData("-MaximumNames 0", "ValueOutOfRange", 0)]
    [InlineData("-MaximumNames 1 -ReduceBy Wildcard", "CertificateNamesOverBudget", 1)]
    [InlineData("-ReduceBy Cname", "ValueNotListed", "Cname")]
    [InlineData("-ExchangeVersion 2003", "VersionUnknown", "2003")]
    [InlineData("-ExchangeVersion 2010", "InputContradiction", "2010")]
    public void What_is_refused_is_an_error_with_the_value_and_no_line(string arguments, string id, object target)
    {
        HostRun run = _host.Run(Article + arguments);

        Assert.Empty(run.Output);
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId);
        Assert.Equal(target, error.TargetObject);
    }

    [Fact]
    public void A_budget_gives_choices_machines_and_a_warning()
    {
        HostRun run = _host.Run(Article + "-Country US -MaximumNames 2");
        Assert.EndsWith("-DomainName webmail.shudnow.net,webmail.shudnow.local", (string)Assert.Single(run.Output)!);
        Assert.StartsWith("EXN070 autodiscover.shudnow.net: ", Assert.Single(run.Warnings));

        Assert.Equal(["Keep", "Keep", "Srv", "HttpRedirect", "Wildcard", "Cname", "Keep"], _host.Run(Article + "-AsChoice | ForEach-Object { \"$($_.Way)\" }").Output);
        Assert.Equal(["CASServer Request"], _host.Run(Article + "-AsMachine | ForEach-Object { \"$($_.Machine) $($_.Source)\" }").Output);
    }

    [Fact]
    public void The_plan_that_the_warning_asks_for_and_its_records_agree_with_the_certificate()
    {
        const string Plan = "Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.5' } mail.contoso.com -ADDomain contoso.com -SmtpDomain contoso.com, fabrikam.com -ExchangeVersion 2019 -ExternalIPAddress 203.0.113.5 -WarningAction SilentlyContinue ";
        const string Records = "| Export-DnsScript -View $_ -Format DnsServer -AsRecord -WarningAction SilentlyContinue | ForEach-Object { \"$($_.Type) $($_.Name)\" } }";
        HostRun reduced = _host.Run(Plan + "| New-SanCertificateRequest -Country US -MaximumNames 2 -ReduceBy Srv");
        Assert.Contains("-AutodiscoverSrvDomain fabrikam.com:", Assert.Single(reduced.Warnings), StringComparison.Ordinal);

        HostRun planned = _host.Run(Plan + "-AutodiscoverSrvDomain fabrikam.com | New-SanCertificateRequest -Country US");
        Assert.Empty(planned.Warnings);
        Assert.Equal(reduced.Output, planned.Output);

        object?[] before = [.. _host.Run("'External', 'Internal' | ForEach-Object { " + Plan + Records).Output];
        Assert.Equal(2, before.Count("A autodiscover.fabrikam.com".Equals));
        foreach (string through in new[] { string.Empty, "| Export-NamespacePlan -Path $plan -Force; Import-NamespacePlan -Path $plan " })
        {
            string file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
            try
            {
                HostRun run = _host.Run($"$plan = '{file}'; 'External', 'Internal' | ForEach-Object {{ " + Plan + "-AutodiscoverSrvDomain fabrikam.com " + through + Records);
                Assert.Empty(run.Errors);
                Assert.DoesNotContain("A autodiscover.fabrikam.com", run.Output);
                Assert.Equal(2, run.Output.Count("SRV _autodiscover._tcp.fabrikam.com".Equals));
                Assert.Equal(2, run.Output.Count("A autodiscover.contoso.com".Equals));
            }
            finally
            {
                System.IO.File.Delete(file);
            }
        }
    }

    [Fact]
    public void Other_languages_come_line_by_line()
    {
        HostRun run = _host.Run(Article + "-Country US -As OpenSsl");
        Assert.Equal("[req]", run.Output[1]);
        Assert.Contains("DNS.3 = \"webmail.shudnow.local\"", run.Output);
    }

    [Fact]
    public void Views_exclude_each_other()
    {
        HostRun run = _host.Run(Article + "-AsName -AsCommand");
        Assert.Contains(run.Errors.Concat([run.TerminatingError]).OfType<ErrorRecord>(), e => e.FullyQualifiedErrorId.StartsWith("AmbiguousParameterSet", StringComparison.Ordinal));
    }
}
