using System.Text.RegularExpressions;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>What the parser could not read.</summary>
internal static class FaultRules
{
    private static readonly Regex Placeholder = new(@"\G<[A-Za-z][A-Za-z0-9 _./\\:-]{0,100}>", RegexOptions.CultureInvariant);

    public static void Check(FindingSink sink)
    {
        int line = -1;
        foreach (ScriptFault fault in sink.Script.Faults)
        {
            // What follows on a line from its first fault says nothing new.
            int lineStart = fault.Span.Start == 0 ? 0 : sink.Script.Text.LastIndexOf('\n', fault.Span.Start - 1) + 1;
            if (lineStart == line && fault.Kind == ScriptFaultKind.Syntax)
            {
                continue;
            }

            line = lineStart;
            Report(sink, fault);
        }
    }

    private static void Report(FindingSink sink, ScriptFault fault)
    {
        switch (fault.Kind)
        {
            case ScriptFaultKind.UnbalancedQuote:
                sink.Error(ScriptFindingCodes.QuoteUnbalanced, fault.Span, "quote", "A quote is opened or closed without its other half.",
                    "Put the missing quote; a value with spaces needs one on either side.");
                break;
            case ScriptFaultKind.NotAnalysed:
                sink.Error(ScriptFindingCodes.NotAnalysed, fault.Span, "script", fault.Message,
                    "Split it into shorter statements; nothing is known about this part.");
                break;
            case var _ when Placeholder.Match(sink.Script.Text, fault.Span.Start) is { Success: true } match:
                sink.Error(ScriptFindingCodes.Placeholder, new TextSpan(match.Index, match.Index + match.Length), match.Value,
                    "A placeholder in angle brackets stands where a value belongs; the shell reads it as a redirection.",
                    "Put the value itself, in quotes where it has spaces.");
                break;
            case ScriptFaultKind.Syntax:
                sink.Error(ScriptFindingCodes.SyntaxError, fault.Span, "syntax", VisibleText.Short(fault.Message),
                    "Mend the statement; what follows on this line was not checked.");
                break;
            default:
                throw ClosedSet.Outside(fault.Kind);
        }
    }
}
