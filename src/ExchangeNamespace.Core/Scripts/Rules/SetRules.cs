using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Whether one parameter set takes everything that is given and lacks nothing that it demands.</summary>
internal static class SetRules
{
    private const string AllSets = "__All";

    private sealed record Trial(string Set, IReadOnlyList<CmdletParameter> Strangers, int LeftOver, IReadOnlyList<CmdletParameter> Missing);

    public static void Check(FindingSink sink, CommandBinding binding)
    {
        IReadOnlyList<string> sets = [.. binding.Cmdlet.ParameterSetsFor(sink.Target.Version).Select(s => s.Name).Where(s => s != AllSets)];
        List<Trial> trials = [.. (sets.Count == 0 ? [AllSets] : sets).Select(s => Try(sink.Target, binding, s))];
        List<Trial> fitting = [.. trials.Where(t => t.Strangers.Count == 0)];
        if (fitting.Count == 0)
        {
            ReportNoSet(sink, binding, trials);
            return;
        }

        int leftOver = fitting.Min(t => t.LeftOver);
        if (leftOver > 0)
        {
            ReportLeftOver(sink, binding, leftOver);
            return;
        }

        Trial best = fitting.Where(t => t.LeftOver == 0).OrderBy(t => t.Missing.Count).First();
        if (best.Missing.Count > 0)
        {
            string names = FindingSink.Join(best.Missing.Select(p => "-" + p.Name));
            sink.Error(ScriptFindingCodes.MandatoryMissing, binding.Command.NameSpan, binding.Cmdlet.Name,
                $"{binding.Cmdlet.Name} of {sink.VersionText} demands {names}.", $"Give {names}; the shell would stop and ask.");
        }
    }

    private static Trial Try(ScriptTarget target, CommandBinding binding, string set)
    {
        Dictionary<CmdletParameter, ParameterMembership> members = [];
        foreach (CmdletParameter parameter in binding.Cmdlet.ParametersFor(target.Version))
        {
            ParameterMembership? own = parameter.MembershipsFor(target.Version)
                .OrderBy(m => m.Set == AllSets).FirstOrDefault(m => m.Set == set || m.Set == AllSets);
            if (own is not null)
            {
                members.Add(parameter, own);
            }
        }

        List<CmdletParameter> open = [
            .. members.Where(m => m.Value.Position is not null && !binding.Named.ContainsKey(m.Key)).OrderBy(m => m.Value.Position)
                .Select(m => m.Key)];
        if (open.Count == 0 && target.IsLooselyDocumented)
        {
            // One value without a name, usually the identity, is common in scripts of that time, and no help page denies it.
            open = [.. members.Where(m => !binding.Named.ContainsKey(m.Key)).OrderByDescending(m => m.Value.Mandatory)
                .Select(m => m.Key).Take(1)];
        }

        HashSet<CmdletParameter> given = [.. binding.Named.Keys, .. open.Take(binding.Loose.Count)];
        return new Trial(
            set,
            [.. binding.Named.Keys.Where(p => !members.ContainsKey(p))],
            Math.Max(0, binding.Loose.Count - open.Count),
            [.. members.Where(
                m => m.Value.Mandatory && !given.Contains(m.Key)
                    && !(binding.Command.HasInput && (m.Key.Pipeline || target.IsLooselyDocumented))).Select(m => m.Key)]);
    }

    private static void ReportNoSet(FindingSink sink, CommandBinding binding, List<Trial> trials)
    {
        Trial best = trials.OrderBy(t => t.Strangers.Count).First();
        IEnumerable<string> strangers = best.Strangers.Select(p => "-" + p.Name);
        IEnumerable<string> others = binding.Named.Keys.Except(best.Strangers)
            .Where(p => !trials.Any(
                t => t.Strangers.Count < binding.Named.Count && t.Strangers.All(s => s != p)
                    && best.Strangers.All(b => !t.Strangers.Contains(b))))
            .Select(p => "-" + p.Name);
        string with = others.Any() ? " with " + FindingSink.Join(others) : " with the others";
        sink.Error(ScriptFindingCodes.SetNotResolved, binding.Command.NameSpan, binding.Cmdlet.Name,
            $"{sink.VersionText} has no way of {binding.Cmdlet.Name} that takes {FindingSink.Join(strangers)} together{with}.",
            "Give the parameters of one parameter set; Get-Help shows them.");
    }

    private static void ReportLeftOver(FindingSink sink, CommandBinding binding, int leftOver)
    {
        ScriptValue first = binding.Loose[binding.Loose.Count - leftOver];
        string text = VisibleText.Short(first.Span.Of(sink.Script.Text));
        string remedy = AfterSwitch(sink, binding, first) is { } name
            ? $"-{name} is a switch: write -{name}:{text}, or -{name} alone."
            : "Put a value with spaces in quotes, and name the parameter.";
        sink.Error(ScriptFindingCodes.ArgumentLeftOver, first.Span, text, $"No parameter of {binding.Cmdlet.Name} takes the value {text}.",
            remedy);
    }

    private static string? AfterSwitch(FindingSink sink, CommandBinding binding, ScriptValue value)
    {
        for (int i = 1; i < binding.Command.Arguments.Count; i++)
        {
            if (ReferenceEquals(binding.Command.Arguments[i].Value, value)
                && binding.Command.Arguments[i - 1] is { Parameter: { } name, Value: null })
            {
                return binding.Cmdlet.FindParameter(name) is { } p && p.TypeFor(sink.Target.Version) == "SwitchParameter" ? p.Name : null;
            }
        }

        return null;
    }
}
