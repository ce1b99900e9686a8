using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>
/// Separates the servers that can be planned from those that cannot, each of the latter with its fault: nothing is guessed for them.
/// </summary>
internal sealed class ServerSorter
{
    private readonly NamespaceRequest _request;
    private readonly Dictionary<string, SiteRequest> _sites;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public ServerSorter(NamespaceRequest request)
    {
        _request = request;
        _sites = request.Sites.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        List<ServerRequest> usable = new(request.Servers.Count);
        List<InputFault> faults = [];
        foreach (ServerRequest server in request.Servers)
        {
            if (Refuse(server) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                usable.Add(server);
            }
        }

        Usable = usable;
        Faults = faults;
    }

    public IReadOnlyList<ServerRequest> Usable { get; }

    public IReadOnlyList<InputFault> Faults { get; }

    private InputFault? Refuse(ServerRequest server)
    {
        if (!_names.Add(server.Name))
        {
            return Fault(FaultIds.ServerDuplicate, server, "was given more than once. Each server belongs to the plan once.");
        }

        if ((server.Version ?? _request.Version) is null)
        {
            return new InputFault(FaultIds.VersionMissing, "ExchangeVersion", server.Name,
                $"The version of {server.Name} is not known, and a dialect is never guessed. Give -ExchangeVersion 2007RTM, 2007SP1, "
                    + "2007SP2, 2007SP3, 2010, 2013, 2016, 2019 or SE, or a server object with AdminDisplayVersion.");
        }

        return RefuseOffloading(server) ?? RefuseSite(server);
    }

    private InputFault? RefuseOffloading(ServerRequest server)
    {
        ExchangeVersion version = server.Version ?? _request.Version!;
        if (_request.SslOffloading != true || !ExtendedProtection.IsTakenAsOn(version, server.ExtendedProtection))
        {
            return null;
        }

        const string Remedy = "Leave -SslOffloading out, or use the same certificate on the proxy (bridging)";
        return Fault(FaultIds.SslOffloadingWithExtendedProtection, server, server.ExtendedProtection == true
            ? $"uses Extended Protection, which does not work with SSL offloading. {Remedy}."
            : $"is {version}, where setup switches Extended Protection on, which does not work with SSL offloading: Outlook and mobile "
                + $"devices are locked out. {Remedy}, "
                + "or state ExtendedProtection = $false for a server that was set up with /DoNotEnableEP.");
    }

    private InputFault? RefuseSite(ServerRequest server)
    {
        if (_sites.Count == 0)
        {
            return null;
        }

        if (server.Site is null)
        {
            return _sites.Count == 1 ? null
                : Fault(FaultIds.ServerSiteUnknown, server, "states no site, and several sites are given. Add Site to the server.");
        }

        if (!_sites.TryGetValue(server.Site, out SiteRequest? site))
        {
            return Fault(FaultIds.ServerSiteUnknown, server,
                $"is in site '{VisibleText.Short(server.Site)}', which -Site does not list. Add the site or correct the name.");
        }

        return site.InternetFacing == false && server.InternetFacing == true
            ? Fault(FaultIds.SiteContradiction, server,
                $"is Internet-facing, but its site {VisibleText.Short(site.Name)} is not. Correct one of the two.")
            : null;
    }

    private static InputFault Fault(string id, ServerRequest server, string what) =>
        new(id, "Server", server.Name, $"{server.Name} {what}");
}
