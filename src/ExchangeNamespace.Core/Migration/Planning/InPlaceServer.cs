using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The steps of one server that gets another version where it stands: out of the pool, maintenance, setup, and back.</summary>
internal sealed class InPlaceServer
{
    private readonly HopContext _context;
    private readonly ChangedServer _server;
    private readonly PlannedServer _before;
    private readonly PlannedServer _after;
    private readonly IReadOnlyList<PoolChange> _leaves;
    private readonly IReadOnlyList<DnsChange> _records;

    /// <summary>The full name of a server that takes what waits in the queues; null without one.</summary>
    private readonly string? _partner;

    /// <summary>Whether the version knows component states.</summary>
    private readonly bool _isModern;

    public InPlaceServer(HopContext context, ChangedServer server)
    {
        _context = context;
        _server = server;
        _before = server.Before;
        _after = server.After;
        _leaves = Pools(context, _before);
        _records = Records(context, _before);
        _partner = context.Hop.From.Servers.FirstOrDefault(s => s.Name != _before.Name
            && s.Version.Product >= ExchangeProduct.Exchange2013)?.Fqdn?.Value;
        _isModern = _before.Version.Product >= ExchangeProduct.Exchange2013;
    }

    private string QuotedName => PowerShellLiteral.Quote(_before.Name, Catalog.LiteralForm.Bare);

    /// <summary>The steps of the server.</summary>
    /// <param name="last">The last step of the server before it; null for the first.</param>
    /// <returns>The last step.</returns>
    public StepDraft Steps(StepDraft? last) =>
        Return(Upgrade(TakeOut(_records.Count > 0 ? Withdraw(last) : last)));

    /// <summary>Where a name has the address of each server, that of one is taken out before it goes out of service.</summary>
    private StepDraft Withdraw(StepDraft? last) =>
        _context.Add(new StepDraft
        {
            Id = _context.Id("withdraw", _before.Name),
            Hop = _context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Take the address of {_before.Name} out of DNS",
            Place = MigrationPlace.Dns,
            Servers = [_before.Name],
            Actions = _records,
            After = [new MigrationCheck("The names lead to the other servers.", "Resolve-DnsName " + _records[0].Name, "no address of it")],
            TakeBack = [.. _records.Select(r => r.Reversed())],
            TakeBackNote = "Put the address back.",
            Wait = new MigrationWait(
                _context.LowTimeToLive.Count > 0 ? NameSteps.Low : _context.Input.TimeToLive ?? NameSteps.Assumed,
                "Resolvers keep the address for the time to live.", "RFC 1035", MigrationCertainty.Documented),
            Needs = [last ?? _context.Capture, .. _context.BeforeInstall, .. _context.LowTimeToLive.Values],
            Rule = "S8",
            Source = MigrationSources.Upgrade,
            Certainty = MigrationCertainty.Derived,
        });

    private StepDraft TakeOut(StepDraft? before) => _context.Add(new StepDraft
    {
        Id = _context.Id("maintenance", _before.Name),
        Hop = _context.Hop.Number,
        Phase = MigrationPhase.Install,
        Title = $"Take {_before.Name} out of service",
        Place = MigrationPlace.ExchangeShell,
        Shell = _before.Version,
        Servers = [_before.Name],
        Actions =
        [
            .. _leaves,
            .. _isModern ? ServerMaintenance.Begin(_before, _partner, inGroup: true) : [],
            Change(ServerStage.Maintenance, _before.Version, _before.Version),
        ],
        Before =
        [
            new MigrationCheck("Every other server works, and each database has a healthy copy elsewhere.",
                "Test-Namespace $present $state", "no Failed"),
            new MigrationCheck("The certificate lasts, and a backup of the server and of Active Directory exists.",
                "Test-NamespaceCertificate -Certificate $state -HostName " + _context.Hop.To.ExternalHost, "Passed"),
        ],
        After = _isModern
            ? [
                new MigrationCheck("Only monitoring and recovery are active on it.",
                    $"Get-ServerComponentState -Identity {QuotedName} | Format-Table Component,State",
                    "Active for Monitoring and RecoveryActionsEnabled alone"),
                new MigrationCheck("No mail waits on it, and no active copy of a database is on it.",
                    "Get-Queue -Server " + QuotedName, "empty queues, but for shadow and poison"),
            ]
            : [new MigrationCheck("No client and no mail is on it.", null, "no active database, an empty queue")],
        Effects = [new ClientEffect("Clients of " + _before.Name, _leaves.Count > 0 || _records.Count > 0
            ? "They connect again to another server of the pool."
            : "No other server answers under its names: they have no service until it is back.")],
        TakeBack =
        [
            .. _isModern ? ServerMaintenance.End(_before, inGroup: true) : [],
            Change(ServerStage.InService, _before.Version, _before.Version),
            .. _leaves.Select(r => r.Reversed()),
        ],
        TakeBackNote = "Bring it back into service.",
        Needs = [before ?? _context.Capture, .. _context.BeforeInstall],
        Source = MigrationSources.Upgrade + "; " + MigrationSources.Maintenance,
        Certainty = MigrationCertainty.Documented,
    });

