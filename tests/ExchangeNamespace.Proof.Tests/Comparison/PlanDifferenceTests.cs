using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>The algebra of plan against plan, over random pairs of plans of all versions.</summary>
public class PlanDifferenceTests(ITestOutputHelper output)
{
    private static readonly int Cases = RandomCases.Of(usual: 420, full: 7_000);
    private static readonly int Wanted = RandomCases.Of(usual: 300, full: 5_000);

    private static readonly Gen<(RandomDesign One, RandomDesign Other, int Choice)> Input =
        Gen.Select(RandomDesign.Gen, RandomDesign.Gen, Gen.Int[0, 3]);

    [Fact]
    public void Lines_lead_from_plan_to_plan_and_back_and_sets_differ_by_what_is_told()
    {
        int proven = 0;
        int lines = 0;
        Input.Sample(
            input =>
            {
                if (Plans.Try(input.One.Servers, input.One.Members).Plan is not { } before || Second(input) is not { } after)
                {
                    return;
                }

                Assert.Empty(PlanDifference.Of(before, before));
                IReadOnlyList<PlanChange> changes = PlanDifference.Of(after, before);
                AssertLines(before, after, changes);
                AssertRecords(before, after, changes);
                AssertCertificates(before, after, changes);
                Interlocked.Increment(ref proven);
                Interlocked.Add(ref lines, changes.Sum(c => c.Lines.Count));
            },
            iter: Cases);

        output.WriteLine($"{proven} pairs, {lines} lines");
        Assert.True(proven >= Wanted, $"Only {proven} pairs had two plans.");
    }

    /// <summary>The other design on the same servers and sites, or with servers of its own.</summary>
    private static NamespacePlan? Second((RandomDesign One, RandomDesign Other, int Choice) input)
    {
        (string, object?)[] members = [.. input.Other.Members.Where(m => m.Name != "Site"), .. input.One.Members.Where(m => m.Name == "Site")];
        return (input.Choice == 0 ? Plans.Try(input.Other.Servers, input.Other.Members) : Plans.Try(input.One.Servers, members)).Plan;
    }

    private static void AssertLines(NamespacePlan before, NamespacePlan after, IReadOnlyList<PlanChange> changes)
    {
        World first = new();
        Apply(first, CommandBuilder.Build(before, new CommandSelection()).Select(c => c.ToString()));
        World second = first.Copy();
        Apply(second, changes.SelectMany(c => c.Lines).Distinct());
        foreach (PlannedLine line in PlannedLine.Read(after))
        {
            string key = World.Key(line.Cmdlet, line.Cmdlet == "Enable-OutlookAnywhere" ? line.Object : line.Identity);
            foreach (PlannedValue value in line.Values)
            {
                string[]? actual = second.Objects[key][value.Property];
                Assert.True(Same(value, actual) || Stays(after, before, line, value), $"{key} {value.Property}: {string.Join(",", actual ?? ["<null>"])}");
            }
        }

        World back = second.Copy();
        Apply(back, changes.SelectMany(c => c.Undo).Distinct().Reverse());
        Assert.Empty(first.Lines().Except(back.Lines()));
    }

    /// <summary>Runs lines; an object that no line has named yet is there as setup left it, with nothing known of it.</summary>
    private static void Apply(World world, IEnumerable<string> lines)
    {
        foreach (string text in lines)
        {
            ParsedCommand line = ParsedCommand.Read(World.Typed(text));
            string identity = World.IdentityOf(line);
            if (line.Name == "Enable-OutlookAnywhere")
            {
                world.Objects.Remove(World.Key(line.Name, identity + "\\Rpc (Default Web Site)"));
            }
            else if (!world.Objects.ContainsKey(World.Key(line.Name, identity)))
            {
                world.Add(World.Key(line.Name, identity));
            }

            world.Apply(text);
        }
    }

