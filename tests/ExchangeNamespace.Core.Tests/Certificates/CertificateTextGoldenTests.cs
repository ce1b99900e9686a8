using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The texts of every form for plans of one and of several certificates, and every refusal, compared letter by letter.</summary>
public class CertificateTextGoldenTests
{
    private static readonly string Long = new('n', 65);

    public static TheoryData<CertificateRequestForm> Forms => new(Enum.GetValues<CertificateRequestForm>());

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_texts_equal_their_golden_file(CertificateRequestForm form)
    {
        bool isOrder = form >= CertificateRequestForm.PoshAcme;
        CertificateRequestInput rich = isOrder
            ? Input(form) with
            {
                DnsProvider = "rfc2136",
                Contact = "pki@contoso.com",
                ChallengeAlias = form == CertificateRequestForm.Certbot ? null : "acme.contoso.net",
                AcmeDirectory = "https://ca.contoso.com/acme/directory",
                KeySize = form == CertificateRequestForm.WinAcme ? null : 4096,
                FriendlyName = form is CertificateRequestForm.PoshAcme or CertificateRequestForm.WinAcme ? "Contoso mail" : null,
                AdditionalNames = ["*.fabrikam.com", "MAIL.contoso.com"],
            }
            : Input(form) with
            {
                Country = "ch",
                StateOrProvince = "Zürich",
                Locality = "Zürich",
                Organization = "Contoso, \"AG\"",
                OrganizationalUnit = "IT",
                FriendlyName = "Contoso Übergang",
                KeySize = 4096,
                RequestPath = "D:\\reqs\\mail.req",
                AdditionalNames = ["*.fabrikam.com", "MAIL.contoso.com"],
            };
        IEnumerable<string> lines = Text("kept-inside", Input(form)).Concat(Text("mail", rich)).Concat(Text("sites", Input(form))).Concat(Text("proxy-shared", Input(form)))
            .Concat(Text("separate-2010", Input(form))).Concat(Text("proxy-separate", Input(form))).Concat(Text("self-signed", Input(form)));
        if (rich.FriendlyName is not null)
        {
            lines = lines.Concat(Text("bound", rich)).Concat(Text("sites", rich));
        }

        if (form == CertificateRequestForm.Exchange)
        {
            CertificateRequestInput complete = Input(form) with { Complete = true, Services = ["POP", "imap,IIS,SMTP"], CertificatePath = "D:\\mail.cer" };
            lines = lines.Concat(Text("mail", complete)).Concat(Text("sites", complete)).Concat(Text("proxy-shared", complete)).Concat(Text("self-signed", complete))
                .Concat(Text("every-version", Input(form) with { ExchangeVersion = "2007", Services = ["UM"] }))
                .Concat(Text("every-version", complete with { ExchangeVersion = "2013", Services = ["UMCallRouter", "Federation"] }))
                .Concat(Text("separate-2010", Input(form) with { ExchangeVersion = "SE" })).Concat(Text("sites", Input(form) with { ExchangeVersion = "2013" })).Concat(Text("bound", Input(form) with { Hybrid = true }))
                .Concat(Text("odd-names", Input(form) with { MaximumNames = 5, AdditionalNames = ["a.contoso.com"] }))
                .Concat(Text("hygiene", Input(form) with { MaximumNames = 1, ReduceBy = ["srv"] }));
        }

        GoldenText.Hold($"Certificates/Golden/{form}.golden.txt", lines);
    }

    [Fact]
    public void Every_name_with_its_reason_equals_the_golden_file() => GoldenText.Hold("Certificates/Golden/names.golden.txt",
        PlanSamples.Names.Where(n => n is not "odd-names" and not "every-version" and not "nine-sites").SelectMany(n => CertificateNameList.Of(PlanSamples.Of(n).Plan!, Options(new CertificateRequestInput { AdditionalNames = ["*.contoso.com"] }))
            .Select(e => $"  {e.Certificate} {e.Name}{(e.IsCommonName ? " (common name)" : string.Empty)} by {e.CoveredBy} {e.Way}: {e.Reason} [{e.Rule}]").Prepend("=== " + n)));

