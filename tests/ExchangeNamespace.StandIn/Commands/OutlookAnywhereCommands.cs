using System.Collections.Generic;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Enabling and disabling Outlook Anywhere, which only Exchange 2007 and 2010 know.</summary>
internal static class OutlookAnywhereCommands
{
    /// <summary>Creates the virtual directory; fails where it exists.</summary>
    public static IEnumerable<object> Enable(CommandCall call)
    {
        StandInContainer server = call.ServerOrLocal();
        var item = new StandInVirtualDirectory("OutlookAnywhere", server.Name, DefaultDirectory.OutlookAnywhere);
        if (server.Contains(item.Key) && !call.BindingOnly)
        {
            throw StandInFault.Exists("OutlookAnywhere", item.Identity);
        }

        if (!call.Confirmed(item.Identity))
        {
            return [];
        }

        call.Store(item, "Server");
        Spread(call, item);
        item["IISAuthenticationMethods"] ??= new[] { "Basic", "Ntlm" };
        server.Add(item);
        return [item.ToOutput()];
    }

    /// <summary>Removes the virtual directory; fails where it does not exist.</summary>
    public static IEnumerable<object> Disable(CommandCall call)
    {
        string identity = call.Text("Identity") ?? call.ServerOrLocal().Name + "\\" + DefaultDirectory.OutlookAnywhere;
        StandInObject item = ObjectFinder.One(call, "OutlookAnywhere", identity);
        if (call.Confirmed(item.Identity))
        {
            call.State[item.Server].Remove(item);
        }

        return [];
    }

    /// <summary>The default authentication method sets the client's and the web server's.</summary>
    public static void Spread(CommandCall call, StandInObject item)
    {
        if (call.Text("DefaultAuthenticationMethod") is not { } method)
        {
            return;
        }

        string[] clients = call.Version.HasPermanentOutlookAnywhere
            ? ["ExternalClientAuthenticationMethod", "InternalClientAuthenticationMethod"]
            : ["ClientAuthenticationMethod"];
        foreach (string client in clients)
        {
            item[client] = method;
        }

        item["IISAuthenticationMethods"] = new[] { method };
    }
}