    /// <summary>A value that the new plan does not ask for stays as the reference set it, where the version takes it.</summary>
    private static bool Stays(NamespacePlan after, NamespacePlan before, PlannedLine line, PlannedValue value)
    {
        AdditionalParameter? now = Find(after, line, value);
        return now is { IsAsked: false } && Find(before, line, value) is { } old && old.ToString() != now.ToString();
    }

    private static AdditionalParameter? Find(NamespacePlan plan, PlannedLine line, PlannedValue value) =>
        plan.Servers.FirstOrDefault(s => string.Equals(s.Name, line.Server, StringComparison.OrdinalIgnoreCase))?
            .Services.SingleOrDefault(s => s.Service == line.Service)?
            .AdditionalParameters.FirstOrDefault(c => c.Parameter == value.Property);

    private static bool Same(PlannedValue planned, string[]? actual) => planned.Value switch
    {
        null => actual is null,
        bool flag => actual is [var text] && text == (flag ? "True" : "False"),
        string[] texts => actual is not null && texts.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(actual),
        _ => false,
    };

    private static void AssertRecords(NamespacePlan before, NamespacePlan after, IReadOnlyList<PlanChange> changes)
    {
        HashSet<string> old = [.. before.DnsRecords.Select(Text)];
        HashSet<string> now = [.. after.DnsRecords.Select(Text)];
        PlanChange[] records = [.. changes.Where(c => c.Kind == PlanChangeKind.DnsRecord)];
        Assert.Equal(now.Except(old).Order(), records.Where(c => c.Action == PlanChangeAction.Added).Select(c => $"{c.Subject} {c.Item} {c.New}").Order());
        Assert.Equal(old.Except(now).Order(), records.Where(c => c.Action == PlanChangeAction.Removed).Select(c => $"{c.Subject} {c.Item} {c.Old}").Order());

        static string Text(DnsRecord r) =>
            $"{r.View} {r.Name} {r.Type} {(r.Type == DnsRecordType.MX ? r.Preference + " " : string.Empty)}{r.Value ?? "(address not stated)"}{(r.Zone is null ? string.Empty : " in " + r.Zone)}";
    }

    /// <summary>The old certificates with the changes made are the new ones.</summary>
    private static void AssertCertificates(NamespacePlan before, NamespacePlan after, IReadOnlyList<PlanChange> changes)
    {
        PlanChange[] told = [.. changes.Where(c => c.Kind is PlanChangeKind.Certificate or PlanChangeKind.CertificateName)];
        string[] old = [.. before.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] now = [.. after.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        Assert.All(now.Except(old, StringComparer.OrdinalIgnoreCase), n => Assert.Contains(n, Entering(told), StringComparer.OrdinalIgnoreCase));
        Assert.All(old.Except(now, StringComparer.OrdinalIgnoreCase), n => Assert.Contains(n, Leaving(told), StringComparer.OrdinalIgnoreCase));
        Assert.All(Entering(told), n => Assert.Contains(n, now, StringComparer.OrdinalIgnoreCase));
        Assert.All(Leaving(told), n => Assert.Contains(n, old, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(Described(before).SequenceEqual(Described(after), StringComparer.OrdinalIgnoreCase), told.Length == 0);

        static IEnumerable<string> Described(NamespacePlan plan) => plan.Certificates
            .Select(c => $"{c.CommonName}|{c.Issuer}|{string.Join(",", c.InstallOn)}|{string.Join(",", c.Names.Select(n => n.Name).Order(StringComparer.OrdinalIgnoreCase))}")
            .Order(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Entering(IEnumerable<PlanChange> told) => Names(told, PlanChangeAction.Added, c => c.New);

    private static IEnumerable<string> Leaving(IEnumerable<PlanChange> told) => Names(told, PlanChangeAction.Removed, c => c.Old);

    private static IEnumerable<string> Names(IEnumerable<PlanChange> told, PlanChangeAction action, Func<PlanChange, string> value) =>
        told.Where(c => c.Action == action).SelectMany(c => value(c).Split(", "));
}
