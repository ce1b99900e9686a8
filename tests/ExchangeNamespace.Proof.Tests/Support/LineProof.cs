using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Proof.Support;

/// <summary>Proves the lines and the script files of a plan with the real parser.</summary>
internal static class LineProof
{
    /// <summary>Every line is one command with exactly the planned values, and every script file holds exactly these commands.</summary>
    /// <returns>How many lines were proven.</returns>
    public static int Prove(NamespacePlan plan)
    {
        ExchangeCommand[] commands = [.. CommandBuilder.Build(plan, new CommandSelection())];
        PlannedLine[] planned = [.. PlannedLine.Read(plan)];
        Assert.Equal(planned.Length, commands.Length);
        for (int i = 0; i < commands.Length; i++)
        {
            Prove(commands[i], planned[i]);
        }

        foreach (ShellGeneration generation in plan.Servers.Select(s => ShellGenerations.Of(s.Version)).Distinct())
        {
            ProveScript(plan, generation);
        }

        return commands.Length;
    }

    /// <summary>The line is one ASCII command that gives each parameter the planned value.</summary>
    public static void Prove(ExchangeCommand command, PlannedLine planned)
    {
        string line = Typed(command);
        AssertPrintable(line);
        Assert.Equal(planned.IsByHand, command.IsByHand);
        ParsedCommand parsed = ParsedCommand.Read(line);
        Assert.True(line == parsed.Text, "The command is not the whole line: " + line);
        Assert.Equal(planned.Cmdlet, parsed.Name, ignoreCase: true);
        Assert.Equal(command.Parameters.Select(p => p.Name), parsed.Arguments.Select(a => a.Parameter));
        object?[] expected = [.. planned.NamesItsObject ? new object[] { new[] { planned.Identity } } : [], .. planned.Values.Select(v => v.Value)];
        Assert.True(expected.Length == parsed.Arguments.Count, line);
        for (int i = 0; i < expected.Length; i++)
        {
            AssertSame(expected[i], parsed.Arguments[i].Value, line);
        }
    }

    /// <summary>The script file of one shell: comments stay comments, the commands are those of the plan.</summary>
    public static void ProveScript(NamespacePlan plan, ShellGeneration generation)
    {
        ExchangeCommand[] commands = [.. CommandBuilder.Build(plan, new CommandSelection { Generation = generation })];
        string[] lines = [.. ScriptRenderer.Render(plan, generation, commands)];
        foreach (string line in lines)
        {
            AssertPrintable(line);
        }

        IReadOnlyList<ParsedCommand> parsed = ParsedCommand.ReadScript(string.Join("\r\n", lines));
        Assert.All(commands.Where(c => c.IsByHand), c => Assert.Contains(c.ToString(), lines));
        Assert.Equal(commands.Where(c => !c.IsByHand).Select(c => c.ToString()), parsed.Select(p => p.Text));
    }

    /// <summary>The line as a person or the script runs it: one that is for a person stands in the script as a comment.</summary>
    public static string Typed(ExchangeCommand command)
    {
        string line = command.ToString();
        Assert.Equal(command.IsByHand, line.StartsWith("# ", StringComparison.Ordinal));
        return command.IsByHand ? line[2..] : line;
    }

    /// <summary>Fails unless every character is printable ASCII.</summary>
    public static void AssertPrintable(string text) =>
        Assert.True(text.All(c => c is >= ' ' and <= '~'), "Not printable ASCII: " + text);

    private static void AssertSame(object? expected, object? actual, string line)
    {
        bool same = (expected, actual) switch
        {
            (string[] texts, string[] read) => texts.SequenceEqual(read, StringComparer.Ordinal),
            _ => Equals(expected, actual),
        };
        Assert.True(same, line + "\n" + Show(expected) + " was planned, " + Show(actual) + " was read.");

        static string Show(object? value) => value switch
        {
            null => "null",
            string[] texts => string.Join(" | ", texts),
            _ => value.ToString()!,
        };
    }
}
