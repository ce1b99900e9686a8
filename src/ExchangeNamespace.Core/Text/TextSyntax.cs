namespace ExchangeNamespace.Text;

/// <summary>What a text of one line cannot contain.</summary>
internal static class TextSyntax
{
    /// <summary>Whether one of its characters does.</summary>
    public static bool BreaksLine(string text)
    {
        foreach (char c in text)
        {
            if (BreaksLine(c))
            {
                return true;
            }
        }

        return false;
    }

    public static bool BreaksLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
