using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>What Exchange refuses of receive connectors although it binds.</summary>
internal static class ConnectorRules
{
    private const string Everyone = "0.0.0.0-255.255.255.255";

    /// <summary>Checks a new or changed receive connector against its server.</summary>
    /// <exception cref="StandInFault">Refused.</exception>
    public static void Check(CommandCall call, StandInObject target)
    {
        CheckUsage(call);
        if (call.Text("Banner") is { } banner && !banner.StartsWith("220 ", StringComparison.Ordinal))
        {
            throw StandInFault.Invalid("A banner begins with 220.");
        }

        StandInContainer server = call.State[target.Server];
        CheckFqdn(call, target, server);
        string[] bindings = Texts(call, target, "Bindings") ?? [];
        string[] ranges = Texts(call, target, "RemoteIPRanges") ?? [Everyone];
        string role = call.Text("TransportRole") ?? target["TransportRole"] as string ?? "HubTransport";
        foreach (StandInObject other in server.Objects.Where(o => o.Kind == target.Kind && o.Key != target.Key))
        {
            if (!bindings.Intersect(Values(other, "Bindings"), StringComparer.OrdinalIgnoreCase).Any())
            {
                continue;
            }

            if (call.Version.HasPermanentOutlookAnywhere && role != other["TransportRole"] as string)
            {
                throw StandInFault.Invalid("Connectors of different transport roles need bindings of their own: " + other.Identity + ".");
            }

            if (ranges.Select(AddressRange.Parse).Intersect(Values(other, "RemoteIPRanges").Select(AddressRange.Parse)).Any())
            {
                throw StandInFault.Invalid("Bindings and remote ranges conflict with those of " + other.Identity + ".");
            }
        }
    }

    /// <summary>The list of a property; empty where it was never set.</summary>
    public static IReadOnlyList<string> Values(StandInObject item, string property) => item[property] as string[] ?? [];

    private static string[]? Texts(CommandCall call, StandInObject target, string property) =>
        (call.Has(property) ? CommandCall.Stored(target[property], call.Value(property)) : target[property]) as string[];

    private static void CheckUsage(CommandCall call)
    {
        if (call.Text("Usage") is not { } usage || call.Version.Is2007)
        {
            return;
        }

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

    private static void CheckFqdn(CommandCall call, StandInObject target, StandInContainer server)
    {
        string? fqdn = call.Has("Fqdn") ? call.Text("Fqdn") : target["Fqdn"] as string;
        object? mechanism = call.Has("AuthMechanism") ? call.Value("AuthMechanism") : target["AuthMechanism"];
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
