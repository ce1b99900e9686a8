using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.MailFlow;

/// <summary>Whole scripts with all that they have to say, and every refusal, compared letter by letter.</summary>
public class MailFlowGoldenTests
{
    private const string Certificate = "<I>CN=Public CA, C=US<S>CN=smtp.contoso.com";

    /// <summary>The longest name of a connector.</summary>
    private static readonly string Longest = "In and out " + new string('x', 53);

    public static TheoryData<string> Scripts => ["versions", "roles", "captured", "rehearsal", "bindings", "ipv6", "no-server", "other-shell"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_script_equals_its_golden_file(string name)
    {
        (NamespacePlan plan, MailFlowInput input) = Case(name);
        List<InputFault> faults = [];
        MailFlowScript? script = MailFlowScript.Build(plan, input, faults);
        Assert.Empty(faults);

        GoldenText.Hold($"MailFlow/Golden/{name}.golden.txt", [.. Text(plan, script!)]);
    }

    [Fact]
    public void Every_refusal_equals_the_golden_file()
    {
        NamespacePlan two = Plan(("ExchangeVersion", "2019"), ("Server", new object[] { Server("EX01", ("IPAddress", "10.0.0.1")), Server("EX02", ("IPAddress", "10.0.0.2")) }));
        NamespacePlan one = Plan(("ExchangeVersion", "SE"), ("ADDomain", "corp.contoso.com"), ("Server", "EX01"));
        NamespacePlan silent = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"));
        (string What, NamespacePlan Plan, MailFlowInput Input)[] cases =
        [
            ("a plan without mail", silent, new MailFlowInput()),
            ("one address for two servers", two, new MailFlowInput { Bindings = "10.0.0.25" }),
            ("a server that is not planned", two, new MailFlowInput { Bindings = Plans.Members(("EX03", "10.0.0.25")) }),
            ("a wrong address of a server", two, new MailFlowInput { Bindings = Plans.Members(("ex02", new object?[] { "10.0.0.25:x", null })) }),
            ("a wrong address", one, new MailFlowInput { Bindings = "ex01:25" }),
            ("a number and no value in place of addresses", one, new MailFlowInput { Bindings = new object?[] { 25, null, "" } }),
            ("an address with half of its brackets", one, new MailFlowInput { Bindings = "10.0.0.1]:25" }),
            ("an address of inside hosts", two, new MailFlowInput { Bindings = Plans.Members(("EX02", new object?[] { "10.0.0.2", "0.0.0.0:25" })) }),
            ("wrong ranges", one, new MailFlowInput { RemoteRanges = ["10.0.0.0/33", null] }),
            ("a range with a server, and every host", two, new MailFlowInput { RemoteRanges = ["10.0.0.2", "0.0.0.0/0", "192.0.2.0/24"] }),
            ("a range with every host", one, new MailFlowInput { RemoteRanges = ["::/0"] }),
            ("an empty name", one, new MailFlowInput { ConnectorName = " " }),
            ("a long name", one, new MailFlowInput { ConnectorName = Longest + "x" }),
            ("a name with a backslash", one, new MailFlowInput { ConnectorName = "\\EX01" }),
            ("a name with a line break", one, new MailFlowInput { ConnectorName = "a\nb" }),
            ("the name of a connector of setup", two, new MailFlowInput { ConnectorName = "default frontend ex02" }),
            ("a wrong address space", one, new MailFlowInput { AddressSpace = "*.a b.com" }),
            ("the public name on the Default connector", one, new MailFlowInput { DefaultConnectorFqdn = "smtp.contoso.com" }),
            ("one name for two Default connectors", two, new MailFlowInput { DefaultConnectorFqdn = "EX01" }),
            ("a certificate without issuer", one, new MailFlowInput { TlsCertificateName = "CN=A<S>CN=smtp.contoso.com" }),
            ("a certificate with an empty issuer", one, new MailFlowInput { TlsCertificateName = "<I><S>CN=smtp.contoso.com" }),
            ("a certificate with an empty subject", one, new MailFlowInput { TlsCertificateName = "<I>CN=Public CA<S>" }),
            ("a certificate without subject", one, new MailFlowInput { TlsCertificateName = "<I>CN=Public CA" }),
            ("a certificate with a line break", one, new MailFlowInput { TlsCertificateName = "<I>CN=Public CA<S>CN=a\nb" }),
            ("a captured name that no connector has", one, new MailFlowInput { State = State(Send("Out\nbound", States.Text(null), "*")) }),
        ];

        GoldenText.Hold("MailFlow/Golden/refusals.golden.txt", cases.SelectMany(c => Faults(c.Plan, c.Input)
            .Select(f => "  " + GoldenText.Line(f)).Prepend(c.What)));
    }

    private static IEnumerable<string> Text(NamespacePlan plan, MailFlowScript script)
    {
        yield return "=== findings";
        foreach (string line in script.Findings.SelectMany(GoldenText.Lines))
        {
            yield return line;
        }

        yield return "=== without a command: " + string.Join(", ", script.Unrehearsed);
        yield return "=== lines";
        foreach (string line in MailFlowText.Lines(script))
        {
            yield return line;
        }

        foreach (ShellGeneration shell in script.Shells.DefaultIfEmpty(ShellGeneration.Exchange2016))
        {
            yield return "=== file of " + shell;
            foreach (string line in MailFlowText.File(plan, script, shell))
            {
                yield return line;
            }
        }
    }

    private static (NamespacePlan Plan, MailFlowInput Input) Case(string name) => name switch
    {
        "versions" => (
            Plan(
                ("Server", new object[]
                {
                    Server("RTM", ("Version", "2007RTM")), Server("HUB", ("Version", "2007SP3")), Server("TEN", ("Version", "2010SP3")), Server("CAS", ("Version", "2013CU23")),
                }),
                ("MailIPAddress", new[] { "203.0.113.25", "2001:db8::25" }), ("SendingHost", "out.contoso.com"), ("SendingIPAddress", "203.0.113.26"),
                ("HygieneHost", new[] { "mx1.hygiene.example", "mx2.hygiene.example" }), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("MailChildDomain", "news.contoso.com")),
            new MailFlowInput { TlsCertificateName = Certificate, DefaultConnectorFqdn = string.Empty }),

        // The host is as long as a name of a connector may be with the word in front of it, and one character longer.
        "roles" => (
            Plan(
                ("Server", new object[] { Server("EX01", ("Fqdn", "ex01.child.contoso.com")), Server("EX02", ("IPAddress", "198.51.100.4")) }), ("ExchangeVersion", "SE"),
                ("ADDomain", "corp.contoso.com"), ("MailHost", new string('m', 43) + ".contoso.com"), ("SendingHost", new string('s', 44) + ".contoso.com")),
            new MailFlowInput { Selection = new() { Servers = new HashSet<string> { "ex01.child.contoso.com" } }, DefaultConnectorFqdn = "EX01.child.contoso.com" }),
        "captured" => (
            Plan(
                ("Server", new object[]
                {
                    Server("EX01", ("Site", "Paris")), Server("EX02", ("Site", "Rome"), ("Fqdn", "ex02.corp.contoso.com")),
                }),
                ("ExchangeVersion", "2019CU15"), ("ADDomain", "corp.contoso.com"),
                ("Site", new object[] { Plans.Members(("Name", "Paris")), Plans.Members(("Name", "Rome"), ("ExternalHost", "rome.contoso.com")) })),
            new MailFlowInput { TlsCertificateName = Certificate, State = Captured(), DefaultConnectorFqdn = null }),
        "rehearsal" => (
            Plan(("Server", new object[] { Server("RTM", ("Version", "2007RTM")), Server("HUB", ("Version", "2007SP1")) })),
            new MailFlowInput { Selection = new() { Rehearse = true }, AddressSpace = "*.fabrikam.com" }),
        "bindings" => (
            Plan(
                ("Server", new object[] { Server("EX01", ("IPAddress", "10.0.0.1")), Server("EX02", ("IPAddress", "10.0.0.2")), Server("EX03", ("IPAddress", "10.1.0.3")) }), ("ExchangeVersion", "2016"),
                ("ExternalIPAddress", "2001:db8::10")),
            new MailFlowInput
            {
                Selection = new() { Servers = new HashSet<string> { "EX01", "EX02" } },
                ConnectorName = Longest,
                RemoteRanges = ["10.0.0.0/24", "198.51.100.0/25"],
                Bindings = Plans.Members(("EX01", "10.0.0.25:2525"), ("EX02", new object?[] { "10.0.0.26", "[2001:db8::26]:25" })),
            }),
        "ipv6" => (
            Plan(("Server", "EX01"), ("ExchangeVersion", "SE"), ("MailIPAddress", "2001:db8::25"), ("DnsModel", "Split"), ("ADDomain", "corp.contoso.com"), ("ExternalIPAddress", "203.0.113.10")),
            new MailFlowInput { DefaultConnectorFqdn = "ex01.corp.contoso.com", RemoteRanges = ["2001:db8:1::/48"] }),
        "no-server" => (Plan(("Server", "EX01"), ("ExchangeVersion", "SE")), new MailFlowInput { Selection = new() { Servers = new HashSet<string> { "EX09" } } }),
        "other-shell" => (
            Plan(("Server", new object[] { Server("TEN", ("Version", "2010SP3")), Server("EX01", ("Version", "2016CU23")) })),
            new MailFlowInput { Selection = new() { Generation = ShellGeneration.Exchange2010 } }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static ExchangeState Captured() => State(
        [
            Send("As planned", States.Text("SMTP.contoso.com"), Certificate, "SMTP:fabrikam.com;1", "SMTP:*;10"),
            Send("Other name", States.Text("old.contoso.com"), Certificate, "*"),
            Send("Other certificate", States.Text("smtp.contoso.com"), "<I>CN=Old CA<S>CN=old.contoso.com", "smtp:*"),
            Send("Neither", States.Text(null), null, "*;5"),
            Send("Name not captured", default, "<I>CN=Old CA<S>CN=old.contoso.com", "*"),
            Send("Name that cannot be put back", States.Text("a\nb"), Certificate, "*"),
            Send("Partner", States.Text("old.contoso.com"), null, "SMTP:fabrikam.com;1"),
        ],
        [
            States.Receive("EX01", "Default EX01", "smtp.contoso.com", "Tls", "ExchangeServer"),
            States.Receive("EX01", "Default Frontend EX01", "ex01.captured.example", "exchangeserver"),
            States.Receive("EX02", "Default EX02", "ex02.corp.contoso.com", "ExchangeServer"),
            States.Receive("EX02", "Default Frontend EX02", "ex02.other.example", "ExchangeServer"),
            States.Receive("OLD", "Default OLD", "old.anywhere.example", "ExchangeServer"),
            States.Receive("OLD", "Client OLD", "older.anywhere.example", "ExchangeServer"),
            States.Receive("OLD", "Internet", "smtp.contoso.com", "Tls"),
            new CapturedReceiveConnector
            {
                Name = "Moved", Identity = "OLD\\Moved", Server = States.Text("EX01"), Fqdn = States.Text("EX01.captured.example"), AuthMechanism = States.List("ExchangeServer"),
            },
        ]);

    private static ExchangeState State(params CapturedSendConnector[] send) => State(send, []);

    private static ExchangeState State(CapturedSendConnector[] send, CapturedReceiveConnector[] receive) => States.Make(
        [StateKind.SendConnector, StateKind.ReceiveConnector, StateKind.Server],
        servers: [new CapturedServer { Name = "EX01", Fqdn = States.Text("ex01.captured.example") }],
        receive: receive,
        send: send);

    private static CapturedSendConnector Send(string name, Captured<string> fqdn, string? certificate, params string[] spaces) => new()
    {
        Name = name,
        Identity = name,
        Fqdn = fqdn,
        TlsCertificateName = States.Text(certificate),
        AddressSpaces = States.List(spaces),
    };

    private static Dictionary<string, object?> Server(string name, params (string Name, object? Value)[] more) => Plans.Members([("Name", name), .. more]);

    private static NamespacePlan Plan(params (string Name, object? Value)[] members)
    {
        Dictionary<string, object?> all = Plans.Members(("ExternalHost", "mail.contoso.com"), ("MailHost", "smtp.contoso.com"), ("SmtpDomain", "contoso.com"));
        foreach ((string name, object? value) in members.Where(m => m.Name != "Server"))
        {
            all[name] = value;
        }

        return Plans.Make(members.Single(m => m.Name == "Server").Value!, [.. all.Select(m => (m.Key, m.Value))]);
    }

    private static List<InputFault> Faults(NamespacePlan plan, MailFlowInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(MailFlowScript.Build(plan, input, faults));
        return faults;
    }
}
