using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The names, what each is for, who sees it and which certificate carries it.</summary>
internal static class NamesPage
{
    public static ReportPage Of(NamespacePlan plan, ReportWords words) => new("names", words["names.title"],
    [
        new Paragraph(words["names.lead"]),
        new Table(words["names.caption"],
            [words["column.name"], words["column.for"], words["column.views"], words["column.certificate"], words["column.why"]],
            [.. NamespaceNames.Of(plan).Select(n => (Cell[])
            [
                TextPart.Code(n.Name),
                For(n, words),
                n.Views.Count == 0 ? words["none"] : string.Join(", ", n.Views.Select(v => words.Name(v))),
                n.Certificates.Count == 0 ? words["none"]
                    : string.Join(", ", n.Certificates.Select(c => c.ToString(CultureInfo.InvariantCulture))),
                TextPart.English(n.Reason),
            ])]),
    ]);

    private static string For(NamespaceName name, ReportWords words)
    {
        List<string> uses = [.. name.Roles.Select(r => words["role." + r])];
        ClientService[] everywhere = [.. name.Services[DnsView.External].Intersect(name.Services[DnsView.Internal])];
        Add("use.both", everywhere);
        Add("use.external", [.. name.Services[DnsView.External].Except(everywhere)]);
        Add("use.internal", [.. name.Services[DnsView.Internal].Except(everywhere)]);
        return uses.Count == 0 ? words["none"] : string.Join("; ", uses);

        void Add(string key, ClientService[] services)
        {
            if (services.Length > 0)
            {
                uses.Add(words.Format(key, string.Join(", ", services.Select(s => words.Name(s)))));
            }
        }
    }
}
