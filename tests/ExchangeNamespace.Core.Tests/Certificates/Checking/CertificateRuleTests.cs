using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Xunit;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Each rule about a certificate, with one that deserves the finding beside one that does not.</summary>
public sealed class CertificateRuleTests
{
    private static readonly CertificateNeeds PublicNeeds = CertificateNeeds.Of(["mail.contoso.com"]).IssuedBy(CertificateAuthority.Public);

    private static readonly IReadOnlyDictionary<string, (FindingSeverity Severity, Func<NamespaceCertificate> Make)> Deserved = new Dictionary<string, (FindingSeverity, Func<NamespaceCertificate>)>
    {
        [HostNotCovered] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound, "owa.contoso.com")),
        [HostByCommonNameOnly] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("other.contoso.com") })),
        [TypingError] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("mial.contoso.com"), CommonNames = [] })),
        [NameNotNeeded] = (FindingSeverity.Information, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("mail.contoso.com", "old.contoso.com") })),
        [Expired] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { NotAfter = Checks.Now.AddSeconds(-1) })),
        [NotYetValid] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { NotBefore = Checks.Now.AddSeconds(1) })),
        [RenewNow] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { NotAfter = Checks.Now.AddDays(1) })),
        [RenewSoon] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { NotBefore = Checks.Now.AddDays(-150), NotAfter = Checks.Now.AddDays(45) })),
        [KeyWeak] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { KeySize = 1024 })),
        [SignatureWeak] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { SignatureAlgorithm = "SHA1withRSA" })),
        [KeyKind] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { KeyAlgorithm = "ECDSA", KeySize = 256 })),
        [SelfSigned] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { IsSelfSigned = true })),
        [LifetimeTooLong] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { NotAfter = Checks.Now.AddDays(300) }, PublicNeeds)),
        [InternalName] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("mail.contoso.com", "ex01.contoso.local") }, PublicNeeds)),
        [NameUseless] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("mail.contoso.com", "my_host.contoso.com") })),
        [CommonNameNotAlternative] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { CommonNames = ["Contoso Mail"] }, PublicNeeds)),
        [NoAlternativeNames] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { AlternativeNames = [] })),
        [WildcardForPopImap] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("*.contoso.com"), Services = ["IMAP", "IIS"] })),
        [WildcardForUnifiedMessaging] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { CommonNames = ["*.contoso.com"], Services = ["UM"] })),
        [PrincipalNameDiffers] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { CommonNames = ["other.contoso.com"] }, Checks.Needs(Checks.Plan()))),
        [ChainOrder] = (FindingSeverity.Warning, () => Chain(Checks.Now.AddYears(1), [0, 2, 1])),
        [ChainIncomplete] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound, PublicNeeds, isLive: true)),
        [ChainNotValid] = (FindingSeverity.Error, () => Chain(Checks.Now.AddDays(-1), [0, 1, 2])),
        [ChainStray] = (FindingSeverity.Information, () => Chain(Checks.Now.AddYears(1), [0, 1, 2], stray: true)),
        [NotForServers] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { AllowsServerAuthentication = false })),
        [IsAuthority] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound with { IsAuthority = true })),
        [VersionOld] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { Version = 1 })),
        [PrivateKeyMissing] = (FindingSeverity.Error, () => Checks.Judge(Checks.Sound with { HasPrivateKey = false })),
        [SameIssuerAndSubject] = (FindingSeverity.Warning, () => Checks.Judge(Checks.Sound, PublicNeeds, others: [Checks.Sound, Checks.Sound with { Thumbprint = "B2", Subject = "cn=MAIL.contoso.com" }])),
        [NameConstrained] = (FindingSeverity.Error, () =>
            ConstraintRuleTests.Judge(Checks.Sound, new NameConstraint(AlternativeNameKind.Dns, "fabrikam.com", IsExcluded: false))),
        [ConstraintNotJudged] = (FindingSeverity.Information, () =>
            ConstraintRuleTests.Judge(Checks.Sound, new NameConstraint(AlternativeNameKind.Other, "O=Contoso", IsExcluded: false))),
        [ReservedAddress] = (FindingSeverity.Warning, () =>
            Checks.Judge(Checks.Sound with { AlternativeNames = [.. Checks.Sound.AlternativeNames,
                new(AlternativeNameKind.IPAddress, "10.0.0.1")] }, PublicNeeds)),
        [CommonNameCase] = (FindingSeverity.Warning, () =>
            Checks.Judge(Checks.Sound with { CommonNames = ["Mail.contoso.com"] }, PublicNeeds)),
        [OtherPurpose] = (FindingSeverity.Information, () =>
            Checks.Judge(Checks.Sound with { IsSelfSigned = true }, PublicNeeds, purpose: CertificatePurpose.ServerAuthentication)),
        [ClientUsage] = (FindingSeverity.Information, () =>
            Checks.Judge(Checks.Sound with { Services = ["SMTP"], AllowsClientAuthentication = false }, PublicNeeds)),
        [NotInUse] = (FindingSeverity.Information, () => Checks.Judge(Checks.Sound with { Services = ["None"] }, PublicNeeds)),
    };

    public static TheoryData<string> Codes => [.. Deserved.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_raised_by_a_certificate_that_deserves_it(string code)
    {
        Finding finding = Assert.Single(Deserved[code].Make().Findings, f => f.Code == code);

        Assert.Equal(Deserved[code].Severity, finding.Severity);
        Assert.NotEmpty(finding.Subject);
        Assert.Matches("[.?]$", finding.Message);
        Assert.Matches("^S[0-9]+$", finding.Rule);
        Assert.NotEmpty(finding.Remedy);
        Assert.All(finding.Subject + finding.Message + finding.Remedy + string.Concat(finding.Values), c => Assert.InRange(c, ' ', '~'));
    }

    /// <summary>Who issued it decides from which day the next one lacks the usage; only a certificate of SMTP is a client.</summary>
    [Theory]
    [InlineData("CN=R12, O=Let's Encrypt, C=US", "SMTP", true, "2026-02-11")]
    [InlineData("CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1, O=DigiCert Inc, C=US", "SMTP", true, "2027-03-01")]
    [InlineData("CN=Other CA", "SMTP", true, "2027-03-15")]
    [InlineData("CN=Other CA", "SMTP", false, "leaves TLS clients out")]
    [InlineData("CN=Other CA", "SMTP", null, null)]
    [InlineData("CN=Other CA", "IIS", true, null)]
    public void The_usage_of_clients_is_said_with_the_day_of_the_authority(string issuer, string service, bool? allows, string? part)
    {
        Finding? finding = Checks.Judge(Checks.Sound with { Issuer = issuer, Services = [service], AllowsClientAuthentication = allows }, PublicNeeds)
            .Findings.SingleOrDefault(f => f.Code == ClientUsage);

        Assert.Equal(part is not null, finding is not null);
        Assert.Contains(part ?? string.Empty, finding?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_a_private_authority_may_keep_the_usage() => Assert.DoesNotContain(ClientUsage, Checks.Codes(Checks.Judge(
        Checks.Sound with { Services = ["SMTP"], AllowsClientAuthentication = true }, PublicNeeds.IssuedBy(CertificateAuthority.Internal))));

    [Fact]
    public void Every_code_about_a_certificate_is_in_the_table() => Assert.Equal(
        typeof(CertificateCheckFindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)
            .Except([Inconclusive, OtherProtocol, HandshakeRefused, OldTls, StartTlsNotOffered, HandshakeIncomplete, OlderThanOthers, DiffersFromOthers]).Order(),
        Deserved.Keys.Order());

    [Fact]
    public void A_sound_certificate_has_no_findings()
    {
        NamespaceCertificate verdict = Checks.Judge(Checks.Sound, PublicNeeds);

        Assert.Empty(verdict.Findings);
        Assert.Equal((CheckOutcome.Passed, CertificateExpiry.Valid, 180), (verdict.Outcome, verdict.Expiry, verdict.DaysLeft));
        Assert.Equal(NameCoverage.Covered, Assert.Single(verdict.Hosts).Coverage);
    }

    [Theory]
    [InlineData(47, 47, CertificateExpiry.Valid)]
    [InlineData(47, 16, CertificateExpiry.Valid)]
    [InlineData(47, 15, CertificateExpiry.RenewSoon)]
    [InlineData(47, 8, CertificateExpiry.RenewSoon)]
    [InlineData(47, 7, CertificateExpiry.RenewNow)]
    [InlineData(47, 0, CertificateExpiry.RenewNow)]
    [InlineData(47, -1, CertificateExpiry.Expired)]
    [InlineData(100, 34, CertificateExpiry.Valid)]
    [InlineData(100, 33, CertificateExpiry.RenewSoon)]
    [InlineData(100, 16, CertificateExpiry.RenewNow)]
    [InlineData(200, 60, CertificateExpiry.Valid)]
    [InlineData(200, 59, CertificateExpiry.RenewSoon)]
    [InlineData(398, 60, CertificateExpiry.Valid)]
    [InlineData(398, 30, CertificateExpiry.RenewSoon)]
    [InlineData(398, 29, CertificateExpiry.RenewNow)]
    [InlineData(3650, 61, CertificateExpiry.Valid)]
    public void Expiry_is_judged_in_relation_to_the_lifetime(int lifetime, int left, CertificateExpiry expected)
    {
        CertificateFacts certificate = Checks.Sound with { NotBefore = Checks.Now.AddDays(left - lifetime), NotAfter = Checks.Now.AddDays(left) };

        Assert.Equal(expected, LifetimeRules.Judge(certificate, Checks.Now));
    }

    [Theory]
    [InlineData("RSA", 1023, FindingSeverity.Error)]
    [InlineData("RSA", 1024, FindingSeverity.Warning)]
    [InlineData("RSA", 2048, null)]
    [InlineData("RSA", 4096, null)]
    [InlineData("ECDSA", 192, FindingSeverity.Warning)]
    [InlineData("ECDSA", 384, FindingSeverity.Warning)]
    [InlineData("Ed25519", 256, FindingSeverity.Error)]
    [InlineData("DSA", 2048, FindingSeverity.Error)]
    [InlineData(null, null, null)]
    public void A_key_is_judged_by_kind_and_size(string? algorithm, int? size, FindingSeverity? expected) => Assert.Equal(
        expected,
        Checks.Judge(Checks.Sound with { KeyAlgorithm = algorithm, KeySize = size }).Findings.SingleOrDefault(f => f.Code is KeyWeak or KeyKind)?.Severity);

    [Theory]
    [InlineData("MD5withRSA", FindingSeverity.Error)]
    [InlineData("SHA1withRSA", FindingSeverity.Warning)]
    [InlineData("SHA-1withECDSA", FindingSeverity.Warning)]
    [InlineData("SHA256withRSA", null)]
    [InlineData("SHA512withECDSA", null)]
    [InlineData(null, null)]
    public void A_signature_is_judged_by_its_hash(string? algorithm, FindingSeverity? expected) => Assert.Equal(
        expected, Checks.Judge(Checks.Sound with { SignatureAlgorithm = algorithm }).Findings.SingleOrDefault(f => f.Code == SignatureWeak)?.Severity);

    [Theory]
    [InlineData("2020-08-31", 800, false)]
    [InlineData("2020-09-01", 398, false)]
    [InlineData("2020-09-01", 399, true)]
    [InlineData("2026-03-14", 398, false)]
    [InlineData("2026-03-15", 200, false)]
    [InlineData("2026-03-15", 201, true)]
    [InlineData("2027-03-15", 101, true)]
    [InlineData("2029-03-15", 47, false)]
    [InlineData("2029-03-15", 48, true)]
    public void A_public_certificate_lives_as_long_as_was_allowed_when_it_began(string from, int days, bool tooLong)
    {
        // The last second counts.
        CertificateFacts certificate = Checks.Sound with { NotBefore = Day(from), NotAfter = Day(from).AddDays(days).AddSeconds(-1) };

        Assert.Equal(tooLong, Checks.Codes(Checks.Judge(certificate, PublicNeeds)).Contains(LifetimeTooLong));
    }

    [Theory]
    [InlineData(CertificateAuthority.Internal, null)]
    [InlineData(CertificateAuthority.SelfSigned, null)]
    [InlineData(CertificateAuthority.Public, FindingSeverity.Warning)]
    public void The_rules_of_public_authorities_are_for_their_certificates(CertificateAuthority authority, FindingSeverity? expected) => Assert.Equal(
        expected,
        Checks.Judge(Checks.Sound with { NotAfter = Checks.Now.AddYears(5) }, PublicNeeds.IssuedBy(authority)).Findings.SingleOrDefault(f => f.Code == LifetimeTooLong)?.Severity);

    [Fact]
    public void Where_nobody_says_who_issued_it_those_rules_inform_only() => Assert.Equal(
        FindingSeverity.Information, Checks.Judge(Checks.Sound with { NotAfter = Checks.Now.AddYears(5) }).Findings.Single(f => f.Code == LifetimeTooLong).Severity);

    [Fact]
    public void An_internal_name_was_issued_before_that_ended() => Assert.DoesNotContain(InternalName, Checks.Codes(Checks.Judge(
        Checks.Sound with { AlternativeNames = Checks.Names("mail.contoso.com", "ex01"), NotBefore = Day("2014-01-01"), NotAfter = Day("2015-10-01") }, PublicNeeds)));

    [Fact]
    public void Two_neighbours_of_a_wildcard_are_told_how_to_serve_POP_and_IMAP() => Assert.Equal(
        ["Set-PopSettings -X509CertificateName mail.contoso.com", "Set-ImapSettings -X509CertificateName mail.contoso.com"],
        Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("*.contoso.com") }, PublicNeeds, [CertificateService.POP]).Findings.Single(f => f.Code == WildcardForPopImap).Values);

    [Theory]
    [InlineData("mail.contoso.com", "mial.contoso.com", true)]
    [InlineData("mail.contoso.com", "MAIL.contoso.co", true)]
    [InlineData("mail.contoso.com", "mmail.contoso.com", true)]
    [InlineData("mail.contoso.com", "mail.contosso.com", true)]
    [InlineData("mail.contoso.com", "nail.contoso.com", true)]
    [InlineData("mail.contoso.com", "mail.contoso.com", false)]
    [InlineData("mail.contoso.com", "liam.contoso.com", false)]
    [InlineData("mail.contoso.com", "m.contoso.com", false)]
    [InlineData("", "a", true)]
    [InlineData("", "", false)]
    public void One_typing_error_is_told_from_none_and_two(string a, string b, bool one)
    {
        Assert.Equal(one, EditDistance.IsOne(a, b));
        Assert.Equal(one, EditDistance.IsOne(b, a));
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("192.0.2.7", true)]
    [InlineData("198.18.0.1", true)]
    [InlineData("203.0.113.9", true)]
    [InlineData("240.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("ff02::1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("198.20.0.1", false)]
    [InlineData("2606:4700::1111", false)]
    public void A_public_authority_issues_no_reserved_address(string address, bool reserved)
    {
        CertificateFacts certificate = Checks.Sound with { AlternativeNames = [.. Checks.Sound.AlternativeNames,
            new(AlternativeNameKind.IPAddress, address)] };

        Assert.Equal(reserved, Checks.Codes(Checks.Judge(certificate, PublicNeeds)).Contains(ReservedAddress));
        Assert.DoesNotContain(ReservedAddress,
            Checks.Codes(Checks.Judge(certificate, PublicNeeds.IssuedBy(CertificateAuthority.Internal))));
    }

    [Theory]
    [InlineData("mail.contoso.com", null)]
    [InlineData("MAIL.contoso.com", CommonNameCase)]
    [InlineData("Contoso Mail", CommonNameNotAlternative)]
    public void A_common_name_is_an_alternative_name_letter_for_letter(string name, string? code) => Assert.Equal(
        code, Checks.Codes(Checks.Judge(Checks.Sound with { CommonNames = [name] }, PublicNeeds)).SingleOrDefault());

    /// <summary>What clients do not see is judged by its lifetime and its key, not by hosts, issuer or chain.</summary>
    [Theory]
    [InlineData(CertificatePurpose.ServerAuthentication)]
    [InlineData(CertificatePurpose.WebManagement)]
    [InlineData(CertificatePurpose.Federation)]
    [InlineData(CertificatePurpose.BackEnd)]
    public void A_certificate_that_clients_do_not_see_is_not_judged_like_one_of_the_web(CertificatePurpose purpose)
    {
        CertificateFacts own = Checks.Sound with { IsSelfSigned = true, AlternativeNames = [], AllowsServerAuthentication = false,
            NotBefore = Checks.Now.AddYears(-1), NotAfter = Checks.Now.AddYears(4) };

        NamespaceCertificate verdict = Checks.Judge(own, PublicNeeds, purpose: purpose);

        Assert.Equal((CheckOutcome.Passed, purpose), (verdict.Outcome, verdict.Purpose));
        Assert.Equal([OtherPurpose], Checks.Codes(verdict));
        Assert.Equal([OtherPurpose, Expired],
            Checks.Codes(Checks.Judge(own with { NotAfter = Checks.Now.AddDays(-1) }, PublicNeeds, purpose: purpose)));
    }

    [Fact]
    public void A_certificate_of_mail_alone_is_compared_with_the_hosts_of_mail()
    {
        CertificateNeeds needs = Checks.Needs(Checks.Plan(("MailHost", "smtp.contoso.com")));
        CertificateFacts mail = Checks.Sound with { CommonNames = ["smtp.contoso.com"], AlternativeNames = Checks.Names("smtp.contoso.com"),
            Services = ["SMTP"] };

        Assert.Equal(["smtp.contoso.com Covered"], Checks.Judge(mail, needs, purpose: CertificatePurpose.Mail).Hosts
            .Select(h => h.ToString()));
        Assert.Contains(HostNotCovered, Checks.Codes(Checks.Judge(Checks.Sound, needs, purpose: CertificatePurpose.Mail)));
    }

    [Fact]
    public void A_request_has_no_lifetime_and_no_chain()
    {
        NamespaceCertificate verdict = Checks.Judge(new CertificateFacts { IsRequest = true, Subject = "CN=mail.contoso.com", CommonNames = ["mail.contoso.com"], Issuer = string.Empty, AlternativeNames = Checks.Names("mail.contoso.com") });

        Assert.Empty(verdict.Findings);
        Assert.Equal((CertificateExpiry.Unknown, null), (verdict.Expiry, verdict.DaysLeft));
    }

    private static DateTime Day(string text) => DateTime.SpecifyKind(DayText.Parse(text), DateTimeKind.Utc);

    /// <summary>A server, its authority and the root, in some order.</summary>
    private static NamespaceCertificate Chain(DateTime authorityEnds, int[] order, bool stray = false)
    {
        CertificateFacts authority = Checks.Sound with { Subject = "CN=Public CA", CommonNames = ["Public CA"], Issuer = "CN=Root", IsAuthority = true, NotAfter = authorityEnds, AlternativeNames = [] };
        CertificateFacts root = authority with { Subject = "CN=Root", CommonNames = ["Root"], IsSelfSigned = true, NotAfter = Checks.Now.AddYears(9) };
        CertificateFacts[] all = [Checks.Sound, authority, root];
        int?[] signers = [1, 2, 2];
        List<CertificateFacts> certificates = [.. order.Select(i => all[i])];
        List<int?> signedBy = [.. order.Select(i => signers[i] is { } s && s != i ? (int?)Array.IndexOf(order, s) : null)];
        if (stray)
        {
            certificates.Add(authority with { Subject = "CN=Other CA" });
            signedBy.Add(null);
        }

        return Checks.Judge(new CertificateBundle { Certificates = certificates, SignedBy = signedBy, IsOrdered = true }, PublicNeeds);
    }
}
