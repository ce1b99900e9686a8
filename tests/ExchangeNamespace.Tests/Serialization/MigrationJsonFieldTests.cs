using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Every field of a migration is in its JSON with the value that it has, whatever its texts are.</summary>
public class MigrationJsonFieldTests
{
    private const string Alphabet = "aZ09 .-\"\\/<>&'`$|#\t\r\n\0\u0007\u001F\u007F\u0085\u00E4\u2019\u2028\u202E\uFEFF\u65E5\U0001F600";

    private static readonly string[] Letters = [.. Enumerable.Range(0, Alphabet.Length).Where(i => !char.IsLowSurrogate(Alphabet[i]))
        .Select(i => char.ConvertFromUtf32(char.ConvertToUtf32(Alphabet, i)))];

    [Fact]
    public void Each_field_of_random_steps_is_read_back()
    {
        for (int seed = 0; seed < RandomCases.Of(100, 2000); seed++)
        {
            Random random = new(seed);
            NamespaceMigration migration = Random(random);

            Dictionary<string, object?> read = Read(Write(migration));

            Assert.Equal(Shape(Expected(migration)), Shape(read));
        }
    }

    /// <summary>A field that is added to a step, a check or a wait must be written too.</summary>
    [Theory]
    [InlineData(typeof(MigrationStep), "Number Id Hop Phase Title Place ShellVersion Servers Actions Before After Effects TakeBack TakeBackNote Wait DependsOn Rule Source Certainty")]
    [InlineData(typeof(MigrationCheck), "Text Line Expected")]
    [InlineData(typeof(MigrationWait), "Duration Reason Source Certainty")]
    [InlineData(typeof(ClientEffect), "Clients Text")]
    [InlineData(typeof(NamespaceMigration), "Present State Plans Target Steps Findings")]
    public void The_fields_are_those_that_this_class_compares(Type type, string fields) =>
        Assert.Equal(fields.Split(' ').Order(StringComparer.Ordinal), type.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    /// <summary>No cut, and no changed bracket, is read as a document.</summary>
    [Fact]
    public void A_cut_document_is_no_document()
    {
        string whole = Write(Random(new Random(1)));
        foreach (int length in Enumerable.Range(0, 40).Select(i => i * (whole.Length - 2) / 40))
        {
            List<InputFault> faults = [];
            Assert.Null(JsonTree.Read(whole[..length], StringComparer.Ordinal, faults));
            Assert.Single(faults);
        }
    }

    private static Dictionary<string, object?> Expected(NamespaceMigration migration) => new()
    {
        ["schemaVersion"] = 1L,
        ["externalHost"] = migration.Present.ExternalHost.Value,
        ["from"] = Versions(migration.Present),
        ["to"] = Versions(migration.Plans[^1]),
        ["hops"] = (long)migration.Plans.Count,
        ["findings"] = Each(migration.Findings, f => new()
        {
            ["code"] = f.Code, ["severity"] = f.Severity.ToString(), ["subject"] = f.Subject, ["message"] = f.Message, ["remedy"] = f.Remedy,
            ["rule"] = f.Rule,
        }),
        ["steps"] = Each(migration.Steps, Step),
    };

    private static Dictionary<string, object?> Step(MigrationStep step)
    {
        Dictionary<string, object?> members = new()
        {
            ["number"] = (long)step.Number, ["id"] = step.Id, ["hop"] = (long)step.Hop, ["phase"] = step.Phase.ToString(), ["title"] = step.Title,
            ["place"] = step.Place.ToString(),
        };
        if (step.ShellVersion is { } shell)
        {
            members.Add("shellVersion", shell.ToString());
        }

        members.Add("servers", Texts(step.Servers));
        members.Add("dependsOn", Texts(step.DependsOn));
        members.Add("before", Each(step.Before, Check));
        members.Add("actions", Parts(step.Actions));
        members.Add("effects", Each(step.Effects, e => new() { ["clients"] = e.Clients, ["text"] = e.Text }));
        members.Add("after", Each(step.After, Check));
        members.Add("takeBack", Parts(step.TakeBack));
        members.Add("takeBackNote", step.TakeBackNote);
        if (step.Wait is { } wait)
        {
            members.Add("wait", new Dictionary<string, object?>
            {
                ["seconds"] = (long)Math.Ceiling(wait.Duration.TotalSeconds), ["reason"] = wait.Reason, ["source"] = wait.Source,
                ["certainty"] = wait.Certainty.ToString(),
            });
        }

        members.Add("rule", step.Rule);
        members.Add("source", step.Source);
        members.Add("certainty", step.Certainty.ToString());
        return members;
    }

    private static Dictionary<string, object?> Check(MigrationCheck check)
    {
        Dictionary<string, object?> members = new() { ["text"] = check.Text };
        if (check.Line is { } line)
        {
            members.Add("line", line);
        }

        members.Add("expected", check.Expected);
        return members;
    }

    /// <summary>Work by hand, one after the other, is one part.</summary>
    private static List<object?> Parts(IReadOnlyList<MigrationAction> actions) => actions.Count == 0 ? []
        : [new Dictionary<string, object?> { ["by"] = "ByHand", ["lines"] = Texts(actions.Cast<ManualWork>().Select(a => a.Text)) }];

    private static List<object?> Versions(ExchangeNamespace.Model.NamespacePlan plan) => Texts(plan.Servers.Select(s => s.Version.ToString()).Distinct());

    private static List<object?> Texts(IEnumerable<string> texts) => [.. texts];

    private static List<object?> Each<T>(IEnumerable<T> items, Func<T, Dictionary<string, object?>> members) => [.. items.Select(members)];

    /// <summary>A tree as one text, with the order of its members.</summary>
    private static string Shape(object? value) => value switch
    {
        Dictionary<string, object?> members => "{" + string.Join(",", members.Select(m => Quoted(m.Key) + ":" + Shape(m.Value))) + "}",
        List<object?> items => "[" + string.Join(",", items.Select(Shape)) + "]",
        string text => Quoted(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };

    private static string Quoted(string text) => "'" + string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\{(int)c:X4}")) + "'";

    private static NamespaceMigration Random(Random random) => new()
    {
        Present = Documents.Rich(),
        Plans = [.. Enumerable.Repeat(Documents.Rich(), random.Next(1, 4))],
        Steps = [.. Enumerable.Range(1, random.Next(0, 4)).Select(n => RandomStep(random, n))],
        Findings = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Findings.Warning("EXN600", Text(random), Text(random), Text(random), Text(random)))],
    };

