namespace ExchangeNamespace.Reports.Drawing;

/// <summary>A picture as text.</summary>
public static class PictureText
{
    /// <summary>
    /// The picture as one SVG element with classes in place of styles; the page that holds it includes the style sheet of the pictures.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Lines of XML.</returns>
    public static string ToSvg(this Picture picture) => SvgWriter.Write(picture);

    /// <summary>The boxes and lines as a flowchart in Mermaid, ready for a code block that is marked <c>mermaid</c>.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>Lines of ASCII.</returns>
    public static string ToMermaid(this Picture picture) => MermaidPicture.Write(picture);
}
