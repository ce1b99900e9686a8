using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Finds the objects that an identity names.</summary>
internal static class ObjectFinder
{
    private static readonly HashSet<string> Directories =
    [
        .. DefaultDirectory.All.Select(d => d.Kind), "OutlookAnywhere",
    ];

    private static readonly HashSet<string> Roles =
    [
        "ClientAccessServer", "ExchangeServer", "TransportServer", "MailboxServer", "RpcClientAccess", "FrontendTransportService",
    ];

    /// <summary>The kind of object behind a noun: two nouns may share one.</summary>
    public static string Kind(string noun) => noun switch
    {
        "ClientAccessService" => "ClientAccessServer",
        "TransportService" => "TransportServer",
        "ClusteredMailboxServerStatus" => "ClusteredMailboxServer",
        _ => noun,
    };

    public static bool IsDirectory(string kind) => Directories.Contains(kind);

    public static bool IsRole(string kind) => Roles.Contains(kind);

    public static bool IsOfServer(string kind) => IsDirectory(kind) || IsRole(kind) || kind == "ReceiveConnector";

    /// <summary>All objects of the kind, on one server or everywhere.</summary>
    public static IEnumerable<StandInObject> All(CommandCall call, string kind, StandInContainer? server = null) =>
        (server is not null ? [server] : call.State.Servers.Append(call.State.Organization))
            .SelectMany(container => container.Objects)
            .Where(item => item.Kind == kind);

    /// <summary>The one object that a changing command names.</summary>
    /// <exception cref="StandInFault">None, or more than one.</exception>
    public static StandInObject One(CommandCall call, string kind, string identity)
    {
        StandInObject[] found = [.. Matching(call, kind, identity)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw StandInFault.NotFound(kind, identity),
            _ => throw StandInFault.Ambiguous(kind, identity),
        };
    }

    /// <summary>The objects that a reading command names; a wildcard may match any number.</summary>
    /// <exception cref="StandInFault">An identity without wildcard matches nothing.</exception>
    public static IEnumerable<StandInObject> Some(CommandCall call, string kind, string identity)
    {
        StandInObject[] found = [.. Matching(call, kind, identity)];
        return found.Length > 0 || identity.Contains('*', StringComparison.Ordinal) ? found : throw StandInFault.NotFound(kind, identity);
    }

    private static IEnumerable<StandInObject> Matching(CommandCall call, string kind, string identity)
    {
        StandInObject[] found = [.. Named(call, kind, identity)];
        return found.Length == 0 && call.BindingOnly ? [MakeUp(call, kind, identity)] : found;
    }

    private static IEnumerable<StandInObject> Named(CommandCall call, string kind, string identity)
    {
        if (!IsOfServer(kind))
        {
            return All(call, kind, call.State.Organization).Where(item => Matches(item.Name, identity));
        }

        // Without a server an object of a server is looked for on the local one.
        int cut = identity.IndexOf('\\', StringComparison.Ordinal);
        StandInContainer? server = IsRole(kind) ? call.State.FindServer(identity)
            : cut < 0 ? call.State.Servers[0]
            : call.State.FindServer(identity[..cut]);
        return server is null ? []
            : All(call, kind, server).Where(item => IsRole(kind) || Matches(item.Name, identity[(cut + 1)..]));
    }

    private static bool Matches(string name, string pattern)
    {
        if (!pattern.EndsWith('*'))
        {
            return string.Equals(name, pattern, StringComparison.OrdinalIgnoreCase);
        }

        return WildcardPattern.Get(WildcardPattern.Escape(pattern[..^1]) + "*", WildcardOptions.IgnoreCase).IsMatch(name);
    }

    private static StandInObject MakeUp(CommandCall call, string kind, string identity)
    {
        int cut = identity.IndexOf('\\', StringComparison.Ordinal);
        string name = identity[(cut + 1)..];
        if (!IsOfServer(kind))
        {
            return Installation.Named(call.State.Organization, kind, identity);
        }

        StandInContainer server = call.ServerNamed(cut < 0 ? (IsRole(kind) ? identity : null) : identity[..cut]);
        return server.Add(
            IsDirectory(kind) ? new StandInVirtualDirectory(kind, server.Name, name)
            : IsRole(kind) ? new StandInObject(kind, server.Name, server.Name, server.Name, kind)
            : new StandInObject(kind, server.Name, server.Name + "\\" + name, name, server.Name + "\\" + name));
    }
}
