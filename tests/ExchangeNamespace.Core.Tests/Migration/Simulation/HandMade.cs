using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>Step lists that a person wrote, from documented procedures and not from the generator.</summary>
internal sealed class HandMade(NamespacePlan present, NamespacePlan target, ExchangeState? state = null)
{
    private readonly List<MigrationStep> _steps = [];

    public IReadOnlyList<MigrationStep> Steps => _steps;

    public NamespacePlan Present { get; } = present;

    public NamespacePlan Target { get; } = target;

    /// <summary>A step that waits for the one before it, as a person does who keeps to the order.</summary>
    public HandMade Add(string id, TimeSpan? wait = null, params MigrationAction[] actions)
    {
        _steps.Add(Step(id, _steps.Count + 1, _steps.Count == 0 ? [] : [_steps[^1].Id], wait, actions));
        return this;
    }

    public HandMade Add(string id, params MigrationAction[] actions) => Add(id, null, actions);

    /// <summary>The same list without a step.</summary>
    public HandMade Without(string id) => With([.. _steps.Where(s => s.Id != id)]);

    /// <summary>The same list with one step moved before another.</summary>
    public HandMade Moved(string id, string before)
    {
        List<MigrationStep> steps = [.. _steps.Where(s => s.Id != id)];
        steps.Insert(steps.FindIndex(s => s.Id == before), _steps.Single(s => s.Id == id));
        return With(steps);
    }

    /// <summary>The same list with other actions in one step.</summary>
    public HandMade Changed(string id, params MigrationAction[] actions) => Changed(id, keepWait: true, actions);

    public HandMade Changed(string id, bool keepWait, params MigrationAction[] actions) => With([.. _steps.Select(
        s => s.Id == id ? Step(id, 0, [], keepWait ? s.Wait?.Duration : null, actions.Length == 0 ? s.Actions : actions) : s)]);

    /// <summary>Every step of a changed list waits for the one before it: what it finds wrong is wrong by effect.</summary>
    private HandMade With(IReadOnlyList<MigrationStep> steps)
    {
        HandMade made = new(Present, Target, state);
        foreach (MigrationStep step in steps)
        {
            made.Add(step.Id, step.Wait?.Duration, [.. step.Actions]);
        }

        return made;
    }

    public NamespaceMigration Migration() => new() { Present = Present, Plans = [Target], State = state, Steps = _steps, Findings = [] };

    public IReadOnlyList<MigrationVerdict> Run() => MigrationSimulator.Run(Migration());

    private static MigrationStep Step(string id, int number, IReadOnlyList<string> after, TimeSpan? wait,
        IReadOnlyList<MigrationAction> actions) => new()
    {
        Number = number,
        Id = id,
        Hop = 1,
        Phase = MigrationPhase.Capture,
        Title = id,
        Place = MigrationPlace.ExchangeShell,
        Actions = actions,
        Before = [],
        After = [],
        TakeBack = [],
        TakeBackNote = string.Empty,
        DependsOn = after,
        Wait = wait is { } time ? new MigrationWait(time, string.Empty, string.Empty, MigrationCertainty.Derived) : null,
        Rule = string.Empty,
        Source = string.Empty,
        Certainty = MigrationCertainty.Derived,
    };

    public static ExchangeLine Line(string cmdlet, string version, params (string Name, object? Value)[] parameters) => new()
    {
        Command = new ExchangeCommand(cmdlet, [.. parameters.Select(p => new CommandParameter(p.Name, Value(p.Value)))])
        {
            Phase = CommandPhase.VirtualDirectory,
            Target = string.Empty,
            Version = Versions.Read(version),
            Reason = string.Empty,
        },
    };

    private static CommandValue Value(object? value) => value switch
    {
        null => CommandValue.Null,
        bool flag => CommandValue.Boolean(flag),
        string[] items => CommandValue.List(items, LiteralForm.DoubleQuoted),
        string text => CommandValue.Text(text, LiteralForm.DoubleQuoted),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static ExchangeLine Point(string server, string? host, string version, params string[] scope) => Line(
        Versions.Read(version).Product >= ExchangeProduct.Exchange2016 ? "Set-ClientAccessService" : "Set-ClientAccessServer", version,
        [("Identity", server), ("AutoDiscoverServiceInternalUri", host is null ? null : $"https://{host}/Autodiscover/Autodiscover.xml"),
            .. scope.Length == 0 ? [] : new (string, object?)[] { ("AutoDiscoverSiteScope", scope) }]);

    /// <summary>Every directory of 2013 and later, and Outlook Anywhere.</summary>
    public static MigrationAction[] Directories(string server, string version, string inside, string? outside) =>
    [
        .. new (string Cmdlet, string Directory, string Path)[]
        {
            ("Set-WebServicesVirtualDirectory", "EWS", "/EWS/Exchange.asmx"), ("Set-OabVirtualDirectory", "OAB", "/OAB"),
            ("Set-ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync", "/Microsoft-Server-ActiveSync"),
            ("Set-OwaVirtualDirectory", "owa", "/owa"), ("Set-EcpVirtualDirectory", "ecp", "/ecp"),
            ("Set-MapiVirtualDirectory", "mapi", "/mapi"),
        }.Select(d => Line(d.Cmdlet, version, ("Identity", $@"{server}\{d.Directory} (Default Web Site)"),
            ("InternalUrl", $"https://{inside}{d.Path}"), ("ExternalUrl", outside is null ? null : $"https://{outside}{d.Path}"))),
        Line("Set-OutlookAnywhere", version, ("Identity", $@"{server}\Rpc (Default Web Site)"), ("InternalHostname", inside),
            ("ExternalHostname", outside)),
    ];

    public static DnsChange Record(DnsView view, string name, MigrationTarget[] before, MigrationTarget[] after, int? ttlBefore = null,
        int? ttlAfter = null, DnsRecordType type = DnsRecordType.Address) => new()
    {
        View = view,
        Name = Fqdn.Parse(name),
        Type = type,
        Before = before,
        After = after,
        TimeToLiveBefore = ttlBefore is { } b ? TimeSpan.FromSeconds(b) : null,
        TimeToLiveAfter = ttlAfter is { } a ? TimeSpan.FromSeconds(a) : null,
    };

    public static MigrationTarget To(string address, params string[] servers) => new(address, servers);

    public static PoolChange Pool(DnsView view, string[] hosts, string[] before, string[] after) =>
        new() { View = view, Hosts = [.. hosts.Select(Fqdn.Parse)], Before = before, After = after };

    public static CertificateChange Certificate(CertificateStage stage, string id, string[] names, params string[] machines) =>
        new() { Stage = stage, Certificate = id, Names = names, Machines = machines, Services = ["IIS", "SMTP"] };

    public static ServerChange Server(ServerStage stage, string name, string site, string? before, string? after) => new()
    {
        Stage = stage,
        Server = name,
        Site = site,
        Before = before is null ? null : Versions.Read(before),
        After = after is null ? null : Versions.Read(after),
    };

    public static MailboxMove Move(MailboxKind kind, string[] from, string[] to) => new() { Kind = kind, From = from, To = to };
}
