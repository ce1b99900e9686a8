using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison.Effects;

/// <summary>Pairs of plans: every change with all that it says, and the page of the change request, compared letter by letter.</summary>
public class PlanDifferenceGoldenTests
{
    private static readonly (string Name, object? Value)[] Mail =
        [("MailHost", "smtp.contoso.com"), ("MailIPAddress", "203.0.113.25"), ("SendingHost", "out.contoso.com"), ("SendingIPAddress", new[] { "203.0.113.26", "203.0.113.27" })];

    private static readonly (string Name, object? Value)[] Switches =
        [("DownloadHost", "download.contoso.com"), ("Hybrid", "ModernAuthentication"), ("CertificateName", "*.contoso.com"), ("Authentication", Plans.Members(("MAPI", "Ntlm"))), ("SslOffloading", false)];

    public static TheoryData<string> Pairs =>
        ["same", "one-address", "hosts", "mail", "mail-begins", "mail-ends", "servers", "sites", "certificate", "switches", "switches-off", "connection-point", "download-only", "sign-in-only", "old-and-new", "merged", "replaced", "inside-server", "mail-without-address"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_changes_equal_their_golden_file(string name)
    {
        (NamespacePlan old, NamespacePlan now) = Pair(name);
        IReadOnlyList<PlanChange> changes = PlanDifference.Of(now, old);

        GoldenText.Hold($"Comparison/Effects/Golden/{name}.golden.txt", [.. changes.SelectMany(Lines), .. PlanChangeDocument.Of(now, changes)]);
    }

    private static IEnumerable<string> Lines(PlanChange change) =>
    [
        $"{change.Kind} {change.Action} | {change.Site} | {string.Join(", ", change.Servers)} | {change.Subject} | {change.Item}",
        "  old: " + change.Old,
        "  new: " + change.New,
        "  clients: " + change.Clients,
        .. change.Lines.Select(l => "  line: " + l),
        .. change.Undo.Select(l => "  undo: " + l),
    ];

    private static (NamespacePlan Old, NamespacePlan Now) Pair(string name) => name switch
    {
        "same" => (Plan(), Plan()),
        "one-address" => (Plan(("ExternalIPAddress", "192.0.2.10"), ("AliasRecord", "Both")), Plan(("ExternalIPAddress", "192.0.2.11"), ("AliasRecord", "Both"))),
        "hosts" => (
            Plan(("SmtpDomain", "contoso.com"), ("DnsModel", "Split")),
            Plan(("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("DnsModel", "Pinpoint"), ("ServiceHost", Plans.Members(("OWA", "web.contoso.com"), ("OutlookAnywhere", Plans.Members(("Internal", "oa.contoso.com"))))))),
        "mail" => (Plan(Mail), Plan(("MailHost", "mx.contoso.com"), ("MailIPAddress", "203.0.113.25"), ("SendingHost", "sender.contoso.com"), ("SendingIPAddress", new[] { "203.0.113.28", "203.0.113.27" }))),
        "mail-begins" => (Plan(), Plan(Mail)),
        "mail-ends" => (Plan(Mail), Plan()),
        "servers" => (
            Of([Server("EX01", "2016CU23", "Paris"), Server("EX02", "2016CU23", "Paris"), Server("EX03", "2016CU23", "Paris")], ("Site", TwoSites)),
            Of([Server("EX01", "SE", "Paris"), Server("EX03", "2016CU23", "Rome"), Server("EX04", "SE", "Paris")], ("Site", TwoSites))),
        "sites" => (
            Of([Server("EX01", "SE", "Paris"), Server("EX02", "SE", "Rome"), Server("EX03", "SE", "Oslo")], ("Site", new object[] { Site("Paris", null), Site("Rome", "rome.contoso.com"), Site("Oslo", "oslo.contoso.com") })),
            Of([Server("EX01", "SE", "Paris"), Server("EX02", "SE", "Rome"), Server("EX04", "SE", "Bern")], ("Site", new object[] { Site("Paris", null), Site("Rome", "roma.contoso.com"), Site("Bern", "bern.contoso.com") }))),
        "merged" => (
            Of([Server("EX01", "SE", "Paris"), Server("EX02", "SE", "Rome")], ("Site", new object[] { Site("Paris", "paris.contoso.com"), Site("Rome", "rome.contoso.com") })),
            Of([Server("EX01", "SE", "Rome"), Server("EX02", "SE", "Rome")], ("Site", new object[] { Site("Rome", "rome.contoso.com") }))),
        "replaced" => (Of(["EX01"], ("ExchangeVersion", "2019")), Of(["EX11"], ("ExchangeVersion", "SE"))),
        "inside-server" => (
            Of([Server("EX01", "SE", "Paris")], ("Site", TwoSites)),
            Of([Server("EX01", "SE", "Paris"), Server("EX02", "SE", "Rome")], ("Site", TwoSites))),
        "mail-without-address" => (Plan(), Plan(("MailHost", "smtp.contoso.com"))),
        "certificate" => (
            Plan(("SmtpDomain", "contoso.com")),
            Plan(("SmtpDomain", "contoso.com"), ("CertificateAuthority", "Internal"), ("CommonName", "autodiscover.contoso.com"), ("ReverseProxy", "SharedCertificateWithServerNames"))),
        "switches" => (Plan(), Plan(Switches)),
        "switches-off" => (Plan(Switches), Plan()),
        "connection-point" => (Plan(), Plan(("AutodiscoverHost", null))),
        "download-only" => (Plan(("DownloadHost", "download.contoso.com")), Plan(("DownloadHost", "files.contoso.com"))),
        "sign-in-only" => (Plan(("Hybrid", "ModernAuthentication")), Plan(("Hybrid", "ModernAuthentication"), ("DownloadHost", "download.contoso.com"))),
        "old-and-new" => (
            Of([Server("TEN", "2010SP3", "Paris", ("OutlookAnywhereEnabled", true))], ("Site", new object[] { Scoped("Paris", "Paris", "Lyon") })),
            Of([Server("TEN", "2010SP3", "Paris", ("OutlookAnywhereEnabled", true)), Server("EX01", "2016CU23", "Paris")], ("Site", new object[] { Scoped("Paris", "Paris") }), ("ExternalHost", "web.contoso.com"))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static object[] TwoSites => [Site("Paris", null), Plans.Members(("Name", "Rome"), ("InternetFacing", false), ("InternalHost", "rome.contoso.com"))];

    private static Dictionary<string, object?> Site(string name, string? host) => Plans.Members(("Name", name), ("ExternalHost", host));

    private static Dictionary<string, object?> Scoped(string name, params string[] scope) => Plans.Members(("Name", name), ("SiteScope", scope));

    private static Dictionary<string, object?> Server(string name, string version, string site, params (string Name, object? Value)[] more) =>
        Plans.Members([("Name", name), ("Version", version), ("Site", site), .. more]);

    private static NamespacePlan Plan(params (string Name, object? Value)[] members) => Of(["EX01", "EX02"], [("ExchangeVersion", "SE"), .. members]);

    private static NamespacePlan Of(object[] servers, params (string Name, object? Value)[] members) => Plans.Make(
        servers,
        [.. new (string Name, object? Value)[] { ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com") }.Where(d => !members.Any(m => m.Name == d.Name)), .. members]);
}
