using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>What of captured settings belongs to a hybrid organisation, as the Hybrid Configuration Wizard writes it.</summary>
internal static class HybridState
{
    /// <summary>The name on the certificate of Exchange Online for mail.</summary>
    public const string CloudDomain = "mail.protection.outlook.com";

    /// <summary>What lets mail of Exchange Online keep the marks of the own organisation.</summary>
    public const string Capability = "AcceptCloudServicesMail";

    private const string CoexistenceZone = ".mail.onmicrosoft.com";

    /// <summary>Whether anything of a hybrid organisation was found.</summary>
    public static bool IsFound(ExchangeState state) => SendConnectors(state).Any() || ReceiveConnectors(state).Any()
        || state.AcceptedDomains.Any(d => d.DomainName.Value?.EndsWith(CoexistenceZone, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The send connectors for Exchange Online that are not switched off.</summary>
    public static IEnumerable<CapturedSendConnector> SendConnectors(ExchangeState state) => state.SendConnectors.Where(
        c => c.Enabled is not { IsKnown: true, Value: false } && (c.CloudServicesMailEnabled is { IsKnown: true, Value: true }
            || c.AddressSpaces.Value?.Any(IsCoexistence) == true));

    /// <summary>The receive connectors that take mail of Exchange Online as that of the own organisation.</summary>
    public static IEnumerable<CapturedReceiveConnector> ReceiveConnectors(ExchangeState state) => state.ReceiveConnectors.Where(
        c => c.Enabled is not { IsKnown: true, Value: false } && c.TlsDomainCapabilities.Value?.Any(IsOfCloud) == true);

    /// <summary>Whether a name is that of Exchange Online, with or without a wildcard.</summary>
    public static bool IsCloudDomain(string name) => name.EndsWith(CloudDomain, StringComparison.OrdinalIgnoreCase)
        && (name.Length == CloudDomain.Length || name[name.Length - CloudDomain.Length - 1] == '.');

    private static bool IsOfCloud(string capability)
    {
        int colon = capability.IndexOf(':');
        return colon > 0 && IsCloudDomain(capability.Substring(0, colon).Trim())
            && capability.IndexOf(Capability, colon, StringComparison.OrdinalIgnoreCase) > 0;
    }

    private static bool IsCoexistence(string space)
    {
        string bare = space.Substring(space.IndexOf(':') + 1).Split(';')[0].Trim();
        return bare.EndsWith(CoexistenceZone, StringComparison.OrdinalIgnoreCase);
    }
}
