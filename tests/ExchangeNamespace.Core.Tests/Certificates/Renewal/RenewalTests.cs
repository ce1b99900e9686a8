using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Renewal;

/// <summary>The order of a renewal, what it takes from captured settings, and what it refuses to guess.</summary>
public class RenewalTests
{
    private const string Old = "0123456789ABCDEF0123456789ABCDEF01234567";
    private const string Other = "89ABCDEF0123456789ABCDEF0123456789ABCDEF";
    private const string OldName = "<I>CN=CA<S>CN=old.contoso.com";

    [Theory]
    [InlineData("2007SP3")]
    [InlineData("2010")]
    [InlineData("2013")]
    [InlineData("2019")]
    public void The_whole_script_equals_its_golden_file(string version)
    {
        NamespacePlan plan = Plans.Make(
            new object[] { "EX01", "EX02" }, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), ("MailHost", "smtp.contoso.com"), ("ReverseProxy", "SharedCertificate"),
            ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))));
        RenewalScript script = Build(plan, Input(State(), receive: ["EX01\\Default Frontend EX01"], send: ["Out"]));
        string text = string.Concat(RenewalText.File(plan, script, Assert.Single(script.Shells)).Select(l => l + "\r\n"));
        GoldenText.Hold($"Certificates/Renewal/Golden/{version}.golden.ps1", text);
    }

    [Fact]
    public void Services_are_those_of_the_old_certificate_on_each_server()
    {
        RenewalScript script = Build(TwoServers("2016"), Input(State(Certificate(Old, "EX01", "IMAP", "IIS", "SMTP"), Certificate(Old, "EX02", "POP"))));

        Assert.Contains("Enable-ExchangeCertificate -Services IMAP,IIS,SMTP", Lines(script, RenewalStepKind.Enable)[0]);
        Assert.Contains(" -Services POP -Server EX02", Lines(script, RenewalStepKind.Spread)[1]);
        Assert.DoesNotContain(script.Findings, f => f.Code == RenewalFindingCodes.ServicesAssumed);
    }

    [Fact]
    public void A_service_that_the_version_cannot_enable_is_told()
    {
        RenewalScript script = Build(TwoServers("2019"), Input(State(Certificate(Old, "EX01", "UM", "IIS"))));
        Assert.Contains("-Services IIS", Lines(script, RenewalStepKind.Enable)[0]);
        Assert.Contains(script.Findings, f => f.Code == RenewalFindingCodes.ServiceNotEnabled && f.Message.Contains("enabled for UM"));
    }

    [Fact]
    public void An_old_certificate_without_services_leaves_the_usual_ones()
    {
        RenewalScript script = Build(TwoServers("2019"), Input(State(Certificate(Old, "EX01", "None"))));
        Assert.Contains("-Services IIS", Lines(script, RenewalStepKind.Enable)[0]);
        Assert.Equal(["EX01", "EX02"], script.Findings.Where(f => f.Code == RenewalFindingCodes.ServicesAssumed).Select(f => f.Message.Split(' ')[7]));
    }

    [Fact]
    public void A_connector_needs_SMTP_on_the_certificate()
    {
        RenewalScript script = Build(TwoServers("2019"), new RenewalInput { SendConnectors = ["Out"] });
        Assert.Contains("-Services IIS,SMTP", Lines(script, RenewalStepKind.Enable)[0]);
        Assert.DoesNotContain(script.Findings, f => f.Code == RenewalFindingCodes.NotForSmtp);

        RenewalInput without = new() { SendConnectors = ["Out"], Request = new CertificateRequestInput { Services = ["IIS"] } };
        Assert.Contains(Build(TwoServers("2019"), without).Findings, f => f.Code == RenewalFindingCodes.NotForSmtp);
    }

    [Fact]
    public void Only_connectors_that_name_the_old_certificate_are_led_to_the_new_one()
    {
        RenewalScript script = Build(TwoServers("2019"), Input(State(
            [Certificate(Old, "EX01", "SMTP")], [Receive("EX01\\A", OldName), Receive("EX01\\B", "<I>CN=CA<S>CN=another"), Receive("EX02\\C", null)], [Send("Out", OldName), Send("Plain", null)])));

        Assert.Equal(
            ["Set-ReceiveConnector -Identity \"EX01\\A\" -TlsCertificateName ", "Set-SendConnector -Identity \"Out\" -TlsCertificateName "],
            Lines(script, RenewalStepKind.Connector).Select(l => l[..(l.IndexOf("Name ", StringComparison.Ordinal) + 5)]));
    }

    [Fact]
    public void Without_the_old_thumbprint_no_connector_is_touched_and_nothing_is_removed()
    {
        RenewalScript script = Build(TwoServers("2019"), new RenewalInput { State = State([Certificate(Old, "EX01", "IIS", "SMTP")], [Receive("EX01\\A", OldName)], []) });

        Assert.Empty(Lines(script, RenewalStepKind.Connector));
        Assert.Empty(script.Steps.Where(s => s.Kind == RenewalStepKind.Remove).SelectMany(s => s.Commands));
        Assert.Contains(script.Findings, f => f.Code == RenewalFindingCodes.ConnectorNotRetargeted);
        Assert.Contains(script.Findings, f => f.Code == RenewalFindingCodes.OldCertificateNotStated);
    }

    [Fact]
    public void Only_what_was_captured_on_a_server_is_removed_from_it()
    {
        RenewalScript script = Build(TwoServers("2019"), Input(State(Certificate(Old, "EX01", "IIS"), Certificate(Other, "EX02", "IIS"))));
        Assert.Equal(["EX01", ""], script.Steps.Where(s => s.Kind == RenewalStepKind.Remove).Select(s => s.Commands.Count == 0 ? "" : s.Commands[0].Target));
    }

    [Fact]
    public void Names_that_get_lost_and_connectors_that_lose_STARTTLS_are_told()
    {
        CapturedReceiveConnector connector = new() { Name = "In", Identity = "EX01\\In", Server = Captured.Known("EX01"), Fqdn = Captured.Known("pop.contoso.com"), AuthMechanism = Captured.Known<IReadOnlyList<string>>(["Tls"]) };
        RenewalScript script = Build(TwoServers("2019"), Input(State([Certificate(Old, "EX01", "SMTP")], [connector], [])));

        Assert.Equal(["pop.contoso.com", "old.contoso.com"], Assert.Single(script.Findings, f => f.Code == RenewalFindingCodes.NamesLost).Values);
        Assert.Contains("pop.contoso.com", Assert.Single(script.Findings, f => f.Code == RenewalFindingCodes.StartTlsLost).Message);

        RenewalInput kept = Input(State([Certificate(Old, "EX01", "SMTP")], [connector], []), names: ["pop.contoso.com", "old.contoso.com"]);
        Assert.DoesNotContain(Build(TwoServers("2019"), kept).Findings, f => f.Code is RenewalFindingCodes.NamesLost or RenewalFindingCodes.StartTlsLost);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(30, false)]
    public void An_old_certificate_that_has_expired_is_told(int days, bool told)
    {
        NamespacePlan plan = TwoServers("2019");
        CapturedCertificate old = new() { Server = Captured.Known("EX01"), Thumbprint = Captured.Known(Old),
            NotAfter = Captured.Known(plan.AsOf.AddDays(days)), Services = Captured.Known<IReadOnlyList<string>>(["IIS"]) };

        Assert.Equal(told ? 1 : 0, Build(plan, Input(State(old))).Findings.Count(f => f.Code == RenewalFindingCodes.OldCertificateExpired));
    }

    [Fact]
    public void A_file_reads_the_certificate_once_and_a_line_reads_it_itself()
    {
        RenewalScript script = Build(TwoServers("2019"), Input(State(Certificate(Old, "EX01", "IIS", "SMTP")), send: ["Out"]));
        string[] file = [.. RenewalText.File(TwoServers("2019"), script, Assert.Single(script.Shells))];
        const string Cast = "[System.Security.Cryptography.X509Certificates.X509Certificate2]";

        string set = Assert.Single(file, l => l.Contains(Cast, StringComparison.Ordinal));
        Assert.StartsWith("$NewCertificate = ", set);
        Assert.True(file.Count(l => l.Contains("$NewCertificate.Thumbprint", StringComparison.Ordinal)) >= 3);
        Assert.Contains(file, l =>
            l.EndsWith("-TlsCertificateName ('<I>' + $NewCertificate.Issuer + '<S>' + $NewCertificate.Subject)", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(file, set) < Array.FindIndex(file, l => l.Contains("$NewCertificate.", StringComparison.Ordinal)));
        Assert.DoesNotContain(RenewalText.Script(TwoServers("2019"), script), l => l.Contains("$NewCertificate", StringComparison.Ordinal));
    }

    [Fact]
    public void The_principal_name_that_is_set_follows_the_subject()
    {
        ExchangeState state = State([], [], [], new CapturedOutlookProvider { Name = "EXPR", CertPrincipalName = Captured.Known("msstd:old.contoso.com") });
        Assert.Equal(["Set-OutlookProvider -Identity EXPR -CertPrincipalName \"msstd:mail.contoso.com\""], Lines(Build(TwoServers("2010"), new RenewalInput { State = state }), RenewalStepKind.PrincipalName));

        ExchangeState same = State([], [], [], new CapturedOutlookProvider { Name = "EXPR", CertPrincipalName = Captured.Known("msstd:mail.contoso.com") });
        Assert.Empty(Lines(Build(TwoServers("2010"), new RenewalInput { State = same }), RenewalStepKind.PrincipalName));
        Assert.Empty(Lines(Build(TwoServers("2010"), new RenewalInput()), RenewalStepKind.PrincipalName));
    }

    [Fact]
    public void The_newest_shell_requests_and_each_shell_has_its_steps()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("AdminDisplayVersion", "2010SP3")), Plans.Members(("Name", "EX02"), ("AdminDisplayVersion", "2016")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"));
        RenewalScript script = Build(plan, new RenewalInput());

        Assert.Equal([ShellGeneration.Exchange2010, ShellGeneration.Exchange2016], script.Shells);
        Assert.Equal("EX02", script.Steps.Single(s => s.Kind == RenewalStepKind.Request).Target);
        RenewalStep spread = script.Steps.Single(s => s.Kind == RenewalStepKind.Spread);
        Assert.Equal((ShellGeneration.Exchange2010, "EX01"), (spread.Shell, spread.Target));
        Assert.Contains("Copy C:\\mail_contoso_com.pfx and C:\\mail_contoso_com.cer from EX02 to EX01", spread.Notes[0]);
        Assert.Equal([ShellGeneration.Exchange2010], Build(plan, new RenewalInput { Shell = ShellGeneration.Exchange2010 }).Shells);
    }

    [Theory]
    [InlineData("2010", RenewalFindingCodes.CertificateNameNotInVersion)]
    [InlineData("2007SP1", RenewalFindingCodes.CertificateNameNotInVersion)]
    public void A_version_without_the_setting_gets_a_finding_instead_of_a_line(string version, string code)
    {
        RenewalScript script = Build(TwoServers(version), new RenewalInput { ReceiveConnectors = ["EX01\\Default EX01"], SendConnectors = ["Out"] });
        Assert.Empty(Lines(script, RenewalStepKind.Connector));
        Assert.Equal(2, script.Findings.Count(f => f.Code == code));
    }

    [Fact]
    public void Self_signed_and_proxy_only_certificates_have_their_own_ways()
    {
        RenewalScript script = Build(CertificatePlans.Plan("2016", ("CertificateAuthority", "SelfSigned")), new RenewalInput { SendConnectors = ["Out"] });
        Assert.StartsWith("New-ExchangeCertificate -KeySize 2048", Lines(script, RenewalStepKind.SelfSign)[0]);
        Assert.Empty(Lines(script, RenewalStepKind.Export));
        Assert.Contains(script.Findings, f => f.Code == RenewalFindingCodes.SelfSignedConnector);

        Assert.Contains(Build(CertificatePlans.Plan("2016", ("ReverseProxy", "SeparateCertificate")), new RenewalInput()).Findings, f => f.Code == RenewalFindingCodes.RenewedOutsideExchange);
        Assert.Contains(Build(CertificatePlans.Plan("2016", ("ReverseProxy", "SharedCertificate")), new RenewalInput()).Findings, f => f.Code == RenewalFindingCodes.KeyFile);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "thumbprint", FaultIds.ThumbprintInvalid }, { "not captured", FaultIds.CertificateNotInState }, { "server", FaultIds.ConnectorServerNotInPlan },
        { "control", FaultIds.TextHasControlCharacter }, { "service", FaultIds.CertificateServiceNotInVersion }, { "country", FaultIds.CountryInvalid },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_wrong_is_refused_and_nothing_is_written(string what, string id)
    {
        RenewalInput input = what switch
        {
            "thumbprint" => new RenewalInput { OldThumbprints = ["0123; x"] },
            "not captured" => new RenewalInput { OldThumbprints = [Old], State = State(Certificate(Other, "EX01", "IIS")) },
            "server" => new RenewalInput { ReceiveConnectors = ["EX09\\Default"] },
            "control" => new RenewalInput { SendConnectors = ["a\nRemove-ExchangeCertificate"] },
            "service" => new RenewalInput { Request = new CertificateRequestInput { Services = ["UM"] } },
            _ => new RenewalInput { Request = new CertificateRequestInput { Country = "USA" } },
        };
        List<InputFault> faults = [];
        Assert.Null(RenewalBuilder.Build(CertificatePlans.Plan("2019"), input, faults));
        Assert.Equal(id, Assert.Single(faults).Id);
    }

    [Fact]
    public void Whatever_the_plan_the_removal_comes_last_and_only_as_a_comment() => RandomDesign.Gen.Sample(
        design =>
        {
            if (Plans.Try(design.Servers, design.Members).Plan is not { } plan)
            {
                return;
            }

            List<InputFault> faults = [];
            if (RenewalBuilder.Build(plan, new RenewalInput { OldThumbprints = [Old] }, faults) is not { } script)
            {
                Assert.NotEmpty(faults);
                return;
            }

            Assert.Equal(Enumerable.Range(1, script.Steps.Count), script.Steps.Select(s => s.Number));
            Assert.Equal(script.Steps.OrderBy(s => s.Kind == RenewalStepKind.Remove), script.Steps);
            Assert.All(RenewalText.Lines(script.Steps), l => Assert.True(l[0] == '#' || !l.Contains("Remove-ExchangeCertificate"), l));
            Assert.All(RenewalText.Lines(script.Steps), l => Assert.All(l, c => Assert.InRange(c, ' ', '~')));
            Assert.All(plan.Servers.Where(s => plan.Certificates.Any(c => c.InstallOn.Contains(s.Name))), s => Assert.Contains(script.Steps, x => x.Title.Contains(s.Name) || x.Target == s.Name));
        },
        iter: 300);

    private static string[] Lines(RenewalScript script, RenewalStepKind kind) => [.. script.Steps.Where(s => s.Kind == kind).SelectMany(s => s.Commands).Select(c => c.ToString())];

    private static RenewalScript Build(NamespacePlan plan, RenewalInput input)
    {
        List<InputFault> faults = [];
        RenewalScript? script = RenewalBuilder.Build(plan, input, faults);
        Assert.Empty(faults);
        Assert.All(script!.Findings, f => Assert.Matches("^EXN2[23][0-9]$|^EXN07", f.Code));
        return script;
    }

    private static NamespacePlan TwoServers(string version) => Plans.Make(new object[] { "EX01", "EX02" }, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));

    private static RenewalInput Input(ExchangeState state, string[]? receive = null, string[]? send = null, string[]? names = null) => new()
    {
        Request = new CertificateRequestInput { Country = "CH", Organization = "Contoso", AdditionalNames = names },
        State = state,
        OldThumbprints = state.Has(StateKind.Certificate) ? [Old] : null,
        ReceiveConnectors = receive,
        SendConnectors = send,
    };

    private static ExchangeState State(params CapturedCertificate[] certificates) => State(certificates.Length == 0 ? [Certificate(Old, "EX01", "IIS", "SMTP"), Certificate(Old, "EX02", "IIS", "SMTP")] : certificates, [], []);

    private static ExchangeState State(IReadOnlyList<CapturedCertificate> certificates, IReadOnlyList<CapturedReceiveConnector> receive, IReadOnlyList<CapturedSendConnector> send, params CapturedOutlookProvider[] providers) => new()
    {
        Kinds = [.. certificates.Count > 0 ? new[] { StateKind.Certificate } : [], StateKind.ReceiveConnector, StateKind.SendConnector],
        Servers = [],
        Services = [],
        AutodiscoverDirectories = [],
        Certificates = certificates,
        ReceiveConnectors = receive,
        SendConnectors = send,
        AcceptedDomains = [],
        OutlookProviders = providers,
        Findings = [],
    };

    private static CapturedCertificate Certificate(string thumbprint, string server, params string[] services) => new()
    {
        Server = Captured.Known(server),
        Thumbprint = Captured.Known(thumbprint),
        Subject = Captured.Known("CN=old.contoso.com"),
        Issuer = Captured.Known("CN=CA"),
        CertificateDomains = Captured.Known<IReadOnlyList<string>>(["mail.contoso.com", "pop.contoso.com"]),
        NotBefore = Captured.Known(Plans.Today.AddDays(-30)),
        NotAfter = Captured.Known(Plans.Today.AddDays(30)),
        Services = Captured.Known<IReadOnlyList<string>>(services),
    };

    private static CapturedReceiveConnector Receive(string identity, string? name) => new()
    {
        Name = identity.Split('\\')[1],
        Identity = identity,
        Server = Captured.Known(identity.Split('\\')[0]),
        TlsCertificateName = name is null ? Captured.Null<string>() : Captured.Known(name),
    };

    private static CapturedSendConnector Send(string name, string? certificate) => new() { Name = name, Identity = name, TlsCertificateName = certificate is null ? Captured.Null<string>() : Captured.Known(certificate) };
}
