using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>Which connectors speak with the mail servers of others, whose names therefore count.</summary>
internal static class InternetConnectors
{
    /// <summary>
    /// Whether a receive connector takes mail from the Internet; null where the capture does not carry what decides it. One that
    /// authenticates servers may state the name of its server only, and is left alone (S45).
    /// </summary>
    public static bool? TakesMail(CapturedReceiveConnector connector)
    {
        bool?[] conditions =
        [
            connector.Enabled.IsCaptured ? connector.Enabled.Value : null,
            connector.PermissionGroups.IsCaptured ? Has(connector.PermissionGroups, "AnonymousUsers") : null,
            connector.AuthMechanism.IsCaptured ? !Has(connector.AuthMechanism, "ExchangeServer") : null,
            connector.Bindings.IsCaptured ? connector.Bindings.Value?.Any(b => b.EndsWith(":25", StringComparison.Ordinal)) == true : null,
        ];
        return conditions.Contains(false) ? false : conditions.Contains(null) ? null : true;

        static bool Has(Captured<IReadOnlyList<string>> list, string text) =>
            list.Value?.Contains(text, StringComparer.OrdinalIgnoreCase) == true;
    }

    /// <summary>Whether a send connector sends to all domains; null where its address spaces were not captured.</summary>
    public static bool? Sends(CapturedSendConnector connector) =>
        connector.AddressSpaces.IsCaptured ? connector.AddressSpaces.Value?.Any(IsWholeInternet) == true : null;

    /// <summary><c>SMTP:*;1</c>, <c>*</c>.</summary>
    private static bool IsWholeInternet(string space)
    {
        string bare = space.Substring(space.IndexOf(':') + 1);
        int cost = bare.IndexOf(';');
        return (cost < 0 ? bare : bare.Substring(0, cost)).Trim() == "*";
    }
}
