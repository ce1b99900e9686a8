using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>Connector lines run in the stand-in of every version: they bind, clash with nothing, and take only what comes from outside.</summary>
public class MailFlowBindingTests(ITestOutputHelper output)
{
    private static readonly string[] Inside = ["10.0.0.1", "10.0.0.2", "10.9.9.9", "172.20.1.1", "192.168.1.1", "100.64.0.1", "127.0.0.1", "198.51.100.77"];

    private static readonly string[] Outside = ["1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.51.100.76", "198.51.100.78", "223.255.255.255"];

    public static TheoryData<string, string> Versions => BindingProofTests.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public void Lines_bind_and_connections_land_where_they_belong(string version, string standIn)
    {
        int lines = 0;
        foreach ((MailFlowInput input, string local, string[] outside, string[] inside) in Cases())
        {
            NamespacePlan plan = Plan(version);
            using StandInExchange exchange = StandInExchange.Create(standIn, "EX01.corp.contoso.com", "EX02.corp.contoso.com");
            IReadOnlyList<string> before = exchange.State.Snapshot();
            MailFlowScript script = Make(plan, input);
            foreach (ExchangeCommand command in script.Commands)
            {
                StandInResult result = exchange.Invoke(command.ToString());
                Assert.True(result.Succeeded, result.ToString());
                Assert.Single(result.Calls);
                lines++;
            }

            string main = version.StartsWith("2007", StringComparison.Ordinal) || version == "2010" ? "Default EX01" : "Default Frontend EX01";
            Assert.All(outside, remote => Assert.Equal("Internet smtp.contoso.com", exchange.State.ReceiveConnectorFor("EX01", local, 25, remote)!.Name));
            Assert.All(inside, remote => Assert.Equal(main, exchange.State.ReceiveConnectorFor("EX01", local, 25, remote)!.Name));
            Assert.All(Inside, remote => Assert.Equal(main, exchange.State.ReceiveConnectorFor("EX01", "10.0.0.1", 25, remote)!.Name));

            StandInObject made = exchange.State["EX01"]["EX01\\Internet smtp.contoso.com"];
            Assert.Equal("smtp.contoso.com", made["Fqdn"]);
            Assert.Equal("smtp.contoso.com", exchange.State.Organization["SendConnector\\Internet smtp.contoso.com"]["Fqdn"]);
            string[] rest = [.. exchange.State.Snapshot().Where(l => !l.Contains("\\Internet smtp.contoso.com|", StringComparison.Ordinal))];
            Assert.Equal(before, rest);
        }

        output.WriteLine($"{version} in {standIn}: {lines} lines");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Any_name_of_a_connector_or_certificate_stays_a_value(string version, string standIn)
    {
        foreach (string name in new[] { "It's $(x) \"here\"", "-Confirm", "--%", "220", "Zürich ’", "a;b|c&d", "@x", "{x}", "%TEMP%" })
        {
            NamespacePlan plan = Plan(version);
            using StandInExchange exchange = StandInExchange.Create(standIn, "EX01.corp.contoso.com", "EX02.corp.contoso.com");
            MailFlowScript script = Make(plan, new MailFlowInput { ConnectorName = name, TlsCertificateName = "<I>CN=" + name + "<S>CN=smtp.contoso.com" });
            StandInResult result = exchange.Invoke(string.Join("\r\n", MailFlowText.File(plan, script, script.Shells[0])));

            Assert.True(result.Succeeded, result.ToString());
            Assert.Equal(script.Commands.Count, result.Calls.Count);
            Assert.Equal("smtp.contoso.com", exchange.State["EX01"]["EX01\\" + name]["Fqdn"]);
            Assert.Equal("smtp.contoso.com", exchange.State.Organization["SendConnector\\" + name]["Fqdn"]);
            if (!version.StartsWith("2007", StringComparison.Ordinal) && version != "2010")
            {
                Assert.Equal("<I>CN=" + name + "<S>CN=smtp.contoso.com", exchange.State["EX01"]["EX01\\" + name]["TlsCertificateName"]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Default_connectors_can_only_be_set_back(string version, string standIn)
    {
        using StandInExchange exchange = StandInExchange.Create(standIn, "EX01.corp.contoso.com", "EX02.corp.contoso.com");
        foreach (string fqdn in new[] { "", "EX01", "ex01.corp.contoso.com" })
        {
            MailFlowInput input = new() { DefaultConnectorFqdn = fqdn, Selection = new CommandSelection { Servers = new HashSet<string> { "EX01" } } };
            foreach (ExchangeCommand command in Make(Plan(version), input).Commands.Where(c => c.Name == "Set-ReceiveConnector"))
            {
                StandInResult result = exchange.Invoke(command.ToString());
                Assert.True(result.Succeeded, result.ToString());
            }

            Assert.Equal(fqdn, exchange.State["EX01"]["EX01\\Default EX01"]["Fqdn"] ?? "");
        }
    }

    /// <summary>What is said, the address that is connected to, and who lands on the new and on the old connector.</summary>
    private static IEnumerable<(MailFlowInput Input, string Local, string[] Outside, string[] Inside)> Cases()
    {
        yield return (new MailFlowInput(), "10.0.0.1", Outside, Inside);
        yield return (new MailFlowInput { Bindings = Plans.Members(("EX01", "10.0.0.25"), ("EX02", "10.0.0.26")) }, "10.0.0.25", [.. Outside, .. Inside], []);
        yield return (new MailFlowInput { RemoteRanges = ["203.0.113.0/24", "10.0.0.50"] }, "10.0.0.1", ["203.0.113.9", "10.0.0.50"], [.. Outside, .. Inside]);
    }

    private static NamespacePlan Plan(string version) => Plans.Make(
        new object[]
        {
            Plans.Members(("Name", "EX01"), ("Fqdn", "ex01.corp.contoso.com"), ("IPAddress", new[] { "10.0.0.1", "198.51.100.77" })),
            Plans.Members(("Name", "EX02"), ("Fqdn", "ex02.corp.contoso.com"), ("IPAddress", "10.0.0.2")),
        },
        ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", version), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25"));

    private static MailFlowScript Make(NamespacePlan plan, MailFlowInput input)
    {
        List<InputFault> faults = [];
        MailFlowScript? script = MailFlowScript.Build(plan, input, faults);
        Assert.Empty(faults);
        return script!;
    }
}
