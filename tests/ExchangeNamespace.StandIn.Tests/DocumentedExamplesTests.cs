using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>
/// Microsoft's own example commands bind in the stand-in of each version that their page is for. The emitter and the catalogue
/// could share an error; these lines were written by neither.
/// </summary>
public class DocumentedExamplesTests
{
    private const string NotFound = "NamedParameterNotFound";

    /// <summary>Examples that must not bind: example, versions, the error they end with, and why that is right.</summary>
    private static readonly (string Example, string Versions, string Error, string Reason)[] Exceptions =
    [
        ("Export-ExchangeCertificate 1", "2010,2016..SE", NotFound, "FileName is 2013, and 2016/2019 before the first half of 2022; see the early builds below"),
        ("Export-ExchangeCertificate 3", "2010,2016..SE", NotFound, "as above"),
        ("Import-ExchangeCertificate 1", "2010,2016..SE", NotFound, "as above"),
        ("New-ExchangeCertificate 3", "2010,2016..SE", NotFound, "RequestFile is 2013, and 2016/2019 before the first half of 2022"),
        ("New-ExchangeCertificate 6", "2010,2016..SE", NotFound, "as above"),
        ("New-ExchangeCertificate 8", "2010..SE", "ArgumentNullException", "slip of the page: without -BinaryEncoded the output is text and has no FileData; bound in its corrected form below"),
        ("Set-AutodiscoverVirtualDirectory 2", "2013..SE", NotFound, "the URL parameters end with 2010"),
        ("Set-EcpVirtualDirectory 2", "2010", NotFound, "AdminEnabled begins with 2013"),
        ("Set-MailboxDatabase 1", "2010..SE", NotFound, "the catalogue lists this cmdlet in part; DeletedItemRetention is not in it"),
        ("Set-MailboxDatabase 2", "2010..SE", "RedirectionNotSupported", "placeholders in angle brackets"),
        ("Set-OrganizationConfig 1", "2010..SE", NotFound, "the catalogue lists this cmdlet in part"),
        ("Set-OrganizationConfig 2", "2010..SE", NotFound, "as above"),
        ("Set-OrganizationConfig 3", "2010..SE", NotFound, "as above"),
        ("Set-OrganizationConfig 4", "2010..SE", NotFound, "as above"),
        ("Set-OrganizationConfig 5", "2010..SE", NotFound, "as above"),
        ("Set-OrganizationConfig 6", "2010..SE", NotFound, "as above"),
        ("Set-OrganizationConfig 7", "2010..SE", NotFound, "as above"),
        ("Set-OutlookAnywhere 1", "2010..SE", "CommandNotFoundException", "slip of the page: the identity has spaces and no quotes; bound in its corrected form below"),
        ("Set-OutlookAnywhere 2", "2010", NotFound, "ExternalClientAuthenticationMethod begins with 2013"),
        ("Set-OutlookAnywhere 3", "2010", NotFound, "the *ClientsRequireSsl parameters begin with 2013"),
        ("Set-WebServicesVirtualDirectory 1", "2010..SE", "CommandNotFoundException", "slip of the page: the identity has spaces and no quotes; bound in its corrected form below"),
        ("Test-OutlookConnectivity 1", "2010", NotFound, "the probe syntax begins with 2013"),
        ("Test-OutlookConnectivity 2", "2010", NotFound, "the probe syntax begins with 2013"),
        ("Test-OutlookConnectivity 3", "2010", "AmbiguousParameterSet", "the page's own syntax block puts Protocol and GetDefaultsFromAutodiscover into different sets"),
        ("Test-OutlookConnectivity 3", "2013..SE", NotFound, "the protocol syntax ends with 2010"),
        ("Test-OutlookConnectivity 4", "2013..SE", NotFound, "the protocol syntax ends with 2010"),
        ("Test-OutlookConnectivity 5", "2010", "MissingMandatoryParameter", "the page's own syntax block demands GetDefaultsFromAutodiscover with RpcProxyServer"),
        ("Test-OutlookConnectivity 5", "2013..SE", NotFound, "the protocol syntax ends with 2010"),
        ("Test-WebServicesConnectivity 1", "2013..SE", NotFound, "AllowUnsecureAccess ends with 2010"),
    ];

