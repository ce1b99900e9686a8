using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What each box of a drawing says.</summary>
internal sealed class SceneBlocks(Scene scene, DrawingWords words)
{
    private const string WebPort = "TCP 443";
    private const string Leads = "\u2192 ";
    private const int NamesShown = 6;
    private const int ServersShown = 4;
    private const int CertificateNamesShown = 8;

    public bool HasProxy => scene.Plan.ReverseProxy != ReverseProxyStrategy.None;

    public TextBlock Clients(DnsView view, int width) => new TextBlock(BoxKind.Clients, width)
        .Add(view == DnsView.External ? words.ClientsOutside : words.ClientsInside, LabelStyle.Strong)
        .Add(words.ClientKinds, LabelStyle.Quiet);

    /// <summary>How a view comes to its answers.</summary>
    public string ViewText(DnsView view)
    {
        if (view == DnsView.External)
        {
            return words.PublicDns;
        }

        string[] zones = [.. scene.Plan.Zones.GroupBy(z => z.Model).Select(g => g.Key switch
        {
            DnsModel.Split => Fill(words.SplitZones, string.Join(", ", g.Select(z => z.Name))),
            DnsModel.Pinpoint => words.PinpointZones,
            DnsModel.Separate => words.SeparateZones,
            _ => throw ClosedSet.Outside(g.Key),
        })];
        return words.InsideDns + ": " + string.Join("; ", zones);
    }

    public TextBlock Names(NameCard card, int width, bool always = false)
    {
        TextBlock block = new(BoxKind.Names, width);
        int gap = 0;
        foreach (IGrouping<string, SceneName> alike in card.Names.Take(NamesShown).GroupBy(Facts))
        {
            block.Gap(gap);
            gap = 7;
            foreach (SceneName name in alike)
            {
                block.Add(name.Name, LabelStyle.Strong, 3);
            }

            AddFacts(block, alike.First(), always || alike.First().Rows.Count < card.Rows.Count);
        }

        if (card.Names.Count > NamesShown)
        {
            string rest = string.Join(", ", card.Names.Skip(NamesShown).Select(n => n.Name));
            block.Gap(7).Add(Fill(words.MoreNames, card.Names.Count - NamesShown), LabelStyle.Quiet, 1, rest);
        }

        return block;
    }

    private void AddFacts(TextBlock block, SceneName name, bool target)
    {
        block.Add(string.Join(", ", name.Roles), LabelStyle.Quiet);
        if (name.Addresses.Count != 1 || name.Device is null)
        {
            block.Add(name.Addresses.Count == 0 ? words.AddressUnknown : string.Join(", ", name.Addresses), LabelStyle.Quiet);
        }

        if (name.Device is { } device)
        {
            block.Add(Fill(words.LoadBalancer, device), LabelStyle.Quiet);
        }

        if (target)
        {
            block.Add(Leads + string.Join(", ", name.Rows.Select(RowName)), LabelStyle.Quiet);
        }
    }

    /// <summary>What names have in common that stand above each other with one text.</summary>
    private static string Facts(SceneName name) =>
        string.Join(",", name.Roles) + "|" + string.Join(",", name.Addresses) + "|" + string.Join(",", name.Rows);

    public TextBlock Door(int width)
    {
        if (!HasProxy)
        {
            return new TextBlock(BoxKind.Firewall, width).Add(words.Firewall, LabelStyle.Strong).Add(WebPort, LabelStyle.Quiet);
        }

        TextBlock block = new TextBlock(BoxKind.FrontDoor, width).Add(words.ReverseProxy, LabelStyle.Strong).Add(WebPort, LabelStyle.Quiet);
        return Tls(block, [PlannedCertificate.ReverseProxyMachine]);
    }

    public TextBlock SiteHead(PlannedSite site, int width) => new TextBlock(BoxKind.Site, width)
        .Add(SiteName(site.Name), LabelStyle.Strong, 2)
        .Add(site.InternetFacing ? words.Published : words.NotPublished, LabelStyle.Quiet);

