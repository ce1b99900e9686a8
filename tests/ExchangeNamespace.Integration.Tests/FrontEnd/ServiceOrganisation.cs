using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>
/// An organisation on the loopback: two servers of 2016, one of 2019, and HAProxy in front, which has the same certificate. Nothing of it is
/// in DNS: the command gets every address.
/// </summary>
public sealed class ServiceOrganisation : IAsyncLifetime
{
    internal const string Front = "127.0.20.10";

    internal const string SharedCertificate = "-ReverseProxy SharedCertificate";

    private const string Plan = """
        $plan = Get-NamespacePlan @{ Name = 'EX1'; IPAddress = '127.0.20.11'; ExchangeVersion = $version }, @{ Name = 'EX2'; IPAddress = '127.0.20.12'; ExchangeVersion = $version }, @{ Name = 'EX3'; IPAddress = '127.0.20.13'; ExchangeVersion = '2019' } mail.contoso.com -ADDomain corp.contoso.com -DnsModel Split -CertificateAuthority Internal -WarningAction SilentlyContinue
        """;

    private static readonly string[] OfLab = ["EXN160", "EXN172"];

    private readonly TestAuthority _authority = new();
    private readonly Lazy<ModuleHost> _host = new(() => ModuleHost.Open());
    private HaproxyBridge? _proxy;

    internal IReadOnlyList<FrontEndServer> Servers { get; private set; } = [];

    internal X509Certificate2 Certificate { get; private set; } = null!;

    internal X509Certificate2 OtherCertificate { get; private set; } = null!;

    internal X509Certificate2 WrongCertificate { get; private set; } = null!;

    internal int HttpsPort { get; } = FreePorts.Next();

    internal int HttpPort { get; } = FreePorts.Next();

    public async ValueTask InitializeAsync()
    {
        string[] names = ["mail.contoso.com", "autodiscover.contoso.com"];
        Certificate = _authority.Issue(names, subject: "CN=mail.contoso.com");
        OtherCertificate = _authority.Issue(names, subject: "CN=mail.contoso.com");
        WrongCertificate = _authority.Issue(["www.contoso.com"], subject: "CN=www.contoso.com");
        FrontEndProduct[] products = [FrontEndProduct.Exchange2016, FrontEndProduct.Exchange2016, FrontEndProduct.Exchange2019];
        Servers = await Task.WhenAll(products.Select((product, i) => FrontEndServer.StartAsync(
            new FrontEndSettings($"EX{i + 1}", $"127.0.20.1{i + 1}", Certificate, product) { HttpsPort = HttpsPort, HttpPort = HttpPort })));
        _proxy = new HaproxyBridge(Front, HttpsPort, HttpPort, Certificate, Servers);
    }

    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        foreach (FrontEndServer server in Servers)
        {
            await server.DisposeAsync();
        }

        Certificate.Dispose();
        OtherCertificate.Dispose();
        WrongCertificate.Dispose();
        _authority.Dispose();
        if (_host.IsValueCreated)
        {
            _host.Value.Dispose();
        }
    }

    /// <summary>
    /// What the command finds: codes, service, host or server, and who answered, of each result with a finding. One question follows the
    /// other, so that three questions of a service reach three servers.
    /// </summary>
    /// <param name="services">The services; empty for all.</param>
    /// <param name="parameters">More parameters of the command.</param>
    /// <param name="plan">More parameters of the plan.</param>
    /// <param name="resolve">More pairs of host and address.</param>
    /// <param name="timeout">The seconds that one request may take.</param>
    /// <param name="version">The planned version of the first two servers.</param>
    /// <param name="proxy">Where the hosts lead.</param>
    internal string[] Judge(
        string services = "", string parameters = "", string plan = SharedCertificate, string resolve = "", double timeout = 10, string version = "2016",
        string proxy = Front)
    {
        string[] hosts = [.. new[] { "mail.contoso.com", "autodiscover.contoso.com" }
            .Where(h => services.Length == 0 || h.StartsWith("mail", StringComparison.Ordinal) || services is "Autodiscover").Select(h => $"{h}={proxy}")];
        return Run(string.Create(CultureInfo.InvariantCulture, $$"""
            $version = '{{version}}'
            {{Plan}} {{plan}}
            Test-NamespaceService $plan -View Internal -Resolve {{Names(hosts)}}{{resolve}} -HttpsPort {{HttpsPort}} -HttpPort {{HttpPort}} -Timeout {{timeout}} -ThrottleLimit 1 {{parameters}}{{(services.Length > 0 ? " -Service " + services : "")}} -ErrorAction SilentlyContinue -WarningAction SilentlyContinue |
                ForEach-Object {
                    $codes = @(($_.Findings | Where-Object { "$($_.Severity)" -ne 'Information' }).Code | Where-Object { $_ -notin {{Names(OfLab)}} })
                    if ($codes) { "$($codes -join ' ')|$(if ($null -eq $_.Service) { 'TLS' } else { $_.Service })|$(if ($_.Server) { $_.Server } else { $_.HostName })|$($_.AnsweredBy -join ' ')" }
                }
            """));
    }

    /// <summary>Runs a script that knows $plan.</summary>
    internal string[] Run(string script)
    {
        HostRun run = _host.Value.Run(script);
        return run.TerminatingError is { } error ? throw new InvalidOperationException(error.ToString())
            : [.. run.Output.Select(o => o?.ToString() ?? string.Empty)];
    }

    private static string Names(string[] names) => "'" + string.Join("', '", names) + "'";
}
