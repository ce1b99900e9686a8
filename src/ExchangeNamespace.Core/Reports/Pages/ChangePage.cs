using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>What changes from the plan in force to the plan.</summary>
internal static class ChangePage
{
    public static ReportPage Of(NamespacePlan plan, NamespacePlan reference, ReportWords words)
    {
        IReadOnlyList<PlanChange> changes = PlanDifference.Of(plan, reference);
        string[] clients = [.. changes.Select(c => c.Clients).Distinct(StringComparer.Ordinal)];
        return new ReportPage("change", words["change.title"],
        [
            new Paragraph(changes.Count == 0 ? words["change.none"] : words.Count("change.lead", changes.Count)),
            .. Table("change.servers", [PlanChangeKind.Server, PlanChangeKind.Setting, PlanChangeKind.Organization]),
            .. Table("change.certificates", [PlanChangeKind.Certificate, PlanChangeKind.CertificateName]),
            .. Table("change.dns", [PlanChangeKind.Zone, PlanChangeKind.DnsRecord]),
            .. Table("change.mail", [PlanChangeKind.Mail]),
            .. clients.Length == 0 ? []
                : new[] { new Part(words["change.clients"], [new Items([.. clients.Select(c => (ReportText)TextPart.English(c))])]) },
            .. DifferencesPage.CodePart("change.lines", [.. changes.SelectMany(c => c.Lines).Distinct(StringComparer.Ordinal)], words),
            .. DifferencesPage.CodePart("change.undo",
                [.. changes.SelectMany(c => c.Undo).Reverse().Distinct(StringComparer.Ordinal)], words),
        ]);

        IEnumerable<ReportBlock> Table(string key, PlanChangeKind[] kinds)
        {
            PlanChange[] chosen = [.. changes.Where(c => kinds.Contains(c.Kind))];
            return chosen.Length == 0 ? []
                : [new Part(words[key], [new Table(words[key + ".caption"],
                    [words["column.item"], words["column.on"], words["column.before"], words["column.after"]],
                    [.. chosen.Select(c => Row(c, words))])])];
        }
    }

    private static Cell[] Row(PlanChange change, ReportWords words) =>
    [
        change.Subject == change.Item ? change.Item : change.Subject + " " + change.Item,
        change.Servers.Count == 0 ? words["none"] : ReportText.Codes(change.Servers),
        change.Old.Length == 0 ? words["none"] : (ReportText)TextPart.Code(change.Old),
        change.New.Length == 0 ? words["none"] : (ReportText)TextPart.Code(change.New),
    ];
}
