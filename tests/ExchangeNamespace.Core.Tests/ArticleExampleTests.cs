using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests;

public class ArticleExampleTests
{
    private static readonly NamespacePlan Plan = Plans.Make("CASServer",
        ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"));

    [Fact]
    public void The_article_gives_its_six_lines_to_the_byte_and_then_owa()
    {
        Assert.Equal(
        [
            "Set-ClientAccessServer -Identity CASServer -AutoDiscoverServiceInternalUri https://webmail.shudnow.local/Autodiscover/Autodiscover.xml",
            "Set-WebServicesVirtualDirectory -Identity \"CASServer\\EWS (Default Web Site)\" -InternalURL https://webmail.shudnow.local/EWS/Exchange.asmx -ExternalURL https://webmail.shudnow.net/EWS/Exchange.asmx -BasicAuthentication:$true",
            "Set-OABVirtualDirectory -Identity \"CASServer\\OAB (Default Web Site)\" -InternalURL https://webmail.shudnow.local/OAB -ExternalURL https://webmail.shudnow.net/OAB -RequireSSL:$true",
            "Enable-OutlookAnywhere -Server CASServer -ExternalHostname \"webmail.shudnow.net\" -ClientAuthenticationMethod \"Basic\" -SSLOffloading:$False",
            "Set-ActiveSyncVirtualDirectory -Identity \"CASServer\\Microsoft-Server-ActiveSync (Default Web Site)\" -ExternalURL https://webmail.shudnow.net/Microsoft-Server-ActiveSync",
            "Set-UMVirtualDirectory -Identity \"CASServer\\UnifiedMessaging (Default Web Site)\" -InternalURL https://webmail.shudnow.local/UnifiedMessaging/Service.asmx -ExternalURL https://webmail.shudnow.net/UnifiedMessaging/Service.asmx -BasicAuthentication:$true",
            "Set-OwaVirtualDirectory -Identity \"CASServer\\owa (Default Web Site)\" -InternalURL https://webmail.shudnow.local/owa -ExternalURL https://webmail.shudnow.net/owa",
        ], Plans.Lines(Plan));
    }

    [Fact]
    public void The_certificate_has_the_three_names_of_the_article()
    {
        PlannedCertificate certificate = Assert.Single(Plan.Certificates);
        Assert.Equal("webmail.shudnow.net", certificate.CommonName);
        Assert.Equal(["autodiscover.shudnow.net", "webmail.shudnow.local", "webmail.shudnow.net"], certificate.Names.Select(n => n.Name).Order());
    }
}
