using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

public sealed class PublicSuffixesTests
{
    [Theory]
    [InlineData("com", true)]
    [InlineData("local", true)]
    [InlineData("co.uk", true)]
    [InlineData("contoso.co.uk", false)]
    [InlineData("contoso.com", false)]
    [InlineData("contoso.local", false)]
    [InlineData("kawasaki.jp", false)]
    [InlineData("any.kawasaki.jp", true)]
    [InlineData("city.kawasaki.jp", false)]
    [InlineData("www.ck", false)]
    [InlineData("any.ck", true)]
    [InlineData("xn--55qx5d.cn", true)]
    public void A_suffix_is_what_registries_register_below(string name, bool expected) => Assert.Equal(expected, PublicSuffixes.Contains(name));

    [Theory]
    [InlineData("mail.contoso.com", "contoso.com")]
    [InlineData("contoso.com", "contoso.com")]
    [InlineData("contoso.co.uk", "contoso.co.uk")]
    [InlineData("mail.contoso.co.uk", "contoso.co.uk")]
    [InlineData("a.b.contoso.co.uk", "b.contoso.co.uk")]
    public void A_zone_never_is_a_suffix(string host, string zone) => Assert.Equal(zone, PublicSuffixes.ZoneOf(Fqdn.Parse(host)).Value);

    [Fact]
    public void A_host_below_a_suffix_is_zone_and_mail_domain_of_its_plan()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "contoso.co.uk"), ("ExchangeVersion", "SE"), ("DnsModel", "Split"));

        Assert.Equal("contoso.co.uk", plan.ExternalZone.Value);
        Assert.Contains(plan.DnsRecords, r => r.Name.Value == "autodiscover.contoso.co.uk");
        Assert.DoesNotContain(plan.DnsRecords, r => r.Name.Value == "autodiscover.co.uk");
    }

    /// <summary>Every rule of the registry section of the list, where it is there to compare with.</summary>
    [Fact]
    public void The_table_has_the_rules_of_the_list()
    {
        int rules = 0;
        foreach (string rule in Registry(SharedData.Text("third-party/psl/public_suffix_list.dat").Split('\n')))
        {
            bool isException = rule[0] == '!';
            string name = rule.TrimStart('!').Replace("*", "any", System.StringComparison.Ordinal);
            Assert.True(PublicSuffixes.Contains(Fqdn.TryParse(name, "name", out Fqdn? fqdn, out _) ? fqdn.Value : name) != isException, rule);
            rules++;
        }

        Assert.True(rules > 5000);
    }

    private static IEnumerable<string> Registry(IEnumerable<string> lines) => lines
        .SkipWhile(l => !l.Contains("BEGIN ICANN", System.StringComparison.Ordinal))
        .TakeWhile(l => !l.Contains("END ICANN", System.StringComparison.Ordinal))
        .Select(l => l.Trim())
        .Where(l => l.Length > 0 && !l.StartsWith("//", System.StringComparison.Ordinal));
}
