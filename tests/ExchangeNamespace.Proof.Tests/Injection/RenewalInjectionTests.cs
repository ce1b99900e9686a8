using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>Whatever is said about a renewal is refused, or stays a value of the same commands.</summary>
public class RenewalInjectionTests(ITestOutputHelper output)
{
    private static readonly string Thumbprint = new('A', 40);

    private static readonly IReadOnlyList<(string Name, string Good, Func<string, RenewalInput> Input)> Positions =
    [
        ("OldThumbprint", Thumbprint, v => With(new(), thumbprint: v)),
        ("ReceiveConnector", "EX16\\Default EX16", v => With(new(), receive: v)),
        ("SendConnector", "To the Internet", v => With(new(), send: v)),
        ("Country", "DE", v => With(new() { Country = v })),
        ("StateOrProvince", "Bayern", v => With(new() { StateOrProvince = v })),
        ("Locality", "Zürich", v => With(new() { Locality = v })),
        ("Organization", "Contoso, Ltd.", v => With(new() { Organization = v })),
        ("FriendlyName", "Mail 2026", v => With(new() { FriendlyName = v })),
        ("RequestPath", "\\\\EX16\\c$\\request.req", v => With(new() { RequestPath = v })),
        ("CertificatePath", "C:\\Certificates\\mail.cer", v => With(new() { CertificatePath = v })),
        ("AdditionalName", "further.contoso.com", v => With(new() { AdditionalNames = [v] })),
        ("Service", "IIS", v => With(new() { Services = [v] })),
    ];

    private readonly NamespacePlan _plan = Plans.Make(
        new object[] { Plans.Members(("Name", "EX16"), ("Version", "2016")) }, ("ExternalHost", "mail.contoso.com"));

    [Fact]
    public void Every_stated_text_is_refused_or_stays_a_value()
    {
        int made = 0;
        int refused = 0;
        foreach ((string name, string good, Func<string, RenewalInput> input) in Positions)
        {
            HashSet<string> shapes = [];
            Assert.True(Make(input(good), line => shapes.UnionWith(CommandShape.Of(line))), name);
            foreach (string value in HostileText.Vectors.Concat(HostileText.Pieces).Concat(HostileText.Pieces.Select(p => good + p)).Concat(HostileText.Pieces.Select(p => p + good)))
            {
                _ = Make(input(value), line => Assert.Empty(CommandShape.Of(line).Where(s => !shapes.Contains(s)).Select(s => name + " " + s + ": " + line))) ? made++ : refused++;
            }
        }

        output.WriteLine($"{Positions.Count} positions: {made} made, {refused} refused");
    }

    private bool Make(RenewalInput input, Action<string> prove)
    {
        List<InputFault> faults = [];
        if (RenewalBuilder.Build(_plan, input, faults) is not { } script)
        {
            Assert.NotEmpty(faults);
            Assert.All(faults, f => LineProof.AssertPrintable(f.Message));
            return false;
        }

        foreach (string line in RenewalText.Lines(script.Steps).Concat(script.Shells.SelectMany(s => RenewalText.File(_plan, script, s))))
        {
            prove(line);
        }

        return true;
    }

    private static RenewalInput With(CertificateRequestInput request, string? thumbprint = null, string? receive = null, string? send = null) => new()
    {
        Request = request,
        OldThumbprints = [thumbprint ?? Thumbprint],
        ReceiveConnectors = receive is null ? null : [receive],
        SendConnectors = send is null ? null : [send],
    };
}
