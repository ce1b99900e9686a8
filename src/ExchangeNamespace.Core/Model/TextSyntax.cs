namespace ExchangeNamespace.Model;

/// <summary>What a text of one line cannot contain.</summary>
internal static class TextSyntax
{
    public static bool BreaksLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
