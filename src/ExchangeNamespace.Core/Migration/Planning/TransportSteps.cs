using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step K: relay connectors on each new server, and the new servers beside the old ones on the send connectors.</summary>
internal static class TransportSteps
{
    private static readonly string[] SetGroups =
        ["AnonymousUsers", "ExchangeUsers", "ExchangeServers", "ExchangeLegacyServers", "Partners"];

    public static void Make(HopContext context)
    {
        if (context.Hop.Added.Count == 0)
        {
            return;
        }

        foreach (PlannedServer server in context.Hop.Added)
        {
            context.Transport.Add(Receive(context, server));
        }

        context.Transport.Add(Send(context));
    }

    /// <summary>The captured send connectors that name a server of a list; null where none were captured.</summary>
    public static IReadOnlyList<CapturedSendConnector>? Naming(ExchangeState? state, IEnumerable<PlannedServer> servers) =>
        state is null || !state.Has(StateKind.SendConnector) ? null
            : [.. state.SendConnectors.Where(c => c.SourceServers?.Any(
                n => servers.Any(s => string.Equals(n, s.Name, StringComparison.OrdinalIgnoreCase))) == true
                && PowerShellLiteral.CanQuote(c.Identity))];

    /// <summary>The servers of a connector, without some and with others: the whole list, because it is replaced.</summary>
    public static IReadOnlyList<string> Sources(CapturedSendConnector connector, IEnumerable<PlannedServer> without,
        IEnumerable<PlannedServer> with) =>
    [
        .. connector.SourceServers!
            .Where(n => without.All(s => !string.Equals(n, s.Name, StringComparison.OrdinalIgnoreCase)))
            .Concat(with.Select(s => s.Name)).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static StepDraft Receive(HopContext context, PlannedServer server)
    {
        IReadOnlyList<CapturedReceiveConnector>? own = Own(context, server);
        return context.Add(new StepDraft
        {
            Id = context.Id("receive", server.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Transport,
            Title = own is { Count: > 0 } ? $"Make the connectors of devices and applications on {server.Name}"
                : $"Make the receive connectors on {server.Name} that setup does not make",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.Version,
            Servers = [server.Name],
            Actions = own is { Count: > 0 } ? [.. own.SelectMany(c => Copies(c, server))]
                : [HopContext.Work(own is null
                    ? "The receive connectors were not captured. Make those of the old servers again that setup did not make: bindings, "
                        + "ranges, authentication, permission groups, and the right to relay, which the connector does not show."
                    : "The capture has no connector of the organisation's own: compare once more with Get-ReceiveConnector, and raise "
                        + "message size and other limits to those of the old servers.")],
            After =
            [
                new MigrationCheck("Each kind of mail arrives through the new server, and one device can send.",
                    $"Get-ReceiveConnector -Server {PowerShellLiteral.Quote(server.Name, Catalog.LiteralForm.Bare)} "
                        + "| Format-Table Name,Bindings,RemoteIPRanges,PermissionGroups", "the connectors of the old servers too"),
            ],
            TakeBackNote = "Remove the connectors: no device uses them before it is told so.",
            Needs = [context.Certificates.TryGetValue(server.Name, out StepDraft? shown) ? shown : context.Installed[server.Name]],
            Rule = "S45",
            Source = MigrationSources.Relay + "; " + MigrationSources.Decommission,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static IEnumerable<MigrationAction> Copies(CapturedReceiveConnector connector, PlannedServer target)
    {
        IReadOnlyList<string> groups = [.. (connector.PermissionGroups.Value ?? []).Where(SetGroups.Contains)];
        yield return new ExchangeLine
        {
            Command = MigrationCommands.CopyRelay(connector.Name, connector.Identity, target, connector.Bindings.Value!, groups,
                [.. (connector.AuthMechanism.Value ?? []).Where(m => m != "None")]),
        };
        if (groups.Contains("AnonymousUsers"))
        {
            yield return HopContext.Work($"Give the right to relay with the next line only where Get-ReceiveConnector and Get-ADPermission "
                + $"show that {connector.Identity} has it: it lets anonymous senders of its ranges send anywhere.");
            yield return new ExchangeLine { Command = MigrationCommands.RelayRight(connector.Name, target) };
        }
    }

    /// <summary>Connectors of old servers of the site that setup does not make; null where none were captured.</summary>
    private static IReadOnlyList<CapturedReceiveConnector>? Own(HopContext context, PlannedServer target)
    {
        if (context.Input.State is not { } state || !state.Has(StateKind.ReceiveConnector))
        {
            return null;
        }

        HashSet<string> old = new(context.Hop.Old.Where(s => string.Equals(s.Site, target.Site, StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        return [.. state.ReceiveConnectors.Where(c => c.Server.Value is { } server && old.Contains(HostText.FirstLabel(server))
            && !IsOfSetup(c.Name) && c.Bindings.Value is { Count: > 0 } && c.Enabled.Value
            && PowerShellLiteral.CanQuote(c.Identity) && names.Add(c.Name))];
    }

    private static bool IsOfSetup(string name) => new[] { "Default ", "Client ", "Outbound Proxy " }.Any(
        p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static StepDraft Send(HopContext context)
    {
        Hop hop = context.Hop;
        IReadOnlyList<CapturedSendConnector>? naming = Naming(context.Input.State, hop.Removed);
        IReadOnlyList<ExchangeCommand> lines = [.. (naming ?? []).Select(c => MigrationCommands.SourceServers(c.Identity,
            Sources(c, [], hop.Added), hop.Newest!, "Mail may leave through old and new servers.",
            MigrationCommands.SourceServers(c.Identity, Sources(c, [], []), hop.Newest!, "The servers as captured.")))];
        return context.Add(new StepDraft
        {
            Id = context.Id("send"),
            Hop = hop.Number,
            Phase = MigrationPhase.Transport,
            Title = "Let the new servers send beside the old ones",
            Place = MigrationPlace.ExchangeShell,
            Shell = hop.Newest,
            Servers = [.. hop.Added.Select(s => s.Name)],
            Actions = lines.Count > 0 ? HopContext.Lines(lines)
                : [HopContext.Work(naming is null
                    ? "The send connectors were not captured. Add the new servers to the sources of each connector that names an old one; "
                        + "Set-SendConnector replaces the whole list."
                    : "No captured send connector names a server that goes: nothing to do.")],
            Before =
            [
                new MigrationCheck("Firewall, address translation, smart hosts and the SPF record let the new servers send.",
                    "Test-MailIdentity $target", "no Failed"),
            ],
            After =
            [
                new MigrationCheck("Mail leaves through each new server.", "Get-SendConnector | Format-Table "
                    + "Name,AddressSpaces,SourceTransportServers",
                    "old and new servers"),
            ],
            TakeBack = HopContext.Back(lines),
            TakeBackNote = "The list of before comes back.",
            Needs = [.. hop.Added.Select(s => context.Certificates.TryGetValue(s.Name, out StepDraft? shown) ? shown
                : context.Installed[s.Name])],
            Rule = "S46",
            Source = MigrationSources.Decommission,
            Certainty = MigrationCertainty.Documented,
        });
    }
}
