using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>URLs and hosts in a script: what is wrong with them, what -Fix makes of them, and what is left alone.</summary>
public class UrlRuleTests
{
    private const string Owa = "Set-OwaVirtualDirectory -Identity 'EX01\\owa (Default Web Site)' ";
    private const string Ecp = "Set-EcpVirtualDirectory -Identity 'EX01\\ecp (Default Web Site)' ";
    private const string Ews = "Set-WebServicesVirtualDirectory -Identity 'EX01\\EWS (Default Web Site)' ";
    private const string Mapi = "Set-MapiVirtualDirectory -Identity 'EX01\\mapi (Default Web Site)' -IISAuthenticationMethods Negotiate ";
    private const string Scp = "Set-ClientAccessService EX01 -AutoDiscoverServiceInternalUri ";
    private const string Shell = "Set-PowerShellVirtualDirectory -Identity 'EX01\\PowerShell (Default Web Site)' ";
    private const string Anywhere = "Set-OutlookAnywhere -Identity 'EX01\\Rpc (Default Web Site)' ";

    [Theory]
    [InlineData(Mapi + "-InternalUrl https://mail.contoso.com/ecp", "Error EXN425", "https://mail.contoso.com/mapi")]
    [InlineData(Ecp + "-ExternalUrl 'https://mail.contoso.com/owa'", "Error EXN425", "'https://mail.contoso.com/ecp'")]
    [InlineData(Owa + "-ExternalUrl https://mail.contoso.com/EWS/Exchange.asmx", "Error EXN425", "https://mail.contoso.com/owa")]
    [InlineData(Ews + "-ExternalUrl https://mail.contoso.com:444/ews", "Warning EXN425", "https://mail.contoso.com:444/EWS/Exchange.asmx")]
    [InlineData(Owa + "-ExternalUrl https://mail.contoso.com", "Warning EXN425", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl https://mail.contoso.com/", "Warning EXN425", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl https://mail.contoso.com/webmail", "Warning EXN425", "https://mail.contoso.com/owa")]
    [InlineData(Scp + "https://mail.contoso.com/autodiscover", "Warning EXN425", "https://mail.contoso.com/Autodiscover/Autodiscover.xml")]
    [InlineData(Scp + "https://mail.contoso.com/owa", "Error EXN425", "https://mail.contoso.com/Autodiscover/Autodiscover.xml")]
    [InlineData(Owa + "-ExternalUrl http://mail.contoso.com/owa", "Warning EXN426", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl mail.contoso.com/owa", "Error EXN415", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl https:/mail.contoso.com/owa", "Error EXN415", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl https//mail.contoso.com/owa", "Error EXN415", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl ftp://mail.contoso.com/owa", "Error EXN415", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-FailbackUrl fail.contoso.com/owa", "Error EXN415", "https://fail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl http://a.contoso.locals/ecp", "Error EXN425, Warning EXN416, Warning EXN426", "https://a.contoso.local/owa")]
    [InlineData(Owa + "-ExternalUrl mail.contoso.com", "Error EXN415, Warning EXN425", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-InternalUrl https://ex01/owa", "Warning EXN428", null)]
    [InlineData(Owa + "-ExternalUrl /owa", "Error EXN415", null)]
    [InlineData(Owa + "-ExternalUrl ' http://mail.contoso.com/owa '", "Warning EXN426", "'https://mail.contoso.com/owa'")]
    [InlineData(Owa + "-ExternalUrl mail.contoso.com\\owa", "Error EXN415", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl 'https;//mail.contoso.com/owa'", "Error EXN415, Warning EXN425, Warning EXN428", null)]
    [InlineData(Owa + "-ExternalUrl '<https://mail.contoso.com/owa>'", "Error EXN415, Warning EXN425, Warning EXN428", null)]
    [InlineData(Owa + "-ExternalUrl https://https://mail.contoso.com/owa", "Warning EXN425, Warning EXN428", null)]
    [InlineData(Owa + "-ExternalUrl 'http://mail,contoso.com/owa'", "Warning EXN426", null)]
    [InlineData(Owa + "-ExternalUrl '$(calc)'", "Error EXN415, Warning EXN425, Warning EXN428", null)]
    [InlineData(Owa + "-ExternalUrl http://192.0.2.1/owa", "Warning EXN426", "https://192.0.2.1/owa")]
    [InlineData(Anywhere + "-ExternalHostname '$(calc)/rpc' -ExternalClientsRequireSsl $true", "Error EXN427, Warning EXN428", null)]
    [InlineData(Anywhere + "-ExternalHostname https://a.contoso.com/rpc -ExternalClientsRequireSsl $true", "Error EXN427", "a.contoso.com")]
    [InlineData(Anywhere + "-InternalHostname 'mail.contoso.com/' -InternalClientsRequireSsl $true", "Error EXN427", "'mail.contoso.com'")]
    [InlineData(Anywhere + "-InternalHostname ex01 -InternalClientsRequireSsl $true", "Warning EXN428", null)]
    [InlineData("Set-ReceiveConnector x -Fqdn https://smtp.contoso.com", "Error EXN427", "smtp.contoso.com")]
    public void A_value_that_clients_cannot_use_is_found_and_mended(string script, string codes, string? mended)
    {
        IReadOnlyList<ScriptFinding> findings = Lint.Check(script, "2016");

        Assert.Equal(codes, string.Join(", ", findings.Select(f => f.Severity + " " + f.Code).Order()));
        if (mended is null)
        {
            Assert.All(findings, f => Assert.Null(f.Replacement));
            return;
        }

        HashSet<ScriptFinding> applied = [];
        string text = ScriptFixer.Apply(script, [script], findings, applied)[0];
        Assert.Contains(" " + mended, text);
        Assert.Equal(findings.Count, applied.Count);
        Lint.AssertClean(text, "2016");
    }

    [Theory]
    [InlineData("2016", Owa + "-ExternalUrl https://mail.contoso.com/OWA/ -InternalUrl HTTPS://mail.contoso.com/owa?realm=contoso.com")]
    [InlineData("2016", Owa + "-ExternalUrl https://mail.contoso.com/owa/contoso.com")]
    [InlineData("2016", Owa + "-ExternalUrl https://[2001:db8::1]/owa -InternalUrl https://10.0.0.1:444/owa")]
    [InlineData("2016", Owa + "-ExternalUrl ' https://mail.contoso.com/owa' -InternalUrl https://mail.contoso.com\\owa")]
    [InlineData("2016", Owa + "-Exchange2003Url https://legacy.contoso.com/exchange")]
    [InlineData("2016", "Set-OwaVirtualDirectory -Identity 'EX01\\partners (Partner Site)' -ExternalUrl https://mail.contoso.com/partners")]
    [InlineData("2016", Owa + "-ExternalUrl \"https://$name/ecp\" -InternalUrl $url")]
    [InlineData("2016CU23", Owa + "-ExternalDownloadHostName download.contoso.com")]
    [InlineData("2016", Shell + "-InternalUrl http://ex01.contoso.com/PowerShell -ExternalUrl https://mail.contoso.com/powershell/")]
    [InlineData("2010", "Set-OabVirtualDirectory -Identity 'EX01\\OAB (Default Web Site)' -InternalUrl http://ex01.contoso.com/OAB")]
    [InlineData("2010", "Set-AutodiscoverVirtualDirectory -Identity x -ExternalUrl https://www.contoso.com")]
    [InlineData("2016", "Set-ReceiveConnector x -Fqdn EX01; Get-ExchangeServer -DomainController dc01")]
    [InlineData("2016", Anywhere + "-DefaultAuthenticationMethod Negotiate -ExternalHostname a.contoso.com -SSLOffloading $flag")]
    public void A_value_that_clients_can_use_has_no_finding(string version, string script) => Lint.AssertClean(script, version);

    [Theory]
    [InlineData("2016", "-ExternalClientAuthenticationMethod Basic", "EXN429")]
    [InlineData("2016", "-IISAuthenticationMethods Ntlm", "EXN429")]
    [InlineData("2010", "-ClientAuthenticationMethod Basic", "EXN429")]
    [InlineData("2007SP1", "-IISAuthenticationMethods Ntlm", "EXN429")]
    public void A_default_for_all_methods_goes_with_no_single_one(string version, string other, string code) =>
        Assert.Equal(code, Lint.Codes(Anywhere + "-DefaultAuthenticationMethod Ntlm " + other, version));

    [Theory]
    [InlineData(Owa + "-ExternalUrl https://mail.contoso.com/owa", "", null)]
    [InlineData(Owa + "-ExternalUrl https://MAIL.contoso.com/owa -InternalUrl $null", "", null)]
    [InlineData(Owa + "-ExternalUrl https://mial.contoso.com/owa", "EXN440", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl https://ex01.corp.contoso.com/owa", "EXN440", "https://mail.contoso.com/owa")]
    [InlineData(Owa + "-ExternalUrl http://mail.contosso.com/owa", "EXN426 EXN440", "https://mail.contoso.com/owa")]
    [InlineData(Anywhere + "-ExternalHostname mail.contoso.org -ExternalClientsRequireSsl $true", "EXN440", "mail.contoso.com")]
    [InlineData("Set-ReceiveConnector x -Fqdn smtp.fabrikam.com", "", null)]
    public void A_host_that_is_not_the_plans_is_found(string script, string codes, string? mended)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "2016"));
        IReadOnlyList<ScriptFinding> findings = Check(script, plan);

        Assert.Equal(codes, string.Join(" ", findings.Select(f => f.Code)));
        Assert.All(findings.Where(f => f.Code == "EXN440"), f => Assert.Contains("mail.contoso.com", f.Finding.Remedy));
        string text = ScriptFixer.Apply(script, [script], findings, new HashSet<ScriptFinding>())[0];
        Assert.Equal(mended is null, text == script);
        Assert.Contains(mended ?? string.Empty, text);
        Assert.Empty(Check(text, plan));
    }

    [Fact]
    public void The_lines_of_a_plan_have_its_hosts()
    {
        NamespacePlan plan = Plans.Make(
            "EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"), ("DnsModel", "Separate"), ("ExchangeVersion", "2016"));

        Assert.Empty(Check(string.Join("\n", Plans.Lines(plan)), plan));
    }

    private static IReadOnlyList<ScriptFinding> Check(string script, NamespacePlan plan) =>
        ScriptLinter.Check(ScriptReader.Read(script, () => false), plan.Servers[0].Version, () => false, plan);
}
