using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Name constraints of authorities in the same file (RFC 5280, 4.2.1.10): inside, outside, and what is not judged.</summary>
public sealed class ConstraintRuleTests
{
    private const AlternativeNameKind Dns = AlternativeNameKind.Dns;
    private const AlternativeNameKind Ip = AlternativeNameKind.IPAddress;

    /// <summary>A name, the subtrees ("-" in front excludes), and whether the authority may issue it.</summary>
    [Theory]
    [InlineData(Dns, "mail.contoso.com", "contoso.com", true)]
    [InlineData(Dns, "contoso.com", "contoso.com", true)]
    [InlineData(Dns, "MAIL.Contoso.COM", "contoso.com", true)]
    [InlineData(Dns, "mail.contoso.com", "mail.contoso.com", true)]
    [InlineData(Dns, "a.mail.contoso.com", "mail.contoso.com", true)]
    [InlineData(Dns, "mailcontoso.com", "contoso.com", false)]
    [InlineData(Dns, "contoso.com.evil.net", "contoso.com", false)]
    [InlineData(Dns, "mail.contoso.com", ".contoso.com", true)]
    [InlineData(Dns, "contoso.com", ".contoso.com", false)]
    [InlineData(Dns, "mail.contoso.com", "fabrikam.com", false)]
    [InlineData(Dns, "mail.contoso.com", "fabrikam.com contoso.com", true)]
    [InlineData(Dns, "mail.contoso.com", "contoso.com -mail.contoso.com", false)]
    [InlineData(Dns, "mail.contoso.com", "-contoso.com", false)]
    [InlineData(Dns, "mail.contoso.com", "-fabrikam.com", true)]
    [InlineData(Dns, "mail.contoso.com", "-", false)]
    [InlineData(Dns, "mail.contoso.com", "", false)]
    [InlineData(Dns, "*.contoso.com", "contoso.com", true)]
    [InlineData(Dns, "*.contoso.com", "mail.contoso.com", false)]
    [InlineData(Dns, "*.contoso.com", "-mail.contoso.com", false)]
    [InlineData(Dns, "*.contoso.com", "-a.mail.contoso.com", true)]
    [InlineData(Ip, "10.1.2.3", "10.0.0.0/255.0.0.0", true)]
    [InlineData(Ip, "11.1.2.3", "10.0.0.0/255.0.0.0", false)]
    [InlineData(Ip, "10.1.2.3", "-10.1.0.0/255.255.0.0", false)]
    [InlineData(Ip, "10.1.2.3", "fd00::/ff00::", false)]
    [InlineData(Ip, "fd00::1", "fd00::/ff00::", true)]
    [InlineData(Ip, "fe80::1", "fd00::/ff00::", false)]
    public void A_name_is_inside_or_outside(AlternativeNameKind kind, string name, string subtrees, bool inside)
    {
        // An empty subtree among the permitted ones is written as no text: then another one is permitted that the name is not in.
        NameConstraint[] constraints = [.. (subtrees.Length == 0 ? "fabrikam.com" : subtrees).Split(' ')
            .Select(t => new NameConstraint(kind, t.TrimStart('-'), t.StartsWith('-')))];

        NamespaceCertificate verdict = Judge(Checks.Sound with { AlternativeNames = [new(kind, name)] }, constraints);

        Assert.Equal(!inside, Checks.Codes(verdict).Contains(NameConstrained));
    }

    [Fact]
    public void A_constraint_of_one_kind_says_nothing_of_another()
    {
        NamespaceCertificate verdict = Judge(Checks.Sound, new NameConstraint(Ip, "10.0.0.0/255.0.0.0", IsExcluded: false),
            new NameConstraint(AlternativeNameKind.Email, "contoso.com", IsExcluded: false));

        Assert.DoesNotContain(verdict.Findings, f => f.Code is NameConstrained or ConstraintNotJudged);
    }

    [Fact]
    public void A_name_outside_covers_no_host_and_the_message_says_why()
    {
        NamespaceCertificate verdict = Judge(Checks.Sound, new NameConstraint(Dns, "fabrikam.com", IsExcluded: false));

        Assert.Equal((CheckOutcome.Failed, NameCoverage.NotCovered), (verdict.Outcome, Assert.Single(verdict.Hosts).Coverage));
        Assert.Contains("may not issue", Assert.Single(verdict.Findings, f => f.Code == HostNotCovered).Message);
        Assert.Contains("permit fabrikam.com", Assert.Single(verdict.Findings, f => f.Code == NameConstrained).Message);
    }

    [Fact]
    public void The_constraints_of_an_authority_that_did_not_sign_it_say_nothing()
    {
        CertificateFacts stranger = Authority(new NameConstraint(Dns, "fabrikam.com", IsExcluded: false));

        Assert.DoesNotContain(NameConstrained,
            Checks.Codes(Checks.Judge(new CertificateBundle { Certificates = [Checks.Sound, stranger], SignedBy = [null, null],
                IsOrdered = true }, Needs)));
    }

    /// <summary>The certificate, its authority with the constraints, and a root.</summary>
    internal static NamespaceCertificate Judge(CertificateFacts certificate, params NameConstraint[] constraints)
    {
        CertificateFacts root = Authority() with { Subject = "CN=Root", CommonNames = ["Root"], IsSelfSigned = true };
        return Checks.Judge(new CertificateBundle { Certificates = [certificate, Authority(constraints), root], SignedBy = [1, 2, null],
            IsOrdered = true }, Needs);
    }

    private static CertificateNeeds Needs => CertificateNeeds.Of(["mail.contoso.com"]);

    private static CertificateFacts Authority(params NameConstraint[] constraints) => Checks.Sound with
    {
        Subject = "CN=Public CA",
        CommonNames = ["Public CA"],
        Issuer = "CN=Root",
        IsAuthority = true,
        AlternativeNames = [],
        NameConstraints = constraints,
    };
}
