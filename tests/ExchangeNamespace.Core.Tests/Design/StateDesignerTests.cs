using System;
using System.Linq;
using ExchangeNamespace.Design;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Design;

/// <summary>What a captured organisation is taken for, subject by subject.</summary>
public class StateDesignerTests
{
    private const string Mail = "mail.contoso.com";

    [Fact]
    public void Most_servers_of_a_site_decide_and_the_others_are_named()
    {
        NamespaceDesign design = Three().Hosts("EX1", Mail, Mail).Hosts("EX2", Mail, Mail).Hosts("EX3", "b.contoso.com", Mail, "OWA").Hosts("EX3", Mail, Mail, "ECP", "EWS").Infer();

        Finding finding = Assert.Single(design.Findings, f => f.Severity == FindingSeverity.Warning);
        Assert.Equal(("EXN540", "site A"), (finding.Code, finding.Subject));
        Assert.Equal(["EX3"], finding.Servers);
        Assert.Equal(["OWA Internal EX3: b.contoso.com"], finding.Values);
        Assert.Equal("Its servers differ in the internal host of OWA: EX3 has b.contoso.com; the design takes mail.contoso.com, which most have.", finding.Message);
        Assert.Equal(("mail.contoso.com", DesignCertainty.Majority), design.Members.Where(m => m.Name == "InternalHost").Select(m => (m.Value, m.Certainty)).Single());
    }

    [Theory]
    [InlineData("a.contoso.com", "b.contoso.com", "a.contoso.com")]
    [InlineData("ex1.corp.contoso.com", "b.contoso.com", "b.contoso.com")]
    [InlineData("", "b.contoso.com", "b.contoso.com")]
    public void Of_equally_many_the_shared_host_wins_and_then_the_first(string first, string second, string taken)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Server("EX2").Hosts("EX1", first, Mail).Hosts("EX2", second, Mail).Infer();

