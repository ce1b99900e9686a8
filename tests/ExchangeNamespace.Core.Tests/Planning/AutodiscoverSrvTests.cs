using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Dns;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>A mail domain that uses the service record of Autodiscover has no name of its own: not on a certificate and in no view (S9, S10).</summary>
public class AutodiscoverSrvTests
{
    private const string Name = "autodiscover.fabrikam.com";

    [Theory]
    [InlineData("Split", "None")]
    [InlineData("Split", "Both")]
    [InlineData("Separate", "None")]
    [InlineData("Separate", "Both")]
    [InlineData("Pinpoint", "None")]
    [InlineData("Pinpoint", "External")]
    public void The_name_is_on_no_certificate_and_in_no_view(string model, string alias)
    {
        Assert.Contains(Name, Plan(null, model, alias).DnsRecords.Select(r => r.Name.Value));

        NamespacePlan plan = Plan("fabrikam.com", model, alias);
        Assert.Equal(["fabrikam.com"], plan.AutodiscoverSrvDomains.Select(d => d.Value));
        Assert.DoesNotContain(Name, plan.DnsRecords.Select(r => r.Name.Value));
        Assert.DoesNotContain(Name, plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name));
        Assert.Contains("autodiscover.contoso.com", plan.DnsRecords.Select(r => r.Name.Value));
        foreach (DnsView view in new[] { DnsView.External, DnsView.Internal })
        {
            DnsScript script = DnsScripts.Make(plan, new DnsScriptInput { View = view, Format = DnsScriptFormat.DnsServer });
            ZoneRecord[] records = [.. script.Zones.SelectMany(z => z.Records)];
            Assert.DoesNotContain(Name, records.Select(r => r.Name));
            bool served = view == DnsView.External || model != "Separate";
            Assert.Equal(served ? ["_autodiscover._tcp.fabrikam.com"] : [], records.Where(r => r.Type == DnsRecordType.SRV).Select(r => r.Name));
            Finding gone = Assert.Single(script.Findings, f => f.Code == DnsFindingCodes.AutodiscoverNameMustGo);
            Assert.Equal((FindingSeverity.Warning, Name), (gone.Severity, gone.Subject));
        }
    }

    [Fact]
    public void A_pinpoint_zone_leads_to_the_inside_host()
    {
        DnsScript script = DnsScripts.Make(Plan("fabrikam.com", "Pinpoint", "None"), new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.Bind });
        ZoneRecord record = Assert.Single(script.Zones.SelectMany(z => z.Records), r => r.Type == DnsRecordType.SRV);
        Assert.Equal(("_autodiscover._tcp.fabrikam.com", "mail.contoso.com", null), (record.Zone, record.Value, record.Withheld));
    }

    [Fact]
    public void A_name_that_the_plan_needs_for_something_else_stays_everywhere()
    {
        NamespacePlan plan = Plan("fabrikam.com", "Split", "None", ("AutodiscoverHost", Name));
        Assert.Contains(plan.DnsRecords, r => r.View == DnsView.Internal && r.Name.Value == Name);
        Assert.Contains(Name, plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name));
        DnsScript script = DnsScripts.Make(plan, new DnsScriptInput { View = DnsView.Internal, Format = DnsScriptFormat.DnsServer });
        Assert.DoesNotContain(DnsFindingCodes.AutodiscoverNameMustGo, script.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Without_such_a_domain_the_service_record_waits_for_IncludeSrv()
    {
        NamespacePlan plan = Plan(null, "Split", "None");
        Assert.DoesNotContain(Records(includeSrv: false), r => r.Type == DnsRecordType.SRV);
        Assert.Equal(2, Records(includeSrv: true).Count(r => r.Type == DnsRecordType.SRV));

        IEnumerable<ZoneRecord> Records(bool includeSrv) =>
            DnsScripts.Make(plan, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, IncludeSrv = includeSrv }).Zones.SelectMany(z => z.Records);
    }

    [Fact]
    public void A_domain_that_is_no_mail_domain_is_refused()
    {
        InputFault fault = Assert.Single(Plans.Try(new object[] { "EX01" }, Members("tailspin.example", "Split", "None")).Faults);
        Assert.Equal((FaultIds.InputContradiction, "AutodiscoverSrvDomain", "tailspin.example"), (fault.Id, fault.Parameter, fault.Value));
    }

    /// <summary>What the warning of the request says leads to a plan whose certificate is the reduced one.</summary>
    [Fact]
    public void The_plan_made_with_the_domains_of_the_warning_asks_for_the_same_names()
    {
        NamespacePlan before = Plan(null, "Split", "None");
        CertificateRequestInput budget = new() { Country = "US", MaximumNames = 2, ReduceBy = ["Srv"] };
        CertificateRequestSet reduced = CertificatePlans.Make(before, budget);
        Assert.Contains("-AutodiscoverSrvDomain fabrikam.com:", Assert.Single(reduced.Findings).Remedy);

        NamespacePlan after = Plan("fabrikam.com", "Split", "None");
        CertificateRequestSet planned = CertificatePlans.Make(after, budget);
        Assert.Empty(planned.Findings);
        Assert.Equal(reduced.Requests[0].Lines, planned.Requests[0].Lines);

        Finding more = Assert.Single(CertificatePlans.Make(after, new CertificateRequestInput { Country = "US", MaximumNames = 1, ReduceBy = ["Srv"] }).Findings);
        Assert.Contains("-AutodiscoverSrvDomain fabrikam.com, contoso.com:", more.Remedy);
    }

    private static NamespacePlan Plan(string? srv, string model, string alias, params (string, object?)[] more) =>
        Plans.Make(new object[] { Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.5")) }, [.. Members(srv, model, alias), .. more]);

    private static (string, object?)[] Members(string? srv, string model, string alias) =>
    [
        ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"), ("ExchangeVersion", "2019"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }),
        ("DnsModel", model), ("AliasRecord", alias), ("ExternalIPAddress", "203.0.113.5"), ("AutodiscoverSrvDomain", srv),
        ("InternalHost", model == "Separate" ? "inside.corp.local" : null),
    ];
}
