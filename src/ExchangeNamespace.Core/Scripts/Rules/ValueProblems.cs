using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>
/// What is wrong with one value. Each finding proposes the value with everything mended that can be, because one place of the script can be
/// written anew once only.
/// </summary>
internal sealed class ValueProblems(FindingSink sink, string parameter, ScriptItem item)
{
    private readonly List<(FindingSeverity Severity, string Code, string Message, string Remedy)> _problems = [];

    public void Error(string code, string message, string remedy) => _problems.Add((FindingSeverity.Error, code, message, remedy));

    public void Warning(string code, string message, string remedy) => _problems.Add((FindingSeverity.Warning, code, message, remedy));

    /// <summary>Reports what was found.</summary>
    /// <param name="mended">The value that is right; null where it is not known.</param>
    public void Report(string? mended)
    {
        TextSpan span = item.TextSpanIn(sink.Script.Text);
        string? replacement = span.Of(sink.Script.Text) == item.Text && mended != item.Text ? mended : null;
        foreach ((FindingSeverity severity, string code, string message, string remedy) in _problems)
        {
            if (severity == FindingSeverity.Error)
            {
                sink.Error(code, span, parameter, message, remedy, replacement, canFix: true);
            }
            else
            {
                sink.Warning(code, span, parameter, message, remedy, replacement, canFix: true);
            }
        }
    }
}
