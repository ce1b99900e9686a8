using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Reads from a plan what its drawing shows.</summary>
internal static class SceneReader
{
    private const int Letters = 26;

    public static Scene Read(NamespacePlan plan, DrawingWords words)
    {
        IReadOnlyList<SceneUnit> units = SceneUnits.Of(plan);
        IReadOnlyList<SceneName> outside = SceneNames.Of(plan, units, DnsView.External, words);
        return new Scene
        {
            Plan = plan,
            Units = units,
            Outside = outside,
            Inside = SceneNames.Of(plan, units, DnsView.Internal, words),
            Passages = ScenePassages.Of(plan, units, outside),
            Certificates = [.. plan.Certificates.Select((c, i) => new SceneCertificate(Letter(i), c))],
        };
    }

    /// <summary>A to Z, then AA and on.</summary>
    private static string Letter(int index) =>
        (index < Letters ? string.Empty : Letter((index / Letters) - 1)) + (char)('A' + (index % Letters));
}
