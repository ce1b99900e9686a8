using System.Globalization;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// Draws a plan: outside and inside as two halves, which name leads where in which view, where TLS ends and with which certificate, and
/// what Exchange passes on between sites.
/// </summary>
public static class NamespaceDrawing
{
    /// <summary>Draws a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="words">The fixed words.</param>
    /// <returns>The picture, the same on every machine, with a form for narrow screens.</returns>
    public static Picture Draw(NamespacePlan plan, DrawingWords words)
    {
        Scene scene = SceneReader.Read(plan, words);
        string title = string.Format(CultureInfo.InvariantCulture, words.NamespaceTitle, plan.ExternalHost);
        string description = SceneDescription.Of(scene, words);
        return WideLayout.Draw(scene, words, title, description, NarrowLayout.Draw(scene, words, title, description));
    }
}
