using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Orders;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The order lines of ACME clients, as their documents write them.</summary>
public class AcmeOrderTests
{
    private const string Shell = "/bin/sh";

    private static readonly CertificateRequestForm[] Clients =
        [CertificateRequestForm.PoshAcme, CertificateRequestForm.WinAcme, CertificateRequestForm.Lego, CertificateRequestForm.Certbot];

    public static TheoryData<CertificateRequestForm, string> Orders => new()
    {
        {
            CertificateRequestForm.PoshAcme,
            "New-PACertificate -Domain 'mail.contoso.com','autodiscover.contoso.com' -CertKeyLength 2048 -Plugin 'acme-dns' "
                + "-PluginArgs $pluginArguments -PfxPassSecure $pfxPassword"
        },
        {
            CertificateRequestForm.WinAcme,
            "wacs.exe --source manual --commonname mail.contoso.com --host \"mail.contoso.com,autodiscover.contoso.com\" --emailaddress "
                + "\"pki@contoso.com\" --csr rsa --validationmode dns-01 --validation acme-dns --store certificatestore --installation none"
        },
        {
            CertificateRequestForm.Lego,
            "lego --email pki@contoso.com --key-type rsa2048 --dns acme-dns --domains mail.contoso.com --domains autodiscover.contoso.com run &&"
        },
        {
            CertificateRequestForm.Certbot,
            "certbot certonly --cert-name mail.contoso.com --email pki@contoso.com --key-type rsa --rsa-key-size 2048 --authenticator "
                + "dns-acme-dns --preferred-challenges dns -d mail.contoso.com -d autodiscover.contoso.com &&"
        },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_has_exactly_the_names_of_the_plan(CertificateRequestForm form, string line) =>
        Assert.Contains(line, Lines(form, Input(form) with { DnsProvider = "acme-dns", Contact = "pki@contoso.com" }));

    [Fact]
    public void The_account_of_Posh_ACME_is_made_by_hand_and_its_terms_are_accepted_by_a_person()
    {
        string[] lines = Lines(CertificateRequestForm.PoshAcme, Input(CertificateRequestForm.PoshAcme) with { Contact = "pki@contoso.com" });

        Assert.Contains("# Set-PAServer 'LE_PROD'; New-PAAccount -AcceptTOS -Contact 'pki@contoso.com'", lines);
        Assert.DoesNotContain(lines, l => l[0] != '#' && l.Contains("AcceptTOS"));
    }

    [Fact]
    public void No_client_accepts_terms_or_carries_a_password_in_a_line() => Assert.All(Clients, c =>
        Assert.DoesNotContain(Lines(c, Input(c)), l => l[0] != '#' && (l.Contains("-tos") || l.Contains("agree") || l.Contains("pass ") || l.Contains("-password"))));

    [Fact]
    public void An_alias_is_told_to_the_client_that_cannot_follow_it_and_its_records_are_listed_once()
    {
        NamespacePlan plan = CertificatePlans.Plan("SE", ("CertificateName", "*.contoso.com"));
        string[] records = [.. CertificatePlans.Lines(plan, Input(CertificateRequestForm.PoshAcme) with { ChallengeAlias = "Acme.contoso.net" })
            .Where(l => l.Contains("CNAME"))];

        Assert.Equal(["#   _acme-challenge.mail.contoso.com. CNAME acme.contoso.net.", "#   _acme-challenge.contoso.com. CNAME acme.contoso.net."], records);
        Assert.Contains("-DnsAlias 'acme.contoso.net'",
            CertificatePlans.Lines(plan, Input(CertificateRequestForm.PoshAcme) with { ChallengeAlias = "acme.contoso.net" })[^1]);
        Assert.Equal(FaultIds.InputContradiction,
            CertificatePlans.Refused(Input(CertificateRequestForm.Certbot) with { ChallengeAlias = "acme.contoso.net" }).Id);
    }

    [Fact]
    public void The_files_of_a_wildcard_have_the_names_that_the_clients_give_them()
    {
        Assert.Equal("openssl pkcs12 -export -in .lego/certificates/_.contoso.com.crt -inkey .lego/certificates/_.contoso.com.key -out "
            + "__contoso_com.pfx", Wildcard(CertificateRequestForm.Lego)[^1]);
        Assert.Equal("openssl pkcs12 -export -in /etc/letsencrypt/live/contoso.com/fullchain.pem -inkey "
            + "/etc/letsencrypt/live/contoso.com/privkey.pem -out __contoso_com.pfx", Wildcard(CertificateRequestForm.Certbot)[^1]);

        static string[] Wildcard(CertificateRequestForm form)
        {
            AcmeOrder order = new(["*.contoso.com"], 2048, null, new AcmeOrderOptions { Client = AcmeClient.Of(form)! });
            return [.. form == CertificateRequestForm.Lego ? LegoLines.Write(order) : CertbotLines.Write(order)];
        }
    }

    [Theory]
    [InlineData("Public", "Separate", "contoso.local", FaultIds.ValueNotListed, "mail.contoso.local cannot exist")]
    [InlineData("Internal", "Split", "contoso.com", FaultIds.InputContradiction, "-AcmeDirectory")]
    [InlineData("SelfSigned", "Split", "contoso.com", FaultIds.InputContradiction, "self-signed")]
    public void What_the_authority_refuses_is_refused_here(string authority, string model, string domain, string id, string part)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"),
            ("CertificateAuthority", authority), ("DnsModel", model), ("ADDomain", domain));
        CertificateRequestSet set = CertificatePlans.Make(plan, Input(CertificateRequestForm.Lego));

