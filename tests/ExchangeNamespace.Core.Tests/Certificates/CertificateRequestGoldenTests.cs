using ExchangeNamespace.Certificates;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The exact lines of each version for one plan.</summary>
public class CertificateRequestGoldenTests
{
    private const string Subject = "-KeySize 2048 -SubjectName \"C=US,S=Washington,L=Redmond,O=Contoso,OU=IT,CN=mail.contoso.com\" -DomainName ";
    private const string Tail = " -PrivateKeyExportable:$true -FriendlyName \"Contoso mail\"";
    private const string Both = "mail.contoso.com,autodiscover.contoso.com";
    private const string Rest = "autodiscover.contoso.com";
    private const string Written = "[System.IO.File]::WriteAllBytes('C:\\reqs\\mail.req', [System.Text.Encoding]::ASCII.GetBytes((New-ExchangeCertificate -GenerateRequest ";
    private const string GoOn = "# Go on only when the check of a step is true; a command that is a comment is run by hand, on purpose.";
    private const string ByHand = "# When the check is true, run it by hand. It cuts web clients off for a short time.";
    private const string ImportBytes = "Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes('C:\\reqs\\mail.cer')) | Enable-ExchangeCertificate -Services IIS";

    private static readonly CertificateRequestInput Input = new()
    {
        Country = "us",
        StateOrProvince = "Washington",
        Locality = "Redmond",
        Organization = "Contoso",
        OrganizationalUnit = "IT",
        FriendlyName = "Contoso mail",
        RequestPath = "C:/reqs/mail.req",
    };

    [Theory]
    [InlineData("2007RTM", "New-ExchangeCertificate -GenerateRequest -Path \"C:\\reqs\\mail.req\" " + Subject + Both + Tail)]
    [InlineData("2007SP1", "New-ExchangeCertificate -GenerateRequest -Path \"C:\\reqs\\mail.req\" " + Subject + Both + Tail)]
    [InlineData("2010", Written + Subject + Both + Tail + ")))")]
    [InlineData("2013", "New-ExchangeCertificate -GenerateRequest -RequestFile \"C:\\reqs\\mail.req\" " + Subject + Rest + Tail)]
    [InlineData("2016CU20", Written + Subject + Rest + Tail + ")))")]
    [InlineData("2016CU23", Written + Subject + Rest + Tail + ")))")]
    [InlineData("2019CU11", Written + Subject + Rest + Tail + ")))")]
    [InlineData("2019CU12", Written + Subject + Rest + Tail + ")))")]
    [InlineData("SE", Written + Subject + Rest + Tail + ")))")]
    public void The_request_of_a_certificate_that_a_proxy_shares(string version, string expected)
    {
        NamespacePlan plan = CertificatePlans.Plan(version, ("ReverseProxy", "SharedCertificate"));
        Assert.Equal([expected], CertificatePlans.Lines(plan, Input));
    }

    [Theory]
    [InlineData("2007RTM", "Import-ExchangeCertificate -Path \"C:\\reqs\\mail.cer\" | Enable-ExchangeCertificate -Services IIS")]
    [InlineData("2007SP1", "Import-ExchangeCertificate -Path \"C:\\reqs\\mail.cer\" | Enable-ExchangeCertificate -Services IIS")]
    [InlineData("2010", ImportBytes)]
    [InlineData("2013", ImportBytes)]
    [InlineData("2016CU20", ImportBytes)]
    [InlineData("2016CU23", ImportBytes)]
    [InlineData("2019CU11", ImportBytes)]
    [InlineData("2019CU12", ImportBytes)]
    [InlineData("SE", ImportBytes)]
    public void The_lines_that_complete_it(string version, string expected) => Assert.Equal(
        [
            $"# Completes the certificate mail.contoso.com: run in the Exchange Management Shell of {ShellGenerations.Describe(ShellGenerations.Of(CertificatePlans.Plan(version).Servers[0].Version))}, step by step, not as a whole.",
            GoOn,
            expected,
            "# Check: The new certificate has IIS.",
            "Get-ExchangeCertificate -DomainName mail.contoso.com",
            ByHand,
            "# iisreset -noforce",
        ],
        CertificatePlans.Lines(CertificatePlans.Plan(version), new CertificateRequestInput { RequestPath = "C:\\reqs\\mail.req", Complete = true }));

    [Fact]
    public void The_article_completes_its_certificate_with_all_services() => Assert.Equal(
        [
            "# Completes the certificate mail.contoso.com: run in the Exchange Management Shell of Exchange 2007, step by step, not as a whole.",
            GoOn,
            "# SMTP: answer N to the overwrite prompt, so that the default SMTP certificate stays. UM: the startup mode must be TLS or Dual first.",
            "Import-ExchangeCertificate -Path \"C:\\x.cer\" | Enable-ExchangeCertificate -Services IMAP,POP,UM,IIS,SMTP",
            "# Check: The new certificate has IMAP, POP, UM, IIS, SMTP.",
            "Get-ExchangeCertificate -DomainName mail.contoso.com",
            ByHand,
            "# iisreset -noforce",
        ],
        CertificatePlans.Lines(CertificatePlans.Plan("2007SP1"), new CertificateRequestInput { CertificatePath = "C:\\x.cer", Complete = true, Services = ["SMTP,IIS,um", "POP", "IMAP"] }));

    [Theory]
    [InlineData("2007SP1", "New-ExchangeCertificate -KeySize 2048 -SubjectName \"CN=mail.contoso.com\" -DomainName " + Both + " -Services IIS")]
    [InlineData("SE", "New-ExchangeCertificate -KeySize 2048 -SubjectName \"CN=mail.contoso.com\" -DomainName " + Rest + " -Services IIS")]
    public void A_self_signed_certificate_is_made_and_enabled_in_one_line(string version, string expected) =>
        Assert.Equal([expected], CertificatePlans.Lines(CertificatePlans.Plan(version, ("CertificateAuthority", "SelfSigned"))));

    [Fact]
    public void A_subject_beyond_ascii_is_an_ascii_expression() => Assert.Equal(
        ["New-ExchangeCertificate -GenerateRequest -RequestFile \"C:\\mail_contoso_com.req\" -KeySize 4096 -SubjectName ('O=\"M' + [char]252 + 'ller & S' + [char]246 + 'hne, \"\"AG\"\"; $HOME\",CN=mail.contoso.com') -DomainName autodiscover.contoso.com"],
        CertificatePlans.Lines(CertificatePlans.Plan("2013"), new CertificateRequestInput { Organization = "Müller & Söhne, \"AG\"; $HOME", KeySize = 4096 }));
}
