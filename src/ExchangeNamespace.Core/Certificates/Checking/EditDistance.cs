namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Whether two names differ by one typing error: a letter too many, too few, another one, or two neighbours exchanged.</summary>
internal static class EditDistance
{
    public static bool IsOne(string a, string b)
    {
        if (a.Length < b.Length)
        {
            (a, b) = (b, a);
        }

        if (a.Length - b.Length > 1)
        {
            return false;
        }

        int start = 0;
        while (start < b.Length && Same(a[start], b[start]))
        {
            start++;
        }

        int end = 0;
        while (end < b.Length - start && Same(a[a.Length - 1 - end], b[b.Length - 1 - end]))
        {
            end++;
        }

        int left = b.Length - start - end;
        return a.Length != b.Length ? left == 0
            : left == 1 || (left == 2 && Same(a[start], b[start + 1]) && Same(a[start + 1], b[start]));
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