    [Fact]
    public void Every_refusal_equals_the_golden_file()
    {
        CertificateRequestInput lego = Input(CertificateRequestForm.Lego);
        (string What, CertificateRequestInput Input)[] cases =
        [
            ("a subject", new() { Country = "USA", StateOrProvince = " ", Locality = "a\nb", Organization = Long, OrganizationalUnit = Long }),
            ("a country of digits", new() { Country = "1A" }),
            ("a country beside the letters", new() { Country = "@Z" }),
            ("a country behind the letters", new() { Country = "z{" }),
            ("texts that just fit", new() { Country = "Us", Organization = new string('o', 64), OrganizationalUnit = new string('u', 64), StateOrProvince = new string('s', 129), Locality = new string('l', 129), FriendlyName = new string('f', 64) }),
            ("a key and a path", new() { KeySize = 1024, RequestPath = "reqs\\mail.req", CertificatePath = "C:\\a?b.cer" }),
            ("services", new() { Services = ["IIS,Web", "5", ""] }),
            ("no service", new() { Services = [] }),
            ("names", new() { AdditionalNames = ["a b", "*.com", "*.contoso.com"] }),
            ("a number of names, and ways", new() { MaximumNames = 0, ReduceBy = ["Keep", "cname,srv", "x"] }),
            ("a version", new() { ExchangeVersion = "2005" }),
            ("a completion of another program", new() { Complete = true, Form = CertificateRequestForm.OpenSsl }),
            ("a state without certificates", new() { State = States.Make([]) }),
            ("what orders alone have", new() { DnsProvider = "rfc2136", ChallengeAlias = "a.contoso.com", Contact = "a@contoso.com", AcmeDirectory = "https://a/" }),
            ("what an order does not carry", lego with
            {
                Country = "US", StateOrProvince = "Ohio", Locality = "Bern", Organization = "Contoso", OrganizationalUnit = "IT", RequestPath = "C:\\a.req", CertificatePath = "C:\\a.cer", Services = ["IIS"],
                ExchangeVersion = "SE", FriendlyName = "Mail",
            }),
            ("a text for cmd.exe, and a key", Input(CertificateRequestForm.WinAcme) with { FriendlyName = "100 %", KeySize = 4096 }),
            ("a provider, an alias, a contact and a directory", lego with { DnsProvider = "-x", ChallengeAlias = "a b", Contact = "contoso.com", AcmeDirectory = "http://ca.contoso.com/" }),
            ("a provider that is too long", lego with { DnsProvider = Long }),
            ("a directory with a user", lego with { AcmeDirectory = "https://user@ca.contoso.com/" }),
            ("a directory with a quotation mark", lego with { AcmeDirectory = "https://ca.contoso.com/a'b" }),
            ("a contact without a name", lego with { Contact = "@contoso.com" }),
            ("a contact with a name that is too long", lego with { Contact = Long + "@contoso.com" }),
            ("an alias that certbot does not follow", Input(CertificateRequestForm.Certbot) with { ChallengeAlias = "a.contoso.com" }),
        ];

        GoldenText.Hold("Certificates/Golden/refusals.golden.txt", cases.SelectMany(c => Refused(c.Input).Prepend(c.What)));
    }

    private static IEnumerable<string> Text(string sample, CertificateRequestInput input)
    {
        CertificateRequestSet set = CertificatePlans.Make(PlanSamples.Of(sample).Plan!, input);
        return set.Requests.SelectMany(r => r.Lines.Prepend($"--- {r.Index} on {r.Server?.Name ?? "(no server)"}").Concat(r.Commands.Select(Command)))
            .Concat(set.Faults.Select(f => "fault: " + PlanText.Fault(f)))
            .Concat(set.Assumptions.Select(a => "assumed: " + a))
            .Concat(set.Findings.SelectMany(GoldenText.Lines))
            .Prepend("=== " + sample);
    }

    private static string Command(ExchangeCommand command) =>
        $"{command.Name} for {command.Target}{(command.IsByHand ? ", by hand" : string.Empty)}: {command.Reason} {command.Caution}";

    private static CertificateRequestInput Input(CertificateRequestForm form) => new() { Form = form };

    private static CertificateRequestOptions Options(CertificateRequestInput input)
    {
        List<InputFault> faults = [];
        CertificateRequestOptions? options = CertificateRequestReader.Read(input, faults);
        Assert.Empty(faults);
        return options!;
    }

    private static IEnumerable<string> Refused(CertificateRequestInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(CertificateRequestReader.Read(input, faults));
        return faults.Select(f => "  " + GoldenText.Line(f));
    }
}
