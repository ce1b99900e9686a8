using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>Which lines of a plan are wanted, and whether only as a rehearsal.</summary>
public sealed record CommandSelection
{
    /// <summary>The services; null for all.</summary>
    public ISet<ClientService>? Services { get; init; }

    /// <summary>The server names, compared without regard to case; null for all.</summary>
    public ISet<string>? Servers { get; init; }

    /// <summary>The shell; null for all.</summary>
    public ShellGeneration? Generation { get; init; }

    /// <summary>Whether <c>-WhatIf</c> is added to each line. Servers of a version without it (2007 RTM) then have no lines.</summary>
    public bool Rehearse { get; init; }

    /// <summary>Whether a server is wanted.</summary>
    /// <param name="server">A server of the plan.</param>
    /// <returns>True when no filter leaves it out.</returns>
    public bool Includes(PlannedServer server) =>
        (Servers is null || Servers.Contains(server.Name) || (server.Fqdn is not null && Servers.Contains(server.Fqdn.Value)))
        && (Generation is null || ShellGenerations.Of(server.Version) == Generation);

    /// <summary>A rehearsal of a version without -WhatIf would be the real thing, so it has no lines.</summary>
    internal bool LacksWhatIf(ExchangeVersion version) => Rehearse && !ServiceCatalog.HasWhatIf(version);

    /// <summary>Whether a service is wanted.</summary>
    /// <param name="service">A service.</param>
    /// <returns>True when no filter leaves it out.</returns>
    public bool Includes(ClientService service) => Services is null || Services.Contains(service);
}
