using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>
/// Changed runbooks are found by what their steps do: dependent steps exchanged, a step left out, a time to live left high. Each survivor is of a
/// kind that is listed with the reason why it does no harm, or why the simulator cannot know it; the pages list the same.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    private const string Both = "2013 and later serve each other's mailboxes, so that names and mailboxes may move in either order.";
    private const string Shared = "The connection point of the old server has the shared name, which leads to servers in service.";
    private const string Pinned = "Only databases without a book are changed, and which have none is not known.";
    private const string Present = "The certificate of before has the names, and no other server shares the pool.";
    private const string TimeToLive = "The time to live of before is known from the step alone; the step that follows depends on it by name.";
    private const string Ready = "One server of 2007 that is ready serves its site; and Outlook Anywhere that is not stated is not judged.";
    private const string Raised = "A short time to live costs queries, and harms no client.";

    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["end-scp <-> end-rest"] = Shared,
        ["without end-scp"] = Shared,
        ["mailboxes <-> public-folders"] = "Public folders of 2013 and later are mailboxes, which users of both versions reach.",
        ["without public-folders"] = "Whether there are public folders, the step alone tells.",
        ["without address-book"] = Pinned,
        ["without certificate"] = Present,
        ["without certificate-order"] = Present,
        ["without certificate-proxy"] = Present,
        ["without ttl-low-inside"] = TimeToLive,
        ["without ttl-low-outside"] = TimeToLive,
        ["without ttl-raise-inside"] = Raised,
        ["without ttl-raise-outside"] = Raised,
        ["without update"] = "A rollup of 2007 and 2010 is not seen in the build; setup depends on the step by name.",
        ["without imap"] = "IMAP is not simulated.",
        ["imap <-> address-book"] = "IMAP is not simulated.",
        ["scp <-> end-scp"] = Shared,
        ["without scp"] = "Clients take the connection point of another server, or DNS.",
        ["without prepare"] = Ready,
        ["without leave"] = "Where the plan does not tell where a name leads, the first step about it does.",
        ["leave <-> mailboxes"] = Both,
        ["leave <-> public-folders"] = Both,
        ["cutover-inside <-> mailboxes"] = Both,
        ["cutover-outside <-> mailboxes"] = Both,
        ["cutover-inside <-> public-folders"] = Both,
        ["cutover-outside <-> public-folders"] = Both,
        ["prepare <-> cutover-inside"] = Ready,
        ["prepare <-> cutover-outside"] = Ready,
        ["withdraw <-> maintenance"] = "The other address of the name answers.",
        ["ttl-low-inside <-> ttl-raise-inside"] = Raised,
    };

    [Fact]
    [Trait("Takes", "Long")]
    public void Every_survivor_is_of_a_kind_that_does_no_harm()
    {
        int every = RandomCases.Of(29, 1);
        int mutants = 0;
        int swaps = 0;
        int swapsKilled = 0;
        int killed = 0;
        Dictionary<string, int> survivors = [];
        foreach (Mutant mutant in Sample().SelectMany(m => All(new Mutations(m))).Where((_, i) => i % every == 0))
        {
            bool isKilled = CrossProductTests.Violations(mutant.Migration).Any();
            bool isSwap = mutant.Kind.Contains("<->", StringComparison.Ordinal);
            mutants++;
            killed += isKilled ? 1 : 0;
            swaps += isSwap ? 1 : 0;
            swapsKilled += isSwap && isKilled ? 1 : 0;
            if (!isKilled)
            {
                survivors[mutant.Kind] = survivors.GetValueOrDefault(mutant.Kind) + 1;
            }
        }

        output.WriteLine($"{killed} of {mutants} killed, {swapsKilled} of {swaps} swaps");
        output.WriteLine(string.Join("\n", survivors.OrderByDescending(s => s.Value).Select(s => $"{s.Value} {s.Key}: {Harmless.GetValueOrDefault(s.Key, "?")}")));
        Assert.Equal([], survivors.Keys.Except(Harmless.Keys));
        Assert.True(swapsKilled >= swaps * (every == 1 ? 0.95 : 0.85), $"{swapsKilled} of {swaps} swaps");
    }

    /// <summary>With the dependencies in place each exchange of a step with one that it depends on is found, also where it does no harm.</summary>
    [Fact]
    [Trait("Takes", "Long")]
    public void A_step_before_one_that_it_depends_on_is_always_found()
    {
        NamespaceMigration migration = Migrations.TwoHops();
        MigrationStep[] steps = [.. migration.Steps];
        int found = 0;
        for (int second = 0; second < steps.Length; second++)
        {
            foreach (string first in steps[second].DependsOn.Take(RandomCases.Of(1, int.MaxValue)))
            {
                MigrationStep[] changed = [.. steps];
                int at = Array.FindIndex(steps, s => s.Id == first);
                (changed[at], changed[second]) = (changed[second], changed[at]);
                Assert.Contains(CrossProductTests.Violations(new NamespaceMigration
                {
                    Present = migration.Present, Plans = migration.Plans, Steps = changed, Findings = [],
                }), v => v.Contains("which was not done before", StringComparison.Ordinal));
                found++;
            }
        }

        Assert.True(found > 50, found.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Mutant> All(Mutations mutations) =>
        mutations.Swaps().Concat(mutations.Drops()).Concat(mutations.HighTimesToLive());

    /// <summary>
    /// One of each pair, of changing models, proxies and numbers of sites, with Outlook Anywhere off where it can be; 2007 in two sites; and three
    /// goldens.
    /// </summary>
    private static IEnumerable<NamespaceMigration> Sample()
    {
        CrossedCase[] all = [.. Crossed.All()];
        return Crossed.Pairs
            .Select((p, i) => all.Where(c => (c.Old, c.New) == p && c.Sites == (p.Old.StartsWith("2007", StringComparison.Ordinal) ? 1 : 1 + (i % 2)))
                .ElementAt(i * 7 % 27))
            .Append(new CrossedCase("2007SP3", "2013CU23", "Split", "None", 2, "own hosts", "server"))
            .Select(c => (c with { OutlookAnywhere = false }).Make())
            .Concat([Migrations.SideBySide(), Migrations.InPlace(), Migrations.TwoHops()]);
    }
}
