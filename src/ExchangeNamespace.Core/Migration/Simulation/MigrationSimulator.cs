using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// Runs the steps of a migration on a model of the organisation, and asks after every action whether each kind of client still reaches its
/// mailbox. The clock goes no faster than the waits of the steps demand: that is when clients keep most of what was before.
/// </summary>
public sealed class MigrationSimulator
{
    private readonly NamespaceMigration _migration;
    private readonly Moment _moment;
    private readonly ActionInterpreter _interpreter;
    private readonly GivenUrls _given;
    private readonly ClientQuestions _questions;
    private readonly VerdictBook _book;

    private MigrationSimulator(NamespaceMigration migration)
    {
        _migration = migration;
        _moment = InitialMoment.Of(migration);
        _interpreter = new ActionInterpreter(_moment, migration);
        _given = new GivenUrls(_moment);
        _questions = new ClientQuestions(_moment, migration);
        _book = new VerdictBook(site => _moment.Servers.Values.Select(s => s.Site)
            .FirstOrDefault(s => string.Equals(s, site, StringComparison.OrdinalIgnoreCase)) ?? site);
    }

    /// <summary>Simulates a migration.</summary>
    /// <param name="migration">The migration.</param>
    /// <returns>One verdict for each kind of client, view and mailbox, and for the steps, mail and the target.</returns>
    public static IReadOnlyList<MigrationVerdict> Run(NamespaceMigration migration)
    {
        MigrationSimulator simulator = new(migration);
        simulator.Simulate();
        return simulator._book.Verdicts();
    }

    private void Simulate()
    {
        Ask(new MomentName(null, "Before the first step", TimeSpan.Zero, IsBefore: true));
        Dictionary<string, TimeSpan> free = new(StringComparer.Ordinal);
        MomentName when = new(null, string.Empty, TimeSpan.Zero);
        foreach (MigrationStep step in _migration.Steps)
        {
            when = Begin(step, free);
            for (int i = 0; i < step.Actions.Count; i++)
            {
                when = new MomentName(step, $"After action {i + 1} of step {step.Number}", _moment.Now);
                Do(step, step.Actions[i], when);
            }

            free[step.Id] = _moment.Now + (step.Wait?.Duration ?? TimeSpan.Zero);
        }

        if (_interpreter.EndAllWindows())
        {
            Ask(when with { Words = "After the last step" });
        }

        foreach (Judgement judgement in TargetJudge.Of(_moment, _migration.Target))
        {
            _book.Add(MigrationClient.Target, null, null, judgement, when with { Words = "After the last step" });
        }

        foreach (KeyValuePair<string, int> line in _interpreter.NotSimulated.OrderBy(l => l.Value))
        {
            _book.AddInformation(MigrationClient.Steps, new Trouble(SimulationFindingCodes.NotSimulated, FindingSeverity.Warning, line.Key,
                $"{line.Key} is not simulated, first in step {line.Value}: whether it changes what clients see was not judged.",
                "Judge its lines yourself.", "1E"), when);
        }
    }

    /// <summary>A step begins once those that it depends on have waited.</summary>
    private MomentName Begin(MigrationStep step, Dictionary<string, TimeSpan> free)
    {
        MomentName when = new(step, $"Before step {step.Number}", _moment.Now);
        TimeSpan start = _moment.Now;
        foreach (string id in step.DependsOn)
        {
            bool isDone = free.TryGetValue(id, out TimeSpan ready);
            start = isDone && ready > start ? ready : start;
            _book.Add(MigrationClient.Steps, null, null, isDone ? Judgement.Good
                : Judgement.Bad(Trouble.Error(SimulationFindingCodes.DependencyMissing, step.Id,
                    $"{step.Id} depends on {id}, which was not done before.", "Put the step after those that it depends on.", "S30")),
                when);
        }

        if (start > _moment.Now)
        {
            _moment.Now = start;
            _moment.Names.Expire(start);
            when = when with { Elapsed = start };
            if (_interpreter.EndAllWindows())
            {
                Ask(when);
            }
        }

        return when;
    }

    private void Do(MigrationStep step, MigrationAction action, MomentName when)
    {
        IReadOnlyList<Trouble> troubles = _interpreter.Run(action, step, action is ServerChange server ? NextOf(step, server) : null);
        foreach (Judgement judgement in troubles.Count == 0 ? [Judgement.Good] : troubles.Select(Judgement.Bad))
        {
            _book.Add(MigrationClient.Steps, null, null, judgement, when);
        }

        if (action is not (ConsoleLine or ManualWork))
        {
            Ask(when);
        }
    }

    /// <summary>For maintenance: whether the server comes back after it, or is removed; null where no later step does either.</summary>
    private ServerStage? NextOf(MigrationStep step, ServerChange change) => change.Stage != ServerStage.Maintenance ? null
        : _migration.Steps.SkipWhile(s => s != step).SelectMany(s => s.Actions).SkipWhile(a => a != change).Skip(1)
            .OfType<ServerChange>().FirstOrDefault(c => string.Equals(c.Server, change.Server, StringComparison.OrdinalIgnoreCase)
                && c.Stage is ServerStage.InService or ServerStage.Uninstall)?.Stage;

    private void Ask(MomentName when)
    {
        MailboxGroup[] groups = [.. _moment.Groups()];
        QuestionJudge judge = new(_moment);
        _given.Begin();
        foreach (ClientQuestion question in _questions.At(groups))
        {
            _given.Give(question);
            Take(question, judge.Judge(question), when);
        }

        foreach (ClientQuestion question in _given.Kept(groups))
        {
            Take(question, judge.Judge(question), when);
        }

        foreach (KeyValuePair<MigrationClient, int> unknown in _questions.Unknown)
        {
            _book.AddUnknown(unknown.Key, unknown.Value);
        }

        foreach (MailboxGroup group in groups)
        {
            foreach ((_, Judgement judgement) in ArrayJudge.Of(_moment, group))
            {
                _book.Add(MigrationClient.ClientAccessArray, DnsView.Internal, group, judgement, when);
            }
        }

        MailJudge mail = new(_moment, _migration);
        foreach ((_, Judgement judgement) in mail.In())
        {
            _book.Add(MigrationClient.MailIn, DnsView.External, null, judgement, when);
        }

        foreach ((_, Judgement judgement) in mail.Out())
        {
            _book.Add(MigrationClient.MailOut, null, null, judgement, when);
        }
    }

    private void Take(ClientQuestion question, Judgement judgement, MomentName when) =>
        _book.Add(question.Client, question.View, question.Group,
            judgement.Trouble is { } trouble
                ? Judgement.Bad(Weigh(question, trouble) with { Path = [$"{question.Host}, from {question.Learned}", .. trouble.Path] })
                : judgement,
            when);

    /// <summary>What lasts only until the next lines of a new server, or concerns only who keeps a URL for a week, is a warning.</summary>
    private static Trouble Weigh(ClientQuestion question, Trouble trouble) =>
        trouble.Severity != FindingSeverity.Error ? trouble
        : question is { From.IsFresh: true, Client: not MigrationClient.OutlookByConnectionPoint }
            ? trouble with
            {
                Code = SimulationFindingCodes.ShortWindow,
                Severity = FindingSeverity.Warning,
                Remedy = "Do the steps of a new server in one go outside working hours, or install it in a site without mailboxes.",
            }
        : question.Severity == FindingSeverity.Warning
            ? trouble with
            {
                Code = SimulationFindingCodes.KeptUrl,
                Severity = FindingSeverity.Warning,
                Remedy = "Keep the name for a week after it is given to no client any more.",
            }
        : trouble;
}
