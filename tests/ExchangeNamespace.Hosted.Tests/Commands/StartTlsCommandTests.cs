using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Get-StartTlsCertificate as users call it: with objects, hashtables, rows and captured settings.</summary>
public sealed class StartTlsCommandTests : CommandTest
{
    private const string Given =
        """
        $store = @{ Thumbprint = 'aa bb'; CertificateDomains = 'mail.contoso.com', 'webmail.contoso.com'; Services = 'IIS, SMTP'; Issuer = 'CN=CA'; Subject = 'CN=mail.contoso.com' }
        $connector = @{ Name = 'Internet'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' }
        $quiet = @{ Server = 'srv1.contoso.local'; ExchangeVersion = '2019'; AsOf = '2026-06-01'; WarningAction = 'SilentlyContinue' }

        """;

    [Fact]
    public void Hashtables_and_rows_give_a_prediction_for_each_connector() => Assert.Equal(
        ["Internet Offered AABB 4", "Other NotOffered  3"],
        Lines(Given + "$connector, [pscustomobject]@{ Name = 'Other'; Fqdn = 'other.contoso.com'; AuthMechanism = 'Tls'; Unrelated = 1 } | Get-StartTlsCertificate -Certificate $store @quiet | ForEach-Object { \"$($_.Connector) $($_.StartTls) $($_.Certificate.Thumbprint) $($_.Step)\" }"));

    [Fact]
    public void What_is_not_offered_is_a_warning_with_event_and_remedy()
    {
        HostRun run = Run(Given + "$quiet.Remove('WarningAction'); Get-StartTlsCertificate @{ Name = 'Internet'; Fqdn = 'smtp.contoso.com'; AuthMechanism = 'Tls' } $store @quiet");

        string warning = Assert.Single(run.Warnings);
        Assert.StartsWith("EXN200 Internet: STARTTLS will not be offered, and event 12014 says so", warning);
        Assert.Contains("or set the Fqdn of the connector to mail.contoso.com or webmail.contoso.com", warning);
    }

