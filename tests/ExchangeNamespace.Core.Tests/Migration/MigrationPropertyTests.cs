using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Migrations;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>What holds for every pair of versions, model of DNS, strategy of the proxy and number of sites.</summary>
public class MigrationPropertyTests
{
    private static readonly Lazy<(string Name, NamespaceMigration Migration)[]> Cases = new(() => [.. Make()]);

    public static IEnumerable<(string Name, NamespaceMigration Migration)> All() => Cases.Value;

    private static IEnumerable<(string Name, NamespaceMigration Migration)> Make() =>
        Crossed.All().Where(c => c.Sites == 1 || c.Layout == "own hosts").Select(c => (c.ToString(), c.Make()));

    [Fact]
    public void Every_dependency_stands_before_and_every_step_has_a_name_of_its_own()
    {
        foreach ((string name, NamespaceMigration migration) in All())
        {
            HashSet<string> done = [];
            Assert.All(migration.Steps, (s, i) =>
            {
                Assert.Equal(i + 1, s.Number);
                Assert.True(s.DependsOn.All(done.Contains), name + ": " + s.Id);
                Assert.True(done.Add(s.Id), name + ": " + s.Id);
            });
        }
    }

    [Fact]
    [Trait("Takes", "Long")]
    public void A_new_server_has_connection_point_certificate_and_urls_before_a_name_leads_to_it()
    {
        foreach ((string name, NamespaceMigration migration) in All())
        {
            ILookup<string, MigrationStep> before = Ancestors(migration);
            foreach (MigrationStep step in migration.Steps)
            {
                foreach (string server in Led(step).Where(s => s.StartsWith("NEW", StringComparison.Ordinal)))
                {
                    MigrationStep[] needed = [.. before[step.Id]];
                    bool isNew = step.Actions.OfType<DnsChange>().Any(d => d.Before.Count == 0);
                    Assert.True(needed.SelectMany(s => s.Actions).OfType<ExchangeLine>().Any(l => IsPoint(l) && l.Command.Target == server), $"{name}: {step.Id}: point of {server}");
                    Assert.True(needed.SelectMany(s => s.Actions).OfType<CertificateChange>().Any(c => c.Stage == CertificateStage.Enable && c.Machines.Contains(server)), $"{name}: {step.Id}: certificate of {server}");
                    Assert.True(isNew || needed.SelectMany(s => s.Actions).OfType<ExchangeLine>().Any(l => !IsPoint(l) && l.Command.Target == server), $"{name}: {step.Id}: urls of {server}");
                }
            }
        }
    }

    [Fact]
    public void A_record_that_moves_was_given_a_short_time_to_live_and_the_old_one_is_waited_for()
    {
        int moved = 0;
        foreach ((string name, NamespaceMigration migration) in All())
        {
            ILookup<string, MigrationStep> before = Ancestors(migration);
            foreach (MigrationStep step in migration.Steps)
            {
                foreach (DnsChange change in step.Actions.OfType<DnsChange>().Where(d => d.Before.Count > 0 && d.After.Count > 0
                    && !d.Before.SelectMany(t => t.Servers).SequenceEqual(d.After.SelectMany(t => t.Servers))))
                {
                    Assert.True(
                        before[step.Id].Any(s => s.Wait?.Duration >= TimeSpan.FromHours(1) && s.Actions.OfType<DnsChange>().Any(
                            d => d.View == change.View && d.Name.Equals(change.Name) && d.TimeToLiveAfter <= TimeSpan.FromMinutes(5))),
                        $"{name}: {step.Id}: {change.Name}");
                    moved++;
                }
            }
        }

        Assert.True(moved > 500, moved.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The lines are read and not the tables behind them: the last value that a line sets is that of the target plan.</summary>
    [Fact]
    public void After_the_last_step_the_lines_have_set_what_the_target_plan_says()
    {
        foreach ((string name, NamespaceMigration migration) in All())
        {
            Dictionary<string, string> set = [];
            foreach (ExchangeCommand command in migration.Steps.SelectMany(s => s.Actions).OfType<ExchangeLine>().Select(l => l.Command).Where(c => c.Service is not null))
            {
                foreach (CommandParameter parameter in command.Parameters.Skip(1))
                {
                    set[command.Name + "|" + command.Target + "|" + parameter.Name] = parameter.Value.ToString()!;
                }
            }

            foreach (ExchangeCommand planned in CommandBuilder.Build(migration.Target, new CommandSelection()).Where(c => c.Target.Length > 0))
            {
                foreach (CommandParameter parameter in planned.Parameters.Skip(1))
                {
                    string key = planned.Name + "|" + planned.Target + "|" + parameter.Name;
                    Assert.True(set.TryGetValue(key, out string? value) && value == parameter.Value.ToString(), $"{name}: {key}: {value} is not {parameter.Value}");
                }
            }
        }
    }

    [Fact]
    public void An_old_server_is_uninstalled_after_its_connection_point_is_clear_its_names_and_its_mailboxes_are_gone()
    {
        foreach ((string name, NamespaceMigration migration) in All())
        {
            ILookup<string, MigrationStep> before = Ancestors(migration);
            foreach ((MigrationStep step, ServerChange change) in migration.Steps.SelectMany(s => s.Actions.OfType<ServerChange>().Select(c => (s, c))).Where(x => x.c.Stage == ServerStage.Uninstall))
            {
                MigrationAction[] done = [.. before[step.Id].SelectMany(s => s.Actions)];
                Assert.True(done.OfType<ExchangeLine>().Any(l => IsPoint(l) && l.Command.Target == change.Server && l.Command.Line.EndsWith("$null", StringComparison.Ordinal)), name + " point " + change.Server);
                Assert.True(done.OfType<MailboxMove>().Any(m => m.Kind == MailboxKind.User && m.From.Contains(change.Server)), name + " mailboxes " + change.Server);
                Assert.True(before[step.Id].Any(s => s.Wait?.Duration >= TimeSpan.FromDays(7)), name + " rest " + change.Server);
            }
        }
    }

    private static bool IsPoint(ExchangeLine line) => line.Command.Service == ClientService.Autodiscover;

    private static IEnumerable<string> Led(MigrationStep step) => step.Actions.OfType<PoolChange>().SelectMany(p => p.After.Except(p.Before))
        .Concat(step.Actions.OfType<DnsChange>().SelectMany(d => d.After.SelectMany(t => t.Servers).Except(d.Before.SelectMany(t => t.Servers))))
        .Distinct();

    /// <summary>Every step that must be done before a step, by its dependencies and theirs.</summary>
    private static ILookup<string, MigrationStep> Ancestors(NamespaceMigration migration)
    {
        Dictionary<string, HashSet<string>> all = [];
        foreach (MigrationStep step in migration.Steps)
        {
            all[step.Id] = [.. step.DependsOn, .. step.DependsOn.SelectMany(d => all[d])];
        }

        Dictionary<string, MigrationStep> byId = migration.Steps.ToDictionary(s => s.Id);
        return all.SelectMany(a => a.Value.Select(v => (a.Key, Step: byId[v]))).ToLookup(x => x.Key, x => x.Step);
    }
}
