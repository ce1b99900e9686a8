using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Servers that get another version where they stand, one at a time: out of the pool, maintenance, setup, and back.</summary>
internal static class InPlaceSteps
{
    public static void Make(HopContext context)
    {
        StepDraft? last = null;
        foreach (ChangedServer server in context.Hop.Changed)
        {
            last = Server(context, server, last);
            context.InService.Add(last);
        }
    }

    private static StepDraft Server(HopContext context, ChangedServer server, StepDraft? last)
    {
        IReadOnlyList<PoolChange> leaves = Pools(context, server.Before);
        IReadOnlyList<DnsChange> records = Records(context, server.Before);
        StepDraft? silent = records.Count > 0 ? Withdraw(context, server.Before, records, last) : null;
        string? partner = context.Hop.From.Servers.FirstOrDefault(s => s.Name != server.Before.Name
            && s.Version.Product >= ExchangeProduct.Exchange2013)?.Fqdn?.Value;
        bool modern = server.Before.Version.Product >= ExchangeProduct.Exchange2013;
        StepDraft away = context.Add(new StepDraft
        {
            Id = context.Id("maintenance", server.Before.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Take {server.Before.Name} out of service",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.Before.Version,
            Servers = [server.Before.Name],
            Actions =
            [
                .. leaves,
                .. modern ? Maintenance(server.Before, partner, inGroup: true) : [],
                Change(server.Before, ServerStage.Maintenance, server.Before.Version, server.Before.Version),
            ],
            Before =
            [
                new MigrationCheck("Every other server works, and each database has a healthy copy elsewhere.",
                    "Test-Namespace $present $state", "no Failed"),
                new MigrationCheck("The certificate lasts, and a backup of the server and of Active Directory exists.",
                    "Test-NamespaceCertificate -Certificate $state -HostName " + context.Hop.To.ExternalHost, "Passed"),
            ],
            After = modern
                ? [
                    new MigrationCheck("Only monitoring and recovery are active on it.",
                        $"Get-ServerComponentState -Identity {Name(server)} | Format-Table Component,State",
                        "Active for Monitoring and RecoveryActionsEnabled alone"),
                    new MigrationCheck("No mail waits on it, and no active copy of a database is on it.",
                        "Get-Queue -Server " + Name(server), "empty queues, but for shadow and poison"),
                ]
                : [new MigrationCheck("No client and no mail is on it.", null, "no active database, an empty queue")],
            Effects = [new ClientEffect("Clients of " + server.Before.Name, leaves.Count > 0 || silent is not null
                ? "They connect again to another server of the pool."
                : "No other server answers under its names: they have no service until it is back.")],
            TakeBack =
            [
                .. modern ? Service(server.Before, inGroup: true) : [],
                Change(server.Before, ServerStage.InService, server.Before.Version, server.Before.Version),
                .. leaves.Select(r => r.Reversed()),
            ],
            TakeBackNote = "Bring it back into service.",
            Needs = [silent ?? last ?? context.Capture, .. context.BeforeInstall],
            Source = MigrationSources.Upgrade + "; " + MigrationSources.Maintenance,
            Certainty = MigrationCertainty.Documented,
        });
        SetupLines setup = SetupLines.Of(server.After.Version);
        StepDraft upgraded = context.Add(new StepDraft
        {
            Id = context.Id("upgrade", server.Before.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"{(server.IsUpgrade ? "Upgrade" : "Update")} {server.Before.Name} from {server.Before.Version} to "
                + $"{server.After.Version}",
            Place = MigrationPlace.ServerConsole,
            Servers = [server.Before.Name],
            Actions =
            [
                Change(server.Before, server.IsUpgrade ? ServerStage.UpgradeInPlace : ServerStage.Update, server.Before.Version,
                    server.After.Version, setup.Upgrade),
            ],
            Before =
            [
                new MigrationCheck("No restart is pending, and setup's readiness check passes.", null, "no error"),
                new MigrationCheck("Files that were changed (web.config, pages of Outlook on the web) are kept: setup writes them "
                    + "anew.", null, "copies of them"),
                new MigrationCheck("Active Directory is prepared: setup does it where its account may, and from 2019CU15 to SE RTM "
                    + "nothing is extended.", "whoami /groups", "Schema Admins, Enterprise Admins, or Active Directory prepared before"),
                new MigrationCheck("The virus scanner and every other shell are stopped.", null, "nothing that holds files of Exchange"),
            ],
            After =
            [
                new MigrationCheck("The build is the new one.", CaptureSteps.ShowBuild,
                    server.After.Version.IsProductOnly ? "a build of " + server.After.Version : server.After.Version.Build + " or later"),
                new MigrationCheck("Names, service connection point, certificates and connectors are as before.",
                    "Compare-NamespacePlan $target $newState", $"no row for {server.Before.Name}"),
            ],
            TakeBackNote = "It cannot be taken back: setup can only be run again. A lost server is recovered with Setup "
                + "/mode:RecoverServer.",
            Needs = [away],
            Source = VersionSources.UpgradeToSE + "; " + MigrationSources.Upgrade,
            Certainty = MigrationCertainty.Documented,
        });
        return context.Add(new StepDraft
        {
            Id = context.Id("in-service", server.Before.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Bring {server.Before.Name} back into service",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.After.Version,
            Servers = [server.Before.Name],
            Actions =
            [
                .. modern ? Service(server.After, inGroup: true) : [],
                Change(server.Before, ServerStage.InService, server.After.Version, server.After.Version),
                .. leaves.Select(r => r.Reversed()),
                .. records.Select(r => r.Reversed()),
            ],
            After = [new MigrationCheck("It answers for every protocol, and mail flows.", "Test-Namespace $target $newState", "no Failed")],
            Effects = [new ClientEffect("Clients of " + server.Before.Name, "Connections come to it again.")],
            TakeBack =
            [
                .. records,
                .. leaves,
                .. modern ? Maintenance(server.After, partner, inGroup: true) : [],
                Change(server.Before, ServerStage.Maintenance, server.After.Version, server.After.Version),
            ],
            TakeBackNote = "Take it out of service again"
                + (records.Count > 0 ? ", once resolvers have forgotten its address." : "."),
            Needs = [upgraded],
            Source = MigrationSources.Upgrade,
            Certainty = MigrationCertainty.Documented,
        });
    }

    /// <summary>Where a name has the address of each server, that of one is taken out before it goes out of service.</summary>
    private static StepDraft Withdraw(HopContext context, PlannedServer server, IReadOnlyList<DnsChange> records, StepDraft? last) =>
        context.Add(new StepDraft
        {
            Id = context.Id("withdraw", server.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Take the address of {server.Name} out of DNS",
            Place = MigrationPlace.Dns,
            Servers = [server.Name],
            Actions = records,
            After = [new MigrationCheck("The names lead to the other servers.", "Resolve-DnsName " + records[0].Name, "no address of it")],
            TakeBack = [.. records.Select(r => r.Reversed())],
            TakeBackNote = "Put the address back.",
            Wait = new MigrationWait(
                context.LowTimeToLive.Count > 0 ? NameSteps.Low : context.Input.TimeToLive ?? NameSteps.Assumed,
                "Resolvers keep the address for the time to live.", "RFC 1035", MigrationCertainty.Documented),
            Needs = [last ?? context.Capture, .. context.BeforeInstall, .. context.LowTimeToLive.Values],
            Rule = "S8",
            Source = MigrationSources.Upgrade,
            Certainty = MigrationCertainty.Derived,
        });

    private static IReadOnlyList<DnsChange> Records(HopContext context, PlannedServer server) =>
    [
        .. NameMoves.RoundRobin(context.Hop).Where(m => m.Before.Any(t => Only(t, server))).Select(m => new DnsChange
        {
            View = m.View, Name = m.Name, Type = m.Type, Before = m.Before, After = [.. m.Before.Where(t => !Only(t, server))],
        }),
    ];

    private static string Name(ChangedServer server) => PowerShellLiteral.Quote(server.Before.Name, Catalog.LiteralForm.Bare);

    private static bool Only(MigrationTarget target, PlannedServer server) => target.Servers is [var only] && only == server.Name;

    /// <summary>What empties a server of 2013 and later.</summary>
    public static IReadOnlyList<MigrationAction> Maintenance(PlannedServer server, string? partner, bool inGroup) =>
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
    public static IReadOnlyList<MigrationAction> Service(PlannedServer server, bool inGroup) =>
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

    private static ServerChange Change(PlannedServer server, ServerStage stage, ExchangeVersion before, ExchangeVersion after,
        string? line = null) => new()
    {
        Stage = stage, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site, Before = before, After = after, Line = line,
    };

    /// <summary>The pools that have another server beside this one.</summary>
    private static IReadOnlyList<PoolChange> Pools(HopContext context, PlannedServer server)
    {
        NameOwners owners = new(context.Hop.From);
        HashSet<(DnsView, Fqdn)> apart = [.. NameMoves.RoundRobin(context.Hop).Select(m => (m.View, m.Name))];
        return
        [
            .. from view in new[] { DnsView.Internal, DnsView.External }
               from name in owners.Names(view)
               let pool = owners.Of(view, name).Select(s => s.Name).ToArray()
               where pool.Length > 1 && pool.Contains(server.Name) && !apart.Contains((view, name))
               group name by (View: view, Pool: string.Join(",", pool)) into same
               let pool = same.Key.Pool.Split(',')
               select new PoolChange
               {
                   View = same.Key.View, Hosts = [.. same], Before = pool, After = [.. pool.Where(n => n != server.Name)],
               },
        ];
    }
}
