using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>Forward and back over random plans and random states, of all versions.</summary>
public class ChangePropertyTests(ITestOutputHelper output)
{
    private static readonly int Cases = RandomCases.Of(usual: 660, full: 5_500);
    private static readonly int Wanted = RandomCases.Of(usual: 600, full: 5_000);

    private static readonly Gen<(RandomDesign Design, int Seed)> Input = Gen.Select(RandomDesign.Gen, Gen.Int[0, int.MaxValue - 1]);

    [Fact]
    public void Forward_reaches_the_plan_and_undo_the_captured_state()
    {
        int proven = 0;
        int lines = 0;
        Dictionary<string, int> versions = [];
        Input.Sample(
            input =>
            {
                if (PlanOf(input.Design) is not { } plan)
                {
                    return;
                }

                World before = RandomWorld.Around(plan, new Random(input.Seed));
                World after = before.Copy();
                ExchangeState state = before.Capture();
                ExchangeCommand[] forward = [.. new ChangePlanner(state, new CommandSelection()).Build(plan)];
                Apply(after, forward);
                AssertAsPlanned(plan, before, after);
                AssertUntouched(plan, before, after);
                Assert.Empty(new ChangePlanner(after.Capture(), new CommandSelection()).Build(plan).Select(c => c.ToString()));

                World back = after.Copy();
                Apply(back, new ChangePlanner(state, new CommandSelection()).BuildUndo(plan));
                Assert.Equal(before.Lines(), back.Lines());
                Interlocked.Increment(ref proven);
                Interlocked.Add(ref lines, forward.Length);
                lock (versions)
                {
                    foreach (string version in plan.Servers.Select(s => s.Version.ToString()).Distinct())
                    {
                        versions[version] = versions.GetValueOrDefault(version) + 1;
                    }
                }
            },
            iter: Cases);

        output.WriteLine($"{proven} cases, {lines} lines, " + string.Join(", ", versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + ": " + v.Value)));
        Assert.True(proven >= Wanted, $"Only {proven} designs had a plan.");
        Assert.All(Versions.All.Select(v => Versions.Read(v).ToString()), v => Assert.True(versions.GetValueOrDefault(v) > 50, v + " was hardly tried."));
    }

    [Fact]
    public void What_was_not_captured_is_set_as_planned_told_and_never_put_back()
    {
        Input.Sample(
            input =>
            {
                if (PlanOf(input.Design) is not { } plan)
                {
                    return;
                }

                World before = RandomWorld.Around(plan, new Random(input.Seed));
                World after = before.Copy();
                bool Hides(string key, string property) => ((key + property).Sum(c => c) + input.Seed % 100) % 3 == 0;
                ExchangeState state = before.Capture(Hides);
                ChangePlanner changes = new(state, new CommandSelection());
                Apply(after, changes.Build(plan));
                AssertAsPlanned(plan, before, after, Hides);

                World back = after.Copy();
                Apply(back, new ChangePlanner(state, new CommandSelection()).BuildUndo(plan));
                string[] lost = [.. Hidden(before, Hides).Where(h => !before.Objects[h.Key][h.Property].AsSpan().SequenceEqual(back.Objects[h.Key][h.Property])).Select(h => h.Property).Distinct()];
                string[] told = [.. changes.Findings.Select(f => f.Subject.Split(' ')[^1])];
                Assert.All(lost, l => Assert.Contains(l, told, StringComparer.OrdinalIgnoreCase));
                Assert.Equal(
                    before.Lines().Where(l => !lost.Any(p => l.Contains("|" + p + "=", StringComparison.Ordinal))),
                    back.Lines().Where(l => !lost.Any(p => l.Contains("|" + p + "=", StringComparison.Ordinal))));
            },
            iter: 500);
    }

    private static IEnumerable<(string Key, string Property)> Hidden(World world, Func<string, string, bool> hides) =>
        world.Objects.SelectMany(o => o.Value.Keys.Where(p => hides(o.Key, p)).Select(p => (o.Key, p)));

    private static NamespacePlan? PlanOf(RandomDesign design)
    {
        PlanResult result = Plans.Try(design.Servers, design.Members);
        return result.Plan;
    }

    private static void Apply(World world, IEnumerable<ExchangeCommand> commands)
    {
        foreach (ExchangeCommand command in commands)
        {
            world.Apply(command);
        }
    }

    private static void AssertAsPlanned(NamespacePlan plan, World before, World after, Func<string, string, bool>? hides = null)
    {
        foreach (PlannedLine line in PlannedLine.Read(plan))
        {
            string key = World.Key(line.Cmdlet, line.Cmdlet == "Enable-OutlookAnywhere" ? line.Object : line.Identity);
            foreach (PlannedValue value in line.Values)
            {
                string[]? actual = after.Objects[key][value.Property];
                bool isAsPlanned = Same(value, actual) || Stays(plan, line, value, before, key, actual, hides);
                Assert.True(isAsPlanned, $"{key} {value.Property}: {string.Join(",", actual ?? ["<null>"])}");
            }
        }
    }

    /// <summary>A captured authentication stays where the caller asked for none and the version takes it.</summary>
    private static bool Stays(NamespacePlan plan, PlannedLine line, PlannedValue value, World before, string key, string[]? actual, Func<string, string, bool>? hides) =>
        (value.Property is "ExternalClientAuthenticationMethod" or "IISAuthenticationMethods"
            || (line.Cmdlet.EndsWith("-OutlookAnywhere", StringComparison.Ordinal) && StaysBefore2013(value))
            || (value.Property == "BasicAuthentication"
                && plan.Servers.Single(s => s.Name == line.Server).Version.Product == ExchangeProduct.Exchange2007))
        && hides?.Invoke(key, value.Property) != true
        && actual is { Length: > 0 }
        && !actual.Contains("Fba")
        && actual.AsSpan().SequenceEqual(before.Objects[key][value.Property])
        && !plan.Servers.Single(s => s.Name == line.Server).Services.Single(s => s.Service == line.Service)
            .AdditionalParameters.Single(c => c.Parameter == value.Property).IsAsked;

    private static bool StaysBefore2013(PlannedValue value) =>
        value.Property is "ClientAuthenticationMethod" or "ExternalAuthenticationMethod" or "SSLOffloading";

    private static bool Same(PlannedValue planned, string[]? actual) => planned.Value switch
    {
        null => actual is null,
        bool flag => actual is [var text] && text == (flag ? "True" : "False"),
        string[] texts when planned.Property.Contains("Ur", StringComparison.Ordinal) => actual is [var url] && Normal(url) == Normal(texts[0]),
        string[] texts => actual is not null && texts.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(actual),
        _ => false,
    };

    /// <summary>Written a second time, with the base library: scheme and host in small letters, the default port gone.</summary>
    private static string Normal(string url) => new Uri(url).AbsoluteUri.TrimEnd('/').ToLowerInvariant();

    private static void AssertUntouched(NamespacePlan plan, World before, World after)
    {
        Dictionary<string, HashSet<string>> planned = PlannedLine.Read(plan)
            .GroupBy(l => World.Key(l.Cmdlet, l.Cmdlet == "Enable-OutlookAnywhere" ? l.Object : l.Identity), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.SelectMany(l => l.Values).Select(v => v.Property).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        foreach ((string key, SortedDictionary<string, string[]?> properties) in before.Objects)
        {
            foreach ((string name, string[]? value) in properties.Where(p => !planned[key].Contains(p.Key)))
            {
                Assert.Equal(value, after.Objects[key][name]);
            }
        }
    }
}