    [Theory]
    [InlineData("@{ Name = 'x'; Fqdn = 'm.contoso.com'; AuthMechanism = 'Tls'; Fqnd = 'y' }", "$store", "MemberUnknown", ErrorCategory.InvalidData)]
    [InlineData("@{ Fqdn = 'm.contoso.com'; AuthMechanism = 'Tls' }", "$store", "MemberMissing", ErrorCategory.InvalidData)]
    [InlineData("'Internet'", "$store", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("$connector", "@{ Services = 'SMTP' }", "MemberMissing", ErrorCategory.InvalidData)]
    [InlineData("$connector", "@{ Thumbprint = 'A'; NotAfter = '31.12.2026' }", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("$connector", "42", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("$connector", "@{ Thumbprint = 'A'; Subject = \"CN=a`nb\" }", "TextHasControlCharacter", ErrorCategory.InvalidArgument)]
    public void What_is_refused_is_an_error_and_no_prediction(string connector, string certificate, string id, ErrorCategory category)
    {
        HostRun run = Run(Given + $"Get-StartTlsCertificate {connector} {certificate} @quiet");

        Fault(run, "GetStartTlsCertificateCommand", id, category);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Certificates_of_several_servers_need_a_connector_with_its_server()
    {
        HostRun run = Run(Given + "$quiet.Remove('Server'); Get-StartTlsCertificate $connector @(@{ Thumbprint = 'A'; Server = 'SRV1' }, @{ Thumbprint = 'B'; Server = 'SRV2' }) @quiet");
        Fault(run, "GetStartTlsCertificateCommand", "MemberMissing", ErrorCategory.InvalidData);
    }

    [Fact]
    public void Captured_settings_give_all_their_connectors()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot(), "docs", "examples", "capture");
        HostRun run = Run("param($Folder) Import-ExchangeState $Folder | Get-StartTlsCertificate -AsOf 2026-06-01 -WarningAction SilentlyContinue | ForEach-Object { \"$($_.Connector): $($_.StartTls), $($_.Key)\" }", folder);

        Assert.Empty(run.Errors);
        Assert.NotEmpty(run.Output);
        Assert.All(run.Output, o => Assert.Matches("^EX0[12]\\\\", (string)o!));
    }

    [Fact]
    public void Captured_connectors_of_a_real_server_are_read_and_their_certificates_stay_unknown()
    {
        string connectors = SharedData.Text("third-party/exchange-captures/GetReceiveConnector.xml");
        string certificates = SharedData.Text("third-party/exchange-captures/GetExchangeCertificate.xml");
        HostRun run = Run(
            """
            param($Connectors, $Certificates)
            $c = [System.Management.Automation.PSSerializer]::Deserialize($Connectors)
            $s = [System.Management.Automation.PSSerializer]::Deserialize($Certificates)
            $c | Get-StartTlsCertificate -Certificate $s -Server WIN-CTD3L0RGEN4.exlab.dom -ExchangeVersion 2019 -AsOf 2022-01-01 -WarningAction SilentlyContinue
            """, connectors, certificates);

        Assert.Empty(run.Errors);
        Assert.Equal(5, run.Output.Count);
        Assert.All(run.Output, o => Assert.StartsWith("WIN-CTD3L0RGEN4\\", (string)PSObject.AsPSObject(o).Properties["Connector"].Value));
        Assert.Contains(run.Output, o => PSObject.AsPSObject(o).Properties["Key"].Value.ToString() == "TlsCertificateName");
        Assert.DoesNotContain(run.Output, o => PSObject.AsPSObject(o).Properties["StartTls"].Value.ToString() is "Offered" or "OfferedButFails");
    }

    [Fact]
    public void The_bytes_of_a_captured_certificate_say_its_names_while_its_services_stay_unknown()
    {
        string certificate = SharedData.Text("third-party/exchange-captures/GetInternalTransportCertificateFromServer.xml");
        HostRun run = Run(
            """
            param($Certificate)
            $s = [System.Management.Automation.PSSerializer]::Deserialize($Certificate)
            @{ Name = 'In'; Fqdn = 'E2k16-1.Contoso.lab'; AuthMechanism = 'Tls' }, @{ Name = 'Other'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' } |
                Get-StartTlsCertificate -Certificate $s -ExchangeVersion 2016 -AsOf 2024-01-01 -WarningAction SilentlyContinue |
                ForEach-Object { "$($_.Connector) $($_.StartTls) $($_.Certificate.IsSelfSigned) $($_.Certificate.Names -join ',')" }
            """, certificate);

        Assert.Empty(run.Errors);
        Assert.Equal(["In Unknown True E2k16-1,E2k16-1.Contoso.lab", "Other NotOffered  "], run.Output);
    }

    [Fact]
    public void A_certificate_over_a_limit_is_said_once_and_its_names_stay_unknown()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned(
            string.Join(", ", Enumerable.Range(0, 200).Select(i => "OU=" + i)), ["mail.contoso.com"]);

        HostRun run = Run(
            """
            param($RawData)
            $connectors = @{ Name = 'A'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' }, @{ Name = 'B'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' }
            $connectors | Get-StartTlsCertificate -Certificate ([pscustomobject]@{ Thumbprint = 'AABB'; Services = 'SMTP'; RawData = $RawData }) -ExchangeVersion SE |
                ForEach-Object { "$($_.Connector) $($_.StartTls) $($_.Findings.Code -join ',')" }
            """, certificate.RawData);

        Assert.Empty(run.Errors);
        Assert.Equal(["A Unknown EXN204,EXN188", "B Unknown EXN204,EXN188"], run.Output);
        Assert.StartsWith("EXN188 certificate (AABB): ", Assert.Single(run.Warnings, w => w.StartsWith("EXN188", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_certificate_are_an_error_and_its_names_stay_unknown()
    {
        HostRun run = Run(Given + "Get-StartTlsCertificate $connector ([pscustomobject]@{ Thumbprint = 'AABB'; Services = 'SMTP'; RawData = [byte[]](1, 2) }) @quiet"
            + " | ForEach-Object { \"$($_.StartTls)\" }");

        Fault(run, "GetStartTlsCertificateCommand", "CertificateUnreadable", ErrorCategory.InvalidData);
        Assert.Equal(["Unknown"], run.Output);
    }

    [Fact]
    public void The_default_view_shows_the_decision()
    {
        using StringWriter output = new();
        using StringWriter messages = new();
        using ModuleHost host = ModuleHost.Open(console: new HostConsole(output, messages, Width: 200, HasColor: false));

        host.Run(Given + "Get-StartTlsCertificate $connector $store @quiet | Out-Default");

        Assert.Matches("SearchedFor +: mail.contoso.com", output.ToString());
        Assert.Matches("StartTls +: Offered", output.ToString());
    }
}
