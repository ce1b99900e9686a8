using System.Security;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The only place that turns a value into text of an SVG element or attribute. What XML 1.0 cannot hold or a reader does not see stands
/// as its code point; the five marks that mean something to XML become entities.
/// </summary>
internal static class SvgText
{
    public static string Escape(string value) => SecurityElement.Escape(
        ShownText.Of(value).Replace("\uFFFE", "<U+FFFE>").Replace("\uFFFF", "<U+FFFF>"))!;
}
