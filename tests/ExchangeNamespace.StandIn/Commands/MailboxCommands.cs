using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Commands about mailboxes, databases and servers as a whole: they bind and are recorded, and hold no state of their own.</summary>
internal static class MailboxCommands
{
    /// <summary>Every server has one database.</summary>
    public static IEnumerable<object> Databases(CommandCall call)
    {
        string[] servers = call.Text("Server") is { } server ? [call.ServerNamed(server).Name] : [.. call.State.Servers.Select(s => s.Name)];
        return servers.Select(s => Named("MailboxDatabase", s + "-DB", ("Server", s), ("OfflineAddressBook", null)).ToOutput());
    }

    /// <summary>One object for each kind that lines pipe on.</summary>
    public static IEnumerable<object> Named(CommandCall call) => call.Verb == "Get"
        ? [Named(call.Noun, call.Noun + " 1", ("IsDefault", true)).ToOutput()]
        : Change(call);

    /// <summary>A change that is not kept.</summary>
    public static IEnumerable<object> Change(CommandCall call)
    {
        _ = call.Confirmed(call.Text("Identity") ?? call.Text("Server") ?? call.Noun);
        return [];
    }

    private static StandInObject Named(string kind, string name, params (string Property, object? Value)[] values)
    {
        StandInObject item = new(kind, string.Empty, name, name, kind + "\\" + name);
        foreach ((string property, object? value) in values)
        {
            item[property] = value;
        }

        return item;
    }
}
