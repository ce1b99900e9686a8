using System;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.StandIn.State;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>The life of a certificate: request, import, services.</summary>
public class CertificateTests
{
    private const string Request = "New-ExchangeCertificate -GenerateRequest -SubjectName 'C=US,O=Contoso,CN=mail.contoso.com' -DomainName mail.contoso.com,autodiscover.contoso.com -KeySize 2048 -PrivateKeyExportable $true";

    [Theory]
    [InlineData("2007RTM")]
    [InlineData("2007SP3")]
    public void In_2007_the_request_goes_to_its_path_and_a_file_is_imported_and_enabled(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        Assert.True(exchange.Invoke(Request + " -Path C:\\certs\\mail.req").Succeeded);
        Assert.StartsWith("-----BEGIN NEW CERTIFICATE REQUEST-----", Encoding.ASCII.GetString(exchange.State.Files.ReadAllBytes("c:\\certs\\mail.req")));

        exchange.State.Files.WriteAllBytes("C:\\certs\\mail.cer", [1, 2, 3]);
        StandInResult result = exchange.Invoke("Import-ExchangeCertificate -Path C:\\certs\\mail.cer | Enable-ExchangeCertificate -Services 'IIS,SMTP'");

        Assert.True(result.Succeeded, result.ToString());
        StandInObject certificate = Assert.Single(exchange.State["CAS01"].Objects, o => o is StandInCertificate);
        Assert.Equal("IIS,SMTP", StandInState.Text(certificate["Services"]));
        Assert.Equal("Valid", certificate["Status"]);
        Assert.Equal("mail.contoso.com,autodiscover.contoso.com", StandInState.Text(certificate["CertificateDomains"]));
    }

    [Theory]
    [InlineData("2010")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void From_2010_the_request_is_text_that_one_statement_writes(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");

        StandInResult request = exchange.Invoke(
            "[System.IO.File]::WriteAllBytes('C:\\certs\\mail.req', [System.Text.Encoding]::ASCII.GetBytes((" + Request + ")))");

        Assert.True(request.Succeeded, request.ToString());
        string text = Encoding.ASCII.GetString(exchange.State.Files.ReadAllBytes("C:\\certs\\mail.req"));
        Assert.StartsWith("-----BEGIN NEW CERTIFICATE REQUEST-----", text);
        Assert.NotEmpty(Convert.FromBase64String(string.Concat(text.Split("\r\n").Where(l => !l.StartsWith('-')))));
        Assert.False(File.Exists("C:\\certs\\mail.req"));

        exchange.State.Files.WriteAllBytes("C:\\certs\\mail.p7b", [1, 2, 3]);
        StandInResult import = exchange.Invoke(
            "Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\\certs\\mail.p7b')) -PrivateKeyExportable $true | Enable-ExchangeCertificate -Services IIS,SMTP -Force");

        Assert.True(import.Succeeded, import.ToString());
        Assert.Equal(["Import-ExchangeCertificate", "Enable-ExchangeCertificate"], import.Calls.Select(c => c.Cmdlet));
        StandInObject certificate = Assert.Single(exchange.State["CAS01"].Objects, o => o is StandInCertificate);
        Assert.Equal("IIS,SMTP", StandInState.Text(certificate["Services"]));
    }

    [Fact]
    public void A_request_that_fails_writes_no_file()
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "CAS01");

        StandInResult result = exchange.Invoke(
            "[System.IO.File]::WriteAllBytes('C:\\mail.req', [System.Text.Encoding]::ASCII.GetBytes((" + Request + " -Services IIS)))");

        Assert.False(result.Succeeded);
        Assert.Empty(exchange.State.Files.Paths);
        Assert.DoesNotContain(exchange.State["CAS01"].Objects, o => o is StandInCertificate);
    }

    [Fact]
    public void In_2013_the_request_file_is_written_by_the_command()
    {
        using StandInExchange exchange = StandInExchange.Create("2013", "CAS01");

        StandInResult result = exchange.Invoke(Request + " -RequestFile \\\\FS\\share\\mail.req");

        Assert.True(result.Succeeded, result.ToString());
        Assert.Empty(result.Output);
        Assert.Equal(["\\\\FS\\share\\mail.req"], exchange.State.Files.Paths);
    }

    [Fact]
    public void A_pending_request_cannot_be_enabled_and_a_missing_file_cannot_be_imported()
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "CAS01");
        exchange.Invoke(Request);
        string thumbprint = exchange.State["CAS01"].Objects.Single(o => o is StandInCertificate).Identity;

        Assert.StartsWith("InvalidCombination", Assert.Single(exchange.Invoke("Enable-ExchangeCertificate -Thumbprint " + thumbprint + " -Services IIS").Errors).FullyQualifiedErrorId);
        Assert.False(exchange.Invoke("Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\\none'))").Succeeded);
    }

    [Fact]
    public void Services_add_up_and_the_web_server_moves_to_the_newest_certificate()
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "CAS01", "CAS02");
        exchange.Invoke("$a = New-ExchangeCertificate -SubjectName 'CN=a.contoso.com' -Services IIS,SMTP; $b = New-ExchangeCertificate -SubjectName 'CN=b.contoso.com' -Server CAS02");
        Assert.Equal("a.contoso.com", StandInState.Text(exchange.State["CAS01"].Objects.Single(o => o is StandInCertificate)["CertificateDomains"]));

        Assert.True(exchange.Invoke("$c = New-ExchangeCertificate -SubjectName 'CN=c.contoso.com'; Enable-ExchangeCertificate -Thumbprint $c.Thumbprint -Services IIS; Enable-ExchangeCertificate $c.Thumbprint -Services POP").Succeeded);

        string[] services = [.. exchange.State["CAS01"].Objects.Where(o => o is StandInCertificate).OrderBy(o => StandInState.Text(o["Subject"])).Select(o => StandInState.Text(o["Services"]))];
        Assert.Equal(["SMTP", "IIS,POP"], services);
        Assert.False(exchange.Invoke("Enable-ExchangeCertificate -Thumbprint $b.Thumbprint -Services IIS").Succeeded);
        Assert.True(exchange.Invoke("Enable-ExchangeCertificate -Identity ('CAS02\\' + $b.Thumbprint) -Services IIS").Succeeded);
        Assert.Single(exchange.Invoke("Get-ExchangeCertificate -DomainName c.contoso.com").Output);
        Assert.True(exchange.Invoke("Remove-ExchangeCertificate -Thumbprint $c.Thumbprint").Succeeded);
        Assert.False(exchange.Invoke("Get-ExchangeCertificate -Thumbprint $c.Thumbprint").Succeeded);
    }
}
