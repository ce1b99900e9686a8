using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Values that are known before the script runs: lists of values, Booleans, URLs, hosts. A variable is never guessed.</summary>
internal static class ValueRules
{
    /// <summary>Values that many scripts carry and no version has.</summary>
    private static readonly Dictionary<string, string> Misnamed = new(StringComparer.OrdinalIgnoreCase) { ["Allowed"] = "Accepted" };

    public static void Check(FindingSink sink, CommandBinding binding)
    {
        foreach (KeyValuePair<CmdletParameter, ScriptValue?> bound in binding.Named)
        {
            if (bound.Value is not { } value)
            {
                continue;
            }

            string type = bound.Key.TypeFor(sink.Target.Version);
            IReadOnlyList<string> allowed = bound.Key.ValuesFor(sink.Target.Version);
            if (type is "Boolean" or "SwitchParameter")
            {
                CheckBoolean(sink, bound.Key, value);
            }
            else if (type == "Uri")
            {
                UrlRules.Check(sink, binding, bound.Key, value);
            }
            else if (HostRules.IsHost(bound.Key, type))
            {
                HostRules.CheckValue(sink, binding, bound.Key, value);
            }
            else if (allowed.Count > 0)
            {
                CheckListed(sink, bound.Key, value, allowed, isNumber: type == "Int32");
            }
        }
    }

    private static void CheckBoolean(FindingSink sink, CmdletParameter parameter, ScriptValue value)
    {
        if (value.Single is not { Kind: ScriptValueKind.Text } item)
        {
            return;
        }

        string? replacement = bool.TryParse(item.Text, out bool flag) ? (flag ? "$true" : "$false") : null;
        sink.Error(ScriptFindingCodes.ValueNotBoolean, item.Span, parameter.Name,
            $"-{parameter.Name} takes $true or $false, and {VisibleText.Short(item.Text)} is a text.", replacement is null
                ? "Write $true or $false." : $"Write {replacement}.", replacement, canFix: true);
    }

    private static void CheckListed(FindingSink sink, CmdletParameter parameter, ScriptValue value, IReadOnlyList<string> allowed,
        bool isNumber)
    {
        foreach (ScriptItem item in value.Items.Where(
            i => i.Kind == ScriptValueKind.Text || (isNumber && i.Kind == ScriptValueKind.Number)))
        {
            TextSpan span = item.TextSpanIn(sink.Script.Text);
            foreach (string part in item.Text.Split(',').Select(p => p.Trim()).Where(p => !IsListed(p, allowed)))
            {
                string? other = Misnamed.TryGetValue(part, out string? known) && allowed.Contains(known) ? known
                    : NearMiss.Find(part, allowed);
                sink.Error(
                    ScriptFindingCodes.ValueNotListed, span, parameter.Name,
                    $"-{parameter.Name} of {sink.VersionText} does not take {VisibleText.Short(part)}.",
                    $"It takes {string.Join(", ", allowed)}.", span.Of(sink.Script.Text) == part ? other : null, true, [.. allowed]);
            }
        }
    }

    // An enumeration takes the beginning of a name where it is the beginning of one only.
    private static bool IsListed(string part, IReadOnlyList<string> allowed) =>
        allowed.Contains(part, StringComparer.OrdinalIgnoreCase)
        || (part.Length > 0 && allowed.Count(a => a.StartsWith(part, StringComparison.OrdinalIgnoreCase)) == 1);
}
