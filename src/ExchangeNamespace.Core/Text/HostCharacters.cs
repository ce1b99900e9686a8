namespace ExchangeNamespace.Text;

/// <summary>The characters that host names are made of.</summary>
internal static class HostCharacters
{
    public static bool AreAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '~')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters, digits and hyphens.</summary>
    public static bool IsLdh(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';
}
