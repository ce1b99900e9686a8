using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What a drawing says, in sentences.</summary>
internal static class SceneDescription
{
    public static string Of(Scene scene, DrawingWords words)
    {
        SceneBlocks blocks = new(scene, words);
        IEnumerable<string> names = scene.Outside.Select(n => Leads(words.PublicDns, n))
            .Concat(scene.Inside.Select(n => Leads(words.InsideDns, n)));
        IEnumerable<string> passages = scene.Passages.Select(p => blocks.RowName(p.To) + ": " + blocks.PassageText(p) + ".");
        IEnumerable<string> certificates = scene.Certificates.Select(c => blocks.Fill(words.Certificate, c.Letter) + ": "
            + string.Join(", ", c.Planned.InstallOn.Select(
                m => m == PlannedCertificate.ReverseProxyMachine ? words.ReverseProxy : m)) + ".");
        return string.Join(" ", names.Concat(passages).Concat(certificates));

        string Leads(string view, SceneName name) => blocks.Fill(words.NameLeadsTo, view, name.Name,
            name.Rows.Count == 0 ? words.AddressUnknown : string.Join(", ", name.Rows.Select(blocks.RowName)));
    }
}
