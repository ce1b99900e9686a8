using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CsCheck;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

/// <summary>RFC 9525 with the strict way where implementations differ; docs/decisions lists what differs and why.</summary>
public sealed class CertificateNameMatcherTests
{
    /// <summary>The only vector on which all implementations agree and this one does not: both names end in a dot.</summary>
    private static readonly string[] Deviations = ["go-024"];

    [Fact]
    public void Every_vector_on_which_all_agree_gives_that_verdict_but_those_that_are_listed()
    {
        using JsonDocument file = SharedData.Json("third-party/tls-name-vectors.json");
        List<string> different = [];
        int agreed = 0;
        foreach (JsonElement vector in Vectors(file).Where(v => v.GetProperty("agreed").GetBoolean()))
        {
            agreed++;
            if (Covers(vector) != vector.GetProperty("expected").GetBoolean())
            {
                different.Add(Id(vector));
            }
        }

        Assert.Equal(112, agreed);
        Assert.Equal(Deviations, different);
    }

    [Fact]
    public void The_disputed_vectors_follow_the_policy()
    {
        using JsonDocument file = SharedData.Json("third-party/tls-name-vectors.json");

        Assert.All(Vectors(file), v => Assert.Equal((Id(v), v.GetProperty("suggested_rfc9525").GetString() == "match"), (Id(v), Covers(v))));
    }

    [Theory]
    [InlineData("MAIL.contoso.com", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "mail.contoso.com.", true)]
    [InlineData("mail.contoso.com.", "mail.contoso.com", false)]
    [InlineData("*.contoso.com", "mail.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", "a.mail.contoso.com", false)]
    [InlineData("*.com", "contoso.com", false)]
    [InlineData("m*.contoso.com", "mail.contoso.com", false)]
    [InlineData("*", "mail", false)]
    [InlineData("EX01", "ex01", true)]
    [InlineData("192.0.2.1", "192.0.2.1", false)]
    [InlineData("mail.contoso.1", "mail.contoso.1", false)]
    [InlineData("mail.contoso.com<U+0000>", "mail.contoso.com", false)]
    [InlineData("*.xn--bcher-kva.example", "mail.xn--bcher-kva.example", true)]
    [InlineData("", "", false)]
    public void A_name_covers_a_host_or_not(string presented, string host, bool covers) => Assert.Equal(covers, CertificateNameMatcher.Covers(presented, host));

    [Theory]
    [InlineData("mail.contoso.com", NameCoverage.Covered, "mail.contoso.com")]
    [InlineData("owa.contoso.com", NameCoverage.Wildcard, "*.contoso.com")]
    [InlineData("legacy.fabrikam.com", NameCoverage.CommonNameOnly, "legacy.fabrikam.com")]
    [InlineData("192.0.2.7", NameCoverage.Covered, "192.0.2.7")]
    [InlineData("2001:DB8::7", NameCoverage.Covered, "2001:db8::7")]
    [InlineData("192.0.2.8", NameCoverage.NotCovered, null)]
    [InlineData("mail.fabrikam.com", NameCoverage.NotCovered, null)]
    public void An_exact_name_comes_before_a_wildcard_and_that_before_the_common_name(string host, NameCoverage coverage, string? by)
    {
        CertificateFacts certificate = new()
        {
            Subject = "CN=legacy.fabrikam.com",
            CommonNames = ["legacy.fabrikam.com"],
            Issuer = "CN=CA",
            AlternativeNames =
            [
                new(AlternativeNameKind.Dns, "*.contoso.com"), new(AlternativeNameKind.Dns, "mail.contoso.com"),
                new(AlternativeNameKind.IPAddress, "192.0.2.7"), new(AlternativeNameKind.IPAddress, "2001:db8::7"),
                new(AlternativeNameKind.Dns, "192.0.2.8"), new(AlternativeNameKind.Uri, "mail.fabrikam.com"),
            ],
        };

        Assert.Equal((coverage, by), CertificateNameMatcher.Match(certificate, host));
    }

    /// <summary>Whatever the texts: a wildcard covers nothing with another number of labels, and no name covers what it does not end like.</summary>
    [Fact]
    public void Nothing_is_covered_by_a_name_of_another_zone() =>
        Gen.Select(Gen.String[Gen.Char["ab*.-_\0é1"], 0, 12], Gen.String[Gen.Char["ab*.-_\0é1"], 0, 12]).Sample((presented, host) =>
        {
            if (CertificateNameMatcher.Covers(presented, host))
            {
                string bare = host.TrimEnd('.');
                Assert.Equal(presented.Count(c => c == '.'), bare.Count(c => c == '.'));
                Assert.DoesNotContain('*', bare);
                Assert.Equal(presented.TrimStart('*'), presented[0] == '*' ? bare[bare.IndexOf('.', StringComparison.Ordinal)..] : bare, ignoreCase: true);
            }
        });

    private static IEnumerable<JsonElement> Vectors(JsonDocument file) => file.RootElement.GetProperty("vectors").EnumerateArray();

    private static string Id(JsonElement vector) => vector.GetProperty("id").GetString()!;

    private static bool Covers(JsonElement vector) =>
        CertificateNameMatcher.Covers(vector.GetProperty("san_dns").EnumerateArray().Select(n => n.GetString()!), vector.GetProperty("reference").GetString()!);
}
