using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>A real proxy in its three modes: what clients see decides whether Extended Protection can be on.</summary>
public sealed class ProxyModeTests
{
    [Theory]
    [InlineData(Mode.PassThrough, true, ProtectionVerdict.Ready, CheckOutcome.Passed)]
    [InlineData(Mode.BridgeSame, true, ProtectionVerdict.Ready, CheckOutcome.Passed)]
    [InlineData(Mode.BridgeOther, false, ProtectionVerdict.Contradicted, CheckOutcome.Failed)]
    public async Task The_certificate_behind_the_name_decides(Mode mode, bool equal, ProtectionVerdict verdict, CheckOutcome outcome)
    {
        using X509Certificate2 own = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using X509Certificate2 other = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using LoopbackServer server = LoopbackServer.Tls(_ => own);
        using HaProxy proxy = new(server.Port, mode == Mode.PassThrough ? null : mode == Mode.BridgeSame ? own : other);

        TlsObservation seen = await ProbeAsync(proxy.Port);
        TlsObservation behind = await ProbeAsync(server.Port);

        Assert.Equal((TlsStatus.Answered, TlsStatus.Answered), (seen.Status, behind.Status));
        bool isSame = seen.Chain[0].SequenceEqual(behind.Chain[0]);
        Assert.Equal(equal, isSame);
        ProtectionCheck check = Judge(isSame);
        Assert.Equal((verdict, outcome), (check.Verdict, check.Outcome));
    }

    private static Task<TlsObservation> ProbeAsync(int port) =>
        new TlsProbe().ProbeAsync(new ProbeTarget("127.0.0.1", port, "mail.contoso.com"), TimeSpan.FromSeconds(30), CancellationToken.None);

    private static ProtectionCheck Judge(bool same)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"));
        ServerFacts facts = new()
        {
            Server = "EX01",
            SameCertificate = same,
            SslOffloading = false,
            TlsVersion = ["1.2"],
            LmCompatibilityLevel = 5,
            SuppressExtendedProtection = 0,
        };
        List<InputFault> faults = [];
        IReadOnlyList<ProtectionCheck> checks = ProtectionChecker.Check(
            new ProtectionInput { Plan = plan, Facts = new Dictionary<string, ServerFacts> { ["EX01"] = facts } }, faults);
        Assert.Empty(faults);
        return Assert.Single(checks, c => c.Server == "EX01" && c.Directory.Length == 0);
    }

    public enum Mode
    {
        PassThrough,
        BridgeSame,
        BridgeOther,
    }
}
