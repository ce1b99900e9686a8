using System.Security;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>Text from outside in HTML, between tags and in quoted attributes: it stays text, whatever it holds.</summary>
internal static class HtmlText
{
    public static string Of(string text) => SecurityElement.Escape(ShownText.Of(text))!;
}
