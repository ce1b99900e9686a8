using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Tests.Support.Plans;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>The plans of the binding proof: what a user can ask for, for any version.</summary>
internal static class Scenarios
{
    private static readonly string[] Models = ["Auto", "Split", "Separate", "Pinpoint"];

    private static readonly (string Service, string[] Methods)[] Methods =
    [
        ("OutlookAnywhere", ["Basic"]),
        ("OutlookAnywhere", ["Ntlm"]),
        ("MAPI", ["Basic", "Ntlm", "OAuth", "Negotiate"]),
        ("MAPI", ["Ntlm"]),
        ("EWS", ["Basic", "Windows", "Digest"]),
        ("OAB", ["Basic", "Windows"]),
        ("ActiveSync", ["Basic", "Windows"]),
        ("UM", ["Basic", "Windows", "Digest"]),
        ("OWA", ["Basic", "Windows", "Digest", "Forms"]),
        ("ECP", ["Basic", "Windows", "Digest", "Forms"]),
        ("PowerShell", ["Basic", "Windows"]),
    ];

    /// <summary>All DNS models, proxy strategies and one to three sites.</summary>
    public static IEnumerable<Scenario> Grid(string version) =>
        from model in Models
        from proxy in Enum.GetNames<ReverseProxyStrategy>()
        from layout in Layouts(version)
        select layout.With(model + ", proxy " + proxy, ("DnsModel", model), ("ReverseProxy", proxy));

    /// <summary>Every further choice, one after another.</summary>
    public static IEnumerable<Scenario> Choices(string version)
    {
        Scenario[] layouts = [.. Layouts(version)];
        Scenario one = layouts[0];
        foreach (Scenario layout in layouts)
        {
            yield return layout.With("internal URLs kept", ("KeepInternalUrl", true));
            yield return layout.With("internal URLs moved behind a separate certificate", ("KeepInternalUrl", false), ("ReverseProxy", "SeparateCertificate"));
            yield return layout.With("offloading", ("SslOffloading", true)) with { Servers = Each(layout, ("ExtendedProtection", false)) };
            yield return layout with { Name = layout.Name + ", Extended Protection", Servers = Each(layout, ("ExtendedProtection", true)) };
            yield return layout.With("OWA under a name of its own", ("ServiceHost", Members(("OWA", "owa.contoso.com"))));
            yield return layout.With("no offloading", ("SslOffloading", "$false"));
            yield return layout.With("a self-signed certificate", ("CertificateAuthority", "SelfSigned"));
            yield return layout.With("an internal authority", ("CertificateAuthority", "Internal"), ("ServerNameOnCertificate", "Both"));
            yield return layout.With("one host per service", ("ServiceHost", EachService(name => name + ".contoso.com")));
            yield return layout.With("two hosts per service", ("ServiceHost", EachService(name => Members(("Internal", name + "-in.corp.local"), ("External", name + "-out.contoso.com")))));
            yield return layout.With("PowerShell", ("ServiceHost", Members(("PowerShell", "mail.contoso.com"))), ("DnsModel", "Split"));
            yield return layout.With("own inside hosts", ("InternalHost", "inside.corp.local"), ("AutodiscoverHost", "scp.corp.local"));
            yield return layout.With("an internationalised host", ("ExternalHost", "post.müller.example"), ("SmtpDomain", new object[] { "müller.example" }));
            yield return layout.With("a model per zone", ("DnsModel", Members(("contoso.com", "Separate"), ("fabrikam.com", "Pinpoint"))));
        }

        foreach ((string service, string[] methods) in Methods)
        {
            yield return one.With(service + " with " + string.Join("+", methods), ("Authentication", Members((service, methods))), ("ServiceHost", Members(("PowerShell", "mail.contoso.com"))));
            yield return one.With(service + " with " + methods[0] + " behind its own name", ("Authentication", Members((service, methods[0]))), ("ServiceHost", Members((service, "own.contoso.com"))));
        }

        foreach (string scope in new[] { "Zürich", "Default-First-Site-Name", "220", "1kb", "0x10", "R&D", "A,B", "--%", "@x", "#1", "-Confirm", "Köln Süd", "東京", "{x}", "%TEMP%", "a b", "Genève" })
        {
            yield return new Scenario("scope " + scope,
                [Server("CAS01", version, scope)],
                [.. Names, ("Site", new object[] { Members(("Name", scope), ("SiteScope", new object[] { scope, "Branch", scope + "2" })) })]);
        }

        foreach (bool? enabled in new bool?[] { true, false, null })
        {
            foreach (bool facing in new[] { true, false })
            {
                yield return new Scenario($"Outlook Anywhere {enabled?.ToString() ?? "unknown"}, facing {facing}",
                    [Server("CAS01", version, null, ("OutlookAnywhereEnabled", enabled), ("InternetFacing", facing)), Server("CAS02", version, null)], Names);
            }
        }

        foreach (Scenario layout in layouts)
        {
            yield return layout.With("no service connection point", ("AutodiscoverHost", null));
        }
    }

