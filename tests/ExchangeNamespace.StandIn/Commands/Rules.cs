using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>What a command refuses although it binds, where the documentation says so.</summary>
internal static class Rules
{
    /// <summary>Checks a command against the object it would change, before it changes it.</summary>
    /// <exception cref="StandInFault">Refused.</exception>
    public static void Check(CommandCall call, StandInObject target)
    {
        switch (target.Kind)
        {
            case "OutlookAnywhere" when call.Version.HasPermanentOutlookAnywhere:
                OutlookAnywhere(call);
                break;
            case "ReceiveConnector":
                ConnectorRules.Check(call, target);
                break;
        }
    }

    private static void OutlookAnywhere(CommandCall call)
    {
        if (call.Has("DefaultAuthenticationMethod"))
        {
            string[] others = ["ExternalClientAuthenticationMethod", "InternalClientAuthenticationMethod", "IISAuthenticationMethods"];
            if (others.FirstOrDefault(call.Has) is { } other)
            {
                throw StandInFault.Invalid("-DefaultAuthenticationMethod cannot be used together with -" + other + ".");
            }
        }

        foreach (string side in (string[])["External", "Internal"])
        {
            string ssl = side + "ClientsRequireSsl";
            if (call.Text(side + "Hostname") is not null && !call.Has(ssl))
            {
                throw StandInFault.Invalid("-" + side + "Hostname needs -" + ssl + ".");
            }

            if (call.Value("SSLOffloading") is false && call.Value(ssl) is false)
            {
                throw StandInFault.Invalid("-SSLOffloading must be true when -" + ssl + " is false.");
            }
        }
    }
}
