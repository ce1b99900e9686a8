using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>A place where a text of the user enters a plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Good">Texts that it accepts, or nearly.</param>
/// <param name="Plan">Plans with a text in that place; everything else is good.</param>
/// <param name="AcceptsSome">Whether any text of the place can be accepted; the name of an unknown member never is.</param>
internal sealed record InputPosition(string Name, IReadOnlyList<string> Good, Func<string, PlanResult> Plan, bool AcceptsSome = true)
{
    private static readonly string[] Hosts = ["mail.contoso.com", "Legacy.Contoso.com", "münchen.example", "xn--mnchen-3ya.example", "a-b.c1.example"];

    private static readonly string[] Names = ["CAS09", "cas09.corp.local", "A-1", "0x10", "1kb", "5e1", "EX220"];

    private static readonly string[] Sites = ["Paris", "Zürich", "Default-First-Site-Name", "contoso.com/Configuration/Sites/Paris", "CN=Paris,CN=Sites", "220", "R&D", "東京"];

    private static readonly string[] Versions = ["SE", "2016CU22", "2013", "2010", "2007SP1", "Version 15.1 (Build 2507.6)", "Version 8.1 (Build 30240.6)", "15.2.1118.7"];

    private static readonly string[] Addresses = ["10.0.0.1", "::1", "10.0.0.1, 10.0.0.2", "2001:db8::1"];

    private static readonly string[] Flags = ["True", "$false", "true"];

    private static readonly string[] Services = ["EWS", "OWA", "OAB", "OutlookAnywhere", "ActiveSync", "UM", "ECP", "MAPI", "PowerShell", "SCP", "EAS"];

    /// <summary>All places.</summary>
    public static IReadOnlyList<InputPosition> All { get; } = [.. Servers(), .. Design(), .. OfSite()];

    public override string ToString() => Name;

    private static IEnumerable<InputPosition> Servers()
    {
        yield return new("server as text", Names, v => Try([v], ("ExchangeVersion", "SE")));
        yield return Server("Name", Names);
        yield return Server("Fqdn", ["cas09.corp.local", "CAS09.münchen.example"]);
        yield return Server("Site", Sites);
        yield return Server("AdminDisplayVersion", Versions);
        yield return Server("Version", Versions);
        yield return Server("ExchangeVersion", Versions);
        yield return Server("ServerRole", ["ClientAccess", "Mailbox, ClientAccess", "Mailbox"]);
        yield return Server("IPAddress", Addresses);
        foreach (string flag in new[] { "InternetFacing", "OutlookAnywhereEnabled", "ExtendedProtection", "IsClientAccessServer" })
        {
            yield return Server(flag, Flags);
        }

        yield return new("server member name", ["Fqdn", "Sites", "IPAdress"], v => Try([Spoiled(v)], ("ExchangeVersion", "SE")), AcceptsSome: false);
        yield return new("the site of a server among sites", Sites,
            v => Try([Plans.Members(("Name", "CAS09"), ("Site", v))], ("ExchangeVersion", "2010"), ("Site", new object[] { Site(("Name", "Paris")), Site(("Name", "Zürich")) })));

        static Dictionary<string, object?> Spoiled(string name) => new() { ["Name"] = "CAS09", [name] = "x" };
    }

