using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>How a server of 2013 and later is taken out of service and brought back.</summary>
internal static class ServerMaintenance
{
    /// <summary>What empties a server of 2013 and later.</summary>
    public static IReadOnlyList<MigrationAction> Begin(PlannedServer server, string? partner, bool inGroup) =>
    [
        .. HopContext.Lines([MigrationCommands.Component(server, "HubTransport", "Draining"), .. Calls(server, "Draining")]),
        HopContext.Work("On the server restart MSExchangeTransport, so that the draining begins."
            + (inGroup ? " In a database availability group then run StartDagServerMaintenance.ps1 (folder $ExScripts) with "
                + "-PauseClusterNode: it moves the active copies away and blocks the server. Go on when none is active on "
                + "it." : string.Empty)
            + (partner is null ? " Where there is another server, redirect what waits in the queues: Redirect-Message -Target with its "
                + "full name." : string.Empty)),
        .. HopContext.Lines([
            .. partner is null ? [] : new[] { MigrationCommands.Redirect(server, partner) },
            MigrationCommands.Component(server, "ServerWideOffline", "Inactive")]),
    ];

    /// <summary>What brings it back.</summary>
    public static IReadOnlyList<MigrationAction> End(PlannedServer server, bool inGroup) =>
    [
        .. HopContext.Lines([MigrationCommands.Component(server, "ServerWideOffline", "Active"), .. Calls(server, "Active"),
            MigrationCommands.Component(server, "HubTransport", "Active")]),
        HopContext.Work((inGroup ? "In a database availability group run StopDagServerMaintenance.ps1 (folder $ExScripts). "
            : string.Empty) + "On the server restart MSExchangeTransport."),
    ];

    /// <summary>2013 and 2016 also route calls.</summary>
    private static IEnumerable<ExchangeCommand> Calls(PlannedServer server, string state) =>
        server.Version.Product is ExchangeProduct.Exchange2013 or ExchangeProduct.Exchange2016
            ? [MigrationCommands.Component(server, "UMCallRouter", state)] : [];
}
