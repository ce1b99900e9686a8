using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>Captures of real servers, as Export-Clixml wrote them from deserialized objects.</summary>
public class RealCaptureTests
{
    [Fact]
    public void Virtual_directories_tell_null_from_absent()
    {
        CapturedService owa = Assert.Single(Captures.ReadFiles(Captures.Real("GetOwaVirtualDirectory.xml")).Services);

        Assert.Equal(("SOLO-E19A", ClientService.OWA, "SOLO-E19A\\owa (Default Web Site)", true), (owa.Server, owa.Service, owa.Identity, owa.IsDefault));
        Assert.Equal(Captured.Known("https://solo-e19a.solo.com/owa"), owa.Internal);
        Assert.Equal(Captured.Null<string>(), owa.External);
        Assert.Equal(CaptureStatus.Absent, owa.SiteScope.Status);
        Assert.Equal(["Basic", "Fba"], owa.Setting("InternalAuthenticationMethods").Value!);
        Assert.Equal(["False"], owa.Setting("basicauthentication").Value!);
        Assert.Equal(CaptureStatus.Null, owa.Setting("ExternalDownloadHostName").Status);
        Assert.Equal(CaptureStatus.Absent, owa.Setting("RequireSSL").Status);
    }

    [Fact]
    public void A_server_has_its_version_and_the_bare_name_of_its_site()
    {
        CapturedServer server = Assert.Single(Captures.ReadFiles(Captures.Real("GetExchangeServer.xml")).Servers);

        Assert.Equal(("SOLO-E19A", "Solo-E19A.Solo.com", "Default-First-Site-Name", "2019CU11"), (server.Name, server.Fqdn.Value, server.Site.Value, server.Version!.ToString()));
        Assert.Equal(["Mailbox"], server.Roles.Value!);
    }

    [Fact]
    public void Receive_connectors_have_what_STARTTLS_depends_on()
    {
        ExchangeState state = Captures.ReadFiles(Captures.Real("GetReceiveConnector.xml"));

        Assert.Equal(5, state.ReceiveConnectors.Count);
        CapturedReceiveConnector front = state.ReceiveConnectors.Single(c => c.Name == "Default Frontend WIN-CTD3L0RGEN4");
        Assert.Equal(("WIN-CTD3L0RGEN4.exlab.dom", "<I>CN=WIN-CTD3L0RGEN4<S>CN=WIN-CTD3L0RGEN4"), (front.Fqdn.Value, front.TlsCertificateName.Value));
        Assert.Equal(["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"], front.AuthMechanism.Value!);
        Assert.Equal(["[::]:25", "0.0.0.0:25"], front.Bindings.Value!);
        Assert.Equal(CaptureStatus.Null, state.ReceiveConnectors[0].TlsCertificateName.Status);
    }

    [Fact]
    public void A_send_connector_resolves_what_it_refers_to()
    {
        CapturedSendConnector connector = Assert.Single(Captures.ReadFiles(Captures.Real("GetSendConnector.xml")).SendConnectors);

        Assert.Equal(["SMTP:*;1"], connector.AddressSpaces.Value!);
        Assert.Equal(["WIN-CTD3L0RGEN4"], connector.SourceTransportServers.Value!);
        Assert.Equal(Captured.Null<string>(), connector.Fqdn);
        Assert.Equal("<I>CN=localhost<S>CN=localhost", connector.TlsCertificateName.Value);
    }

    [Fact]
    public void A_full_capture_of_certificates_has_their_bytes_and_no_services()
    {
        ExchangeState state = Captures.ReadFiles(Captures.Real("GetExchangeCertificate.xml"));

        Assert.Equal(3, state.Certificates.Count);
        CapturedCertificate first = state.Certificates[0];
        Assert.Equal("C3EDCF181EF4F9B53D01768ECA99564014BCA6E7", first.Thumbprint.Value);
        Assert.Equal(813, first.RawData.Value!.Count);
        Assert.Equal((CaptureStatus.Absent, CaptureStatus.Absent, CaptureStatus.Absent), (first.Services.Status, first.CertificateDomains.Status, first.Server.Status));
    }

    [Fact]
    public void The_whole_folder_is_read_and_says_what_it_holds_twice()
    {
        ExchangeState state = Captures.ReadFolder(System.IO.Path.GetDirectoryName(Captures.Real("README.md"))!);

        Assert.Equal((1, 2, 4, 5, 1, 4), (state.Servers.Count, state.Services.Count, state.Certificates.Count, state.ReceiveConnectors.Count, state.SendConnectors.Count, state.AcceptedDomains.Count));
        Assert.Contains(state.Findings, f => f.Code == "EXN351" && f.Subject == "GetExchangeServerADInformation.xml");
        Assert.Contains(state.Findings, f => f.Code == "EXN350" && f.Subject.StartsWith("OWA", StringComparison.Ordinal));
    }
}