    /// <summary>Versions beside each other, for coexistence.</summary>
    public static IEnumerable<Scenario> Mixed()
    {
        string[][] together =
        [
            ["2007SP1", "2010"], ["2007SP3", "2010", "2013"], ["2007SP2", "2013"], ["2010", "2016CU22"], ["2010", "2013", "2016"], ["2013RTM", "2013SP1"],
            ["2013", "2016", "2019"], ["2016CU23", "2019CU12", "SE"], ["2007RTM", "2010", "2013", "2016", "2019", "SE"],
        ];
        foreach (string[] versions in together)
        {
            Dictionary<string, object?>[] servers = [.. versions.SelectMany((v, i) => new[]
            {
                Server("EXA" + i, v, "Paris"), Server("EXB" + i, v, "Zürich", ("OutlookAnywhereEnabled", true)), Server("EXC" + i, v, "Rome"),
            })];
            Scenario all = new(string.Join(" + ", versions), servers, [.. Names, ("Site", ThreeSites()), ("ServiceHost", Members(("PowerShell", "mail.contoso.com")))]);
            yield return new Scenario(string.Join(" + ", versions) + " with one principal name", [.. versions.Select((v, i) => Server("EXA" + i, v, null))],
                [.. Names, ("ServiceHost", Members(("OutlookAnywhere", "rpc.contoso.com")))]);
            foreach (string model in Models)
            {
                yield return all.With(model, ("DnsModel", model));
                yield return all.With(model + " with a legacy host", ("DnsModel", model), ("LegacyHost", "legacy.contoso.com"));
            }
        }
    }

    private static IReadOnlyList<(string Name, object? Value)> Names =>
    [
        ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"), ("SmtpDomain", new object[] { "contoso.com", "fabrikam.com" }),
        ("MailHost", "smtp.contoso.com"), ("DownloadHost", "download.contoso.com"),
    ];

    private static IEnumerable<Scenario> Layouts(string version)
    {
        yield return new Scenario("one site", [Server("CAS01", version, null)], Names);
        yield return new Scenario("site resilience", [Server("CAS01", version, "Paris")],
            [.. Names, ("Site", new object[] { Members(("Name", "Paris"), ("FailbackHost", "back.contoso.com"), ("ClientAccessArray", "rpc.contoso.com")) })]);
        yield return new Scenario("modern authentication", [Server("CAS01", version, null)], [.. Names, ("Hybrid", "ModernAuthentication")]);
        yield return new Scenario("two sites",
            [Server("CAS01", version, "Paris"), Server("CAS02", version, "Rome"), Server("CAS03", version, "Paris", ("InternetFacing", false)), Server("CAS04", version, "Rome", ("OutlookAnywhereEnabled", true))],
            [.. Names, ("Site", new object[] { Members(("Name", "Paris")), Members(("Name", "Rome"), ("InternetFacing", false)) })]);
        yield return new Scenario("three sites",
            [Server("CAS01", version, "Paris", ("OutlookAnywhereEnabled", false)), Server("CAS02", version, "Zürich"), Server("CAS03", version, "Rome")],
            [.. Names, ("Site", ThreeSites())]);
    }

    private static Dictionary<string, object?>[] Each(Scenario layout, (string, object?) more) =>
        [.. layout.Servers.Select(s => Members([.. s.Select(m => (m.Key, m.Value)), more]))];

    private static object[] ThreeSites() =>
    [
        Members(("Name", "Paris"), ("SiteScope", new object[] { "Paris", "Lyon" })),
        Members(("Name", "Zürich"), ("ExternalHost", "post.contoso.com"), ("SiteScope", "Zürich"), ("ServiceHost", Members(("OWA", "owa.contoso.com")))),
        Members(("Name", "Rome"), ("InternetFacing", false), ("InternalHost", "rome.corp.local"), ("AutodiscoverHost", "rome-scp.corp.local")),
    ];

    private static Dictionary<string, object?> EachService(Func<string, object> hosts) =>
        Enum.GetNames<ClientService>().ToDictionary(name => name, name => (object?)hosts(name.ToLowerInvariant()));

    private static Dictionary<string, object?> Server(string name, string version, string? site, params (string, object?)[] more) =>
        Members([("Name", name), ("Fqdn", name + ".corp.local"), ("ExchangeVersion", version), ("Site", site), .. more]);
}
