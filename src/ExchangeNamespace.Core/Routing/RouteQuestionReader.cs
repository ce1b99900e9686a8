using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Routing;

/// <summary>
/// Finds the server and the mailbox that a user means. What is left open and has one answer is taken; nothing is guessed beside that.
/// </summary>
internal static class RouteQuestionReader
{
    private static readonly RouteProtocol[] AllProtocols = (RouteProtocol[])Enum.GetValues(typeof(RouteProtocol));

    /// <summary>Reads the questions of each pair of a server and a mailbox server; a fault that several pairs share is told once.</summary>
    /// <param name="topology">The organisation.</param>
    /// <param name="input">What was stated beside the servers.</param>
    /// <param name="servers">The servers that the client reaches; null among them leaves it open.</param>
    /// <param name="mailboxServers">The servers that hold the mailbox; null among them leaves it open.</param>
    /// <param name="faults">Takes what was refused.</param>
    public static IReadOnlyList<RouteQuestion> Read(RouteTopology topology, RouteInput input, IEnumerable<string?> servers,
        IReadOnlyCollection<string?> mailboxServers, List<InputFault> faults)
    {
        List<InputFault> all = [];
        RouteQuestion[] questions = [.. servers.SelectMany(server => mailboxServers.SelectMany(mailboxServer =>
            Read(topology, input with { Server = server, MailboxServer = mailboxServer }, all)))];
        faults.AddRange(all.GroupBy(f => (f.Id, f.Message)).Select(f => f.First()));
        return questions;
    }

    public static IReadOnlyList<RouteQuestion> Read(RouteTopology topology, RouteInput input, ICollection<InputFault> faults)
    {
        int before = faults.Count;
        RouteServer? entry = Entry(topology, input, faults);
        (string Site, ExchangeProduct Product)? mailbox = Mailbox(topology, input, faults);
        return entry is null || mailbox is not { } found || faults.Count > before
            ? []
            : [.. Protocols(input).Select(p => new RouteQuestion(p, input.View, entry, found.Site, found.Product, input.MailboxServer))];
    }

    /// <summary>Every protocol, every site and product of servers that the view reaches, every site and product of mailboxes.</summary>
    public static IEnumerable<RouteQuestion> Matrix(RouteTopology topology, RouteInput input)
    {
        RouteServer[] entries = [.. topology.Servers
            .Where(s => s.IsClientAccess && (input.View == DnsView.Internal || s.IsPublished != false))
            .GroupBy(s => (s.Site.ToUpperInvariant(), s.Product))
            .Select(g => g.First())];
        (string Site, ExchangeProduct Product)[] mailboxes = [.. topology.Servers
            .GroupBy(s => (s.Site.ToUpperInvariant(), s.Product))
            .Select(g => (g.First().Site, g.First().Product))];
        return from protocol in Protocols(input)
               from entry in entries
               from mailbox in mailboxes
               select new RouteQuestion(protocol, input.View, entry, mailbox.Site, mailbox.Product);
    }

    private static IReadOnlyList<RouteProtocol> Protocols(RouteInput input) =>
        input.Protocols.Count > 0 ? [.. input.Protocols.Distinct()] : AllProtocols;

    private static RouteServer? Entry(RouteTopology topology, RouteInput input, ICollection<InputFault> faults)
    {
        if (input.Server is not null)
        {
            return Server(topology, input.Server, nameof(input.Server), faults);
        }

        if (input.Site is not null && !HasSite(topology, input.Site, nameof(input.Site), faults))
        {
            return null;
        }

        RouteServer? entry = topology.Servers
            .Where(s => s.IsClientAccess && (input.Site is null || s.IsIn(input.Site)))
            .Where(s => input.Site is not null || input.View == DnsView.Internal || s.IsPublished != false)
            .OrderByDescending(s => input.View == DnsView.Internal || s.IsPublished == true)
            .ThenByDescending(s => s.Product)
            .FirstOrDefault();
        if (entry is null)
        {
            faults.Add(input.Site is null
                ? new InputFault(FaultIds.RouteEntryMissing, nameof(input.Server), null,
                    "No server is known to be reached from outside. Give -Server or -Site, or -View Internal.")
                : new InputFault(FaultIds.RouteEntryMissing, nameof(input.Site), input.Site,
                    $"Site '{VisibleText.Short(input.Site)}' has no server that serves clients. Give another site or -Server."));
        }

        return entry;
    }

