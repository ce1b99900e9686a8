using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.FrontDoor.LoadBalancer;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>
/// Three servers behind a balancer. The configuration is the one of the command: its model gets the ports of the loopback, and times in which
/// a minute takes a few milliseconds.
/// </summary>
public sealed class FrontDoorLab : IAsyncLifetime
{
    public const string Loopback = "127.0.0.1";
    public const string Host = "mail.contoso.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-door").FullName;
    private readonly TestAuthority _authority = new();
    private readonly List<X509Certificate2> _certificates = [];

    internal FrontEndServer[] Servers { get; private set; } = [];

    internal string AuthorityFile => Path.Combine(_folder, "ca.pem");

    internal string CertificateFolder => _folder;

    public async ValueTask InitializeAsync()
    {
        string[] names = [.. Plan(null).Certificates.SelectMany(c => c.Names).Concat(Plan(Balancers.HostPerService).Certificates.SelectMany(c => c.Names)).Select(n => n.Name).Distinct()];
        await File.WriteAllTextAsync(AuthorityFile, _authority.Pem);
        List<FrontEndServer> servers = [];
        for (int i = 1; i <= 3; i++)
        {
            X509Certificate2 certificate = _authority.Issue(names, subject: "CN=EX0" + i);
            _certificates.Add(certificate);
            servers.Add(await FrontEndServer.StartAsync(new FrontEndSettings("EX0" + i, "127.0.30." + i, certificate, FrontEndProduct.Exchange2019)));
        }

        Servers = [.. servers];
        X509Certificate2 own = _authority.Issue(names, subject: "CN=balancer");
        _certificates.Add(own);
        await File.WriteAllTextAsync(Path.Combine(_folder, Host + ".pem"), own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>Three servers of 2019 behind shared names.</summary>
    internal static NamespacePlan Plan((string, object?)? hosts) => Balancers.Of(
        [.. Enumerable.Range(1, 3).Select(i => (object)Balancers.Server("EX0" + i, "2019CU15", null, "10.1.0." + i))],
        [("ReverseProxy", "SharedCertificate"), .. hosts is { } given ? [given] : Array.Empty<(string, object?)>()]);

    /// <summary>The balancer of the command on the loopback.</summary>
    /// <param name="input">What was said to the command.</param>
    /// <param name="minute">How long a minute takes.</param>
    /// <param name="probesOften">Whether servers are probed often.</param>
    internal (FrontModel Model, int Https, int Http) Model(LoadBalancerInput input, TimeSpan? minute = null, bool probesOften = false)
    {
        int[] ports = FreePorts.Take(2);
        FrontModel model = Balancers.Make(input).Model;
        return (model with
        {
            Account = null,
            Listeners = [.. model.Listeners.Select(l => l with
            {
                Addresses = [Loopback], Port = l.Kind == ListenerKind.Redirect ? ports[1] : ports[0], Idle = Scaled(l.Idle),
            })],
            Pools = [.. model.Pools.Select(p => p with
            {
                Idle = Scaled(p.Idle),
                Members = [.. p.Members.Select(m => Servers.Single(s => s.Settings.Name == m.Name) is var server
                    ? m with { Address = server.Settings.Address, Port = server.HttpsPort } : m)],
            })],
            Times = probesOften ? model.Times with { Probe = TimeSpan.FromMilliseconds(400) } : model.Times,
        }, ports[0], ports[1]);

        TimeSpan Scaled(TimeSpan time) => minute is { } m ? m * time.TotalMinutes : time;
    }

    internal LoadBalancerInput Bridge() => new()
    {
        Plan = Plan(null), Mode = LoadBalancerMode.Bridge, CaFile = AuthorityFile, CertificateFolder = CertificateFolder, HstsMaxAge = 300,
    };

    /// <summary>Without the redirect of nginx for a user who may not write where its http part keeps files.</summary>
    internal static FrontModel ForUser(FrontModel model, bool isNginx) => !isNginx || Environment.IsPrivilegedProcess ? model
        : model with { Listeners = [.. model.Listeners.Where(l => l.Kind != ListenerKind.Redirect)] };

    internal static string Text(FrontModel model, bool isNginx = false) =>
        string.Concat((isNginx ? NginxText.Lines(model) : HAProxyText.Lines(model)).Select(l => l + "\n"));

    public async ValueTask DisposeAsync()
    {
        foreach (FrontEndServer server in Servers)
        {
            await server.DisposeAsync();
        }

        _certificates.ForEach(c => c.Dispose());
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