    private static IEnumerable<InputPosition> Design()
    {
        foreach (string host in new[] { "ExternalHost", "InternalHost", "AutodiscoverHost", "ADDomain", "MailHost", "LegacyHost", "DownloadHost" })
        {
            yield return Member(host, host == "ExternalHost" ? Hosts : [.. Hosts.Skip(1), "x.contoso.com"]);
        }

        yield return Member("ExchangeVersion", Versions);
        yield return Member("SmtpDomain", ["contoso.com", "münchen.example"]);
        yield return Member("second SmtpDomain", "SmtpDomain", ["contoso.com", "münchen.example"], v => new object[] { "contoso.com", v });
        yield return Member("DnsModel", ["Auto", "split", "Separate", "Pinpoint"]);
        yield return Member("zone of DnsModel", "DnsModel", ["contoso.com", "münchen.example"], v => Plans.Members((v, "Pinpoint")));
        yield return Member("model of a zone", "DnsModel", ["Split", "Separate"], v => Plans.Members(("contoso.com", v)));
        yield return Member("service of ServiceHost", "ServiceHost", Services, v => Plans.Members((v, "svc.contoso.com")));
        foreach (string service in Services)
        {
            yield return Member("ServiceHost of " + service, "ServiceHost", Hosts, v => Plans.Members((service, v)));
        }

        yield return Member("internal ServiceHost", "ServiceHost", Hosts, v => Plans.Members(("OWA", Plans.Members(("Internal", v)))));
        yield return Member("external ServiceHost", "ServiceHost", Hosts, v => Plans.Members(("OutlookAnywhere", Plans.Members(("External", v)))));
        yield return Member("side of ServiceHost", "ServiceHost", ["Internal", "External"], v => Plans.Members(("OWA", Plans.Members((v, "svc.contoso.com")))));
        yield return Member("service of Authentication", "Authentication", Services, v => Plans.Members((v, "Basic")));
        yield return Member("method of Authentication", "Authentication", ["Basic", "Ntlm", "Negotiate", "OAuth,Ntlm"], v => Plans.Members(("MAPI", v)));
        yield return Member("method of Outlook Anywhere", "Authentication", ["Basic", "Ntlm", "negotiate"], v => Plans.Members(("OutlookAnywhere", v)));
        yield return Member("second method of Authentication", "Authentication", ["Basic", "Windows", "Forms"], v => Plans.Members(("OWA", new object[] { "Basic", v })));
        yield return Member("CertificateName", ["*.contoso.com", "further.contoso.com"]);
        yield return Member("CommonName", ["autodiscover.contoso.com", "mail.contoso.com"]);
        yield return Member("CertificatePerSite", Flags);
        yield return Member("wildcard CertificateName", "CertificateName", ["contoso.com", "münchen.example"], v => "*." + v);
        yield return Member("ExternalIPAddress", Addresses);
        yield return Mail("MailIPAddress", Addresses);
        yield return Mail("SendingIPAddress", Addresses);
        yield return Mail("SendingHost", Hosts);
        yield return Mail("HygieneHost", ["mx.hygiene.example", "münchen.example"]);
        yield return Mail("HygieneIPRange", ["192.0.2.0/24", "10.0.0.1-10.0.0.9", "2001:db8::/32", "192.0.2.7"]);
        yield return Mail("MailChildDomain", ["sales.contoso.com", "a.b.contoso.com"]);
        yield return Member("AutodiscoverSrvDomain", ["contoso.com", "CONTOSO.com"]);
        yield return Member("ReverseProxy", ["None", "SharedCertificate", "SharedCertificateWithServerNames", "SeparateCertificate"]);
        yield return Member("CertificateAuthority", ["Public", "Internal", "SelfSigned"]);
        yield return Member("ServerNameOnCertificate", ["None", "NetBios", "Both"]);
        yield return Member("Client", ["Outlook2003", "ActiveSync"]);
        yield return Member("AliasRecord", ["None", "Both"]);
        yield return Member("Hybrid", ["None", "Coexistence", "ModernAuthentication"]);
        yield return Member("AsOf", ["2026-03-15", "2015-11-01"]);
        yield return Member("KeepInternalUrl", Flags);
        yield return Member("SslOffloading", Flags);
        yield return new("member name", ["ExternalHosts", "SmtpDomains"], v => Try(Defaults, (v, "x")), AcceptsSome: false);
        yield return new("member name in two letter cases", ["Fqdn", "Hosts"], v => Try(Defaults, ("Site", new object[] { TwoCases(v) })), AcceptsSome: false);
    }

