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
                ReceiveConnector(call, target);
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

    private static void ReceiveConnector(CommandCall call, StandInObject target)
    {
        if (call.Text("Usage") is { } usage && !call.Version.Is2007)
        {
            bool fixedBindings = usage is "Client" or "Internal";
            if (fixedBindings == call.Has("Bindings"))
            {
                throw StandInFault.Invalid("-Bindings " + (fixedBindings ? "is not allowed" : "is required") + " with usage " + usage + ".");
            }

            if (usage != "Internet" && !call.Has("RemoteIPRanges"))
            {
                throw StandInFault.Invalid("-RemoteIPRanges is required with usage " + usage + ".");
            }
        }

        string? fqdn = call.Has("Fqdn") ? call.Text("Fqdn") : target["Fqdn"] as string;
        object? mechanism = call.Has("AuthMechanism") ? call.Value("AuthMechanism") : target["AuthMechanism"];
        StandInContainer server = call.State[target.Server];
        bool own = fqdn is null
            || string.Equals(fqdn, server.Fqdn, StringComparison.OrdinalIgnoreCase)
            || string.Equals(fqdn, server.Name, StringComparison.OrdinalIgnoreCase);
        if (!own && mechanism is IEnumerable<string> names && names.Contains("ExchangeServer"))
        {
            throw StandInFault.Invalid(
                "When AuthMechanism contains ExchangeServer, Fqdn must be the name of the server or null; '" + fqdn + "' is neither.");
        }
    }
}
