using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>The lines that the module writes for a certificate, run from the request to the services.</summary>
public class CertificateRequestTests
{
    public static TheoryData<string> Versions => new("2007RTM", "2007SP1", "2007SP3", "2010", "2013", "2016CU20", "2016CU23", "2019CU11", "2019CU12", "SE");

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_certificate_of_the_plan_is_requested_imported_and_enabled(string version)
    {
        NamespacePlan plan = CertificatePlans.Plan(version, ("MailHost", "smtp.contoso.com"), ("ReverseProxy", "SharedCertificate"));
        CertificateRequestInput input = new() { Country = "CH", Organization = "Müller & Söhne, \"AG\"; $HOME", FriendlyName = "O'Brien’s", RequestPath = "D:\\req $x\\mail's.req" };
        using StandInExchange exchange = StandInExchange.Create(version, "EX01");

        foreach (string line in CertificatePlans.Lines(plan, input))
        {
            StandInResult result = exchange.Invoke(line);
            Assert.True(result.Succeeded, result.ToString());
            Assert.Equal("Request", Assert.Single(result.Calls).ParameterSet);
            Assert.Equal(2048, result.Calls[0].Parameters["KeySize"]);
        }

        Assert.StartsWith("-----BEGIN NEW CERTIFICATE REQUEST-----", Encoding.ASCII.GetString(exchange.State.Files.ReadAllBytes("D:\\req $x\\mail's.req")));
        using X509Certificate2 issued = TestCertificates.Issued("CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com", "smtp.contoso.com"]);
        exchange.State.Files.WriteAllBytes("D:\\req $x\\mail's.cer", issued.RawData);

        List<string> called = [];
        foreach (string line in CertificatePlans.Lines(plan, new CertificateRequestInput { RequestPath = input.RequestPath, Complete = true }).Where(l => l[0] != '#'))
        {
            StandInResult complete = exchange.Invoke(line);
            Assert.True(complete.Succeeded, complete.ToString());
            called.AddRange(complete.Calls.Select(c => c.Cmdlet));
        }

        // The proxy shares the certificate, so the last line writes it with its key.
        Assert.Equal(["Import-ExchangeCertificate", "Enable-ExchangeCertificate", "Get-ExchangeCertificate", "Export-ExchangeCertificate"], called);
        Assert.Contains("D:\\req $x\\mail's.pfx", exchange.State.Files.Paths);
        StandInObject certificate = Assert.Single(exchange.State["EX01"].Objects, o => o is StandInCertificate);
        Assert.Equal(issued.Thumbprint, certificate.Identity);
        Assert.Equal("IIS,SMTP", StandInState.Text(certificate["Services"]));
        Assert.Equal("Valid", certificate["Status"]);
        Assert.Equal("O'Brien’s", certificate["FriendlyName"]);
        Assert.Equal(["mail.contoso.com", "autodiscover.contoso.com", "smtp.contoso.com"], StandInState.Text(certificate["CertificateDomains"]).Split(','));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_self_signed_certificate_is_made_with_its_services(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "EX01");

        StandInResult result = exchange.Invoke(Assert.Single(CertificatePlans.Lines(CertificatePlans.Plan(version, ("CertificateAuthority", "SelfSigned")))));

        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal("IIS", StandInState.Text(Assert.Single(exchange.State["EX01"].Objects, o => o is StandInCertificate)["Services"]));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_service_that_is_not_refused_binds(string version)
    {
        foreach (CertificateService service in Enum.GetValues<CertificateService>())
        {
            CertificateRequestSet set = CertificatePlans.Make(CertificatePlans.Plan(version), new CertificateRequestInput { Complete = true, Services = [service.ToString()] });
            using StandInExchange exchange = StandInExchange.CreateForBinding(version);
            bool accepted = set.Requests.Count == 1;
            bool binds = exchange.Invoke("Enable-ExchangeCertificate -Thumbprint AA -Services " + service).Succeeded;

            // Documents still list Unified Messaging for versions that have lost it.
            bool gone = version is "2019CU11" or "2019CU12" or "SE" && service is CertificateService.UM or CertificateService.UMCallRouter;
            Assert.Equal(accepted, binds && !gone);
        }
    }

