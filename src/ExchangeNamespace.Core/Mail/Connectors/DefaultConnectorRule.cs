using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>S44: a captured connector that authenticates Exchange servers is blank or has the name of its server.</summary>
internal static class DefaultConnectorRule
{
    private const string ExchangeServer = "ExchangeServer";

    public static IEnumerable<Finding> Check(NamespacePlan plan, ExchangeState state)
    {
        foreach (CapturedReceiveConnector connector in state.ReceiveConnectors.Where(
            c => c.AuthMechanism.Value?.Contains(ExchangeServer, StringComparer.OrdinalIgnoreCase) == true))
        {
            string server = connector.Server.Value ?? connector.Identity.Split('\\')[0];
            string? full = state.FindServer(server)?.Fqdn.Value
                ?? plan.Servers.FirstOrDefault(s => string.Equals(s.Name, server, StringComparison.OrdinalIgnoreCase))?.Fqdn?.Value;
            if (connector.Fqdn.Value is { Length: > 0 } fqdn && !IsOwn(fqdn, server, full))
            {
                yield return MailFlowFindings.DefaultConnectorForeign(VisibleText.Short(connector.Identity), VisibleText.Short(fqdn));
            }
        }
    }

    /// <summary>Where the full name is not known, the name of the server in any domain counts as its own.</summary>
    private static bool IsOwn(string fqdn, string server, string? full) =>
        string.Equals(fqdn, server, StringComparison.OrdinalIgnoreCase)
        || (full is null ? fqdn.StartsWith(server + ".", StringComparison.OrdinalIgnoreCase)
            : string.Equals(fqdn, full, StringComparison.OrdinalIgnoreCase));
}
