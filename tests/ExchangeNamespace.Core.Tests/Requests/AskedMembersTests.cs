using System.Linq;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.Requests;

/// <summary>What is taken from an object of Exchange, or from the parameters, is what the reader asks for: there is no second list.</summary>
public class AskedMembersTests
{
    [Fact]
    public void A_server_is_read_from_these_properties() => Assert.Equal(
        "AdminDisplayVersion ExtendedProtection Fqdn InternetFacing IPAddress IsClientAccessServer Name OutlookAnywhereEnabled ServerRole Site",
        Sorted(ServerReader.ExchangeProperties));

    [Fact]
    public void A_connector_a_certificate_and_a_transport_server_are_read_from_these_properties()
    {
        Assert.Equal(
            "AuthMechanism Enabled Fqdn Identity Name Server TlsCertificateName", Sorted(StartTlsInputReader.ConnectorProperties));
        Assert.Equal(
            "CertificateDomains HasPrivateKey Identity IsSelfSigned Issuer NotAfter NotBefore RootCAType Server Services Status Subject Thumbprint",
            Sorted(StartTlsInputReader.CertificateProperties));
        Assert.Equal("AdminDisplayVersion Fqdn InternalTransportCertificateThumbprint Name", Sorted(StartTlsInputReader.ServerProperties));
    }

    [Theory]
    [InlineData("Server", "AdminDisplayVersion Fqdn Identity IsClientAccessServer IsEdgeServer Name ServerRole Site")]
    [InlineData("ReceiveConnector", "AuthMechanism Bindings Enabled Fqdn Identity Name PermissionGroups Server TlsCertificateName TlsDomainCapabilities")]
    [InlineData("OutlookProvider", "CertPrincipalName Identity Name")]
    [InlineData("AutodiscoverDirectory",
        "AdminDisplayVersion ExtendedProtectionTokenChecking ExternalAuthenticationMethods ExternalUrl Identity InternalAuthenticationMethods InternalUrl Name "
            + "Server ServerName")]
    [InlineData("ClientAccess", "Identity Name")]
    [InlineData("Certificate",
        "CertificateDomains HasPrivateKey Identity IsSelfSigned Issuer NotAfter NotBefore RawData RootCAType SerialNumber Server Services Status "
            + "Subject Thumbprint")]
    public void A_captured_object_is_read_from_these_properties_in_every_version(string kind, string properties) => Assert.Equal(
        properties, Sorted(StateKinds.Default.Of((StateKind)System.Enum.Parse(typeof(StateKind), kind)).Fixed));

    [Theory]
    [InlineData("ExternalHost")]
    [InlineData("dnsmodel")]
    [InlineData("Site")]
    [InlineData("ServiceHost")]
    [InlineData("Authentication")]
    [InlineData("CertificateName")]
    [InlineData("MailIPAddress")]
    [InlineData("AsOf")]
    public void A_member_of_a_request_is_known(string name) => Assert.True(RequestReader.IsMember(name));

    [Theory]
    [InlineData("InputObject")]
    [InlineData("Path")]
    [InlineData("Name")]
    [InlineData("Verbose")]
    public void A_parameter_that_is_no_member_of_a_request_is_not(string name) => Assert.False(RequestReader.IsMember(name));

    private static string Sorted(System.Collections.Generic.IEnumerable<string> names) =>
        string.Join(' ', names.OrderBy(n => n, System.StringComparer.OrdinalIgnoreCase));
}
