using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Get, Set and New for every kind of object that needs no rule of its own.</summary>
internal static class ObjectCommands
{
    /// <summary>Reads objects: all, those of a server, or those that an identity names.</summary>
    public static IEnumerable<object> Get(CommandCall call)
    {
        string kind = ObjectFinder.Kind(call.Noun);
        string? server = call.Text("Server");
        IEnumerable<StandInObject> found = call.Text("Identity") is { } identity ? ObjectFinder.Some(call, kind, identity)
            : server is not null ? ObjectFinder.All(call, kind, call.ServerNamed(server))
            : ObjectFinder.All(call, kind);
        return found.Select(item => item.ToOutput());
    }

    /// <summary>Changes the one object that is named.</summary>
    public static IEnumerable<object> Set(CommandCall call)
    {
        StandInObject target = Target(call);
        Rules.Check(call, target);
        if (!call.Confirmed(target.Identity))
        {
            return [];
        }

        call.Store(target, call.Noun == "RpcClientAccess" ? "Server" : string.Empty);
        if (target.Kind == "OutlookAnywhere")
        {
            OutlookAnywhereCommands.Spread(call, target);
        }

        if (call.Text("Name") is { } name && name != target.Name && !ObjectFinder.IsDirectory(target.Kind))
        {
            Rename(call, target, name);
        }

        return [];
    }

    /// <summary>Creates an object; its name must be free.</summary>
    public static IEnumerable<object> New(CommandCall call)
    {
        string kind = ObjectFinder.Kind(call.Noun);
        StandInContainer owner = ObjectFinder.IsOfServer(kind) ? call.ServerOrLocal() : call.State.Organization;
        string name = ObjectFinder.IsRole(kind) ? owner.Name
            : call.Text("Name") ?? call.Text("Fqdn") ?? throw StandInFault.Invalid("A name is needed.");
        StandInObject item = ObjectFinder.IsRole(kind) ? new StandInObject(kind, owner.Name, name, name, kind)
            : ObjectFinder.IsOfServer(kind) ? new StandInObject(kind, owner.Name, owner.Name + "\\" + name, name, owner.Name + "\\" + name)
            : new StandInObject(kind, string.Empty, name, name, kind + "\\" + name);
        if (owner.Contains(item.Key) && !call.BindingOnly)
        {
            throw StandInFault.Exists(kind, item.Identity);
        }

        Rules.Check(call, item);
        if (!call.Confirmed(item.Identity))
        {
            return [];
        }

        call.Store(item, "Server");
        owner.Add(item);
        return [item.ToOutput()];
    }

    /// <summary>Starts, stops or moves a clustered mailbox server.</summary>
    public static IEnumerable<object> Cluster(CommandCall call)
    {
        StandInObject target = ObjectFinder.One(call, ObjectFinder.Kind(call.Noun), call.Text("Identity")!);
        if (!call.Switch("ValidateOnly") && call.Confirmed(target.Identity))
        {
            call.Store(target);
            target["State"] = call.Verb == "Stop" ? "Offline" : "Online";
        }

        return [];
    }

    private static StandInObject Target(CommandCall call)
    {
        string kind = ObjectFinder.Kind(call.Noun);
        string? identity = kind switch
        {
            "OrganizationConfig" => kind,
            "RpcClientAccess" => call.Text("Server"),
            _ => call.Text("Identity") ?? (call.Value("Instance") as StandInObject)?.Identity,
        };
        return ObjectFinder.One(
            call, kind, identity ?? throw StandInFault.Invalid(call.Entry.Name + " needs -Identity, or -Instance where the version has it."));
    }

    private static void Rename(CommandCall call, StandInObject target, string name)
    {
        StandInContainer owner = target.Server.Length == 0 ? call.State.Organization : call.State[target.Server];
        string identity = target.Server.Length == 0 ? name : target.Server + "\\" + name;
        string key = target.Server.Length == 0 ? target.Kind + "\\" + name : identity;
        if (owner.Contains(key) && !string.Equals(key, target.Key, StringComparison.OrdinalIgnoreCase))
        {
            throw StandInFault.Exists(target.Kind, identity);
        }

        owner.Remove(target);
        owner.Add(target.CopyAs(identity, name, key));
    }
}
