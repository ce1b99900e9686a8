using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Quotes and dashes of a word processor.</summary>
internal static class TypographyRules
{
    private const string OtherReading =
        "A prompt takes it, but in a file without byte order mark Windows PowerShell reads other characters in its place.";

    private static readonly char[] Dashes = ['\u2013', '\u2014', '\u2015'];

    /// <summary>The name with the dash of the language.</summary>
    public static string WithPlainDashes(string name) =>
        name.IndexOfAny(Dashes) < 0 ? name : string.Concat(name.Select(c => Dashes.Contains(c) ? '-' : c));

    public static void Check(FindingSink sink)
    {
        foreach (ScriptMark mark in sink.Script.Marks)
        {
            (string code, string kind) = mark.IsDash ? (ScriptFindingCodes.TypographicDash, "dash")
                : (ScriptFindingCodes.TypographicQuote, "quote");
            string shown = VisibleText.Short(mark.Span.Of(sink.Script.Text));
            sink.Warning(code, mark.Span, shown, $"A typographic {kind} {shown} stands for {mark.Plain}.",
                $"Write {mark.Plain}. {OtherReading}", mark.Plain.ToString(), canFix: true);
        }

        foreach (ScriptCommand command in sink.Script.Commands)
        {
            CheckName(sink, command);
        }
    }

    private static void CheckName(FindingSink sink, ScriptCommand command)
    {
        string plain = WithPlainDashes(command.Name);
        if (plain == command.Name || (sink.Target.Catalog.Cmdlets.Find(plain) is null && ShellCommands.FindCommand(plain) is null))
        {
            return;
        }

        sink.Error(ScriptFindingCodes.TypographicDash, command.NameSpan, plain,
            $"{VisibleText.Short(command.Name)} has a typographic dash, so no cmdlet has that name.", $"Write {plain}.", plain,
            canFix: true);
    }
}