        Assert.Empty(set.Requests);
        InputFault fault = Assert.Single(set.Faults);
        Assert.Equal(id, fault.Id);
        Assert.Contains(part, fault.Message);
    }

    [Fact]
    public void An_authority_of_its_own_takes_names_that_exist_inside_only()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"),
            ("CertificateAuthority", "Internal"), ("DnsModel", "Separate"), ("ADDomain", "contoso.local"));
        string[] lines = CertificatePlans.Lines(plan, Input(CertificateRequestForm.Lego) with { AcmeDirectory = "https://ca.contoso.local/acme/directory" });

        Assert.Contains(lines, l => l.StartsWith("lego --server https://ca.contoso.local/acme/directory --key-type rsa2048", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("CAA"));
    }

    public static TheoryData<CertificateRequestInput, string> Unhonoured => new()
    {
        { Input(CertificateRequestForm.Lego) with { Country = "US" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { StateOrProvince = "Ohio" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { Locality = "Bern" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { Organization = "Contoso" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { OrganizationalUnit = "IT" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { RequestPath = "C:\\a.req" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { CertificatePath = "C:\\a.cer" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { Services = ["IIS"] }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { ExchangeVersion = "SE" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { Complete = true }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { FriendlyName = "Mail" }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.WinAcme) with { FriendlyName = "100 %" }, FaultIds.TextNotForCmd },
        { Input(CertificateRequestForm.WinAcme) with { KeySize = 4096 }, FaultIds.InputContradiction },
        { Input(CertificateRequestForm.Lego) with { DnsProvider = string.Empty }, FaultIds.NameBadCharacter },
        { Input(CertificateRequestForm.Lego) with { DnsProvider = "-x" }, FaultIds.NameBadCharacter },
        { Input(CertificateRequestForm.Lego) with { DnsProvider = "a b" }, FaultIds.NameBadCharacter },
        { Input(CertificateRequestForm.Lego) with { ChallengeAlias = "a b" }, FaultIds.NameHasSpace },
        { Input(CertificateRequestForm.Lego) with { Contact = "contoso.com" }, FaultIds.EmailAddressInvalid },
        { Input(CertificateRequestForm.Lego) with { Contact = "a$(x)@contoso.com" }, FaultIds.EmailAddressInvalid },
        { Input(CertificateRequestForm.Lego) with { AcmeDirectory = "http://ca.contoso.com/" }, FaultIds.UrlPartNotAllowed },
        { Input(CertificateRequestForm.Lego) with { AcmeDirectory = "https://user@ca.contoso.com/" }, FaultIds.UrlPartNotAllowed },
        { Input(CertificateRequestForm.Lego) with { AcmeDirectory = "https://ca.contoso.com/a'b" }, FaultIds.UrlPartNotAllowed },
        { new() { DnsProvider = "rfc2136" }, FaultIds.InputContradiction },
        { new() { ChallengeAlias = "acme.contoso.net" }, FaultIds.InputContradiction },
        { new() { Form = CertificateRequestForm.OpenSsl, Contact = "a@contoso.com" }, FaultIds.InputContradiction },
        { new() { Form = CertificateRequestForm.CertReqInf, AcmeDirectory = "https://a/" }, FaultIds.InputContradiction },
    };

    [Theory]
    [MemberData(nameof(Unhonoured))]
    public void What_an_order_cannot_honour_is_refused(CertificateRequestInput input, string id) =>
        Assert.Equal(id, CertificatePlans.Refused(input).Id);

    [Fact]
    public void A_real_shell_gives_lego_and_certbot_the_arguments_that_are_meant()
    {
        Assert.SkipUnless(File.Exists(Shell), "There is no " + Shell + " here.");
        NamespacePlan plan = CertificatePlans.Plan("SE", ("CertificateName", "*.contoso.com"));
        foreach (CertificateRequestForm form in new[] { CertificateRequestForm.Lego, CertificateRequestForm.Certbot })
        {
            string[] lines = CertificatePlans.Lines(plan, Input(form) with { Contact = "a+b@contoso.com", ChallengeAlias = null });
            string[] arguments = Arguments(lines);

            Assert.Contains("*.contoso.com", arguments);
            Assert.Contains("a+b@contoso.com", arguments);
        }
    }

    [Fact]
    public void Names_with_records_inside_only_need_their_challenge_outside()
    {
        NamespacePlan plan = CertificatePlans.Plan("SE", ("InternalHost", "inside.contoso.com"));
        Finding finding = Assert.Single(CertificatePlans.Make(plan, Input(CertificateRequestForm.Certbot)).Findings, f => f.Code == CertificateFindingCodes.ChallengeOutside);

        Assert.Contains("inside.contoso.com", finding.Message);
    }

    [Theory]
    [InlineData(CertificateRequestForm.Lego)]
    [InlineData(CertificateRequestForm.Certbot)]
    public void Nothing_is_packed_after_a_failed_order(CertificateRequestForm form)
    {
        Assert.Contains("packed", Output("lego() { :; }\ncertbot() { :; }\n"));
        Assert.DoesNotContain("packed", Output("lego() { return 1; }\ncertbot() { return 1; }\n"));

        string Output(string clients) => ProgramRun.Of(
            new ProcessStartInfo(Shell, "-s"), clients + "openssl() { echo packed; }\n" + string.Join("\n", Lines(form, Input(form))) + "\n").Output;
    }

    private static string[] Lines(CertificateRequestForm form, CertificateRequestInput input) =>
        CertificatePlans.Lines(CertificatePlans.Plan(form == CertificateRequestForm.Certbot ? "2019" : "SE"), input);

    private static CertificateRequestInput Input(CertificateRequestForm form) => new() { Form = form };

    private static string[] Arguments(IEnumerable<string> lines) => InstalledProgram.Output(
        new ProcessStartInfo(Shell, "-s"),
        "lego() { printf '%s\\n' \"$@\"; }\ncertbot() { lego \"$@\"; }\nopenssl() { lego \"$@\"; }\n" + string.Join("\n", lines) + "\n").Split('\n');
}