    private static (string Site, ExchangeProduct Product)? Mailbox(RouteTopology topology, RouteInput input, ICollection<InputFault> faults)
    {
        RouteServer? server = input.MailboxServer is null ? null
            : Server(topology, input.MailboxServer, nameof(input.MailboxServer), faults);
        if (input.MailboxServer is not null && server is null)
        {
            return null;
        }

        if (server is not null && input.MailboxSite is not null && !server.IsIn(input.MailboxSite))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.MailboxSite), input.MailboxSite,
                $"{server.Name} is in site '{VisibleText.Short(server.Site)}'. Give -MailboxServer or -MailboxSite."));
            return null;
        }

        string? site = server?.Site ?? input.MailboxSite ?? (topology.Sites.Count == 1 ? topology.Sites[0] : null);
        if (site is null)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(input.MailboxSite), null,
                "Where is the mailbox? Give -MailboxSite or -MailboxServer. The sites are "
                    + $"{NameList.Describe([.. topology.Sites.Select(VisibleText.Short)])}."));
            return null;
        }

        if (server is null && !HasSite(topology, site, nameof(input.MailboxSite), faults))
        {
            return null;
        }

        if (input.MailboxVersion is not null)
        {
            return Product(input.MailboxVersion, faults) is { } given ? (site, given) : null;
        }

        ExchangeProduct[] products = server is not null ? [server.Product]
            : [.. topology.Servers.Where(s => s.IsIn(site)).Select(s => s.Product).Distinct().OrderBy(p => p)];
        if (products.Length == 1)
        {
            return (site, products[0]);
        }

        faults.Add(new InputFault(FaultIds.VersionMissing, nameof(input.MailboxVersion), null, products.Length == 0
            ? $"Site '{VisibleText.Short(site)}' has no server, so the version of the mailbox is not known. Give -MailboxVersion."
            : $"Site '{VisibleText.Short(site)}' has servers of {string.Join(", ", products.Select(ExchangeVersionReader.ProductText))}. "
                + "Give -MailboxVersion or -MailboxServer."));
        return null;
    }

    /// <summary>A mailbox has a product; its level does not matter here, so that a bare 2007 is enough.</summary>
    private static ExchangeProduct? Product(string text, ICollection<InputFault> faults)
    {
        foreach (ExchangeProduct product in (ExchangeProduct[])Enum.GetValues(typeof(ExchangeProduct)))
        {
            if (string.Equals(text.Trim(), ExchangeVersionReader.ProductText(product), StringComparison.OrdinalIgnoreCase))
            {
                return product;
            }
        }

        if (ExchangeVersionReader.TryParse(text, nameof(RouteInput.MailboxVersion), out ExchangeVersion? version, out InputFault? fault))
        {
            return version.Product;
        }

        faults.Add(fault);
        return null;
    }

    private static RouteServer? Server(RouteTopology topology, string name, string parameter, ICollection<InputFault> faults)
    {
        int dot = name.IndexOf('.');
        if (topology.FindServer(dot > 0 ? name.Substring(0, dot) : name) is { } server)
        {
            return server;
        }

        faults.Add(new InputFault(FaultIds.RouteServerUnknown, parameter, name,
            $"There is no server '{VisibleText.Short(name)}'. "
                + $"{NearNames.Sentence(name, [.. topology.Servers.Select(s => s.Name)], "The servers are")}"));
        return null;
    }

    private static bool HasSite(RouteTopology topology, string site, string parameter, ICollection<InputFault> faults)
    {
        if (topology.Sites.Contains(site, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        faults.Add(new InputFault(FaultIds.RouteSiteUnknown, parameter, site,
            $"There is no site '{VisibleText.Short(site)}'. "
                + $"{NearNames.Sentence(site, [.. topology.Sites.Select(VisibleText.Short)], "The sites are")}"));
        return false;
    }
}