    private StepDraft Upgrade(StepDraft away)
    {
        SetupLines setup = SetupLines.Of(_after.Version);
        return _context.Add(new StepDraft
        {
            Id = _context.Id("upgrade", _before.Name),
            Hop = _context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"{(_server.IsUpgrade ? "Upgrade" : "Update")} {_before.Name} from {_before.Version} to "
                + $"{_after.Version}",
            Place = MigrationPlace.ServerConsole,
            Servers = [_before.Name],
            Actions =
            [
                Change(_server.IsUpgrade ? ServerStage.UpgradeInPlace : ServerStage.Update, _before.Version,
                    _after.Version, setup.Upgrade),
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
                    _after.Version.IsProductOnly ? "a build of " + _after.Version : _after.Version.Build + " or later"),
                new MigrationCheck("Names, service connection point, certificates and connectors are as before.",
                    "Compare-NamespacePlan $target $newState", $"no row for {_before.Name}"),
            ],
            TakeBackNote = "It cannot be taken back: setup can only be run again. A lost server is recovered with Setup "
                + "/mode:RecoverServer.",
            Needs = [away],
            Source = VersionSources.UpgradeToSE + "; " + MigrationSources.Upgrade,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private StepDraft Return(StepDraft upgraded) => _context.Add(new StepDraft
    {
        Id = _context.Id("in-service", _before.Name),
        Hop = _context.Hop.Number,
        Phase = MigrationPhase.Install,
        Title = $"Bring {_before.Name} back into service",
        Place = MigrationPlace.ExchangeShell,
        Shell = _after.Version,
        Servers = [_before.Name],
        Actions =
        [
            .. _isModern ? ServerMaintenance.End(_after, inGroup: true) : [],
            Change(ServerStage.InService, _after.Version, _after.Version),
            .. _leaves.Select(r => r.Reversed()),
            .. _records.Select(r => r.Reversed()),
        ],
        After = [new MigrationCheck("It answers for every protocol, and mail flows.", "Test-Namespace $target $newState", "no Failed")],
        Effects = [new ClientEffect("Clients of " + _before.Name, "Connections come to it again.")],
        TakeBack =
        [
            .. _records,
            .. _leaves,
            .. _isModern ? ServerMaintenance.Begin(_after, _partner, inGroup: true) : [],
            Change(ServerStage.Maintenance, _after.Version, _after.Version),
        ],
        TakeBackNote = "Take it out of service again"
            + (_records.Count > 0 ? ", once resolvers have forgotten its address." : "."),
        Needs = [upgraded],
        Source = MigrationSources.Upgrade,
        Certainty = MigrationCertainty.Documented,
    });

    private static IReadOnlyList<DnsChange> Records(HopContext context, PlannedServer server) =>
    [
        .. NameMoves.RoundRobin(context.Hop).Where(m => m.Before.Any(t => Only(t, server))).Select(m => new DnsChange
        {
            View = m.View, Name = m.Name, Type = m.Type, Before = m.Before, After = [.. m.Before.Where(t => !Only(t, server))],
        }),
    ];

    private static bool Only(MigrationTarget target, PlannedServer server) => target.Servers is [var only] && only == server.Name;

    private ServerChange Change(ServerStage stage, ExchangeVersion before, ExchangeVersion after,
        string? line = null) => new()
    {
        Stage = stage, Server = _before.Name, Fqdn = _before.Fqdn, Site = _before.Site, Before = before, After = after, Line = line,
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