    private static IEnumerable<InputPosition> OfSite()
    {
        yield return AtSite("Name", Sites, v => ("Name", v));
        yield return AtSite("FailbackHost", ["back.contoso.com", "münchen.example"], v => ("FailbackHost", v));
        yield return AtSite("LegacyHost", ["old.contoso.com", "münchen.example"], v => ("LegacyHost", v));
        yield return AtSite("ClientAccessArray", ["rpc.contoso.com", "münchen.example"], v => ("ClientAccessArray", v));
        yield return AtSite("SiteScope", Sites, v => ("SiteScope", v));
        yield return AtSite("second SiteScope", Sites, v => ("SiteScope", new object[] { "Lyon", v }));
        foreach (string host in new[] { "ExternalHost", "InternalHost", "AutodiscoverHost" })
        {
            yield return AtSite(host, Hosts, v => (host, v));
        }

        yield return AtSite("ServiceHost", Hosts, v => ("ServiceHost", Plans.Members(("EWS", v))));
        yield return AtSite("service of ServiceHost", Services, v => ("ServiceHost", Plans.Members((v, "svc.contoso.com"))));
        yield return AtSite("ExternalIPAddress", Addresses, v => ("ExternalIPAddress", v));
        yield return AtSite("InternalIPAddress", Addresses, v => ("InternalIPAddress", v));
        yield return AtSite("InternetFacing", Flags, v => ("InternetFacing", v));
        yield return new("site name given twice", Sites, v => Try(Defaults, ("Site", new object[] { Site(("Name", v)), Site(("Name", v)) })), AcceptsSome: false);
        yield return new("site name with a contradiction", Sites, v => Try(
            [Plans.Members(("Name", "CAS09"), ("Site", v), ("InternetFacing", true))],
            ("ExchangeVersion", "SE"), ("Site", new object[] { Site(("Name", v), ("InternetFacing", false), ("ExternalHost", "out.contoso.com")), Site(("Name", "Rome")) })), AcceptsSome: false);
        yield return new("site name of a server that contradicts it", Sites, v => Try(
            [Plans.Members(("Name", "CAS09"), ("Site", v), ("InternetFacing", true))],
            ("ExchangeVersion", "SE"), ("Site", new object[] { Site(("Name", v), ("InternetFacing", false)), Site(("Name", "Lima")) })), AcceptsSome: false);
    }

    /// <summary>Servers of three shells.</summary>
    private static object[] Defaults =>
    [
        Plans.Members(("Name", "CAS07"), ("ExchangeVersion", "2007SP1")),
        Plans.Members(("Name", "CAS10"), ("ExchangeVersion", "2010"), ("OutlookAnywhereEnabled", true)),
        Plans.Members(("Name", "CAS16"), ("ExchangeVersion", "SE")),
    ];

    private static InputPosition Server(string member, string[] good) => new("server " + member, good, v =>
    {
        Dictionary<string, object?> server = Plans.Members(("Name", "CAS09"));
        server[member] = v;
        return Try([server], ("ExchangeVersion", "2007SP1"));
    });

    private static InputPosition Member(string name, string[] good) => Member(name, name, good, v => v);

    private static InputPosition Member(string name, string member, string[] good, Func<string, object> value) => new(name, good, v => Try(Defaults, (member, value(v))));

    private static InputPosition Mail(string member, string[] good) => new(member, good, v => Try(Defaults, ("MailHost", "smtp.contoso.com"), (member, v)));

    private static InputPosition AtSite(string name, string[] good, Func<string, (string, object?)> member) => new("Site " + name, good, v =>
    {
        Dictionary<string, object?> site = Plans.Members(("Name", "Paris"));
        (string key, object? value) = member(v);
        site[key] = value;
        return Try(Defaults, ("Site", new object[] { site }));
    });

    private static Dictionary<string, object?> Site(params (string, object?)[] members) => Plans.Members(members);

    private static Dictionary<string, object?> TwoCases(string name)
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal) { ["Name"] = "Paris" };
        members[name.ToUpperInvariant()] = "x";
        members[name.ToLowerInvariant()] = "y";
        return members;
    }

    private static PlanResult Try(object[] servers, params (string Name, object? Value)[] members)
    {
        Dictionary<string, object?> all = Plans.Members(("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"));
        foreach ((string name, object? value) in members)
        {
            all[name] = value;
        }

        return Plans.Try(servers, [.. all.Select(m => (m.Key, m.Value))]);
    }
}
