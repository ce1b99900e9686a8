using System;
using System.Linq;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.LoadBalancer;

/// <summary>
/// Whole configurations, compared byte for byte. Set EXN_UPDATE_GOLDEN=1 to write the files anew, and read the difference before it is
/// committed.
/// </summary>
public class LoadBalancerGoldenTests
{
    [Theory]
    [InlineData("passthrough.haproxy.cfg")]
    [InlineData("per-service.haproxy.cfg")]
    [InlineData("bridge.haproxy.cfg")]
    [InlineData("bridge-2010.haproxy.cfg")]
    [InlineData("server-names.haproxy.cfg")]
    [InlineData("passthrough.nginx.conf")]
    [InlineData("mail.nginx.conf")]
    [InlineData("bridge.table.txt")]
    public void The_configuration_equals_its_golden_file(string name)
    {
        LoadBalancerScript script = Balancers.Make(Input(name));
        GoldenText.Hold("FrontDoor/LoadBalancer/Golden/" + name, script.Lines.Count > 0 ? script.Lines : script.Services.Select(Row));
    }

    private static LoadBalancerInput Input(string name) => name switch
    {
        "passthrough.haproxy.cfg" => new LoadBalancerInput { Plan = Balancers.One() },
        "per-service.haproxy.cfg" => new LoadBalancerInput
        {
            Plan = Balancers.TwoSites(Balancers.HostPerService), PerService = true, Sites = ["Zurich"], ListenAddresses = ["192.0.2.10", "2001:db8::10"],
            MailServices = [MailService.Smtp, MailService.ImapTls],
        },
        "bridge.haproxy.cfg" => new LoadBalancerInput
        {
            Plan = Balancers.One("2019CU15", ("ReverseProxy", "SharedCertificate"), ("Hybrid", "Coexistence")), Mode = LoadBalancerMode.Bridge, HstsMaxAge = 300,
        },
        "bridge-2010.haproxy.cfg" => new LoadBalancerInput
        {
            Plan = Balancers.One("2010SP3", ("ReverseProxy", "SharedCertificate")), Mode = LoadBalancerMode.Bridge, AdminCenter = true, RemotePowerShell = true,
            CaFile = "/etc/ssl/it's ours.pem",
        },
        "server-names.haproxy.cfg" => new LoadBalancerInput
        {
            Plan = Balancers.One("2016CU23", ("ReverseProxy", "SharedCertificateWithServerNames"), ("CertificateAuthority", "Internal")), Mode = LoadBalancerMode.Bridge,
        },
        "passthrough.nginx.conf" => new LoadBalancerInput { Plan = Balancers.One(), Format = LoadBalancerFormat.Nginx },
        "mail.nginx.conf" => new LoadBalancerInput
        {
            Plan = Balancers.TwoSites(), Format = LoadBalancerFormat.Nginx, Sites = ["Bern"], MailServices = [MailService.Submission, MailService.Imap, MailService.PopTls],
        },
        "bridge.table.txt" => new LoadBalancerInput
        {
            Plan = Balancers.One("2016CU23", ("ReverseProxy", "SharedCertificate")), Mode = LoadBalancerMode.Bridge, Format = LoadBalancerFormat.Table,
            MailServices = [MailService.Pop],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string Row(VirtualService s) => string.Join(" | ",
        [
            s.Service, string.Join(",", s.Hosts), s.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join(",", s.Paths), s.Tls.ToString(),
            s.Pool ?? "-", string.Join(",", s.Members), s.Monitor, s.Persistence.ToString(), s.IdleTimeout.ToString(),
            s.BodyLimit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",
        ]);
}