    [Fact]
    public void Every_example_binds_in_every_version_it_is_for_except_those_listed_with_a_reason()
    {
        Dictionary<string, string> expected = Exceptions
            .SelectMany(e => VersionKeys.Parse(e.Versions).Select(version => (Key: e.Example + " in " + version, e.Error)))
            .ToDictionary(e => e.Key, e => e.Error);
        var actual = new Dictionary<string, string>();
        var cases = Examples()
            .SelectMany(e => e.Versions.Select(version => (e.Id, e.Text, Version: version)))
            .ToArray();
        foreach ((string id, string text, string version) in cases)
        {
            using StandInExchange exchange = StandInExchange.CreateForBinding(version);
            StandInResult result = exchange.Invoke(text);
            if (!result.Succeeded)
            {
                actual.Add(id + " in " + version, result.Errors[0].FullyQualifiedErrorId.Split(',')[0]);
            }
            else if (result.Calls.Count == 0)
            {
                actual.Add(id + " in " + version, "no Exchange command ran");
            }
        }

        Assert.Equal(expected.OrderBy(e => e.Key), actual.OrderBy(e => e.Key));
        Assert.Equal(138, Examples().Count);
        Assert.True(cases.Length - actual.Count > 500, "too few examples were bound");
    }

    [Theory]
    [InlineData("New-ExchangeCertificate 3")]
    [InlineData("New-ExchangeCertificate 6")]
    [InlineData("Import-ExchangeCertificate 1")]
    [InlineData("Export-ExchangeCertificate 1")]
    [InlineData("Export-ExchangeCertificate 3")]
    public void An_example_with_a_file_binds_in_the_early_builds_and_not_from_the_first_half_of_2022_on(string id)
    {
        string text = Examples().Single(e => e.Id == id).Text;

        foreach ((string version, bool binds) in new[] { ("2016CU22", true), ("2016CU23", false), ("2019CU11", true), ("2019CU12", false) })
        {
            using StandInExchange exchange = StandInExchange.CreateForBinding(version);
            StandInResult result = exchange.Invoke(text);
            Assert.True(binds == result.Succeeded, version + ": " + result);
        }
    }

    [Theory]
    [InlineData("Set-WebServicesVirtualDirectory 1", "Contoso\\EWS(Default Web Site)", "2010..SE")]
    [InlineData("Set-OutlookAnywhere 1", "CAS01\\Rpc (Default Web Site)", "2010")]
    public void An_example_with_a_bare_identity_binds_once_it_is_quoted(string id, string identity, string versions)
    {
        string text = Examples().Single(e => e.Id == id).Text;
        Assert.Contains(identity, text);

        AssertBinds(text.Replace(identity, "'" + identity + "'"), versions);
    }

    [Fact]
    public void The_binary_request_example_binds_with_the_switch_its_text_names()
    {
        string text = Examples().Single(e => e.Id == "New-ExchangeCertificate 8").Text;

        AssertBinds(text.Replace("-GenerateRequest", "-GenerateRequest -BinaryEncoded"), "2010..SE");
    }

    private static void AssertBinds(string text, string versions)
    {
        foreach (string version in VersionKeys.Parse(versions))
        {
            using StandInExchange exchange = StandInExchange.CreateForBinding(version);
            StandInResult result = exchange.Invoke(text);
            Assert.True(result is { Succeeded: true, Calls.Count: > 0 }, version + ": " + result);
        }
    }

    private static List<(string Id, string Text, string[] Versions)> Examples()
    {
        using JsonDocument source = SharedData.Json("third-party/documented-examples/examples.json");
        return
        [
            .. source.RootElement.EnumerateArray().Select(e => (
                e.GetProperty("cmdlet").GetString() + " " + e.GetProperty("example").GetInt32(),
                e.GetProperty("text").GetString()!,
                e.GetProperty("versions").EnumerateArray().Select(v => v.GetString()!).ToArray())),
        ];
    }
}
