using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Which cmdlets the version has. What is neither Exchange's nor PowerShell's is said once and not judged.</summary>
internal static class CommandRules
{
    private static readonly Regex VerbNoun = new(@"\A[A-Za-z]{2,30}-[A-Za-z][A-Za-z0-9_]{1,80}\z", RegexOptions.CultureInvariant);

    public static void Check(FindingSink sink)
    {
        HashSet<string> unchecked_ = new(StringComparer.OrdinalIgnoreCase);
        foreach (ScriptCommand command in sink.Script.Commands.Where(c => !sink.Script.OwnCommands.Contains(c.Name)))
        {
            sink.ThrowIfStopping();

            // A command may be named with its module or snap-in before it.
            string name = TypographyRules.WithPlainDashes(command.Name.Substring(command.Name.LastIndexOf('\\') + 1));
            if (sink.Target.Catalog.Cmdlets.Find(name) is { } cmdlet)
            {
                CheckCmdlet(sink, command, cmdlet, unchecked_);
            }
            else if (ShellCommands.FindCommand(name) is null && VerbNoun.IsMatch(name))
            {
                CheckUnknown(sink, command, name, unchecked_);
            }
        }
    }

    private static void CheckCmdlet(FindingSink sink, ScriptCommand command, CmdletEntry cmdlet, HashSet<string> unchecked_)
    {
        if (cmdlet.ExistsIn(sink.Target.Version))
        {
            if (!cmdlet.Versions.ContainsAll(sink.Target.Version))
            {
                sink.Warning(
                    ScriptFindingCodes.CmdletNotInVersion, command.NameSpan, cmdlet.Name,
                    $"Not every update of {sink.VersionText} has {cmdlet.Name}. It is in {cmdlet.Versions}.",
                    "Name the update with -ExchangeVersion, or use what all of them have.");
            }

            BindingRules.Check(sink, command, cmdlet, unchecked_);
        }
        else if (cmdlet.Coverage.Length > 0 && sink.Target.IsLooselyDocumented)
        {
            NotChecked(sink, command, cmdlet.Name, unchecked_);
        }
        else
        {
            CmdletSuccessor? successor = sink.Target.Catalog.Successors.Find(cmdlet.Name, sink.Target.Version);
            sink.Error(
                ScriptFindingCodes.CmdletNotInVersion, command.NameSpan, cmdlet.Name,
                $"{sink.VersionText} has no {cmdlet.Name}. It is in {cmdlet.Versions}.",
                successor?.Advice ?? "Leave the line out.", successor?.Successor, successor?.IsRename ?? false);
        }
    }

    private static void CheckUnknown(FindingSink sink, ScriptCommand command, string name, HashSet<string> unchecked_)
    {
        // Get-MailboxServer is no mistyped Set-MailboxServer: only the noun may be wrong.
        string verb = name.Substring(0, name.IndexOf('-') + 1);
        IEnumerable<string> alike =
            sink.Target.Catalog.Cmdlets.Cmdlets.Select(c => c.Name).Where(n => n.StartsWith(verb, StringComparison.OrdinalIgnoreCase));
        if (NearMiss.Find(name, alike) is { } near)
        {
            sink.Error(ScriptFindingCodes.CmdletUnknown, command.NameSpan, name, $"No cmdlet is named {VisibleText.Short(name)}.",
                $"Did you mean {near}?", near, canFix: true);
        }
        else
        {
            NotChecked(sink, command, name, unchecked_);
        }
    }

    private static void NotChecked(FindingSink sink, ScriptCommand command, string name, HashSet<string> unchecked_)
    {
        if (unchecked_.Add(name))
        {
            sink.Information(ScriptFindingCodes.CmdletNotChecked, command.NameSpan, VisibleText.Short(name),
                $"The catalogue does not know {VisibleText.Short(name)} in {sink.VersionText}, so it was not checked.",
                "Look at Get-Help in that version.");
        }
    }
}
