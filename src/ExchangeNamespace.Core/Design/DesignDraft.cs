using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>A design while it is inferred: its members, what was found, and which differences from the state have been told.</summary>
internal sealed class DesignDraft
{
    private const string Comment = "Comment";

    private readonly List<(DesignMember Member, object? Value)> _members = [];
    private readonly HashSet<(string Server, string Service)> _told = [];

    public DesignDraft(ExchangeState state)
    {
        State = state;
        Servers = ServerViews.Of(state, Findings);
        Sites = [.. Servers.GroupBy(s => s.Site, StringComparer.OrdinalIgnoreCase).Select(g => new SiteHosts(g.Key, [.. g]))
            .OrderByDescending(s => s.IsFacing)];
    }

    public ExchangeState State { get; }

    public IReadOnlyList<ServerView> Servers { get; }

    /// <summary>The sites, those that are reached from outside first; one without a name where sites were not captured.</summary>
    public IReadOnlyList<SiteHosts> Sites { get; }

    /// <summary>Whether hosts are stated for the design as a whole, as people write it for one site.</summary>
    public bool IsOneSite => Sites.Count <= 1;

    public List<Finding> Findings { get; } = [];

    public bool KeepsInternal { get; set; }

    public Fqdn? LegacyHost { get; set; }

    public Fqdn? ExternalHost { get; set; }

    public Fqdn? ADDomain { get; set; }

    public IReadOnlyList<Fqdn>? MailDomains { get; set; }

    public IEnumerable<DesignMember> Members => _members.Select(m => m.Member)
        .OrderBy(m => m.Server.Length > 0 ? 2 : m.Site.Length > 0 ? 1 : 0)
        .ThenBy(m => MemberOrder.Rank(m.Name));

    /// <summary>
    /// States a member of the design, of a site or of a server; a dot in its name leads into an object, and null says that none is wanted.
    /// </summary>
    public void Put(string name, object? value, DesignCertainty certainty, string evidence, string site = "", string server = "",
        string? shown = null) => _members.Add((new DesignMember
        {
            Name = name,
            Value = shown ?? (value is IEnumerable<object?> list ? string.Join(", ", list) : value?.ToString() ?? "(null)"),
            Certainty = certainty,
            Evidence = evidence,
            Site = site,
            Server = server,
        }, value));

    /// <summary>Takes a member back that the planner refuses.</summary>
    public bool Remove(string name) => _members.RemoveAll(m => MemberOrder.Root(m.Member.Name) == name && m.Member.Server.Length == 0) > 0;

    /// <summary>Notes that a difference between the design and a server has been told.</summary>
    public void Tell(string server, ClientService service) => _told.Add((server.ToUpperInvariant(), ServiceLabel(service)));

    public bool IsTold(string server, string service) => _told.Contains((server.ToUpperInvariant(), service));

    /// <summary>The members as a design file has them.</summary>
    public Dictionary<string, object?> ToDocument()
    {
        ILookup<(string Site, string Server), (DesignMember Member, object? Value)> members = _members
            .OrderBy(m => MemberOrder.Rank(m.Member.Name))
            .ToLookup(m => (m.Member.Site, m.Member.Server));
        Dictionary<string, object?> root = new(StringComparer.OrdinalIgnoreCase);
        string[] comments = [.. Comments()];
        if (comments.Length > 0)
        {
            root[Comment] = comments.ToList<object?>();
        }

        Fill(root, members[(string.Empty, string.Empty)]);
        List<object?> sites = [
            .. Sites.Where(s => s.Name.Length > 0 && (!IsOneSite || members.Contains((s.Name, string.Empty))))
                .Select(s => Node(s.Name, members[(s.Name, string.Empty)]))];
        if (sites.Count > 0)
        {
            root["Site"] = sites;
        }

        root["Server"] = Servers.Select(s => (object?)Node(s.Name, members[(string.Empty, s.Name)])).ToList();
        return root;
    }

    private static string ServiceLabel(ClientService service) => service == ClientService.Autodiscover ? "SCP" : service.ToString();

    private static Dictionary<string, object?> Node(string name, IEnumerable<(DesignMember Member, object? Value)> members)
    {
        Dictionary<string, object?> node = new(StringComparer.OrdinalIgnoreCase) { ["Name"] = name };
        Fill(node, members);
        return node;
    }

    private static void Fill(Dictionary<string, object?> node, IEnumerable<(DesignMember Member, object? Value)> members)
    {
        foreach ((DesignMember member, object? value) in members)
        {
            Fill(node, member.Name.Split('.'), value);
        }
    }

    private static void Fill(Dictionary<string, object?> node, string[] path, object? value)
    {
        foreach (string name in path.Take(path.Length - 1))
        {
            if (!node.TryGetValue(name, out object? inner) || inner is not Dictionary<string, object?> group)
            {
                node[name] = group = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
            }

            node = group;
        }

        node[path[path.Length - 1]] = value;
    }

    private IEnumerable<string> Comments() => Members
        .Where(m => m.Certainty != DesignCertainty.Certain)
        .Select(m => $"{m.Where}{m.Name} ({m.Certainty}): {m.Evidence}")
        .Concat(Findings.OrderByDescending(f => f.Severity)
            .Select(f => $"{f.Code} {f.Severity}: {f.Subject}: {f.Message} {f.Remedy}".TrimEnd()));
}
