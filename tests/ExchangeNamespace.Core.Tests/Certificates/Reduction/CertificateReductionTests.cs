using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Reduction;

/// <summary>Fewer names on the certificates of a plan, the same subject for hybrid mail, and what each machine carries.</summary>
public class CertificateReductionTests
{
    private static readonly object[] Domains = ["contoso.com", "fabrikam.com", "woodgrove.com", "adatum.com"];

    [Fact]
    public void The_request_has_the_names_that_stay_and_a_finding_tells_what_replaces_the_others()
    {
        CertificateRequestSet set = CertificatePlans.Make(Many(), new CertificateRequestInput { Country = "US", MaximumNames = 3 });

        Assert.Contains(" -DomainName autodiscover.contoso.com,autodiscover.fabrikam.com", set.Requests[0].Lines[0]);
        Finding srv = Assert.Single(set.Findings);
        Assert.Equal((CertificateFindingCodes.ReplacedBySrv, FindingSeverity.Warning), (srv.Code, srv.Severity));
        Assert.Equal(["autodiscover.woodgrove.com", "autodiscover.adatum.com"], srv.Values);
        Assert.Contains("_autodiscover._tcp.woodgrove.com", srv.Remedy);
        Assert.Contains("target mail.contoso.com", srv.Remedy);
        Assert.Contains("take the address records of autodiscover.woodgrove.com, autodiscover.adatum.com away", srv.Remedy);
    }

    [Fact]
    public void Enough_names_leave_the_request_as_it_is() => Assert.Equal(
        CertificatePlans.Lines(Many(), new CertificateRequestInput()), CertificatePlans.Lines(Many(), new CertificateRequestInput { MaximumNames = 5 }));

    [Theory]
    [InlineData("HttpRedirect", CertificateFindingCodes.ReplacedByRedirect)]
    [InlineData("srv", CertificateFindingCodes.ReplacedBySrv)]
    public void Only_the_ways_that_are_allowed_are_taken(string way, string code)
    {
        CertificateRequestSet set = CertificatePlans.Make(Many(), new CertificateRequestInput { Country = "US", MaximumNames = 1, ReduceBy = [way] });
        Assert.Equal([code], set.Findings.Select(f => f.Code));
        Assert.EndsWith("-DomainName mail.contoso.com)))", set.Requests[0].Lines[0]);
    }

