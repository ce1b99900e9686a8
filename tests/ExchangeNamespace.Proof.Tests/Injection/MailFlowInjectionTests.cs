using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>Whatever is said about a mail-flow script is refused with a usable fault, or stays a value of exactly the commands that were made.</summary>
public class MailFlowInjectionTests(ITestOutputHelper output)
{
    private static readonly int RandomValues = RandomCases.Of(usual: 1_000, full: 4_000);

    private static readonly IReadOnlyList<(string Name, string[] Good, Func<string, MailFlowInput> Input)> Positions =
    [
        ("ConnectorName", ["Internet", "From outside (25)"], v => new MailFlowInput { ConnectorName = v }),
        ("TlsCertificateName", ["<I>CN=CA<S>CN=smtp.contoso.com"], v => new MailFlowInput { TlsCertificateName = v }),
        ("issuer of TlsCertificateName", ["CN=CA", "CN=Let's Encrypt, C=US"], v => new MailFlowInput { TlsCertificateName = "<I>" + v + "<S>CN=smtp.contoso.com" }),
        ("Binding", ["10.0.0.25", "10.0.0.25:2525", "[2001:db8::25]:25"], v => new MailFlowInput { Bindings = Plans.Members(("EX16", v)) }),
        ("server of Binding", ["EX16", "ex07"], v => new MailFlowInput { Bindings = Plans.Members((v, "10.0.0.25")) }),
        ("RemoteIPRange", ["192.0.2.1", "192.0.2.0/24", "192.0.2.1-192.0.2.9", "2001:db8::/32"], v => new MailFlowInput { RemoteRanges = [v] }),
        ("AddressSpace", ["*", "fabrikam.com", "*.münchen.example"], v => new MailFlowInput { AddressSpace = v }),
        ("captured name", ["Out to the Internet", "Zürich"], v => new MailFlowInput { State = State(v, "ex16.corp.local", "<I>a<S>b"), TlsCertificateName = "<I>c<S>d" }),
        ("captured FQDN", ["ex16.corp.local"], v => new MailFlowInput { State = State("Out", v, "<I>a<S>b"), TlsCertificateName = "<I>c<S>d" }),
        ("captured certificate", ["<I>CN=CA<S>CN=x"], v => new MailFlowInput { State = State("Out", "ex16.corp.local", v), TlsCertificateName = "<I>c<S>d" }),
        ("DefaultConnectorFqdn", ["", "EX16", "ex16.corp.local"], v => new MailFlowInput { DefaultConnectorFqdn = v, Selection = new() { Servers = new HashSet<string> { "EX16" } } }),
    ];

    private readonly NamespacePlan _plan = Plans.Make(
        new object[] { Plans.Members(("Name", "EX07"), ("Version", "2007SP1")), Plans.Members(("Name", "EX16"), ("Fqdn", "ex16.corp.local"), ("Version", "2016")) },
        ("ExternalHost", "mail.contoso.com"), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25"));

    [Fact]
    public void Every_vector_piece_and_random_text_is_refused_or_stays_a_value()
    {
        int refused = 0;
        int accepted = 0;
        foreach ((string name, string[] good, Func<string, MailFlowInput> input) in Positions)
        {
            int before = accepted;
            foreach (string value in good.Concat(HostileText.Vectors).Concat(HostileText.Pieces).Concat(HostileText.Pieces.Select(p => good[^1] + p)))
            {
                _ = Prove(value, input) ? accepted++ : refused++;
            }

            Assert.True(accepted >= before + good.Length, name);
        }

        Gen.Int[0, Positions.Count - 1]
            .SelectMany(i => HostileText.Near(Positions[i].Good).Select(value => (Positions[i], value)))
            .Sample(x => { _ = Prove(x.value, x.Item1.Input); }, iter: RandomValues, print: x => x.Item1.Name + ": " + HostileText.Show(x.value));
        output.WriteLine($"{Positions.Count} positions: {refused} refused, {accepted} made, and {RandomValues} random texts");
    }

    private static ExchangeState State(string name, string fqdn, string certificate) => new()
    {
        Kinds = [StateKind.SendConnector],
        Servers = [],
        Services = [],
        AutodiscoverDirectories = [],
        Certificates = [],
        ReceiveConnectors = [],
        SendConnectors =
        [
            new CapturedSendConnector
            {
                Name = name,
                Identity = name,
                Fqdn = Captured.Known(fqdn),
                AddressSpaces = Captured.Known<IReadOnlyList<string>>(["SMTP:*;1"]),
                TlsCertificateName = Captured.Known(certificate),
            },
        ],
        AcceptedDomains = [],
        OutlookProviders = [],
        Findings = [],
    };

    private bool Prove(string value, Func<string, MailFlowInput> input)
    {
        List<InputFault> faults = [];
        MailFlowScript? script = MailFlowScript.Build(_plan, input(value), faults);
        Assert.Equal(script is null, faults.Count > 0);
        if (script is null)
        {
            FaultProof.Prove(faults, value);
            return false;
        }

        foreach (var command in script.Commands.SelectMany(c => c.Undo is null ? [c] : new[] { c, c.Undo }))
        {
            string line = command.ToString();
            LineProof.AssertPrintable(line);
            ParsedCommand parsed = ParsedCommand.Read(line);
            Assert.Equal(command.Name, parsed.Name);
            Assert.Equal(command.Parameters.Select(p => p.Name), parsed.Arguments.Select(a => a.Parameter));
        }

        foreach (var shell in script.Shells)
        {
            string[] lines = [.. MailFlowText.File(_plan, script, shell)];
            Assert.All(lines, LineProof.AssertPrintable);
            Assert.Equal(
                script.Commands.Where(c => Emission.ShellGenerations.Of(c.Version) == shell).Select(c => c.ToString()),
                ParsedCommand.ReadScript(string.Join("\r\n", lines)).Select(p => p.Text));
        }

        return true;
    }
}
