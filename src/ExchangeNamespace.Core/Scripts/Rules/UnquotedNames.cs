using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>
/// A name with parentheses and no quotes, such as <c>CAS01\EWS (Default Web Site)</c>: the shell runs what is in the parentheses.
/// </summary>
internal static class UnquotedNames
{
    private static readonly char[] Active = ['$', '`', '"', '\u201C', '\u201D', '\u201E'];

    public static void Check(FindingSink sink, CommandBinding binding)
    {
        foreach (ScriptValue loose in binding.Loose.ToArray())
        {
            if (loose.Single is not { Kind: ScriptValueKind.Parentheses } group || NameBefore(binding, group) is not { } name)
            {
                continue;
            }

            TextSpan span = new(name.Span.Start, group.Span.End);
            string text = span.Of(sink.Script.Text);
            sink.Error(
                ScriptFindingCodes.ArgumentLeftOver, span, VisibleText.Short(text),
                "A name with parentheses stands without quotes, so the shell runs what is in them.",
                "Put the whole name in quotes.", text.IndexOfAny(Active) < 0 ? "\"" + text + "\"" : null, canFix: true);
            binding.Loose.Remove(loose);
        }
    }

    private static ScriptItem? NameBefore(CommandBinding binding, ScriptItem group) => binding.Named.Values.Concat(binding.Loose)
        .Select(v => v?.Single)
        .FirstOrDefault(
            i => i is { IsBare: true, Kind: ScriptValueKind.Text } && i.Text.IndexOf('\\') >= 0 && group.Span.Start - i.Span.End is 0 or 1);
}