    [Fact]
    public void A_wildcard_comes_in_where_it_is_the_only_way_and_the_common_name_stays()
    {
        NamespacePlan plan = CertificatePlans.Plan("2019", ("ServiceHost", Plans.Members(("OWA", "owa.contoso.com"), ("EWS", "ews.contoso.com"), ("OAB", "oab.contoso.com"))));
        CertificateRequestSet set = CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", MaximumNames = 2, ReduceBy = ["Wildcard"] });

        Assert.EndsWith("-DomainName *.contoso.com)))", set.Requests[0].Lines[0].Replace("\"", string.Empty));
        Assert.Contains("CN=mail.contoso.com", set.Requests[0].Lines[0]);
        Assert.Contains(CertificateFindingCodes.ReplacedByWildcard, set.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_budget_that_cannot_be_met_is_refused_with_the_least_number()
    {
        CertificateRequestSet set = CertificatePlans.Make(Many(), new CertificateRequestInput { MaximumNames = 2, ReduceBy = ["MailHost"] });
        InputFault fault = Assert.Single(set.Faults);
        Assert.Equal((FaultIds.CertificateNamesOverBudget, 2), (fault.Id, fault.Value));
        Assert.Contains("the least is 5", fault.Message);
        Assert.Empty(set.Requests);
    }

    [Fact]
    public void Names_asked_for_count_and_stay()
    {
        CertificateRequestSet set = CertificatePlans.Make(Many(), new CertificateRequestInput { Country = "US", MaximumNames = 3, AdditionalNames = ["pop.contoso.com", "autodiscover.adatum.com"] });
        Assert.EndsWith("-DomainName autodiscover.adatum.com,pop.contoso.com)))", set.Requests[0].Lines[0]);
    }

    [Fact]
    public void Server_names_and_mail_host_can_leave_too()
    {
        NamespacePlan plan = CertificatePlans.Plan("2010", ("MailHost", "smtp.contoso.com"), ("ServerNameOnCertificate", "Both"), ("CertificateAuthority", "Internal"));
        CertificateRequestSet set = CertificatePlans.Make(plan, new CertificateRequestInput { Country = "US", MaximumNames = 2, ReduceBy = ["InternalUrl", "MailHost"] });
        Assert.Equal([CertificateFindingCodes.ReplacedByExternalHost, CertificateFindingCodes.ReplacedByInternalUrl], set.Findings.Select(f => f.Code).Order().Reverse());
    }

    [Fact]
    public void The_list_of_names_shows_where_clients_are_led()
    {
        List<InputFault> faults = [];
        CertificateRequestOptions options = CertificateRequestReader.Read(new CertificateRequestInput { MaximumNames = 4 }, faults)!;
        List<CertificateNameEntry> entries = [.. CertificateNameList.Of(Many(), options)];

        Assert.Equal(5, entries.Count);
        Assert.Equal(("autodiscover.adatum.com", NameWay.Srv, "mail.contoso.com"), (entries[4].Name, entries[4].Way, entries[4].CoveredBy));
        Assert.All(entries.Take(4), e => Assert.Equal(NameWay.Keep, e.Way));
    }

    [Fact]
    public void An_alias_is_shown_as_no_help_and_the_first_domain_costs_more()
    {
        List<CertificateNameChoice> choices = [.. View(Many(), new CertificateRequestInput { MaximumNames = 4 }).Choices];

        Assert.Equal(Domains.Length, choices.Count(c => c is { Way: NameWay.Cname, IsPossible: false, IsChosen: false }));
        Assert.Equal([6, 3, 3, 3], choices.Where(c => c.Way == NameWay.Srv).Select(c => c.Cost));
        Assert.Equal(5, choices.Count(c => c.IsChosen));
        Assert.Equal("autodiscover.adatum.com", Assert.Single(choices, c => c.IsChosen && c.Way == NameWay.Srv).Name);
    }

    [Fact]
    public void An_alias_cannot_be_asked_for() => Assert.Contains("An alias does not take a name off the certificate.", CertificatePlans.Refused(new CertificateRequestInput { ReduceBy = ["CNAME"] }).Message);

    [Fact]
    public void A_budget_of_nothing_is_refused() => Assert.Equal(FaultIds.ValueOutOfRange, CertificatePlans.Refused(new CertificateRequestInput { MaximumNames = 0 }).Id);

    [Fact]
    public void Hybrid_gives_the_servers_of_all_sites_the_same_subject()
    {
        NamespacePlan plan = TwoSites(("MailHost", "smtp.contoso.com"));
        CertificateRequestInput input = new() { Country = "CH", Organization = "Contoso", Hybrid = true };
        CertificateRequestSet set = CertificatePlans.Make(plan, input);

        Assert.Equal(2, set.Requests.Count);
        Assert.All(set.Requests, r => Assert.Contains("-SubjectName \"C=CH,O=Contoso,CN=smtp.contoso.com\"", r.Commands[0].ToString()));
        Assert.All(set.Requests, r => Assert.Contains("smtp.contoso.com", r.Certificate.Names.Select(n => n.Name)));
        Assert.Contains(set.Findings, f => f.Code == CertificateFindingCodes.HybridCommonName);
        Assert.Equal(2, CertificatePlans.Make(plan).Requests.Select(r => r.Certificate.CommonName).Distinct().Count());
    }

    /// <summary>
    /// OfficeDocs-Exchange, certificate requirements for hybrid deployments: the autodiscover host of every hybrid domain is on the
    /// certificate.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData("Srv")]
    [InlineData("HttpRedirect")]
    public void Hybrid_keeps_the_autodiscover_name_of_every_mail_domain(string? way)
    {
        CertificateRequestSet set = CertificatePlans.Make(Many(), Input(3));

        InputFault fault = Assert.Single(set.Faults);
        Assert.Equal(FaultIds.CertificateNamesOverBudget, fault.Id);
        Assert.Contains("In a hybrid organisation the autodiscover name of each mail domain stays", fault.Message);
        Assert.DoesNotContain(View(Many(), Input(5)).Choices, c => c is { Way: NameWay.Srv or NameWay.HttpRedirect });

        CertificateRequestInput Input(int most) =>
            new() { Country = "US", Hybrid = true, MaximumNames = most, ReduceBy = way is null ? null : [way] };
    }

    [Fact]
    public void Hybrid_with_a_domain_that_is_found_by_a_service_record_is_told()
    {
        NamespacePlan plan = CertificatePlans.Plan("2019", ("SmtpDomain", new object[] { "contoso.com", "fabrikam.com" }),
            ("AutodiscoverSrvDomain", new object[] { "fabrikam.com" }));

        Assert.Equal("fabrikam.com",
            Assert.Single(CertificatePlans.Make(plan, new CertificateRequestInput { Hybrid = true }).Findings,
                f => f.Code == CertificateFindingCodes.HybridWithServiceRecord).Subject);
        Assert.DoesNotContain(CertificatePlans.Make(plan, new CertificateRequestInput()).Findings,
            f => f.Code == CertificateFindingCodes.HybridWithServiceRecord);
    }

    [Theory]
    [InlineData("SeparateCertificate")]
    [InlineData("None")]
    public void Hybrid_needs_a_public_certificate_on_the_servers(string proxy)
    {
        NamespacePlan plan = CertificatePlans.Plan("2016", ("ReverseProxy", proxy), ("CertificateAuthority", proxy == "None" ? "Internal" : "Public"));
        Assert.Contains(CertificatePlans.Make(plan, new CertificateRequestInput { Hybrid = true }).Findings, f => f.Code == CertificateFindingCodes.HybridNeedsPublic);
    }

    [Theory]
    [InlineData("None", "EX01 1 Request  False S35")]
    [InlineData("SharedCertificate", "EX01 1 Request  False S25|ReverseProxy 1 ImportWithKey EX01 False S25")]
    [InlineData("SharedCertificateWithServerNames", "EX01 1 Request  False S26|ReverseProxy 1 ImportWithKey EX01 False S26")]
    [InlineData("SeparateCertificate", "ReverseProxy 1 OwnRequest  True S27|EX01 2 Request  False S27")]
    public void Each_machine_has_its_certificate(string strategy, string expected)
    {
        IEnumerable<MachineCertificate> machines = View(CertificatePlans.Plan("2007SP1", ("ReverseProxy", strategy)), new CertificateRequestInput()).Machines;
        Assert.Equal(expected, string.Join("|", machines.Select(m => $"{m.Machine} {m.Certificate} {m.Source} {m.From} {m.TrustsInternalRoot} {m.Rule}")));
    }

    private static NamespacePlan Many() => CertificatePlans.Plan("2016", ("SmtpDomain", Domains));

    private static NamespacePlan TwoSites(params (string, object?)[] more) => Plans.Make(
        new object[] { Plans.Members(("Name", "EX01"), ("Site", "A")), Plans.Members(("Name", "EX02"), ("Site", "B")) },
        [
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("ExternalHost", "mail.eu.contoso.com")) }), .. more,
        ]);

    private static CertificateView View(NamespacePlan plan, CertificateRequestInput input)
    {
        List<InputFault> faults = [];
        CertificateView view = CertificateView.Of(plan, CertificateRequestReader.Read(input, faults)!);
        Assert.Empty(faults);
        return view;
    }
}
