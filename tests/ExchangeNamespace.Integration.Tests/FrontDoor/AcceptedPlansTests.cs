using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.FrontDoor.LoadBalancer;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>The proxies themselves read what is written for random plans, and file names that would leave their word.</summary>
public sealed class AcceptedPlansTests(FrontDoorLab lab) : IClassFixture<FrontDoorLab>
{
    private static readonly string[] Versions = ["2007SP3", "2010SP3", "2013RTM", "2013CU23", "2016CU23", "2019CU12", "2019CU15", "SERTM"];
    private static readonly string[] Strategies = ["None", "SharedCertificate", "SharedCertificateWithServerNames", "SeparateCertificate"];

    [Fact]
    public Task HAProxy_accepts_random_plans() => AcceptsAsync(isNginx: false, RandomCases.Of(30, 500));

    [Fact]
    public Task Nginx_accepts_random_plans() => AcceptsAsync(isNginx: true, RandomCases.Of(15, 500));

    [Theory]
    [InlineData("a b")]
    [InlineData("it's # one")]
    [InlineData("\"$HOME\"")]
    [InlineData("a\\ b\\")]
    [InlineData("';|&(x)[*]{}%~!")]
    public async Task HAProxy_opens_the_file_that_was_named(string name)
    {
        Proxy.SkipWithout(isNginx: false);
        string folder = Path.Combine(lab.CertificateFolder, name);
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(lab.CertificateFolder, FrontDoorLab.Host + ".pem"), Path.Combine(folder, FrontDoorLab.Host + ".pem"), overwrite: true);
        File.Copy(lab.AuthorityFile, Path.Combine(folder, "ca.pem"), overwrite: true);
        (FrontModel model, _, _) = lab.Model(new LoadBalancerInput
        {
            Plan = FrontDoorLab.Plan(null), Mode = LoadBalancerMode.Bridge, CertificateFolder = folder, CaFile = Path.Combine(folder, "ca.pem"),
        });

        Assert.Equal(string.Empty, await Proxy.CheckAsync(FrontDoorLab.Text(model), isNginx: false));
    }

    private async Task AcceptsAsync(bool isNginx, int cases)
    {
        Proxy.SkipWithout(isNginx);
        Random random = new(isNginx ? 1 : 2);
        HashSet<string> met = [];
        for (int made = 0; made < cases;)
        {
            LoadBalancerInput input = Input(random, isNginx);
            List<InputFault> faults = [];
            if (LoadBalancerScript.Build(input, faults) is not { } script)
            {
                continue;
            }

            made++;
            met.UnionWith(input.Plan.Servers.Select(s => s.Version.ToString()));
            int[] ports = FreePorts.Take(script.Model.Listeners.Count);
            FrontModel model = FrontDoorLab.ForUser(script.Model with
            {
                Account = null,
                Listeners = [.. script.Model.Listeners.Select((l, i) => l with
                {
                    Addresses = isNginx ? [FrontDoorLab.Loopback] : l.Addresses,
                    Port = isNginx ? ports[i] : l.Port,
                    Certificates = [.. l.Certificates.Select(c => c with { Path = Path.Combine(lab.CertificateFolder, FrontDoorLab.Host + ".pem") })],
                })],
            }, isNginx);
            string said = await Proxy.CheckAsync(FrontDoorLab.Text(model, isNginx), isNginx);
            Assert.True(said.Length == 0, said + "\n" + FrontDoorLab.Text(model, isNginx));
        }

        Assert.True(met.Count >= 6, "Too few versions were met: " + string.Join(", ", met));
    }

    private LoadBalancerInput Input(Random random, bool isNginx)
    {
        string[] sites = [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => "Site" + i)];
        int version = random.Next(Versions.Length);
        object[] servers = [.. Enumerable.Range(1, random.Next(sites.Length, 9)).Select(i => (object)Balancers.Server(
            "EX" + i, Versions[Math.Min(Versions.Length - 1, version + random.Next(2))], sites[i % sites.Length], i % 3 == 0 ? "2001:db8::" + i : "10.1.0." + i))];
        bool isBridge = !isNginx && random.Next(2) == 0;
        List<(string, object?)> members =
        [
            ("ReverseProxy", Strategies[random.Next(Strategies.Length)]),
            ("Hybrid", random.Next(3) == 0 ? "Coexistence" : "None"),
            ("LegacyHost", "legacy.contoso.com"),
            ("SmtpDomain", Enumerable.Range(0, random.Next(1, 60)).Select(i => $"domain{i}.example.com").ToArray()),
            ("DnsModel", random.Next(2) == 0 ? "Split" : "Pinpoint"),
            ("Site", sites.Select(s => Plans.Members(("Name", s), ("ExternalHost", random.Next(2) == 0 ? s + ".contoso.com" : null))
                .Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value)).ToArray()),
        ];
        if (random.Next(2) == 0)
        {
            members.Add(Balancers.HostPerService);
        }

        return new LoadBalancerInput
        {
            Plan = Plans.Try(servers, [("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), .. members]).Plan ?? FrontDoorLab.Plan(null),
            Format = isNginx ? LoadBalancerFormat.Nginx : LoadBalancerFormat.HAProxy,
            Mode = isBridge ? LoadBalancerMode.Bridge : LoadBalancerMode.Passthrough,
            PerService = !isBridge && random.Next(2) == 0,
            Sites = random.Next(3) == 0 ? [sites[0]] : null,
            Views = random.Next(3) == 0 ? [DnsView.Internal] : null,
            ListenAddresses = random.Next(3) == 0 ? ["192.0.2.10", "2001:db8::10"] : null,
            MailServices = [.. Enum.GetValues<MailService>().Where(_ => random.Next(3) == 0)],
            AdminCenter = isBridge && random.Next(2) == 0,
            RemotePowerShell = isBridge && random.Next(2) == 0,
            HstsMaxAge = isBridge && random.Next(2) == 0 ? random.Next(1000) : null,
            CaFile = isNginx ? null : lab.AuthorityFile,
        };
    }
}