    private static MigrationStep RandomStep(Random random, int number) => new()
    {
        Number = number,
        Id = Text(random),
        Hop = random.Next(1, 9),
        Phase = Any<MigrationPhase>(random),
        Title = Text(random),
        Place = Any<MigrationPlace>(random),
        ShellVersion = random.Next(2) == 0 ? null : Documents.Rich().Servers[0].Version,
        Servers = Many(random, Text),
        DependsOn = Many(random, Text),
        Before = Many(random, RandomCheck),
        After = Many(random, RandomCheck),
        Actions = Many<MigrationAction>(random, r => new ManualWork { Text = Text(r) }),
        TakeBack = Many<MigrationAction>(random, r => new ManualWork { Text = Text(r) }),
        TakeBackNote = Text(random),
        Effects = Many(random, r => new ClientEffect(Text(r), Text(r))),
        Wait = random.Next(2) == 0 ? null
            : new MigrationWait(TimeSpan.FromMilliseconds(random.Next()), Text(random), Text(random), Any<MigrationCertainty>(random)),
        Rule = Text(random),
        Source = Text(random),
        Certainty = Any<MigrationCertainty>(random),
    };

    private static MigrationCheck RandomCheck(Random random) => new(Text(random), random.Next(2) == 0 ? null : Text(random), Text(random));

    private static T[] Many<T>(Random random, Func<Random, T> one) => [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => one(random))];

    private static T Any<T>(Random random)
        where T : struct, Enum => random.GetItems(Enum.GetValues<T>(), 1)[0];

    private static string Text(Random random) => string.Concat(random.GetItems(Letters, random.Next(1, 12)));

    private static string Write(NamespaceMigration migration)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        MigrationJson.Write(migration, null, writer);
        string text = writer.ToString();
        Assert.DoesNotContain(text, c => c is not '\n' and (< ' ' or > '\u007F'));
        return text;
    }

    private static Dictionary<string, object?> Read(string text)
    {
        List<InputFault> faults = [];
        Dictionary<string, object?>? members = JsonTree.Read(text, StringComparer.Ordinal, faults);
        Assert.Empty(faults);
        return members!;
    }
}