        DesignMember host = design.Members.Single(m => m.Name == "InternalHost");
        Assert.Equal((taken, DesignCertainty.Guess), (host.Value, host.Certainty));
        Assert.Contains(design.Findings, f => f.Code == "EXN540" && f.Message.EndsWith("which as many have.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_of_most_services_is_that_of_the_site_and_the_others_are_stated()
    {
        string[] members = new CapturedOrganisation().Server("EX1")
            .Hosts("EX1", Mail, Mail, "EWS", "OAB", "MAPI").Hosts("EX1", "owa.contoso.com", "web.contoso.com", "OWA", "ECP").Point("EX1", "autodiscover.contoso.com", "A", "B").Members();

        Assert.Equal(
            ["ExternalHost=mail.contoso.com (Certain)", "InternalHost=mail.contoso.com (Certain)", "ADDomain=corp.contoso.com (Certain)", "DnsModel=Pinpoint (Guess)",
             "AutodiscoverHost=autodiscover.contoso.com (Certain)", "ServiceHost.OWA.Internal=owa.contoso.com (Certain)", "ServiceHost.OWA.External=web.contoso.com (Certain)", "A.SiteScope=A, B (Certain)"],
            members);
    }

    [Fact]
    public void Sites_have_hosts_of_their_own_and_one_without_external_URLs_is_not_reached()
    {
        string[] members = new CapturedOrganisation().Server("EX1").Server("EX2", "B").Server("EX3", "B").Server("EX4", "C")
            .Hosts("EX1", "in-a.contoso.com", "a.contoso.com").Hosts("EX2", "b.contoso.com", "b.contoso.com").Hosts("EX3", "b.contoso.com", "b.contoso.com").Hosts("EX4", "in-c.contoso.com", string.Empty).Members();

        Assert.Equal(
            ["A.ExternalHost=a.contoso.com (Certain)", "A.InternalHost=in-a.contoso.com (Certain)", "ADDomain=corp.contoso.com (Certain)", "B.InternalHost=b.contoso.com (Certain)",
             "C.InternalHost=in-c.contoso.com (Certain)", "C.InternetFacing=False (Certain)", "DnsModel=Pinpoint (Guess)", "ExternalHost=b.contoso.com (Certain)"],
            members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_server_as_setup_left_it_lacks_what_the_others_of_its_site_have()
    {
        NamespaceDesign design = Three().Hosts("EX1", Mail, Mail).Hosts("EX2", Mail, Mail).Hosts("EX3", "ex3.corp.contoso.com", string.Empty).Infer();

        Assert.Equal(
            ["internal", "external"],
            design.Findings.Where(f => f.Code == "EXN540").Select(f => f.Message.Contains("external", StringComparison.Ordinal) ? "external" : "internal"));
        Assert.All(design.Request!.Servers, s => Assert.NotEqual(false, s.InternetFacing));
    }

    [Fact]
    public void Servers_that_are_not_reached_are_stated_beside_those_that_are()
    {
        NamespaceDesign design = Three().Hosts("EX1", Mail, Mail).Hosts("EX2", Mail, Mail).Hosts("EX3", Mail, string.Empty).Infer();

        Assert.Equal([true, true, false], design.Request!.Servers.Select(s => s.InternetFacing));
        Assert.DoesNotContain(design.Findings, f => f.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public void Internal_URLs_at_the_names_of_the_servers_are_left_alone()
    {
        NamespaceDesign design = Three().Hosts("EX1", "ex1.corp.contoso.com", Mail).Hosts("EX2", "ex2", Mail).Hosts("EX3", Mail, Mail).Point("EX1", "ex1.corp.contoso.com").Infer();

        Assert.Equal("True", design.Members.Single(m => m.Name == "KeepInternalUrl").Value);
        Assert.DoesNotContain(design.Members, m => m.Name is "InternalHost" or "AutodiscoverHost");
        Assert.Equal(["EX3"], design.Findings.Single(f => f.Code == "EXN547").Servers);
    }

    [Fact]
    public void A_service_connection_point_that_differs_names_its_server()
    {
        NamespaceDesign design = Three().Hosts("EX1", Mail, Mail).Point("EX1", Mail, "A").Point("EX2", Mail, "A").Point("EX3", "old.contoso.com", "A", "B").Infer();

        Assert.Equal(["Host EX3: old.contoso.com", "SiteScope EX3: A; B"], design.Findings.Where(f => f.Code == "EXN541").SelectMany(f => f.Values));
    }

    [Fact]
    public void Service_connection_points_that_were_cleared_stay_so()
    {
        NamespaceDesign design = Three().Hosts("EX1", Mail, Mail).Point("EX1", "").Point("EX2", "").Point("EX3", "old.contoso.com").Infer();

        Assert.Equal("AutodiscoverHost = (null) (Majority)", design.Members.Single(m => m.Name == "AutodiscoverHost").ToString());
        Assert.True(design.Request!.ClearsConnectionPoints);
        Assert.Equal(["Host EX3: old.contoso.com"], design.Findings.Where(f => f.Code == "EXN541").SelectMany(f => f.Values));
    }

    [Fact]
    public void Nothing_is_invented_for_what_was_not_captured()
    {
        NamespaceDesign design = new CapturedOrganisation().Hosts("EX1", Mail, Mail).Infer();

        Assert.Equal(["ExternalHost", "InternalHost", "DnsModel"], design.Members.Select(m => m.Name));
        Assert.Null(design.Request?.Servers[0].Version);
        Assert.Equal(
            ["ADDomain", "CertificateAuthority", "ExchangeVersion", "MailHost", "SendingHost", "Server", "SmtpDomain"],
            design.Findings.Where(f => f.Code == "EXN545").Select(f => f.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_version_of_a_server_that_was_not_captured_is_that_of_its_directories()
    {
        NamespaceDesign design = new CapturedOrganisation().Directory("EX1", "OWA", Mail, Mail, ("AdminDisplayVersion", "Version 15.2 (Build 1118.7)")).Infer();

        Assert.Equal("2019CU12", design.Request!.Servers.Single().Version!.ToString());
    }

    [Fact]
    public void Servers_without_client_access_are_not_in_it()
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail)
            .Server("MBX", "A", "14.3 (Build 123.4)", ("ServerRole", "Mailbox")).Server("EDGE", "A", "15.2 (Build 1118.7)", ("IsEdgeServer", true)).Infer();

        Assert.Equal("EX1", design.Request!.Servers.Single().Name);
    }

    [Theory]
    [InlineData("mail.contoso.com autodiscover.contoso.com pop.contoso.com", "RootCAType", "ThirdParty", "Public|pop.contoso.com||")]
    [InlineData("mail.contoso.com *.contoso.com", "RootCAType", "Enterprise", "Internal|*.contoso.com||")]
    [InlineData("EX1 ex1.corp.contoso.com", "IsSelfSigned", true, "SelfSigned||Both|")]
    [InlineData("www.contoso.com mail.contoso.com", "RootCAType", "Unknown", "|www.contoso.com||www.contoso.com")]
    public void The_bound_certificate_tells_authority_and_names(string names, string property, object value, string expected)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail).Certificate("EX1", names, (property, value))
            .Add("Get-AcceptedDomain", ("Name", "c"), ("DomainName", "contoso.com")).Infer();

        Assert.Equal(expected, string.Join("|", new[] { "CertificateAuthority", "CertificateName", "ServerNameOnCertificate", "CommonName" }
            .Select(n => design.Members.SingleOrDefault(m => m.Name == n)?.Value)));
    }

    [Fact]
    public void Connectors_that_speak_with_the_Internet_tell_the_mail_hosts()
    {
        string[] members = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail)
            .Add("Get-ReceiveConnector", ("Name", "In"), ("Identity", "EX1\\In"), ("Fqdn", "smtp.contoso.com"), ("Bindings", "0.0.0.0:25"), ("AuthMechanism", "Tls"), ("PermissionGroups", "AnonymousUsers"), ("Enabled", true))
            .Add("Get-ReceiveConnector", ("Name", "Default"), ("Identity", "EX1\\Default"), ("Fqdn", "ex1.corp.contoso.com"), ("Bindings", "0.0.0.0:25"), ("AuthMechanism", "Tls, ExchangeServer"), ("PermissionGroups", "AnonymousUsers"), ("Enabled", true))
            .Add("Get-SendConnector", ("Name", "Out"), ("Identity", "Out"), ("Fqdn", "out.contoso.com"), ("AddressSpaces", "SMTP:*;1"))
            .Add("Get-SendConnector", ("Name", "Partner"), ("Identity", "Partner"), ("Fqdn", "partner.contoso.com"), ("AddressSpaces", "SMTP:fabrikam.com;1"))
            .Members();

        Assert.Contains("MailHost=smtp.contoso.com (Certain)", members);
        Assert.Contains("SendingHost=out.contoso.com (Certain)", members);
    }

    [Fact]
    public void Authentication_is_stated_where_it_is_not_what_setup_leaves()
    {
        NamespaceDesign design = Three()
            .Directory("EX1", "EWS", Mail, Mail, ("BasicAuthentication", true), ("WindowsAuthentication", true)).Directory("EX2", "EWS", Mail, Mail, ("BasicAuthentication", true), ("WindowsAuthentication", true))
            .Directory("EX3", "EWS", Mail, Mail, ("BasicAuthentication", false), ("WindowsAuthentication", true))
            .Directory("EX1", "OWA", Mail, Mail, ("BasicAuthentication", true), ("FormsAuthentication", true)).Infer();

        Assert.Equal("Basic, Windows", design.Members.Single(m => m.Name == "Authentication.EWS").Value);
        Assert.DoesNotContain(design.Members, m => m.Name == "Authentication.OWA");
        Assert.Equal(["EWS EX3: Windows on"], design.Findings.Single(f => f.Code == "EXN543").Values);
    }

    [Fact]
    public void A_method_that_setup_leaves_on_and_that_is_off_is_told()
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Directory("EX1", "OWA", Mail, Mail, ("BasicAuthentication", true), ("FormsAuthentication", false)).Infer();

        Finding finding = design.Findings.Single(f => f.Code == "EXN544");
        Assert.Equal(("Authentication.OWA", FindingSeverity.Information), (finding.Subject, finding.Severity));
        Assert.Equal(["EX1"], finding.Servers);
    }

    [Fact]
    public void Services_that_were_not_captured_are_told()
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail, "OWA", "EWS", "ECP").Infer();

        Assert.Equal(
            ["service connection points", "OAB", "OutlookAnywhere", "ActiveSync", "MAPI"],
            design.Findings.Single(f => f is { Code: "EXN545", Subject: "ServiceHost" }).Values);
    }

    [Theory]
    [InlineData("dl.contoso.com", "dl.contoso.com")]
    [InlineData("mail.contoso.com", null)]
    [InlineData("ex1.corp.contoso.com", null)]
    public void A_download_host_must_be_one_of_its_own(string host, string? stated)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Directory("EX1", "OWA", Mail, Mail, ("ExternalDownloadHostName", host), ("InternalDownloadHostName", host)).Infer();

        Assert.Equal(stated, design.Members.SingleOrDefault(m => m.Name == "DownloadHost")?.Value);
        Assert.Equal(stated is null, design.Findings.Any(f => f.Code == "EXN544" && f.Message.Contains("download host", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://failback.contoso.com/owa", "failback.contoso.com", false)]
    [InlineData("https://mail.contoso.com/owa", null, true)]
    [InlineData("https://failback/owa", null, true)]
    [InlineData(null, null, false)]
    public void A_failback_host_belongs_to_its_site(string? url, string? stated, bool isTold)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1", "A", "14.3 (Build 123.4)").Directory("EX1", "OWA", Mail, Mail, ("FailbackUrl", url))
            .Server("EX2", "B", "14.3 (Build 123.4)").Hosts("EX2", "mail-b.contoso.com", "mail-b.contoso.com").Infer();

        Assert.Equal(stated is null ? [] : [("A", stated)], design.Members.Where(m => m.Name == "FailbackHost").Select(m => (m.Site, m.Value)));
        Assert.Equal(isTold, design.Findings.Any(f => f.Code == "EXN544" && f.Message.Contains("failback host", StringComparison.Ordinal)));
    }

    [Fact]
    public void Failback_hosts_that_differ_in_a_site_are_told()
    {
        CapturedOrganisation organisation = new CapturedOrganisation().Server("EX1", "A", "14.3 (Build 123.4)").Server("EX2", "A", "14.3 (Build 123.4)").Server("EX3", "A", "14.3 (Build 123.4)");
        foreach (string server in new[] { "EX1", "EX2", "EX3" })
        {
            organisation.Directory(server, "OWA", Mail, Mail, ("FailbackUrl", server == "EX3" ? "https://other.contoso.com/owa" : "https://failback.contoso.com/owa"));
        }

        NamespaceDesign design = organisation.Infer();

        DesignMember member = Assert.Single(design.Members, m => m.Name == "FailbackHost");
        Assert.Equal(("failback.contoso.com", DesignCertainty.Majority), (member.Value, member.Certainty));
        Assert.Equal(["EX3"], Assert.Single(design.Findings, f => f.Message.Contains("failback host", StringComparison.Ordinal)).Servers);
    }

    [Theory]
    [InlineData("A", "outlook.corp.contoso.com")]
    [InlineData("B", null)]
    public void A_client_access_array_belongs_to_its_site(string site, string? stated)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1", "A", "14.3 (Build 123.4)").Hosts("EX1", Mail, Mail)
            .Add("Get-ClientAccessArray", ("Name", "CAS"), ("Fqdn", "outlook.corp.contoso.com"), ("Site", "corp.contoso.com/Configuration/Sites/" + site)).Infer();

        Assert.Equal(stated, design.Members.SingleOrDefault(m => m.Name == "ClientAccessArray")?.Value);
    }

    [Theory]
    [InlineData(true, true, "ModernAuthentication", DesignCertainty.Certain)]
    [InlineData(true, false, "ModernAuthentication", DesignCertainty.Certain)]
    [InlineData(false, true, "Coexistence", DesignCertainty.Certain)]
    [InlineData(null, true, "Coexistence", DesignCertainty.Guess)]
    [InlineData(false, false, null, DesignCertainty.Certain)]
    [InlineData(null, false, null, DesignCertainty.Certain)]
    public void What_is_shared_with_Exchange_Online_is_read(bool? isOn, bool hasDomain, string? stated, DesignCertainty certainty)
    {
        CapturedOrganisation organisation = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail);
        if (isOn is not null)
        {
            organisation.Add("Get-OrganizationConfig", ("Name", "Contoso"), ("OAuth2ClientProfileEnabled", isOn));
        }

        if (hasDomain)
        {
            organisation.Add("Get-AcceptedDomain", ("Name", "cloud"), ("DomainName", "contoso.mail.onmicrosoft.com"));
        }

        DesignMember? member = organisation.Infer().Members.SingleOrDefault(m => m.Name == "Hybrid");
        Assert.Equal(stated, member?.Value);
        Assert.Equal(certainty, member?.Certainty ?? DesignCertainty.Certain);
    }

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com", "15.2 (Build 1118.7)", "Pinpoint")]
    [InlineData("mail.corp.contoso.com", "mail.contoso.com", "15.2 (Build 1118.7)", "Separate")]
    [InlineData("mail.contoso.local", "mail.contoso.com", "15.2 (Build 1118.7)", "Separate")]
    [InlineData("mail.contoso.com", "mail.contoso.com", "14.3 (Build 123.4)", "Split")]
    [InlineData("mail.corp.contoso.com", "mail.corp.contoso.com", "15.2 (Build 1118.7)", "Split")]
    public void The_DNS_model_is_a_guess_from_names(string inside, string outside, string build, string model)
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1", "A", build).Hosts("EX1", inside, outside).Infer();

        DesignMember member = design.Members.Single(m => m.Name == "DnsModel");
        Assert.Equal((model, DesignCertainty.Guess), (member.Value, member.Certainty));
    }