    public TextBlock Servers(SceneUnit unit, int width)
    {
        TextBlock block = new(BoxKind.Servers, width);
        if (unit.Servers.Count == 0)
        {
            return block.Add(words.NoServers, LabelStyle.Plain);
        }

        foreach ((string version, PlannedServer[] servers) in ByVersion(unit.Servers))
        {
            block.Add(servers.Length == 1 ? Fill(words.OneServer, version) : Fill(words.ManyServers, servers.Length, version),
                LabelStyle.Plain);
            string all = string.Join(", ", servers.Select(s => s.Name));
            bool some = servers.Length > ServersShown;
            block.Add(
                some ? Fill(words.MoreServers, string.Join(", ", servers.Take(ServersShown - 1).Select(s => s.Name)),
                    servers.Length - ServersShown + 1) : all,
                LabelStyle.Quiet, 3, some ? all : null);
        }

        Tls(block, [.. unit.Servers.Select(s => s.Name)]);
        foreach (ScenePassage passage in scene.Passages.Where(p => p.To == unit.Row))
        {
            block.Add(PassageText(passage), LabelStyle.Quiet, 3);
        }

        return block;
    }

    public TextBlock Certificate(SceneCertificate certificate, int width)
    {
        PlannedCertificate planned = certificate.Planned;
        TextBlock block = new TextBlock(BoxKind.Certificate, width).AddBadged([certificate.Letter],
            Fill(words.Certificate, certificate.Letter) + ", " + Issuer(planned.Issuer), LabelStyle.Strong);
        string[] machines = [.. planned.InstallOn.Select(m => m == PlannedCertificate.ReverseProxyMachine ? words.ReverseProxy : m)];
        string all = string.Join(", ", machines);
        block.Add(Fill(words.InstalledOn, machines.Length <= ServersShown ? all
            : Fill(words.MoreServers, string.Join(", ", machines.Take(ServersShown - 1)), machines.Length - ServersShown + 1)),
            LabelStyle.Quiet, 3, machines.Length <= ServersShown ? null : all);
        block.Gap(4);
        foreach (CertificateName name in planned.Names.Take(CertificateNamesShown))
        {
            block.Add(name.Name, LabelStyle.Plain);
        }

        if (planned.Names.Count > CertificateNamesShown)
        {
            block.Add(Fill(words.MoreNames, planned.Names.Count - CertificateNamesShown), LabelStyle.Quiet, 1,
                string.Join(", ", planned.Names.Skip(CertificateNamesShown)));
        }

        return block;
    }

    /// <summary>What a passage comes to, in one line.</summary>
    public string PassageText(ScenePassage passage)
    {
        string by = scene.Units[passage.From].Site == scene.Units[passage.To].Site
            ? "Exchange " + ExchangeVersionReader.ProductText(scene.Units[passage.From].Servers[0].Version.Product)
            : SiteName(scene.Units[passage.From].Site.Name);
        string word = passage.Kind is null ? words.FailsFrom : passage.Kind == LinkKind.Redirected ? words.RedirectedBy : words.ProxiedBy;
        return Fill(word, passage.Protocols, by);
    }

    /// <summary>A row in one word: its site, with the version where a site has several rows.</summary>
    public string RowName(int row)
    {
        SceneUnit unit = scene.Units[row];
        string site = SiteName(unit.Site.Name);
        return scene.Units.Count(u => u.Site == unit.Site) == 1 || unit.Servers.Count == 0 ? site
            : site + " (" + ExchangeVersionReader.ProductText(unit.Servers[0].Version.Product) + ")";
    }

    public string Fill(string word, params object[] values) => string.Format(CultureInfo.InvariantCulture, word, values);

    private string SiteName(string name) => name.Length == 0 ? words.OneSite : name;

    private TextBlock Tls(TextBlock block, IReadOnlyList<string> machines)
    {
        string[] letters = [.. scene.Certificates.Where(c => machines.Any(c.IsOn)).Select(c => c.Letter)];
        return block.AddBadged(letters, letters.Length == 0 ? words.CertificateUnknown : words.TlsEnds, LabelStyle.Quiet);
    }

    private string Issuer(CertificateAuthority authority) => authority switch
    {
        CertificateAuthority.Public => words.PublicAuthority,
        CertificateAuthority.Internal => words.InternalAuthority,
        CertificateAuthority.SelfSigned => words.SelfSigned,
        _ => throw ClosedSet.Outside(authority),
    };

    private static IEnumerable<(string Version, PlannedServer[] Servers)> ByVersion(IReadOnlyList<PlannedServer> servers)
    {
        static string Product(PlannedServer server) => ExchangeVersionReader.ProductText(server.Version.Product);
        static string Level(PlannedServer server) => server.Version.Level is { } level ? Product(server) + " " + level : Product(server);
        Func<PlannedServer, string> version = servers.Select(Level).Distinct().Count() > 3 ? Product : Level;
        return servers.GroupBy(version).Select(g => (g.Key, g.ToArray()));
    }
}
