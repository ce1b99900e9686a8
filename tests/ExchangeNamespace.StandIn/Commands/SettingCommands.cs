using System.Collections.Generic;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Settings of which a server, or the organisation, has exactly one object: it is named by no identity.</summary>
internal static class SettingCommands
{
    /// <summary>The object of the call.</summary>
    public static StandInObject Of(CommandCall call)
    {
        if (call.Noun == "HybridConfiguration")
        {
            return ObjectFinder.One(call, call.Noun, call.Noun);
        }

        StandInContainer server = call.ServerOrLocal();
        if (!server.Contains(call.Noun))
        {
            server.Add(new StandInObject(call.Noun, server.Name, server.Name, "1", call.Noun))["X509CertificateName"] = server.Fqdn;
        }

        return server[call.Noun];
    }

    /// <summary>Changes it.</summary>
    public static IEnumerable<object> Set(CommandCall call)
    {
        StandInObject target = Of(call);
        if (call.Confirmed(target.Identity))
        {
            call.Store(target, "Server");
        }

        return [];
    }
}
