using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Scenarios;

/// <summary>Compares a plan with everything that a scenario expects. A key that nothing compares fails, so that no expectation is overlooked.</summary>
internal static class ScenarioComparer
{
    private const string ProxyOfTheSource = "ISA";
    private const string Open = "<";

    public static void Compare(JsonElement expected, NamespacePlan plan)
    {
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "servers":
                    All(part.Value, e => Server(e, plan));
                    break;
                case "certificates":
                    Assert.Equal(part.Value.GetArrayLength(), plan.Certificates.Count);
                    All(part.Value, e => Certificate(e, plan));
                    break;
                case "dns":
                    Dns(part.Value, plan);
                    break;
                case "commands" when part.Value.ValueKind == JsonValueKind.Array:
                    string[] lines = Texts(part.Value);
                    Assert.Equal(lines, Plans.Lines(plan).Take(lines.Length));
                    break;
                case "commands" when part.Value.ValueKind == JsonValueKind.String:
                    Assert.Equal("no InternalURL change lines", part.Value.GetString());
                    Assert.DoesNotContain(Plans.Lines(plan), l => l.Contains("Internal", StringComparison.OrdinalIgnoreCase));
                    break;
                case "commands":
                    // Certificate requests by dialect: the request emitters have their own tests.
                    Assert.All(part.Value.EnumerateObject(), dialect => Assert.Contains("New-ExchangeCertificate", dialect.Value.ToString()));
                    break;
                case "afterCertificate":
                    // Import and enabling belong to the request emitters too.
                    Assert.StartsWith("Import-ExchangeCertificate", Texts(part.Value)[0]);
                    break;
                case "afterOwa":
                    // Restarting IIS is said with a finding and never emitted as a line.
                    Has(plan, FindingCodes.ApplicationPoolRecycle);
                    break;
                case "names":
                    All(part.Value, e => Name(e, plan));
                    break;
                case "plus":
                    Assert.Equal("autodiscover.contoso.com on certificate", part.Value.GetString());
                    Assert.Contains("autodiscover.contoso.com", CertificateNames(plan));
                    break;
                case "counts":
                    Assert.Equal(part.Value.GetProperty("names").GetInt32(), expected.GetProperty("names").GetArrayLength());
                    Assert.Equal(part.Value.GetProperty("onCertificate").GetInt32() + 1, CertificateNames(plan).Length);
                    Assert.Equal(part.Value.GetProperty("neededIn2016").GetInt32() + 1, CertificateNames(Plans.Make(
                        "EX01", ("ExternalHost", "mail.contoso.com"), ("MailHost", "smtp.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "2016"))).Length);
                    break;
                case "id":
                    break;
                case "exportPrivateKey":
                    Assert.Equal(part.Value.GetBoolean(), plan.Certificates.Any(c => c.PrivateKeyExportable));
                    Assert.Equal(part.Value.GetBoolean(), Codes(plan).Contains(FindingCodes.PrivateKeyExport));
                    break;
                case "askCaLicence":
                    Assert.Equal(part.Value.GetBoolean(), Codes(plan).Contains(FindingCodes.CertificateOnSeveralMachines));
                    break;
                case "trustInternalRootOn":
                    Assert.Equal([ProxyOfTheSource], Texts(part.Value));
                    Assert.Equal(PlannedCertificate.ReverseProxyMachine, plan.Findings.Single(f => f.Code == FindingCodes.TrustInternalRoot).Subject);
                    break;
                case "rules":
                    Assert.Equal(["OWA and ECP internal URLs must use the same host", "Autodiscover virtual directory has no settable URL"], Texts(part.Value));
                    Assert.DoesNotContain(FindingCodes.OwaEcpHostsDiffer, Codes(plan));
                    NothingOnTheAutodiscoverDirectory(plan);
                    break;
                default:
                    Assert.Fail("Nothing compares '" + part.Name + "'.");
                    break;
            }
        }
    }

    public static void Has(NamespacePlan plan, string code) => Assert.Contains(code, Codes(plan));

    private static IEnumerable<string> Codes(NamespacePlan plan) => plan.Findings.Concat(plan.Notes).Select(f => f.Code);

    private static string[] CertificateNames(NamespacePlan plan) => [.. plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Distinct()];

    /// <summary>A name of a site resilient pair: one for RPC resolves inside only, every other one in both views.</summary>
    private static void Name(JsonElement expected, NamespacePlan plan)
    {
        string host = expected.GetProperty("host").GetString()!;
        bool isRpc = expected.GetProperty("role").GetString()!.Contains("RPC", StringComparison.Ordinal);

        Assert.Equal(expected.GetProperty("onCertificate").GetBoolean(), CertificateNames(plan).Contains(host));
        Assert.Equal(!isRpc, plan.DnsRecords.Any(r => r.View == DnsView.External && r.Name.Value == host));
        Assert.Contains(plan.DnsRecords, r => r.View == DnsView.Internal && r.Name.Value == host);
    }

    private static void Server(JsonElement expected, NamespacePlan plan)
    {
        PlannedServer server = plan.Servers.Single(s => s.Name == expected.GetProperty("server").GetString());
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "server":
                    break;
                case "scp":
                    Same(part.Value, Assignment(server, ClientService.Autodiscover).Internal);
                    break;
                case "siteScope":
                    Assert.Equal(Texts(part.Value), Assignment(server, ClientService.Autodiscover).SiteScope!);
                    break;
                case "urls" when part.Value.ValueKind == JsonValueKind.String:
                    Assert.Equal("InternalURLs unchanged; ExternalURLs on webmail.shudnow.net", part.Value.GetString());
                    Assert.All(server.Services, s => Assert.Equal(SettingAction.Leave, s.Internal.Action));
                    Assert.All(server.Services.Where(s => s.Service != ClientService.Autodiscover), s => Assert.Contains("webmail.shudnow.net", s.External.Value!));
                    break;
                case "urls":
                    foreach (JsonProperty url in part.Value.EnumerateObject())
                    {
                        Urls(url, server, plan);
                    }

                    break;
                case "outlookAnywhere":
                    OutlookAnywhere(part.Value, Assignment(server, ClientService.OutlookAnywhere));
                    break;
                default:
                    Assert.Fail("Nothing compares the server's '" + part.Name + "'.");
                    break;
            }
        }
    }

