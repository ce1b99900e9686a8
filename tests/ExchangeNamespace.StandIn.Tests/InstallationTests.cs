using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>What setup leaves behind equals the collected facts.</summary>
public class InstallationTests
{
    [Fact]
    public void Default_directories_and_urls_equal_their_source()
    {
        using JsonDocument source = SharedData.Json("exchange-defaults.json");
        foreach (string version in VersionKeys.All)
        {
            using StandInExchange exchange = StandInExchange.Create(version, "CAS01.contoso.com");
            Dictionary<string, string> expected = [];
            foreach (JsonElement service in source.RootElement.GetProperty("services").EnumerateArray()
                .Where(s => s.TryGetProperty("identity", out _) && s.GetProperty("service").GetString() != "OutlookAnywhere")
                .Where(s => s.GetProperty("versions").EnumerateArray().Any(v => v.GetString() == version)))
            {
                string url = service.GetProperty("defaultInternalUrl").TryGetProperty(version, out JsonElement defaults)
                    ? defaults.GetProperty("scheme").GetString() + "://" + defaults.GetProperty("host").GetString() + service.GetProperty("path").GetString()
                    : "<null>";
                expected.Add("CAS01\\" + service.GetProperty("identity").GetString(), url);
                if (service.TryGetProperty("otherVdirs", out JsonElement others) && others.GetProperty("versions").EnumerateArray().Any(v => v.GetString() == version))
                {
                    foreach (JsonElement name in others.GetProperty("names").EnumerateArray())
                    {
                        expected.Add("CAS01\\" + name.GetString() + " (Default Web Site)", "<null>");
                    }
                }
            }

            StandInObject[] actual = [.. exchange.State["CAS01"].Objects.Where(o => o is StandInVirtualDirectory && o.Kind != "OutlookAnywhere")];

            Assert.Equal(expected.Keys.Order(), actual.Select(o => o.Identity).Order());
            Assert.All(actual, o => Assert.True(
                Allows(expected[o.Identity], StandInState.Text(o["InternalUrl"])), version + " " + o.Identity + " " + StandInState.Text(o["InternalUrl"])));
            Assert.All(actual, o => Assert.Null(o["ExternalUrl"]));
        }
    }

    [Theory]
    [InlineData("2010", false)]
    [InlineData("2013RTM", true)]
    public void Outlook_Anywhere_is_there_from_2013_on(string version, bool there)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");

        Assert.Equal(there, exchange.State["CAS01"].Contains(@"CAS01\Rpc (Default Web Site)"));
    }

    [Theory]
    [InlineData("2007SP1", "Version 8.1 (Build 240.6)")]
    [InlineData("2013RTM", "Version 15.0 (Build 516.32)")]
    [InlineData("2013SP1", "Version 15.0 (Build 847.32)")]
    [InlineData("2016CU22", "Version 15.1 (Build 2375.7)")]
    [InlineData("2016", "Version 15.1 (Build 2507.6)")]
    [InlineData("2019CU12", "Version 15.2 (Build 1118.7)")]
    public void A_server_shows_the_build_of_its_version(string version, string expected)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");

        Assert.Equal(expected, Assert.Single(exchange.Invoke("(Get-ExchangeServer CAS01).AdminDisplayVersion").Output).ToString());
    }

    [Fact]
    public void A_cumulative_update_that_never_existed_is_an_error() =>
        Assert.Throws<System.ArgumentException>(() => StandInExchange.Create("2016CU99", "CAS01"));

    [Theory]
    [InlineData("2013RTM", false)]
    [InlineData("2013CU3", false)]
    [InlineData("2013SP1", true)]
    [InlineData("2013", true)]
    public void The_mapi_directory_comes_with_2013_SP1(string version, bool there)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");

        Assert.Equal(there, exchange.State["CAS01"].Contains(@"CAS01\mapi (Default Web Site)"));
    }

    // The facts say 'either' where documents disagree about the host, and 'http-or-https' where they do about the scheme.
    private static bool Allows(string expected, string actual)
    {
        IEnumerable<string> schemes = expected.StartsWith("http-or-https", System.StringComparison.Ordinal)
            ? [expected.Replace("http-or-https", "http"), expected.Replace("http-or-https", "https")]
            : [expected];
        return schemes.Any(text => text == actual
            || text.Replace("//either", "//CAS01.contoso.com").Replace("//fqdn", "//CAS01.contoso.com") == actual
            || text.Replace("//either", "//CAS01").Replace("//netbios", "//CAS01") == actual);
    }
}
