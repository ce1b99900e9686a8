using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Requests;

public class RequestReaderTests
{
    private static readonly (string, object?) Host = ("ExternalHost", "mail.contoso.com");
    private static readonly (string, object?) Version = ("ExchangeVersion", "2019");

    public static IEnumerable<TheoryDataRow<string, string, string, object?>> Refused =>
    [
        new("ExternalHost", FaultIds.NameEmpty, "ExternalHost", ""),
        new("ExternalHost", FaultIds.NameHasSpace, "ExternalHost", "mail contoso.com"),
        new("ExternalHost", FaultIds.UrlWhereHostExpected, "ExternalHost", "https://mail.contoso.com/owa"),
        new("ExternalHost", FaultIds.IpAddressWhereHostExpected, "ExternalHost", "192.0.2.1"),
        new("ExternalHost", FaultIds.WildcardHost, "ExternalHost", "*.contoso.com"),
        new("ExternalHost", FaultIds.MemberWrongType, "ExternalHost", 220),
        new("InternalHost", FaultIds.NameHasUnderscore, "InternalHost", "web_mail.corp.local"),
        new("ADDomain", FaultIds.NameSingleLabel, "ADDomain", "CONTOSO"),
        new("MailHost", FaultIds.NameTrailingDot, "MailHost", "smtp.contoso.com."),
        new("SmtpDomain", FaultIds.NameBadCharacter, "SmtpDomain", new[] { "contoso.com", "@contoso.de" }),
        new("SmtpDomain", FaultIds.MemberWrongType, "SmtpDomain", new object[] { "contoso.com", 5 }),
        new("SmtpDomain", FaultIds.MemberWrongType, "SmtpDomain", 5),
        new("DnsModel", FaultIds.ValueNotListed, "DnsModel", "Splitt"),
        new("DnsModel", FaultIds.MemberWrongType, "DnsModel", 1),
        new("DnsModel", FaultIds.ValueNotListed, "DnsModel", "1"),
        new("DnsModel", FaultIds.ValueNotListed, "DnsModel[contoso.com]", Plans.Members(("contoso.com", "Both"))),
        new("DnsModel", FaultIds.NameSingleLabel, "DnsModel[contoso]", Plans.Members(("contoso", "Split"))),
        new("ExchangeVersion", FaultIds.VersionUnknown, "ExchangeVersion", "2022"),
        new("ExchangeVersion", FaultIds.VersionAmbiguous, "ExchangeVersion", "2007"),
        new("ExchangeVersion", FaultIds.VersionMissing, "ExchangeVersion", ""),
        new("ExchangeVersion", FaultIds.TextHasControlCharacter, "ExchangeVersion", "2016\n"),
        new("ExchangeVersion", FaultIds.MemberWrongType, "ExchangeVersion", 2016),
        new("ServiceHost", FaultIds.ValueNotListed, "ServiceHost.Exchange", Plans.Members(("Exchange", "mail.contoso.com"))),
        new("ServiceHost", FaultIds.MemberWrongType, "ServiceHost.OWA", Plans.Members(("OWA", 5))),
        new("ServiceHost", FaultIds.MemberWrongType, "ServiceHost", "owa.contoso.com"),
        new("ServiceHost", FaultIds.UrlWhereHostExpected, "ServiceHost.OWA", Plans.Members(("OWA", "https://owa.contoso.com/owa"))),
        new("ServiceHost", FaultIds.MemberUnknown, "ServiceHost.OWA.Externl", Plans.Members(("OWA", Plans.Members(("Externl", "owa.contoso.com"))))),
        new("ServiceHost", FaultIds.NameEmpty, "ServiceHost.OWA.Internal", Plans.Members(("OWA", Plans.Members(("Internal", ""))))),
        new("ServiceHost", FaultIds.MemberMissing, "ServiceHost.OWA.External", Plans.Members(("OWA", Plans.Members(("External", null))))),
        new("ServerNameOnCertificate", FaultIds.ValueNotListed, "ServerNameOnCertificate", "Yes"),
        new("ReverseProxy", FaultIds.ValueNotListed, "ReverseProxy", "ISA"),
        new("CertificateAuthority", FaultIds.ValueNotListed, "CertificateAuthority", "DigiCert"),
        new("CertificateName", FaultIds.WildcardMisplaced, "CertificateName", "*"),
        new("CertificateName", FaultIds.WildcardMisplaced, "CertificateName", "mail.*.com"),
        new("CertificateName", FaultIds.WildcardMisplaced, "CertificateName", "m*.contoso.com"),
        new("CertificateName", FaultIds.WildcardMisplaced, "CertificateName", "*.*.contoso.com"),
        new("CertificateName", FaultIds.NameEmpty, "CertificateName", "*."),
        new("CertificateName", FaultIds.NameHasUnderscore, "CertificateName", "_sip.contoso.com"),
        new("KeepInternalUrl", FaultIds.MemberWrongType, "KeepInternalUrl", "yes"),
        new("SslOffloading", FaultIds.MemberWrongType, "SslOffloading", 1),
        new("Authentication", FaultIds.ValueNotListed, "Authentication.OWA", Plans.Members(("OWA", "Kerberos"))),
        new("Authentication", FaultIds.ValueNotListed, "Authentication.Nothing", Plans.Members(("Nothing", "Basic"))),
        new("Authentication", FaultIds.ValueOutOfRange, "Authentication.OutlookAnywhere", Plans.Members(("OutlookAnywhere", new[] { "Basic", "Ntlm" }))),
        new("Authentication", FaultIds.MemberWrongType, "Authentication", "Basic"),
        new("Client", FaultIds.ValueNotListed, "Client", "Outlook97"),
        new("ExternalIPAddress", FaultIds.AddressInvalid, "ExternalIPAddress", "192.0.2"),
        new("ExternalIPAddress", FaultIds.AddressInvalid, "ExternalIPAddress", "mail.contoso.com"),
        new("ExternalIPAddress", FaultIds.AddressInvalid, "ExternalIPAddress", "192.0.2.256"),
        new("AliasRecord", FaultIds.ValueNotListed, "AliasRecord", "All"),
        new("AsOf", FaultIds.MemberWrongType, "AsOf", "15.03.2026"),
        new("AsOf", FaultIds.MemberWrongType, "AsOf", "2026-02-30"),
        new("DownloadHost", FaultIds.InputContradiction, "DownloadHost", "mail.contoso.com"),
        new("LegacyHost", FaultIds.InputContradiction, "LegacyHost", "MAIL.contoso.com"),
        new("ExternalHosst", FaultIds.MemberUnknown, "ExternalHosst", "mail.contoso.com"),
        new("Colour", FaultIds.MemberUnknown, "Colour", "blue"),
        new("Site", FaultIds.MemberWrongType, "Site[0]", "Zurich"),
        new("Site", FaultIds.MemberMissing, "Site[0].Name", Plans.Members(("InternetFacing", true))),
        new("Site", FaultIds.SiteNameInvalid, "Site[0].Name", Plans.Members(("Name", ""))),
        new("Site", FaultIds.SiteNameInvalid, "Site[0].Name", Plans.Members(("Name", "a;b"))),
        new("Site", FaultIds.SiteNameInvalid, "Site[0].Name", Plans.Members(("Name", new string('z', 64)))),
        new("Site", FaultIds.ValueOutOfRange, "Site[0].SiteScope", Plans.Members(("Name", "A"), ("SiteScope", Array.Empty<string>()))),
        new("Site", FaultIds.SiteNameInvalid, "Site[0].SiteScope", Plans.Members(("Name", "A"), ("SiteScope", new[] { "A", "$(calc)" }))),
        new("Site", FaultIds.MemberUnknown, "Site[0].ExternalHots", Plans.Members(("Name", "A"), ("ExternalHots", "x.contoso.com"))),
        new("Site", FaultIds.MemberUnknown, "Site[0].MailHost", Plans.Members(("Name", "A"), ("MailHost", "x.contoso.com"))),
        new("Site", FaultIds.NameSingleLabel, "Site[0].ExternalHost", Plans.Members(("Name", "A"), ("ExternalHost", "webmail"))),
        new("Site", FaultIds.SiteDuplicate, "Site[1]", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "a")) }),
        new("Site", FaultIds.SiteContradiction, "Site", Plans.Members(("Name", "A"), ("InternetFacing", false))),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_refused_names_its_member_and_nothing_is_planned(string member, string id, string parameter, object? value)
    {
        PlanResult result = Plans.Try("CAS01", [.. new[] { Host, Version }.Where(m => m.Item1 != member), (member, value)]);

        Assert.Null(result.Plan);
        InputFault fault = Assert.Single(result.Faults, f => f.Id == id);
        Assert.Equal(parameter, fault.Parameter);
        Assert.NotEmpty(fault.Message);
    }

    [Fact]
    public void The_external_host_is_needed()
    {
        InputFault fault = Assert.Single(Plans.Try("CAS01", Version).Faults);

        Assert.Equal((FaultIds.MemberMissing, "ExternalHost"), (fault.Id, fault.Parameter));
    }

    [Fact]
    public void A_near_miss_is_named_and_otherwise_all_members_are()
    {
        Assert.Contains("Did you mean InternalHost?", Assert.Single(Plans.Try("CAS01", Host, Version, ("InternlHost", "x.contoso.com")).Faults).Message);
        Assert.Contains("Known: ADDomain", Assert.Single(Plans.Try("CAS01", Host, Version, ("Colour", "blue")).Faults).Message);
    }

    [Fact]
    public void Every_fault_of_a_request_is_told_at_once() => Assert.Equal(
        [FaultIds.NameSingleLabel, FaultIds.ValueNotListed, FaultIds.MemberUnknown],
        Plans.Try("CAS01", Host, Version, ("InternalHost", "webmail"), ("ReverseProxy", "ISA"), ("Colour", "blue")).Faults.Select(f => f.Id));

    [Theory]
    [InlineData("InternalHost", "mail.corp.local")]
    [InlineData("AutodiscoverHost", "autodiscover.contoso.com")]
    public void Keeping_internal_URLs_and_naming_one_contradict_each_other(string member, string value) =>
        Assert.Equal(FaultIds.InputContradiction, Assert.Single(Plans.Try("CAS01", Host, Version, ("KeepInternalUrl", true), (member, value)).Faults).Id);

    [Fact]
    public void Clearing_the_connection_points_and_naming_them_contradict_each_other()
    {
        (string, object?) cleared = ("AutodiscoverHost", null);
        (string, object?) named = ("ServiceHost", Plans.Members(("Autodiscover", "scp.contoso.com")));
        (string, object?) site = ("Site", new object[] { Plans.Members(("Name", "A"), cleared, named) });

        Assert.Equal(
            ["ServiceHost.Autodiscover", "Site.ServiceHost.Autodiscover"],
            new[] { Try(cleared, named), Try(site) }
                .Select(f => Assert.Single(f)).Select(f => f.Id == FaultIds.InputContradiction ? f.Parameter : f.Id));
        Assert.Empty(Try(cleared, ("KeepInternalUrl", true)));
        Assert.Empty(Try(cleared, ("ServiceHost", Plans.Members(("Autodiscover", Plans.Members(("External", "x.contoso.com")))))));

        IReadOnlyList<InputFault> Try(params (string, object?)[] members) => Plans.Try("CAS01", [Host, Version, .. members]).Faults;
    }

    [Fact]
    public void A_site_that_is_not_Internet_facing_has_nothing_external()
    {
        foreach ((string, object?) external in new (string, object?)[]
        {
            ("ExternalHost", "mail-b.contoso.com"),
            ("ExternalIPAddress", "192.0.2.1"),
            ("ServiceHost", Plans.Members(("OWA", Plans.Members(("External", "owa-b.contoso.com"))))),
        })
        {
            PlanResult result = Plans.Try(
                new object[] { Plans.Members(("Name", "CAS01"), ("Site", "A")) },
                Host, Version, ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false), external) }));

            Assert.Equal((FaultIds.SiteContradiction, (object)"B"), Assert.Single(result.Faults) is var f ? (f.Id, f.Value!) : default);
        }
    }

    [Theory]
    [InlineData("2026-03-15")]
    [InlineData("2026-03-15T23:30:00")]
    [InlineData("2026-03-15T23:30:00Z")]
    [InlineData("2026-03-15T23:30:00-11:00")]
    [InlineData("2026-03-15T00:30:00+13:00")]
    [InlineData("2026-03-15T00:30:00.0000000+13:00")]
    public void The_day_is_the_one_that_is_written(string text) =>
        Assert.Equal(new DateTime(2026, 3, 15), Plans.Make("CAS01", Host, Version, ("AsOf", text)).AsOf);

    [Fact]
    public void Without_a_day_today_counts()
    {
        Assert.Equal(Plans.Today, Plans.Make("CAS01", Host, Version).AsOf);
        Assert.Equal(new DateTime(2027, 1, 2), Plans.Make("CAS01", Host, Version, ("AsOf", new DateTime(2027, 1, 2, 3, 4, 5))).AsOf);
    }

    [Fact]
    public void One_text_is_a_list_of_one_and_a_service_has_aliases()
    {
        NamespacePlan plan = Plans.Make("CAS01", Host, Version, ("DnsModel", "auto"), ("SmtpDomain", "contoso.com"),
            ("ServiceHost", Plans.Members(("eas", "eas.contoso.com"), ("SCP", "autodiscover.contoso.com"))));

        Assert.Equal(["contoso.com"], plan.SmtpDomains.Select(d => d.Value));
        Assert.Contains(Plans.Lines(plan), l => l.Contains("https://eas.contoso.com/Microsoft-Server-ActiveSync", StringComparison.Ordinal));
        Assert.Contains(Plans.Lines(plan), l => l.Contains("https://autodiscover.contoso.com/Autodiscover/Autodiscover.xml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_has_its_name_and_no_number()
    {
        List<InputFault> faults = [];

        Assert.Equal(ClientService.MAPI, ServiceNames.Read("mapi", "Service", faults));
        Assert.Empty(faults);
        Assert.Null(ServiceNames.Read("0", "Service", faults));
        Assert.Equal((FaultIds.ValueNotListed, "Service", "0"), (faults[0].Id, faults[0].Parameter, faults[0].Value));
    }

    [Fact]
    public void Mail_domains_are_kept_in_order_and_once() => Assert.Equal(
        ["contoso.de", "contoso.com"],
        Plans.Make("CAS01", Host, Version, ("SmtpDomain", new[] { "contoso.de", "CONTOSO.com", "contoso.DE" })).SmtpDomains.Select(d => d.Value));

    [Fact]
    public void A_member_in_two_letter_cases_is_refused()
    {
        List<InputFault> faults = [];
        Dictionary<string, object?> members = new(StringComparer.Ordinal) { ["ExternalHost"] = "mail.contoso.com", ["externalhost"] = "mail.contoso.de" };

        Assert.Null(RequestReader.Read(members, [], Plans.Today, faults));
        Assert.Equal(FaultIds.MemberDuplicate, Assert.Single(faults).Id);
    }
}