    private static void Urls(JsonProperty expected, PlannedServer server, NamespacePlan plan)
    {
        if (expected.Name == nameof(ClientService.Autodiscover))
        {
            // Here it means the virtual directory, whose URLs 2013 and later cannot set; only the service connection point is planned.
            Assert.All(expected.Value.EnumerateObject(), side => Assert.Equal(JsonValueKind.Null, side.Value.ValueKind));
            NothingOnTheAutodiscoverDirectory(plan);
            return;
        }

        List<InputFault> faults = [];
        ClientService? service = ServiceNames.Read(expected.Name, expected.Name, faults);
        Assert.Empty(faults);
        ServiceAssignment assignment = Assignment(server, service!.Value);
        foreach (JsonProperty side in expected.Value.EnumerateObject())
        {
            Same(side.Value, side.Name switch
            {
                "internal" => assignment.Internal,
                "external" => assignment.External,
                _ => throw new InvalidOperationException(side.Name),
            });
        }
    }

    private static void OutlookAnywhere(JsonElement expected, ServiceAssignment assignment)
    {
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "externalHost":
                    Same(part.Value, assignment.External);
                    break;
                case "internalHost":
                    Same(part.Value, assignment.Internal);
                    break;
                case "auth":
                    AdditionalParameter[] methods = [.. assignment.AdditionalParameters.Where(c => c.Parameter.EndsWith("AuthenticationMethod", StringComparison.Ordinal))];
                    Assert.NotEmpty(methods);
                    Assert.All(methods, c => Assert.Equal([part.Value.GetString()!], c.Values));
                    break;
                case "sslOffloading":
                    Assert.Equal([part.Value.GetBoolean().ToString()], assignment.AdditionalParameters.Single(c => c.Parameter == "SSLOffloading").Values);
                    break;
                case "requireSsl":
                    AdditionalParameter[] required = [.. assignment.AdditionalParameters.Where(c => c.Parameter.EndsWith("ClientsRequireSsl", StringComparison.Ordinal))];
                    Assert.Equal(new[] { assignment.Internal, assignment.External }.Count(u => u.Action == SettingAction.Set), required.Length);
                    Assert.All(required, c => Assert.Equal([part.Value.GetBoolean().ToString()], c.Values));
                    break;
                default:
                    Assert.Fail("Nothing compares the '" + part.Name + "' of Outlook Anywhere.");
                    break;
            }
        }
    }

    private static void Same(JsonElement expected, UrlSetting actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Equal(SettingAction.Clear, actual.Action);
        }
        else if (expected.GetString()!.StartsWith("unchanged", StringComparison.Ordinal))
        {
            Assert.Equal(SettingAction.Leave, actual.Action);
        }
        else
        {
            Assert.Equal(expected.GetString(), actual.Value, ignoreCase: true);
        }
    }

    private static void Certificate(JsonElement expected, NamespacePlan plan)
    {
        string[]? machines = expected.TryGetProperty("on", out JsonElement on)
            ? [.. Texts(on).Select(m => m == ProxyOfTheSource ? PlannedCertificate.ReverseProxyMachine : m).Order(StringComparer.Ordinal)]
            : null;
        PlannedCertificate certificate = machines is null
            ? Assert.Single(plan.Certificates)
            : Assert.Single(plan.Certificates, c => c.InstallOn.Order(StringComparer.Ordinal).SequenceEqual(machines));
        string[] names = [.. certificate.Names.Select(n => n.Name)];
        Assert.Contains(certificate.CommonName, names);
        Assert.All(certificate.Names, n => Assert.NotEmpty(n.Reason));
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "on" or "evidence" or "cnEvidence":
                    break;
                case "cn":
                    Assert.Equal(part.Value.GetString(), certificate.CommonName);
                    break;
                case "san":
                    Assert.Equal(Lower(Texts(part.Value)), Lower(names));
                    break;
                case "mustNotContain":
                    Assert.Empty(Lower(Texts(part.Value)).Intersect(Lower(names)));
                    break;
                case "issuer":
                    Assert.Equal(part.Value.GetString() == "public" ? CertificateAuthority.Public : CertificateAuthority.Internal, certificate.Issuer);
                    break;
                default:
                    Assert.Fail("Nothing compares the certificate's '" + part.Name + "'.");
                    break;
            }
        }
    }

    private static void Dns(JsonElement expected, NamespacePlan plan)
    {
        foreach (JsonProperty view in expected.EnumerateObject())
        {
            switch (view.Name)
            {
                case "external":
                    All(view.Value, r => Record(r, DnsView.External, plan));
                    break;
                case "internal":
                    All(view.Value, r => Record(r, DnsView.Internal, plan));
                    break;
                case "internalMustNotHave":
                    Assert.Empty(Texts(view.Value).Intersect(plan.DnsRecords.Where(r => r.View == DnsView.Internal).Select(r => r.Name.Value)));
                    break;
                default:
                    Assert.Fail("Nothing compares the DNS part '" + view.Name + "'.");
                    break;
            }
        }
    }

    private static void Record(JsonElement expected, DnsView view, NamespacePlan plan)
    {
        string name = expected.GetProperty("name").GetString()!;
        string type = expected.GetProperty("type").GetString()!;
        string value = expected.GetProperty("value").GetString()!;
        DnsRecordType wanted = type == "A" ? DnsRecordType.Address : Enum.Parse<DnsRecordType>(type);
        DnsRecord record = Assert.Single(plan.DnsRecords, r => r.View == view && r.Name.Value == name && r.Type == wanted);
        if (!value.StartsWith(Open, StringComparison.Ordinal))
        {
            Assert.Equal(value, record.Value, ignoreCase: true);
        }

        if (wanted != DnsRecordType.MX)
        {
            Assert.Single(plan.DnsRecords, r => r.View == view && r.Name.Value == name && r.Type != DnsRecordType.MX);
        }
    }

    private static void NothingOnTheAutodiscoverDirectory(NamespacePlan plan) =>
        Assert.DoesNotContain(Plans.Lines(plan), l => l.Contains("AutodiscoverVirtualDirectory", StringComparison.OrdinalIgnoreCase));

    private static ServiceAssignment Assignment(PlannedServer server, ClientService service) => server.Services.Single(s => s.Service == service);

    private static void All(JsonElement list, Action<JsonElement> compare)
    {
        foreach (JsonElement item in list.EnumerateArray())
        {
            compare(item);
        }
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static string[] Lower(IEnumerable<string> names) => [.. names.Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal)];
}
