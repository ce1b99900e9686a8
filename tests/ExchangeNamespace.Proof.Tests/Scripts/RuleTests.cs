using System.Linq;
using ExchangeNamespace.Scripts;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Each rule, with a script that it is about and one that it must leave alone.</summary>
public class RuleTests
{
    private const string SetOwa = "Set-OwaVirtualDirectory ";
    private const string Url = " -ExternalUrl https://a.b/owa";
    private const string Owa = "Set-OwaVirtualDirectory -Identity 'CAS01\\owa (Default Web Site)' ";

    [Theory]
    [InlineData("2013", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -ClientAuthenticationMethod Basic -SSLOffloading:$false", "EXN403", "Set-OutlookAnywhere", false)]
    [InlineData("2010", "Set-ClientAccessService CAS01 -AutoDiscoverServiceInternalUri $null", "EXN403", "Set-ClientAccessServer", true)]
    [InlineData("2013RTM", "Get-MapiVirtualDirectory", "EXN403", null, false)]
    [InlineData("2016", "Set-OwaVirtualDirectry -Identity x", "EXN402", "Set-OwaVirtualDirectory", true)]
    [InlineData("2016", "Set-Mailbox x -Foo 1; Set-Mailbox y", "EXN400", null, false)]
    [InlineData("2007SP1", "Get-MailboxDatabase", "EXN400", null, false)]
    [InlineData("2007SP1", "Set-OutlookAnywhere -Identity x -ExternalAuthenticationMethod Basic", "EXN405", "ClientAuthenticationMethod", true)]
    [InlineData("2013", "Set-OutlookAnywhere -Identity x -ClientAuthenticationMethod Basic", "EXN405", "ExternalClientAuthenticationMethod", true)]
    [InlineData("2013", "New-ExchangeCertificate -GenerateRequest -Path C:\\a.req", "EXN405", "RequestFile", true)]
    [InlineData("2016CU22", "New-ExchangeCertificate -GenerateRequest -Path C:\\a.req", "EXN405", "RequestFile", true)]
    [InlineData("2016CU23", "New-ExchangeCertificate -GenerateRequest -RequestFile C:\\a.req", "EXN405", null, false)]
    [InlineData("15.1.2375.24", "New-ExchangeCertificate -GenerateRequest -Path C:\\a.req", "EXN405", "RequestFile", true)]
    [InlineData("2016", "Set-ActiveSyncVirtualDirectory -Identity x -BasicAuthentication $true", "EXN404", "BasicAuthEnabled", true)]
    [InlineData("2007RTM", "Set-WebServicesVirtualDirectory -Identity x -WhatIf", "EXN405", null, false)]
    [InlineData("2016", Owa + "-ExternalUrll https://a.b/owa", "EXN404", "ExternalUrl", true)]
    [InlineData("2016", Owa + "-Nonsense 1", "EXN404", null, false)]
    [InlineData("2016", "Set-OrganizationConfig -Nonsense 1 -Nonsense 2", "EXN401", null, false)]
    [InlineData("2016", Owa + "-ExternalU https://a.b/owa", "EXN406", "ExternalUrl", true)]
    [InlineData("2016", Owa + "-External https://a.b/owa", "EXN407", null, false)]
    [InlineData("2016", Owa + "-Identity y", "EXN408", null, false)]
    [InlineData("2016", Owa + "-ExternalUrl", "EXN409", null, false)]
    [InlineData("2016", "Set-OwaVirtualDirectory -ExternalUrl https://a.b/owa", "EXN410", null, false)]
    [InlineData("2010", "Enable-OutlookAnywhere -DefaultAuthenticationMethod Ntlm -ClientAuthenticationMethod Ntlm -ExternalHostname a.b -SSLOffloading $false", "EXN411", null, false)]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest -Services IIS -DomainName a.b", "EXN411", null, false)]
    [InlineData("2016", "Set-OwaVirtualDirectory CAS01\\owa (Default Web Site) -ExternalUrl https://a.b/owa", "EXN412", "\"CAS01\\owa (Default Web Site)\"", true)]
    [InlineData("2016", Owa + "x y", "EXN412", null, false)]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest $true -DomainName a.b", "EXN412", null, false)]
    [InlineData("2010", "Set-OutlookAnywhere -Identity x -DefaultAuthenticationMethod Negotiate", "EXN413", null, false)]
    [InlineData("2007SP1", "Enable-ExchangeCertificate -Thumbprint x -Services 'IIS,Federation'", "EXN413", null, false)]
    [InlineData("2016", "Set-ActiveSyncVirtualDirectory -Identity x -ClientCertAuth Allowed", "EXN413", "Accepted", true)]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest -KeySize 1000", "EXN413", null, false)]
    [InlineData("2016", Owa + "-BasicAuthentication true", "EXN414", "$true", true)]
    [InlineData("2016", Owa + "-ExternalUrl 'mail.contoso.com/owa' -InternalUrl https://a.b/owa", "EXN415", "https://mail.contoso.com/owa", true)]
    [InlineData("2016", Owa + "-ExternalUrl https://mail.contoso.locals/owa", "EXN416", "https://mail.contoso.local/owa", true)]
    [InlineData("2016", "Get–ExchangeServer", "EXN418", "Get-ExchangeServer", true)]
    [InlineData("2016", "if (1 –eq 1) { }", "EXN418", "-", true)]
    [InlineData("2016", "Get-ExchangeServer 'x", "EXN419", null, false)]
    [InlineData("2016", "Get-ExchangeServer <Server Name>", "EXN420", null, false)]
    [InlineData("2016", "if (1) { Get-ExchangeServer", "EXN421", null, false)]
    [InlineData("2010", "Get-ExchangeServer | Where-Object Name -eq x", "EXN422", null, false)]
    [InlineData("2016", "$x = [Uri]::new('a')", "EXN422", null, false)]
    [InlineData("2019", "$x = $y ?? 1", "EXN422", null, false)]
    [InlineData("2007SP1", "try { Get-ExchangeServer } catch { } finally { }", "EXN422", null, false)]
    [InlineData("2010", "Get-Content a.txt -Raw", "EXN423", null, false)]
    [InlineData("2010", "Get-ExchangeServer | ConvertTo-Json", "EXN423", null, false)]
    [InlineData("2010", "Get-ExchangeServer -InformationAction Ignore", "EXN423", null, false)]
    public void A_fault_is_found_with_what_to_write(string version, string script, string code, string? replacement, bool canFix)
    {
        ScriptFinding finding = Assert.Single(Lint.Check(script, version));

        Assert.Equal((code, replacement, canFix), (finding.Code, finding.Replacement, finding.CanFix));
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Finding.Remedy);
        if (canFix)
        {
            Assert.DoesNotContain(Lint.Check(Lint.Fix(script, version), version), f => f.CanFix || f.Code == code);
        }
    }

    [Theory]
    [InlineData("2016", "Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -ExternalUrl https://a.b/owa")]
    [InlineData("2007SP1", "Import-ExchangeCertificate -Path C:\\a.cer | Enable-ExchangeCertificate -Services IIS,SMTP")]
    [InlineData("2007SP1", "Get-OwaVirtualDirectory 'CAS01\\owa (Default Web Site)'")]
    [InlineData("2016", "$x = @{ ExternalUrl = 'https://a.b/owa' }; Set-OwaVirtualDirectory @x")]
    [InlineData("2016", Owa + "-ExternalUrl $url -BasicAuthentication:$flag")]
    [InlineData("2016", Owa + "-ExternalUrl $null")]
    [InlineData("2016", "Enable-ExchangeCertificate -Thumbprint $t -Services $services")]
    [InlineData("2016", "function Set-Url { Set-OwaVirtualDirectory @args }; Set-Url x; iisreset -noforce; net stop w3svc; . ./other.ps1; & $x 1")]
    [InlineData("2016", "function Enable-OutlookAnywhere { }; Enable-OutlookAnywhere")]
    [InlineData("2016", "Set-Alias Go Get-ExchangeServer; Go")]
    [InlineData("2016", "Microsoft.Exchange.Management.PowerShell.E2010\\Get-ExchangeServer")]
    [InlineData("2016", "Get-ExchangeServer -Verbose -ErrorAction Stop -ev problem -OutVariable x")]
    [InlineData("2016", "# Enable-OutlookAnywhere “x” – and so on\n'He said “yes” – “no”'\n\"It’s\"")]
    [InlineData("2016", "$text = 'Set-OwaVirtualDirectory\nGet-UMVirtualDirectory'; Get-ExchangeServer")]
    [InlineData("2016", "@'\n“x” Get-UMVirtualDirectory\n'@")]
    [InlineData("2016", "Get-ExchangeServer | Where-Object { $_.Name -like 'x*' } | ForEach-Object { $_.Name } | Sort-Object")]
    [InlineData("2007RTM", "Get-ExchangeServer | where {$_.Name -eq 'x'} | foreach {$_.Name} | Select-Object -First 1 | Export-Clixml C:\\x.xml 2>&1")]
    [InlineData("2010", "try { Get-ExchangeServer } catch { throw }; $x = 'a','b' -join ','; Get-ExchangeServer @p")]
    [InlineData("2016", "New-ReceiveConnector -Name x -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges @{Add='10.0.0.1'}")]
    [InlineData("2016", "Set-ClientAccessServer CAS01 -AutoDiscoverServiceInternalUri https://cas.corp.local/Autodiscover/Autodiscover.xml")]
    [InlineData("2016", "Get-ExchangeServer `\r\n -Identity $s.Name`\r\n -Verbose; Get-Content C:\\My` Files\\x.txt; cmd /c a` -b")]
    [InlineData("2016", "")]
    [InlineData("2016", "\r\n")]
    public void What_the_shell_takes_has_no_finding(string version, string script) => Lint.AssertClean(script, version);

    [Theory]
    [InlineData("2016", SetOwa + "-Identity $s`\r\n" + Url, "Error", SetOwa + "-Identity $s `\r\n" + Url)]
    [InlineData("2016", SetOwa + "CAS01\\owa`\n" + Url, "Error", SetOwa + "CAS01\\owa `\n" + Url)]
    [InlineData("2016", SetOwa + "-Identity $s`" + Url, "Error", SetOwa + "-Identity $s" + Url)]
    [InlineData("2007SP1", SetOwa + "-Identity $s`\n" + Url, "Warning", SetOwa + "-Identity $s `\n" + Url)]
    public void A_backtick_that_became_part_of_a_value_is_found_and_moved(string version, string script, string severity, string mended)
    {
        ScriptFinding finding = Assert.Single(Lint.Check(script, version));

        Assert.Equal(("EXN441", severity, "`"), (finding.Code, finding.Severity.ToString(), finding.Extent));
        Assert.Equal(mended, Lint.Fix(script, version));
        Lint.AssertClean(mended, version);
    }

    [Theory]
    [InlineData("if ($PSVersionTable.PSVersion.Major -ge 6) { Get-Content a -AsByteStream } else { Get-Content a -Encoding Byte }", "")]
    [InlineData("if ($PSEdition -ne 'Core') { Get-Content a.txt -Encoding Byte } else { if ($x) { Get-Content a.txt -AsByteStream } }", "")]
    [InlineData("if ($IsCoreCLR) { $b = Get-ChildItem | ForEach-Object { Get-Content $_ -AsByteStream } }", "")]
    [InlineData("switch ($PSVersionTable.PSVersion.Major) { 7 { Get-Content a -AsByteStream } 5 { Get-Content a } }", "")]
    [InlineData("if ($x) { Get-Content a.txt -AsByteStream }; if ($PSEdition) { }", "EXN423")]
    [InlineData("if ((Get-Content a.txt -AsByteStream) -and $x) { $PSVersionTable }", "EXN423")]
    [InlineData("if ($PSVersionTable.PSVersion.Major -ge 7) { $x = $y ?? 1 }", "EXN422")]
    public void What_runs_behind_a_question_about_the_version_is_left_alone(string script, string codes) =>
        Assert.Equal(codes, Lint.Codes(script, "2019"));

    [Theory]
    [InlineData("Get-OrganizationConfig -Organization contoso.com")]
    [InlineData("Get-AcceptedDomain -Organization contoso.com; Get-AcceptedDomain -Organization fabrikam.net")]
    public void Whether_a_cmdlet_has_the_parameter_of_hosting_is_not_known(string script)
    {
        ScriptFinding finding = Assert.Single(Lint.Check(script, "2019"));

        Assert.Equal(("EXN401", Diagnostics.FindingSeverity.Information), (finding.Code, finding.Severity));
    }

    [Fact]
    public void A_finding_names_its_line_and_column()
    {
        ScriptFinding finding = Assert.Single(Lint.Check("Get-ExchangeServer\r\n\r\n  Get-UMVirtualDirectory -Server x\r\n", "2016"));

        Assert.Equal((3, 3, "Get-UMVirtualDirectory"), (finding.Line, finding.Column, finding.Extent));
        Assert.Equal("(text)(3,3): EXN403 Error: Exchange 2016 has no Get-UMVirtualDirectory. It is in 2007RTM to 2007SP3.", finding.ToString());
    }

    [Fact]
    public void One_open_quote_hides_no_other_fault()
    {
        string script = string.Join("\n", Enumerable.Repeat("Get-ExchangeServer 'x\nGet-UMVirtualDirectory", 5));

        Assert.Equal("EXN419 EXN403 EXN419 EXN403 EXN419 EXN403 EXN419 EXN403 EXN419 EXN403", Lint.Codes(script, "2016"));
    }

    [Fact]
    public void A_renamed_parameter_is_not_given_twice() =>
        Assert.Contains(Lint.Check("Set-OutlookAnywhere -Identity x -ClientAuthenticationMethod Basic -ExternalClientAuthenticationMethod Ntlm", "2013"), f => f is { Code: "EXN405", CanFix: false });
}
