using System.Globalization;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts;

/// <summary>Says in words what a fix has changed.</summary>
internal static class ScriptChange
{
    public static string Describe(ScriptFinding change) => string.Format(
        CultureInfo.InvariantCulture, "{0} line {1}, column {2}: {3} became {4}.", change.Code, change.Line, change.Column,
        VisibleText.Short(change.Extent), change.Replacement);
}
