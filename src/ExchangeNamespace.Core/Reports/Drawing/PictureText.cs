namespace ExchangeNamespace.Reports.Drawing;

/// <summary>A picture as text.</summary>
public static class PictureText
{
    /// <summary>
    /// The picture as an SVG element with classes in place of styles, and its form for narrow screens as a second one. The style sheet
    /// of the pictures, which the page includes, shows one of both.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Lines of XML.</returns>
    public static string ToSvg(this Picture picture) => SvgWriter.Write(picture);

    /// <summary>The boxes and lines as a flowchart in Mermaid, ready for a code block that is marked <c>mermaid</c>.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Lines of ASCII.</returns>
    public static string ToMermaid(this Picture picture) => MermaidPicture.Write(picture);
}
