using System.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>A record as it was pasted: the bare text, or the character-strings in quotes as zone files and tools show them.</summary>
internal static class SpfPaste
{
    public static string Read(string text)
    {
        string given = text.Trim();
        if (given.Length < 2 || given[0] != '"' || given[given.Length - 1] != '"')
        {
            return given;
        }

        StringBuilder joined = new();
        bool inside = false;
        foreach (char c in given)
        {
            if (c == '"')
            {
                inside = !inside;
            }
            else if (inside)
            {
                joined.Append(c);
            }
            else if (c is not (' ' or '\t' or '\r' or '\n' or '(' or ')'))
            {
                return given;
            }
        }

        return joined.ToString();
    }
}
