using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Microsoft's own example commands, checked for each version that their page is for: what is found is wrong with the page.</summary>
public class DocumentedExamplesTests(ITestOutputHelper output)
{
    /// <summary>Example, versions, codes of the findings, and why they are right.</summary>
    private static readonly (string Example, string Versions, string Codes, string Reason)[] Slips =
    [
        ("Export-ExchangeCertificate 1", "2010,2016..SE", "EXN405", "FileName is 2013, and 2016/2019 before the first half of 2022"),
        ("Export-ExchangeCertificate 3", "2010,2016..SE", "EXN405", "as above"),
        ("Import-ExchangeCertificate 1", "2010,2016..SE", "EXN405", "as above"),
        ("New-ExchangeCertificate 3", "2010,2016..SE", "EXN405", "RequestFile is 2013, and 2016/2019 before the first half of 2022"),
        ("New-ExchangeCertificate 6", "2010,2016..SE", "EXN405", "as above"),
        ("Set-ActiveSyncVirtualDirectory 3", "2010..SE", "EXN425", "slip of the page: the directory is at /Microsoft-Server-ActiveSync, not at /mail"),
        ("Set-AutodiscoverVirtualDirectory 2", "2013..SE", "EXN405", "the URL parameters end with 2010"),
        ("Set-EcpVirtualDirectory 2", "2010", "EXN405", "AdminEnabled begins with 2013"),
        ("Set-MailboxDatabase 1", "2010..SE", "EXN401", "the catalogue lists this cmdlet in part; DeletedItemRetention is not in it"),
        ("Set-MailboxDatabase 2", "2010", "EXN420", "placeholders in angle brackets"),
        ("Set-MailboxDatabase 2", "2013..SE", "EXN420 EXN405", "placeholders, and RpcClientAccessServer ends with 2010"),
        ("Set-OrganizationConfig 1", "2010..SE", "EXN401 EXN401 EXN401", "the catalogue lists this cmdlet in part"),
        ("Set-OrganizationConfig 2", "2010..SE", "EXN401 EXN401", "as above"),
        ("Set-OrganizationConfig 3", "2010..SE", "EXN401 EXN401", "as above"),
        ("Set-OrganizationConfig 4", "2010..SE", "EXN401 EXN401", "as above"),
        ("Set-OrganizationConfig 5", "2010..SE", "EXN401 EXN401", "as above"),
        ("Set-OrganizationConfig 6", "2010..SE", "EXN401", "as above"),
        ("Set-OrganizationConfig 7", "2010..SE", "EXN401 EXN401", "as above"),
        ("Set-OutlookAnywhere 1", "2010", "EXN412", "slip of the page: the identity has parentheses and no quotes"),
        ("Set-OutlookAnywhere 1", "2013..SE", "EXN412 EXN405", "the same slip, and ClientAuthenticationMethod ends with 2010"),
        ("Set-OutlookAnywhere 2", "2010", "EXN405", "ExternalClientAuthenticationMethod begins with 2013"),
        ("Set-OutlookAnywhere 3", "2010", "EXN405 EXN405", "the *ClientsRequireSsl parameters begin with 2013"),
        ("Set-WebServicesVirtualDirectory 1", "2010..SE", "EXN412", "slip of the page: the identity has parentheses and no quotes"),
        ("Test-OutlookConnectivity 1", "2010", "EXN405", "the probe syntax begins with 2013"),
        ("Test-OutlookConnectivity 2", "2010", "EXN405 EXN405", "as above"),
        ("Test-OutlookConnectivity 3", "2010", "EXN411", "the page's own syntax block puts both parameters into different sets"),
        ("Test-OutlookConnectivity 3", "2013..SE", "EXN405 EXN405", "the protocol syntax ends with 2010"),
        ("Test-OutlookConnectivity 4", "2013..SE", "EXN405 EXN405", "as above"),
        ("Test-OutlookConnectivity 5", "2010", "EXN410", "the page's own syntax block demands GetDefaultsFromAutodiscover with RpcProxyServer"),
        ("Test-OutlookConnectivity 5", "2013..SE", "EXN405 EXN405 EXN405 EXN405", "the protocol syntax ends with 2010"),
        ("Test-WebServicesConnectivity 1", "2013..SE", "EXN405", "AllowUnsecureAccess ends with 2010"),
    ];

    [Fact]
    public void Only_the_slips_of_the_pages_are_found()
    {
        Dictionary<string, string> expected = Slips
            .SelectMany(s => VersionKeys.Parse(s.Versions).Select(v => (Key: s.Example + " in " + v, s.Codes)))
            .ToDictionary(s => s.Key, s => s.Codes);
        Dictionary<string, string> actual = [];
        int clean = 0;
        using JsonDocument source = SharedData.Json("third-party/documented-examples/examples.json");
        foreach (JsonElement example in source.RootElement.EnumerateArray())
        {
            string id = example.GetProperty("cmdlet").GetString() + " " + example.GetProperty("example").GetInt32();
            foreach (string version in example.GetProperty("versions").EnumerateArray().Select(v => v.GetString()!))
            {
                string codes = Lint.Codes(example.GetProperty("text").GetString()!, version);
                if (codes.Length == 0)
                {
                    clean++;
                }
                else
                {
                    actual.Add(id + " in " + version, codes);
                }
            }
        }

        output.WriteLine($"{clean} clean, {actual.Count} with findings");
        Assert.Equal(expected.OrderBy(e => e.Key), actual.OrderBy(a => a.Key));
    }
}
