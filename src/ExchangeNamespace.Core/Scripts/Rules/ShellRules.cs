using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Language and commands that are newer than the PowerShell of the version.</summary>
internal static class ShellRules
{
    public static void Check(FindingSink sink)
    {
        foreach (IGrouping<ShellFeature, ScriptFeature> uses in sink.Script.Features.GroupBy(f => f.Feature))
        {
            Report(sink, ScriptFindingCodes.SyntaxNewerThanShell, uses.First().Span, ShellFeatures.Words(uses.Key),
                ShellFeatures.From(uses.Key), uses.Count());
        }

        Dictionary<string, (ScriptCommand First, TextSpan Span, Version From, int Count)> commands = new(StringComparer.OrdinalIgnoreCase);
        foreach (ScriptCommand command in sink.Script.Commands.Where(c => !c.IsVersionChecked && !sink.Script.OwnCommands.Contains(c.Name)))
        {
            if (ShellCommands.FindCommand(command.Name) is { } from)
            {
                Count(command.Name, command, command.NameSpan, from);
                foreach (ScriptArgument argument in command.Arguments)
                {
                    if (argument.Parameter is { } name && ShellCommands.FindParameter(command.Name, name) is { } since)
                    {
                        Count(command.Name + " -" + name, command, argument.NameSpan, since);
                    }
                }
            }
        }

        foreach (KeyValuePair<string, (ScriptCommand First, TextSpan Span, Version From, int Count)> use in commands)
        {
            Report(sink, ScriptFindingCodes.CommandNewerThanShell, use.Value.Span, use.Key, use.Value.From, use.Value.Count);
        }

        void Count(string name, ScriptCommand command, TextSpan span, Version from) =>
            commands[name] = commands.TryGetValue(name, out var known) ? (known.First, known.Span, from, known.Count + 1)
                : (command, span, from, 1);
    }

    private static void Report(FindingSink sink, string code, TextSpan span, string words, Version from, int count)
    {
        ShellVersions shell = sink.Target.Shell;
        if (from <= shell.Lowest)
        {
            return;
        }

        string places = count == 1 ? string.Empty : $" It stands in {count} places.";
        if (from > shell.Highest)
        {
            sink.Error(code, span, words,
                $"{words} begins with PowerShell {from}, and {sink.VersionText} runs in {shell.Highest} at most.{places}",
                "Write it without.");
        }
        else
        {
            sink.Warning(code, span, words,
                $"{words} begins with PowerShell {from}, and {sink.VersionText} may run in {shell.Lowest}.{places}",
                "Write it without, or make sure which PowerShell the server has.");
        }
    }
}
