using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>Which certificate is requested where, with which files, names and services.</summary>
public class CertificateRequestTests
{
    [Fact]
    public void The_mail_host_on_the_certificate_brings_smtp_and_the_answer_to_its_prompt()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016CU23", ("MailHost", "smtp.contoso.com"));
        ExchangeCommand import = CertificatePlans.Make(plan, new CertificateRequestInput { Complete = true }).Requests[0].Commands[0];

        Assert.Equal("IIS,SMTP", import.PipeTo!.Parameters.Single(p => p.Name == "Services").Value.ToString());
        Assert.Contains("answer N to the overwrite prompt", import.Caution);
        Assert.Equal("EX01", import.Target);
    }

    [Theory]
    [InlineData("2019", "UM")]
    [InlineData("SE", "UMCallRouter")]
    [InlineData("2010", "UMCallRouter")]
    [InlineData("2007SP3", "Federation")]
    public void A_service_that_the_version_lacks_is_refused(string version, string service)
    {
        CertificateRequestSet set = CertificatePlans.Make(CertificatePlans.Plan(version), new CertificateRequestInput { Complete = true, Services = [service, "IIS"] });

        Assert.Empty(set.Requests);
        InputFault fault = Assert.Single(set.Faults);
        Assert.Equal((FaultIds.CertificateServiceNotInVersion, "Service", (object?)service), (fault.Id, fault.Parameter, fault.Value));
    }

    [Theory]
    [InlineData("2016", "UM,IIS,UMCallRouter")]
    [InlineData("2010", "UM,IIS,Federation")]
    public void A_service_that_the_version_has_is_printed_in_the_usual_order(string version, string services)
    {
        string[] given = [.. services.Split(',').Reverse()];
        ExchangeCommand import = CertificatePlans.Make(CertificatePlans.Plan(version), new CertificateRequestInput { Complete = true, Services = given }).Requests[0].Commands[0];
        Assert.Equal(services, import.PipeTo!.Parameters.Single().Value.ToString());
    }

    [Theory]
    [InlineData("2007SP3")]
    [InlineData("2010")]
    [InlineData("2016")]
    public void Every_server_of_the_certificate_gets_its_lines(string version)
    {
        NamespacePlan plan = Plans.Make(new[] { "EX01", "EX02", "EX03", "EX04" }, ("ExternalHost", "mail.contoso.com"),
            ("ADDomain", "contoso.com"), ("ExchangeVersion", version));
        CertificateRequestInput input = new() { Complete = true, CertificatePath = "C:\\mail.cer" };

        string[] lines = CertificatePlans.Lines(plan, input);
        IReadOnlyList<ExchangeCommand> commands = CertificatePlans.Make(plan, input).Requests[0].Commands;

        Assert.Single(lines, l => l.Contains("Export-ExchangeCertificate", StringComparison.Ordinal)
            && l.Contains("C:\\mail.pfx", StringComparison.Ordinal));
        foreach (string server in new[] { "EX02", "EX03", "EX04" })
        {
            int title = Array.FindIndex(lines, l => l.StartsWith("# ", StringComparison.Ordinal)
                && l.Contains($"on {server} and enable it for IIS.", StringComparison.Ordinal));
            Assert.True(title > 0, server);
            string next = lines.Skip(title).First(l => !l.StartsWith('#'));
            Assert.StartsWith("Import-ExchangeCertificate", next);
            Assert.Equal(version != "2007SP3", next.EndsWith(" -Server " + server, StringComparison.Ordinal));
        }

        Assert.Equal(commands.Select(c => c.Line).Order(StringComparer.Ordinal), lines
            .Where(l => commands.Any(c => c.Line == l)).Order(StringComparer.Ordinal));
        Assert.Contains(CertificatePlans.Make(plan, input).Findings, f =>
            f.Code == ExchangeNamespace.Certificates.Renewal.RenewalFindingCodes.KeyFile);
    }

    [Fact]
    public void Names_that_the_certificate_in_use_carries_and_the_request_lacks_are_told()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016", ("AsOf", "2026-03-15"));
        ExchangeState state = State(
            Certificate("iis", "EX01", ["SMTP", "None"]),
            Certificate("none", "EX01", ["None"]),
            Certificate("nothing", "EX01", []),
            Certificate("self", "EX01", ["IIS"], isSelfSigned: true),
            Certificate("elsewhere", "EX09", ["IIS"]),
            Certificate("pending", "EX01", ["IIS"], status: "PendingRequest"),
            Certificate("expired", "EX01", ["IIS"], notAfter: new DateTime(2026, 3, 14)),
            Certificate("today", "EX01", ["IIS"], notAfter: new DateTime(2026, 3, 15)));

        IReadOnlyList<Finding> findings = CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", State = state }).Findings;

        Assert.Equal(
            ["iis.contoso.com", "today.contoso.com"], findings.Select(f => Assert.Single(f.Values)));
        Assert.All(findings, f => Assert.Equal((CertificateFindingCodes.NamesInUse, FindingSeverity.Warning, "S8"), (f.Code, f.Severity, f.Rule)));
        Assert.EndsWith(", which is in use, also carries iis.contoso.com, and the request does not.", findings[0].Message);
        Assert.Equal("Add what is still used with -AdditionalName, or to the plan.", findings[0].Remedy);
        Assert.Empty(CertificatePlans.Make(plan, new CertificateRequestInput
        {
            Country = "US", State = state, AdditionalNames = ["iis.contoso.com", "today.contoso.com"],
        }).Findings);
        Assert.Equal(FaultIds.StateObjectIncomplete, CertificatePlans.Refused(new CertificateRequestInput { State = State() }).Id);
    }

    [Theory]
    [InlineData("Zürich", null)]
    [InlineData("Basel", "Übergang")]
    public void Text_beyond_ascii_is_told_wherever_it_stands(string locality, string? friendlyName)
    {
        CertificateRequestInput input = new() { Country = "CH", Organization = "Contoso", Locality = locality, FriendlyName = friendlyName, Form = CertificateRequestForm.CertReqInf };
        Assert.Equal([CertificateFindingCodes.TextNeedsEncoding], CertificatePlans.Make(CertificatePlans.Plan("2016"), input).Findings.Select(f => f.Code));
        Assert.Empty(CertificatePlans.Make(CertificatePlans.Plan("2016"), input with { Locality = "Bern", FriendlyName = null }).Findings);
    }

    [Fact]
    public void A_common_name_has_up_to_64_characters()
    {
        string just = new string('a', 52) + ".contoso.com";
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "a" + just), ("DnsModel", "Split"), ("ExchangeVersion", "2016"), ("SmtpDomain", new object[] { new string('b', 60) + ".contoso.com" }));

        InputFault fault = Assert.Single(CertificatePlans.Make(plan).Faults);
        Assert.Equal((FaultIds.CommonNameMissing, "Plan", (object?)plan.ExternalHost.Value), (fault.Id, fault.Parameter, fault.Value));
        Assert.Equal("No name of the certificate fits into a common name (64 characters). Add a short one with -AdditionalName.", fault.Message);
        Assert.Contains("CN=" + just, CertificatePlans.Lines(plan, new CertificateRequestInput { AdditionalNames = [just] })[0]);
    }

    [Fact]
    public void Iis_is_reset_only_when_the_web_services_take_the_certificate() =>
        Assert.DoesNotContain("# iisreset -noforce", CertificatePlans.Lines(CertificatePlans.Plan("2016"), new CertificateRequestInput { Complete = true, Services = ["SMTP"] }));

    [Fact]
    public void A_single_name_is_listed_because_the_command_would_take_the_names_of_the_server_otherwise()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016");
        PlannedCertificate wild = new()
        {
            InstallOn = plan.Certificates[0].InstallOn,
            Sites = plan.Certificates[0].Sites,
            Issuer = CertificateAuthority.Public,
            CommonName = "*.contoso.com",
            Names = [new CertificateName { Name = "*.contoso.com", Reason = "r", Rule = "S35" }],
        };

        Assert.Contains("-SubjectName \"CN=*.contoso.com\" -DomainName \"*.contoso.com\"", CertificatePlans.Lines(With(plan, wild))[0]);
        Assert.StartsWith("[System.IO.File]::WriteAllBytes('C:\\__contoso_com.req', ", CertificatePlans.Lines(With(plan, wild))[0]);
    }

    [Fact]
    public void A_wildcard_with_pop_is_warned_of()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016", ("CertificateName", new object[] { "*.contoso.com" }));
        CertificateRequestSet set = CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", Complete = true, Services = ["POP"] });
        Assert.Equal(CertificateFindingCodes.WildcardForPopOrImap, Assert.Single(set.Findings).Code);
    }

    [Fact]
    public void A_missing_country_is_warned_of_and_a_stated_one_is_not()
    {
        Assert.Equal([CertificateFindingCodes.CountryMissing], CertificatePlans.Make(CertificatePlans.Plan("2016")).Findings.Select(f => f.Code));
        Assert.Empty(CertificatePlans.Make(CertificatePlans.Plan("2016"), new CertificateRequestInput { Country = "CH" }).Findings);
    }

    [Fact]
    public void Further_names_are_added_once_and_normalised()
    {
        string line = CertificatePlans.Lines(CertificatePlans.Plan("2013"), new CertificateRequestInput { AdditionalNames = ["POP.contoso.com", "autodiscover.contoso.com", "münchen.contoso.com", "*.contoso.net"] })[0];
        Assert.Contains("-DomainName autodiscover.contoso.com,pop.contoso.com,xn--mnchen-3ya.contoso.com,\"*.contoso.net\"", line);
    }

    [Fact]
    public void A_short_further_name_is_the_common_name_where_the_plan_has_none()
    {
        string host = new string('a', 60) + ".contoso.com";
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", host), ("DnsModel", "Split"), ("ExchangeVersion", "2016"), ("SmtpDomain", new object[] { new string('b', 60) + ".contoso.com" }));

        Assert.Equal(FaultIds.CommonNameMissing, Assert.Single(CertificatePlans.Make(plan).Faults).Id);
        Assert.Contains("CN=x.contoso.com", CertificatePlans.Lines(plan, new CertificateRequestInput { AdditionalNames = ["x.contoso.com"] })[0]);
    }

    [Fact]
    public void A_name_that_a_plan_file_was_given_by_hand_is_read_again()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016");
        PlannedCertificate forged = new()
        {
            InstallOn = ["EX01"],
            Sites = [""],
            Issuer = CertificateAuthority.Public,
            CommonName = "mail.contoso.com",
            Names = [new CertificateName { Name = "mail.contoso.com", Reason = "r", Rule = "S35" }, new CertificateName { Name = "a&dns=evil.com", Reason = "r", Rule = "S35" }],
        };

        CertificateRequestSet set = CertificatePlans.Make(With(plan, forged), new CertificateRequestInput { Form = CertificateRequestForm.CertReqInf });
        Assert.Empty(set.Requests);
        Assert.Equal(FaultIds.NameBadCharacter, Assert.Single(set.Faults).Id);
    }

    [Fact]
    public void A_certificate_of_the_proxy_alone_is_offered_for_other_programs()
    {
        NamespacePlan plan = Plans.Make("CASServer", ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"), ("ReverseProxy", "SeparateCertificate"));
        CertificateRequestInput input = new() { Country = "US", RequestPath = "C:\\r.req" };

        CertificateRequestSet set = CertificatePlans.Make(plan, input);
        Assert.Equal([2], set.Requests.Select(r => r.Index));
        Assert.Equal(
            ["New-ExchangeCertificate -GenerateRequest -Path \"C:\\r.req\" -KeySize 2048 -SubjectName \"C=US,CN=CASServer\" -DomainName CASServer,CASServer.shudnow.local"],
            set.Requests[0].Lines);
        Finding finding = Assert.Single(set.Findings);
        Assert.Equal(CertificateFindingCodes.RequestedOutsideExchange, finding.Code);
        Assert.Contains("-As OpenSsl", finding.Remedy);

        set = CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", Form = CertificateRequestForm.CertReqInf });
        Assert.Equal([1, 2], set.Requests.Select(r => r.Index));
        Assert.Equal("; certreq -new \"C:\\webmail_shudnow_net-ReverseProxy.inf\" \"C:\\webmail_shudnow_net-ReverseProxy.req\"", set.Requests[0].Lines[0]);
        Assert.Contains("_continue_ = \"dns=autodiscover.shudnow.net&\"", set.Requests[0].Lines);
    }

    [Fact]
    public void Certificates_of_several_sites_get_files_of_their_own()
    {
        NamespacePlan plan = TwoSites("2016", "2016");
        CertificateRequestInput input = new() { RequestPath = "\\\\FS\\r\\mail.v1.req", CertificatePath = "D:\\in\\mail" };

        Assert.Equal(["\\\\FS\\r\\mail.v1-Z_rich.req", "\\\\FS\\r\\mail.v1-New_York.req"], CertificatePlans.Make(plan, input).Requests.Select(r => r.Commands[0].OutputFile));
        Assert.Equal(["EX01", "EX02"], CertificatePlans.Make(plan, input).Requests.Select(r => r.Server!.Name));
        IReadOnlyList<string> completing = CertificatePlans.Lines(plan, new CertificateRequestInput { RequestPath = input.RequestPath, CertificatePath = input.CertificatePath, Complete = true });
        Assert.Equal("# On EX02, which keeps the private key:", completing[8]);
        Assert.Contains("'D:\\in\\mail-New_York'", completing[11]);
    }

    [Fact]
    public void Servers_of_several_shells_need_a_choice_which_is_by_shell_and_prefers_the_product()
    {
        NamespacePlan plan = Plans.Make(
            new[] { Server("EX10", "2010"), Server("EX16", "2016"), Server("EX19", "2019") }, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("LegacyHost", "legacy.contoso.com"), ("DnsModel", "Split"));

        InputFault fault = Assert.Single(CertificatePlans.Make(plan).Faults);
        Assert.Equal((FaultIds.VersionAmbiguous, "ExchangeVersion"), (fault.Id, fault.Parameter));
        Assert.Equal("EX10", For("2010SP3").Server!.Name);
        Assert.Equal("EX16", For("2016CU23").Server!.Name);
        Assert.Equal("EX19", For("2019").Server!.Name);
        Assert.Equal("EX16", For("SE").Server!.Name);
        Assert.Equal(FaultIds.InputContradiction, Assert.Single(CertificatePlans.Make(plan, new CertificateRequestInput { ExchangeVersion = "2013" }).Faults).Id);

        RequestedCertificate For(string version) => Assert.Single(CertificatePlans.Make(plan, new CertificateRequestInput { ExchangeVersion = version }).Requests);
    }

    [Fact]
    public void A_self_signed_plan_has_nothing_to_import_and_its_text_forms_are_requests()
    {
        NamespacePlan plan = CertificatePlans.Plan("2016", ("CertificateAuthority", "SelfSigned"));

        CertificateRequestSet complete = CertificatePlans.Make(plan, new CertificateRequestInput { Complete = true });
        Assert.Equal(["Get-ExchangeCertificate", "iisreset"], complete.Requests[0].Commands.Select(c => c.Name));
        Assert.Equal([CertificateFindingCodes.SelfSignedIsComplete], complete.Findings.Select(f => f.Code));
        Assert.Equal(
            [CertificateFindingCodes.SelfSignedAsRequest],
            CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", Form = CertificateRequestForm.OpenSsl }).Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_version_leaves_the_certificates_of_other_shells_out_and_says_so()
    {
        CertificateRequestSet set = CertificatePlans.Make(TwoSites("2010", "2016"), new CertificateRequestInput { Country = "US", ExchangeVersion = "2010", RequestPath = "C:\\r.req" });
        Assert.Equal("C:\\r.req", Assert.Single(set.Requests).Commands[0].OutputFile);
        Assert.Equal(CertificateFindingCodes.LeftOutByVersion, Assert.Single(set.Findings).Code);
    }

    [Fact]
    public void No_line_ever_mixes_services_with_a_request_or_takes_names_by_itself()
    {
        foreach (string version in new[] { "2007RTM", "2007SP3", "2010", "2013", "2016", "2019", "SE" })
        {
            string line = Assert.Single(CertificatePlans.Lines(CertificatePlans.Plan(version), new CertificateRequestInput { Services = ["IIS", "SMTP"] }));
            Assert.DoesNotContain("-Services", line);
            Assert.DoesNotContain("-Include", line);
            Assert.DoesNotContain("PrivateKeyExportable", line);
        }
    }

    private static NamespacePlan TwoSites(string first, string second) => Plans.Make(
        new[] { Server("EX01", first, "Zürich"), Server("EX02", second, "New York") },
        ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"),
        ("Site", new object[]
        {
            Plans.Members(("Name", "Zürich"), ("ExternalHost", "eu.contoso.com")),
            Plans.Members(("Name", "New York"), ("ExternalHost", "us.contoso.com")),
        }));

    private static Dictionary<string, object?> Server(string name, string version, string? site = null) => site is null
        ? Plans.Members(("Name", name), ("ExchangeVersion", version))
        : Plans.Members(("Name", name), ("ExchangeVersion", version), ("Site", site));

    private static NamespacePlan With(NamespacePlan plan, PlannedCertificate certificate) => new()
    {
        ExternalHost = plan.ExternalHost,
        ExternalZone = plan.ExternalZone,
        SmtpDomains = plan.SmtpDomains,
        DnsModel = plan.DnsModel,
        Zones = plan.Zones,
        ReverseProxy = plan.ReverseProxy,
        AsOf = plan.AsOf,
        Sites = plan.Sites,
        Servers = plan.Servers,
        Certificates = [certificate],
        DnsRecords = plan.DnsRecords,
        Findings = plan.Findings,
    };

    private static ExchangeState State(params CapturedCertificate[] certificates) => new()
    {
        Kinds = certificates.Length == 0 ? [] : [StateKind.Certificate],
        Servers = [],
        Services = [],
        AutodiscoverDirectories = [],
        Certificates = certificates,
        ReceiveConnectors = [],
        SendConnectors = [],
        AcceptedDomains = [],
        OutlookProviders = [],
        Findings = [],
    };

    /// <summary>A certificate of its own names and thumbprint.</summary>
    private static CapturedCertificate Certificate(
        string name, string server, string[] services, bool isSelfSigned = false, string status = "Valid", DateTime? notAfter = null) => new()
    {
        Server = Captured.Known(server),
        Thumbprint = Captured.Known(string.Concat(name.Select(c => ((int)c).ToString("X2", CultureInfo.InvariantCulture))).PadRight(40, '0')),
        Subject = Captured.Known("CN=mail.contoso.com"),
        CertificateDomains = Captured.Known<IReadOnlyList<string>>(["mail.contoso.com", name + ".contoso.com"]),
        Services = Captured.Known<IReadOnlyList<string>>(services),
        IsSelfSigned = Captured.Known(isSelfSigned),
        Status = Captured.Known(status),
        NotAfter = Captured.Known(notAfter ?? new DateTime(2030, 1, 1)),
    };
}
