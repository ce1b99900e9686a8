using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>A changed runbook: what was done to it, and the steps that were exchanged, dropped or left without effect.</summary>
internal sealed record Mutant(string Kind, string Description, NamespaceMigration Migration);

/// <summary>
/// Changed runbooks. Which steps depend on each other is read from the list of steps alone: one must be done before the other by what
/// <see cref="MigrationStep.DependsOn"/> says, directly or through others, and both act on one object: a server, a name of a view, a certificate.
/// Every step of a mutant waits for the one before it and for nothing else: what is found is found by what the steps do.
/// </summary>
internal sealed class Mutations(NamespaceMigration migration)
{
    private readonly MigrationStep[] _steps = [.. migration.Steps];

    /// <summary>Every pair of dependent steps, exchanged.</summary>
    public IEnumerable<Mutant> Swaps()
    {
        Dictionary<string, HashSet<string>> before = [];
        foreach (MigrationStep step in _steps)
        {
            before[step.Id] = [.. step.DependsOn, .. step.DependsOn.SelectMany(d => before[d])];
        }

        HashSet<string>[] objects = [.. _steps.Select(s => (HashSet<string>)[.. s.Actions.SelectMany(Objects)])];
        return from second in Enumerable.Range(0, _steps.Length)
               from first in Enumerable.Range(0, second)
               where before[_steps[second].Id].Contains(_steps[first].Id) && objects[first].Overlaps(objects[second])
               select new Mutant($"{Name(_steps[first])} <-> {Name(_steps[second])}", $"{_steps[first].Id} <-> {_steps[second].Id}", Exchanged(first, second));
    }

    /// <summary>Every step that acts on something, left out.</summary>
    public IEnumerable<Mutant> Drops() => _steps.Where(s => s.Actions.SelectMany(Objects).Any())
        .Select(s => new Mutant("without " + Name(s), "without " + s.Id, With([.. _steps.Where(o => o != s)])));

    /// <summary>Every record whose time to live is lowered, left as it is.</summary>
    public IEnumerable<Mutant> HighTimesToLive() =>
        from step in _steps
        where step.Phase == MigrationPhase.LowerTimeToLive
        from left in step.Actions.OfType<DnsChange>()
        select new Mutant("time to live left high", $"time to live of {left.Name} left high by {step.Id}", With([.. _steps.Select(
            s => s == step ? Copy(s, s.Number, s.DependsOn, [.. s.Actions.Select(a => a == left ? High(left) : a)]) : s)]));

    private static DnsChange High(DnsChange change) => new()
    {
        View = change.View,
        Name = change.Name,
        Type = change.Type,
        Before = change.Before,
        After = change.After,
        TimeToLiveBefore = change.TimeToLiveBefore,
        TimeToLiveAfter = change.TimeToLiveBefore ?? TimeSpan.FromDays(1),
    };

    private NamespaceMigration Exchanged(int first, int second)
    {
        MigrationStep[] steps = [.. _steps];
        (steps[first], steps[second]) = (steps[second], steps[first]);
        return With(steps);
    }

    private NamespaceMigration With(IReadOnlyList<MigrationStep> steps) => new()
    {
        Present = migration.Present,
        State = migration.State,
        Plans = migration.Plans,
        Findings = [],
        Steps = [.. steps.Select((s, i) => Copy(s, i + 1, i == 0 ? [] : [steps[i - 1].Id], s.Actions))],
    };

    private static MigrationStep Copy(MigrationStep step, int number, IReadOnlyList<string> after, IReadOnlyList<MigrationAction> actions) => new()
    {
        Number = number,
        Id = step.Id,
        Hop = step.Hop,
        Phase = step.Phase,
        Title = step.Title,
        Place = step.Place,
        ShellVersion = step.ShellVersion,
        Servers = step.Servers,
        Actions = actions,
        Before = step.Before,
        After = step.After,
        TakeBack = step.TakeBack,
        TakeBackNote = step.TakeBackNote,
        Wait = step.Wait,
        DependsOn = after,
        Rule = step.Rule,
        Source = step.Source,
        Certainty = step.Certainty,
    };

    /// <summary>The id without hop and subject, such as <c>cutover-inside</c>.</summary>
    private static string Name(MigrationStep step)
    {
        string[] parts = step.Id.Split('-').Skip(1).TakeWhile(p => p.Length > 0 && char.IsLower(p[0]) && !p.Contains('.', StringComparison.Ordinal)).ToArray();
        return string.Join("-", parts);
    }

    /// <summary>
    /// What an action acts on. Setup and removal of a server act on all of it, and where a name leads rests on what answers there. A time to live
    /// and the end of a record are of the record alone, and no user works with a test mailbox.
    /// </summary>
    private static IEnumerable<string> Objects(MigrationAction action) => action switch
    {
        ExchangeLine line => ObjectsOf(line.Command),
        DnsChange dns when dns.After.Count == 0 || dns.Before.SequenceEqual(dns.After) => [$"{dns.View} {dns.Name}"],
        DnsChange dns => [$"{dns.View} {dns.Name}", .. dns.Before.Concat(dns.After).SelectMany(t => t.Servers).SelectMany(Answering)],
        PoolChange pool => [.. pool.Hosts.Select(h => $"{pool.View} {h}"), .. pool.Before.Concat(pool.After).SelectMany(Answering)],
        CertificateChange certificate => ["certificate " + certificate.Certificate, .. certificate.Machines.Select(m => Part(m, "certificate"))],
        ServerChange { Stage: ServerStage.Update } change => ["setup", Part(change.Server, "build")],
        ServerChange change => [.. change.Stage == ServerStage.Install ? new[] { "setup" } : [Part(change.Server, "build")], .. Answering(change.Server), Part(change.Server, "connection point"), Part(change.Server, "system mailboxes"),
            Part(change.Server, "settings")],
        MailboxMove { Kind: MailboxKind.Pilot } => [],
        MailboxMove move => move.From.Concat(move.To).Select(s => Part(s, move.Kind == MailboxKind.System ? "system mailboxes" : "mailboxes"))
            .Concat(move.Kind == MailboxKind.User ? move.From.Select(s => Part(s, "system mailboxes")) : []),
        ConsoleLine or ManualWork => [],
        _ => throw new InvalidOperationException($"{action.GetType().Name} is no action that mutations know."),
    };

    private static string[] Answering(string server) => [Part(server, "urls"), Part(server, "certificate"), Part(server, "mailboxes")];

    private static IEnumerable<string> ObjectsOf(ExchangeCommand command) => command.Parameters
        .Where(p => p.Name is "Identity" or "Server" or "SourceTransportServers").SelectMany(p => (p.Value.Texts ?? []).Select(t => Part(
            t.Split('\\')[0],
            command.Service == ClientService.Autodiscover || command.Name.StartsWith("Set-ClientAccess", StringComparison.Ordinal) ? "connection point"
                : command.Service is not null ? "urls" : "settings")));

    private static string Part(string server, string part) => server.Split('.')[0].ToUpperInvariant() + " " + part;
}
