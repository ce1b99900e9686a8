using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Model;
using Xunit;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Which of the servers of one planned certificate shows the old one.</summary>
public class SameCertificateTests
{
    private static readonly PlannedCertificate One = Checks.Plan().Certificates[0];
    private static readonly PlannedCertificate Other = Checks.Plan(("CertificateName", "owa.contoso.com")).Certificates[0];

    private static readonly CertificateFacts New = Checks.Sound with { Thumbprint = "NEW" };
    private static readonly CertificateFacts Old = Checks.Sound with { Thumbprint = "OLD", NotBefore = Checks.Now.AddDays(-100), NotAfter = Checks.Now.AddDays(80) };

    private static readonly Dictionary<string, CertificateFacts> Certificates = new()
    {
        ["new"] = New,
        ["old"] = Old,
        ["older"] = Old with { Thumbprint = "OLDER", NotBefore = Checks.Now.AddDays(-120) },
        ["twin"] = New with { Thumbprint = "TWIN" },
        ["newer but of setup"] = New with { Thumbprint = "SELF", IsSelfSigned = true, NotBefore = Checks.Now.AddDays(-1) },
        ["newer but of another host"] = New with { Thumbprint = "ELSE", AlternativeNames = Checks.Names("other.contoso.com"), NotBefore = Checks.Now.AddDays(-1) },
        ["newer but not yet valid"] = New with { Thumbprint = "SOON", NotBefore = Checks.Now.AddDays(1) },
    };

    [Theory]
    [InlineData("new new new", "- - -")]
    [InlineData("new old new", "- EXN196 -")]
    [InlineData("old new old", "EXN196 - EXN196")]
    [InlineData("new old older", "- EXN196 EXN196")]
    [InlineData("new twin new", "- EXN197 -")]
    [InlineData("old old", "- -")]
    [InlineData("new", "-")]
    [InlineData("new|newer but of setup|new", "- EXN197 -")]
    [InlineData("old|newer but of another host", "- EXN197")]
    [InlineData("old|newer but not yet valid", "- EXN197")]
    [InlineData("none new", "- -")]
    [InlineData("none old new", "- EXN196 -")]
    [InlineData("none none", "- -")]
    public void The_newest_one_that_is_fit_is_what_the_others_are_held_against(string shown, string codes)
    {
        string[] names = shown.Split(shown.Contains('|') ? '|' : ' ');

        Assert.Equal(codes.Split(' '), Compare([.. names.Select(n => (n, (PlannedCertificate?)One))]).Select(Code));
    }

    [Fact]
    public void Certificates_of_another_plan_entry_or_of_none_are_not_compared() => Assert.Equal(["-", "-", "-"],
        Compare(("new", One), ("old", Other), ("old", null)).Select(Code));

    [Fact]
    public void The_finding_says_what_is_shown_and_what_the_others_show()
    {
        string message = Compare(("new", One), ("old", One), ("new", One))[1].Findings.Single(f => f.Code == OlderThanOthers).Message;

        Assert.Equal("The old certificate is still shown there: OLD.. (2026-02-21 to 2026-08-20). 2 of 3 endpoints of the planned certificate "
            + "show a newer one: NEW.. (2026-05-22 to 2026-11-28).", message);
    }

    private static IReadOnlyList<NamespaceCertificate> Compare(params (string Name, PlannedCertificate? Planned)[] shown) =>
        SameCertificate.Compare([.. shown.Select(s => (s.Name == "none"
            ? LiveAnswer.NotResolved("test", null, "no answer").WithoutCertificate()
            : Checks.Judge(Certificates[s.Name]), s.Planned))]);

    private static string Code(NamespaceCertificate result) =>
        result.Findings.Select(f => f.Code).SingleOrDefault(c => c is OlderThanOthers or DiffersFromOthers) ?? "-";
}
