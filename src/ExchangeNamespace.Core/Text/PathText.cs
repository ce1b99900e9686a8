namespace ExchangeNamespace.Text;

/// <summary>A path for a message: shown as other text is, and cut where it is so long that it is no path.</summary>
internal static class PathText
{
    private const int Longest = 1024;

    public static string Of(string path) => ShownText.Of(path, Longest);
}