    [Fact]
    public void SC14_binds_as_the_documented_line()
    {
        JsonElement scenario = Scenario("SC14");
        NamespacePlan plan = PlanWith("2013", "mail.contoso.com", scenario);
        JsonElement inputs = scenario.GetProperty("inputs");
        CertificateRequestInput input = new() { Country = inputs.GetProperty("country").GetString(), FriendlyName = inputs.GetProperty("friendlyName").GetString(), RequestPath = inputs.GetProperty("file").GetString() };

        AssertSameCall("2013", scenario.GetProperty("expected").GetProperty("commands").GetProperty("2013").GetString()!, Assert.Single(CertificatePlans.Lines(plan, input)));
        foreach (string version in new[] { "2016CU23", "2019CU12", "SE" })
        {
            Assert.DoesNotContain("-RequestFile", CertificatePlans.Lines(PlanWith(version, "mail.contoso.com", scenario), input)[0]);
        }
    }

    [Fact]
    public void SC15_binds_as_the_documented_lines_of_both_dialects()
    {
        JsonElement scenario = Scenario("SC15");
        JsonElement commands = scenario.GetProperty("expected").GetProperty("commands");
        CertificateRequestInput input = new() { Country = "US", Organization = "Woodgrove Bank", RequestPath = "C:\\Cert Requests\\woodgrovebank.req" };

        AssertSameCall("2013", commands.GetProperty("2013").GetString()!, Assert.Single(CertificatePlans.Lines(PlanWith("2013", "mail.woodgrovebank.com", scenario), input)));
        foreach (string version in new[] { "2016CU23", "2019CU12", "SE" })
        {
            AssertSameCall(version, commands.GetProperty("2016-CU23/2019-CU12/SE")[0].GetString()!, Assert.Single(CertificatePlans.Lines(PlanWith(version, "mail.woodgrovebank.com", scenario), input)));
        }
    }

    private static JsonElement Scenario(string id) => SharedData.Json("scenarios.json").RootElement is { ValueKind: JsonValueKind.Array } all
        ? all.EnumerateArray().Single(s => s.GetProperty("id").GetString() == id)
        : SharedData.Json("scenarios.json").RootElement.GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);

    // The documented plan has no URLs, only names: the certificate's list is given as names beyond the first.
    private static NamespacePlan PlanWith(string version, string host, JsonElement scenario)
    {
        object[] extra = [.. scenario.GetProperty("inputs").GetProperty("extra").EnumerateArray().Select(e => (object)e.GetString()!)];
        string zone = host["mail.".Length..];
        return Plans.Make("EX01", ("ExternalHost", host), ("ADDomain", zone), ("SmtpDomain", new object[] { zone }), ("ExchangeVersion", version), ("CertificateName", extra));
    }

    private static void AssertSameCall(string version, string documented, string emitted)
    {
        (StandInCall expected, string[] expectedNames) = Run(version, documented);
        (StandInCall actual, string[] actualNames) = Run(version, emitted);
        Assert.Equal(expectedNames, actualNames);
        Assert.Equal(expected.ParameterSet, actual.ParameterSet);
        Assert.Equal(Texts(expected), Texts(actual).Where(p => p.Key != "KeySize"));
    }

    private static (StandInCall Call, string[] Names) Run(string version, string line)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "EX01");
        StandInResult result = exchange.Invoke(line);
        Assert.True(result.Succeeded, result.ToString());
        StandInObject certificate = exchange.State["EX01"].Objects.Single(o => o is StandInCertificate);
        return (Assert.Single(result.Calls), StandInState.Text(certificate["CertificateDomains"]).Split(','));
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(StandInCall call) => call.Parameters
        .Where(p => p.Value is not null)
        .Select(p => KeyValuePair.Create(p.Key, p.Value is X500DistinguishedName name ? name.Format(multiLine: false) : StandInState.Text(p.Value)))
        .OrderBy(p => p.Key, StringComparer.Ordinal);
}
