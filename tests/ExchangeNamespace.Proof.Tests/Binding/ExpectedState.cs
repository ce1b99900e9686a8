using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>A whole state as a table, and what a plan must turn it into: every value that the plan does not name stays.</summary>
internal static class ExpectedState
{
    /// <summary>The state by server, object and property; names without regard to case, as Exchange has them.</summary>
    public static SortedDictionary<string, string> Of(StandInExchange exchange)
    {
        SortedDictionary<string, string> state = new(StringComparer.OrdinalIgnoreCase);
        foreach (string entry in exchange.State.Snapshot())
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            state.Add(entry[..equals], entry[(equals + 1)..]);
        }

        return state;
    }

    /// <summary>Writes what the lines of one version must leave behind.</summary>
    public static void Apply(NamespacePlan plan, ExchangeVersion version, SortedDictionary<string, string> state)
    {
        foreach (PlannedLine line in PlannedLine.Read(plan).Where(l => l.Version.Equals(version)))
        {
            string prefix = line.Server + "|" + line.Object + "|";
            foreach (PlannedValue value in line.Values)
            {
                state[prefix + value.Property] = value.Value switch
                {
                    null => "<null>",
                    bool flag => flag ? "True" : "False",
                    var texts => string.Join(",", (string[])texts),
                };
            }

            if (line.Cmdlet == "Enable-OutlookAnywhere")
            {
                // What enabling leaves where the line says nothing about it.
                state.TryAdd(prefix + "IISAuthenticationMethods", "Basic,Ntlm");
            }
        }
    }
}
