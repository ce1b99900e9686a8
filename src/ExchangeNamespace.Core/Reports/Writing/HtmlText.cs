using System.Security;
using System.Text.RegularExpressions;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>Text from outside in HTML, between tags and in quoted attributes: it stays text, whatever it holds.</summary>
internal static class HtmlText
{
    /// <summary>A short parameter name: only a hyphen and letters, so that it needs no escape.</summary>
    private static readonly Regex Parameter = new(@"(?<![^\s(])-[A-Za-z]{1,31}(?![\w-])", RegexOptions.CultureInvariant);

    public static string Of(string text) => SecurityElement.Escape(ShownText.Of(text))!;

    /// <summary>
    /// Sentences between tags. A browser ends a line behind a hyphen, and a parameter name without its hyphen is another word.
    /// </summary>
    public static string Sentences(string text) => Parameter.Replace(Of(text), "<span class=\"whole\">$0</span>");
}
