using System;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>A backtick directly behind a value: it does not continue the line, but becomes part of the value.</summary>
internal static class BacktickRules
{
    private static readonly Version KnownFrom = new(3, 0);

    public static void Check(FindingSink sink)
    {
        foreach (TextSpan span in sink.Script.StrayBackticks)
        {
            string written = span.Of(sink.Script.Text);
            bool endsLine = written[1] is '\r' or '\n';
            string message = endsLine
                ? "The backtick stands directly behind a value, so the end of the line becomes part of the value, and the line is not "
                    + "continued."
                : "The backtick stands directly behind a value, so the space and the parameter after it become part of the value.";
            string remedy = endsLine ? "Put a space before the backtick." : "Leave the backtick out.";
            string replacement = endsLine ? " `" : string.Empty;
            TextSpan mark = new(span.Start, span.Start + 1);
            if (sink.Target.Shell.Lowest >= KnownFrom)
            {
                sink.Error(ScriptFindingCodes.BacktickInValue, mark, "backtick", message, remedy, replacement, canFix: true);
            }
            else
            {
                sink.Warning(ScriptFindingCodes.BacktickInValue, mark, "backtick", message, remedy, replacement, canFix: true);
            }
        }
    }
}