    [Theory]
    [InlineData("contoso.com=Split", "Split", "")]
    [InlineData("contoso.com=Split fabrikam.net=Pinpoint", "contoso.com=Split, fabrikam.net=Pinpoint", "")]
    [InlineData("contoso.com=Separate fabrikam.net=", "contoso.com=Separate", "fabrikam.net")]
    [InlineData("contoso.com=", "Pinpoint", "contoso.com")]
    public void A_DNS_model_that_was_seen_is_certain(string seen, string stated, string unseen)
    {
        (Fqdn, DnsModel?)[] models = [.. seen.Split(' ').Select(s => s.Split('=')).Select(s => (Fqdn.Parse(s[0]), s[1].Length == 0 ? (DnsModel?)null : Enum.Parse<DnsModel>(s[1])))];
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail).Infer(models);

        DesignMember member = design.Members.Single(m => m.Name == "DnsModel");
        Assert.Equal((stated, stated == "Pinpoint" ? DesignCertainty.Guess : DesignCertainty.Certain), (member.Value, member.Certainty));
        Assert.Equal(unseen, string.Join(", ", design.Findings.Where(f => f is { Code: "EXN550", Severity: FindingSeverity.Warning }).Select(f => f.Subject)));
    }

    [Fact]
    public void A_value_that_no_design_can_state_is_told()
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, Mail, "EWS").Hosts("EX1", Mail, "https://mail.contoso.com/mail", "OWA").Infer();

        Finding finding = Assert.Single(design.Findings, f => f.Severity == FindingSeverity.Warning);
        Assert.Equal(("EXN544", "OWA ExternalUrl"), (finding.Code, finding.Subject));
        Assert.Equal(["EX1: https://mail.contoso.com/mail"], finding.Values);
    }

    [Fact]
    public void Without_any_external_URL_an_inside_host_stands_for_it_and_no_server_is_reached()
    {
        NamespaceDesign design = new CapturedOrganisation().Server("EX1").Hosts("EX1", Mail, string.Empty).Infer();

        Assert.Contains(design.Findings, f => f.Code == "EXN546");
        Assert.Equal(DesignCertainty.Guess, design.Members.Single(m => m.Name == "ExternalHost").Certainty);
        Assert.False(design.Request!.Servers.Single().InternetFacing);
    }

    private static CapturedOrganisation Three() => new CapturedOrganisation().Server("EX1").Server("EX2").Server("EX3");
}
