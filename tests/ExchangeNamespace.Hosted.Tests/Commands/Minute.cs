using System.Text.RegularExpressions;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The minute in which a file was written, which stands in it.</summary>
internal static partial class Minute
{
    /// <summary>The text with the same word for every minute.</summary>
    public static string Without(string text) => Pattern().Replace(text, "then");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
