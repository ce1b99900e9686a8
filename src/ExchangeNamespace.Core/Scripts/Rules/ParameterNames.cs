using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>
/// Finds the parameter that a name stands for: the name, an alias, or the beginning of one name only, as PowerShell does.
/// </summary>
internal sealed class ParameterNames(FindingSink sink, CmdletEntry cmdlet, HashSet<string> unchecked_)
{
    /// <summary>A parameter of hosting for many organisations, which the help leaves out for some cmdlets that have it.</summary>
    private const string Hosting = "Organization";

    private readonly IReadOnlyList<CmdletParameter> _parameters = cmdlet.ParametersFor(sink.Target.Version);

    /// <summary>What a name stands for.</summary>
    internal readonly record struct Meaning(bool IsKnown, CmdletParameter? Parameter, bool IsSwitch);

    public Meaning Resolve(ScriptCommand command, ScriptArgument argument)
    {
        string name = argument.Parameter!;
        if (_parameters.FirstOrDefault(p => Is(p, name)) is { } exact)
        {
            ReportPassing(argument, exact);
            return Of(exact);
        }

        if (ShellCommands.FindCommon(name) is { } common)
        {
            if (!command.IsVersionChecked)
            {
                CheckCommon(argument, common);
            }

            return new Meaning(true, null, ShellCommands.IsCommonSwitch(common.Name));
        }

        List<string> longer = name.Length == 0 ? [] : [.. _parameters.Select(p => p.Name)
            .Concat(ShellCommands.CommonNames.Where(c => ShellCommands.FindCommon(c)!.Value.From <= sink.Target.Shell.Highest))
            .Where(n => n.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        switch (longer.Count)
        {
            case 0:
                ReportUnknown(command, argument, name);
                return default;
            case 1:
                sink.Information(ScriptFindingCodes.ParameterAbbreviated, argument.NameSpan, longer[0],
                    $"-{name} is short for -{longer[0]}; an update that adds a parameter can make it ambiguous.", $"Write -{longer[0]}.",
                    longer[0], canFix: true);
                return _parameters.FirstOrDefault(p => p.Name == longer[0]) is { } found ? Of(found)
                    : new Meaning(true, null, ShellCommands.IsCommonSwitch(longer[0]));
            default:
                sink.Error(ScriptFindingCodes.ParameterAmbiguous, argument.NameSpan, name,
                    $"-{name} may mean {FindingSink.Join(longer.Select(n => "-" + n))}.", "Write the whole name.");
                return default;
        }
    }

    /// <summary>A bare product name stands for its updates too: one of them may lack what the first build has.</summary>
    private void ReportPassing(ScriptArgument argument, CmdletParameter parameter)
    {
        if (!parameter.Versions.ContainsAll(sink.Target.Version))
        {
            sink.Warning(
                ScriptFindingCodes.ParameterNotInVersion, argument.NameSpan, parameter.Name,
                $"Not every update of {sink.VersionText} has -{parameter.Name} of {cmdlet.Name}. It is in {parameter.Versions}.",
                "Name the update with -ExchangeVersion, or use what all of them have.");
        }
    }

    private static bool Is(CmdletParameter parameter, string name) =>
        string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)
            || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    private Meaning Of(CmdletParameter parameter) => new(true, parameter, parameter.TypeFor(sink.Target.Version) == "SwitchParameter");

    private void CheckCommon(ScriptArgument argument, (string Name, Version From) common)
    {
        if (common.From > sink.Target.Shell.Highest)
        {
            sink.Error(ScriptFindingCodes.CommandNewerThanShell, argument.NameSpan, common.Name,
                $"-{common.Name} begins with PowerShell {common.From}, and {sink.VersionText} runs in {sink.Target.Shell.Highest} at most.",
                "Leave it out.");
        }
        else if (common.From > sink.Target.Shell.Lowest)
        {
            sink.Warning(ScriptFindingCodes.CommandNewerThanShell, argument.NameSpan, common.Name,
                $"-{common.Name} begins with PowerShell {common.From}, and {sink.VersionText} may run in {sink.Target.Shell.Lowest}.",
                "Leave it out, or make sure which PowerShell the server has.");
        }
    }

    private void ReportUnknown(ScriptCommand command, ScriptArgument argument, string name)
    {
        string shown = VisibleText.Short(name);
        CmdletParameter? elsewhere = cmdlet.FindParameter(name);
        bool isInferred = cmdlet.InferredVersions.Contains(sink.Target.Version);
        if (sink.Target.Catalog.Successors.FindRename(cmdlet, name, sink.Target.Version) is { } other)
        {
            string code = elsewhere is null ? ScriptFindingCodes.ParameterUnknown : ScriptFindingCodes.ParameterNotInVersion;
            bool isFree = !command.Arguments.Any(a => string.Equals(a.Parameter, other, StringComparison.OrdinalIgnoreCase));
            sink.Error(code, argument.NameSpan, shown, $"{cmdlet.Name} has no -{shown} in {sink.VersionText}; there it is -{other}.",
                $"Write -{other}.", other, isFree);
        }
        else if (elsewhere is not null)
        {
            ReportElsewhere(argument, elsewhere, isInferred);
        }
        else if (NearMiss.Find(name, _parameters.Select(p => p.Name)) is { } near)
        {
            sink.Error(ScriptFindingCodes.ParameterUnknown, argument.NameSpan, shown, $"{cmdlet.Name} has no -{shown}.",
                $"Did you mean -{near}?", near,
                !command.Arguments.Any(a => string.Equals(a.Parameter, near, StringComparison.OrdinalIgnoreCase)));
        }
        else if (string.Equals(name, Hosting, StringComparison.OrdinalIgnoreCase))
        {
            if (unchecked_.Add(cmdlet.Name + " -" + Hosting))
            {
                sink.Information(
                    ScriptFindingCodes.ParameterNotChecked, argument.NameSpan, Hosting,
                    $"-{Hosting} is for hosting of many organisations. The help of {cmdlet.Name} does not list it, so it was not checked.",
                    "Look at Get-Command in that version, or leave it out.");
            }
        }
        else if (cmdlet.Partial || isInferred)
        {
            if (unchecked_.Add(cmdlet.Name + " -" + name))
            {
                sink.Information(ScriptFindingCodes.ParameterNotChecked, argument.NameSpan, shown,
                    $"The catalogue lists {cmdlet.Name} of {sink.VersionText} in part, and -{shown} is not in it, so it was not checked.",
                    "Look at Get-Help in that version.");
            }
        }
        else
        {
            sink.Error(ScriptFindingCodes.ParameterUnknown, argument.NameSpan, shown, $"{cmdlet.Name} has no -{shown} in any version.",
                "Look at Get-Help in that version.");
        }
    }

    private void ReportElsewhere(ScriptArgument argument, CmdletParameter elsewhere, bool isInferred)
    {
        string message = $"{cmdlet.Name} has no -{elsewhere.Name} in {sink.VersionText}. It is in {elsewhere.Versions}.";
        if (isInferred || (!ServiceCatalog.HasWhatIf(sink.Target.Version) && elsewhere.Name is "WhatIf" or "Confirm"))
        {
            sink.Warning(ScriptFindingCodes.ParameterNotInVersion, argument.NameSpan, elsewhere.Name,
                message + " The help of that version was not read in full.", "Try it with care, or leave it out.");
        }
        else
        {
            sink.Error(ScriptFindingCodes.ParameterNotInVersion, argument.NameSpan, elsewhere.Name, message,
                "Leave it out, or use what that version has instead.");
        }
    }
}
