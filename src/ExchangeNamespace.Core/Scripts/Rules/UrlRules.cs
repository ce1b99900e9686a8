using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>URLs: a scheme in front, and a host whose last label is not a slip of the pen.</summary>
internal static class UrlRules
{
    private const string Separator = "://";

    /// <summary>Last labels of inside names that are no delegated domains.</summary>
    private static readonly string[] InsideLabels = ["local", "internal", "intranet"];

    public static void Check(FindingSink sink, CommandBinding binding, CmdletParameter parameter, ScriptValue value)
    {
        if (value.Single is not { Kind: ScriptValueKind.Text, Text.Length: > 0 } item)
        {
            return;
        }

        int host = item.Text.IndexOf(Separator, StringComparison.Ordinal);
        if (host < 0)
        {
            string scheme = SchemeOfOthers(binding) ?? "https";
            sink.Error(ScriptFindingCodes.UrlWithoutScheme, item.Span, parameter.Name, $"The value of -{parameter.Name} has no scheme, so it is no URL.", $"Write {scheme}{Separator} in front.", With(sink, item, scheme + Separator + item.Text));
        }
        else
        {
            CheckHost(sink, parameter, item, host + Separator.Length);
        }
    }

    private static void CheckHost(FindingSink sink, CmdletParameter parameter, ScriptItem item, int start)
    {
        int end = item.Text.IndexOfAny(['/', ':', '?', '#'], start);
        string host = item.Text.Substring(start, (end < 0 ? item.Text.Length : end) - start);
        int dot = host.LastIndexOf('.');
        string label = host.Substring(dot + 1);
        if (dot <= 0 || TopLevelDomains.IsDelegated(label) || InsideLabels.Contains(label, StringComparer.OrdinalIgnoreCase) || NearMiss.Find(label, InsideLabels) is not { } near)
        {
            return;
        }

        string better = item.Text.Substring(0, start) + host.Substring(0, dot + 1) + near + item.Text.Substring(start + host.Length);
        sink.Warning(ScriptFindingCodes.HostLooksMistyped, item.Span, parameter.Name, $"No domain ends in .{NameSyntax.Printable(label)}; .{near} looks like what was meant.", $"Write {NameSyntax.Printable(host.Substring(0, dot + 1) + near)}, if that is the name.", With(sink, item, better));
    }

    private static string? SchemeOfOthers(CommandBinding binding) => binding.Named.Values
        .Select(v => v?.Single is { Kind: ScriptValueKind.Text } i ? i.Text : string.Empty)
        .Where(t => t.IndexOf(Separator, StringComparison.Ordinal) > 0)
        .Select(t => t.Substring(0, t.IndexOf(Separator, StringComparison.Ordinal)))
        .FirstOrDefault();

    private static string With(FindingSink sink, ScriptItem item, string text) => item.Span.Of(sink.Script.Text).Replace(item.Text, text);
}
