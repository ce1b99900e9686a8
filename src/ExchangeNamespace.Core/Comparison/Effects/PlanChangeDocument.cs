using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>The differences of two plans as Markdown: a page for a change request.</summary>
public static class PlanChangeDocument
{
    private const string LineLanguage = "powershell";

    /// <summary>Writes the page.</summary>
    /// <param name="plan">The plan that is wanted.</param>
    /// <param name="changes">Its differences to the plan in force.</param>
    /// <returns>The lines of the page.</returns>
    public static IReadOnlyList<string> Of(NamespacePlan plan, IReadOnlyList<PlanChange> changes)
    {
        PlanChange[] withLines = [.. changes.Where(c => c.Lines.Count > 0)];
        string[] places = [
            .. withLines.SelectMany(c => c.Servers).Distinct(StringComparer.OrdinalIgnoreCase),
            .. withLines.Any(c => c.Servers.Count == 0) ? ["the organisation"] : Array.Empty<string>()];
        return [
            "# Change of the namespace " + MarkdownText.Inline(plan.ExternalHost.Value),
            string.Empty,
            changes.Count == 0
                ? "Both plans set the same: nothing changes."
                : (changes.Count == 1 ? "1 change" : changes.Count.ToString(CultureInfo.InvariantCulture) + " changes") + "; lines for "
                    + (places.Length == 0 ? "no server." : MarkdownText.Inline(NameList.Describe(places)) + "."),
            .. Table("Servers and services", changes,
                [PlanChangeKind.Server, PlanChangeKind.Setting, PlanChangeKind.Organization],
                ["Site", "Servers", "Service", "Setting", "Old", "New"],
                c => [c.Site, NameList.Describe(c.Servers), c.Subject, c.Item, c.Old, c.New]),
            .. Table("Certificates", changes, [PlanChangeKind.Certificate, PlanChangeKind.CertificateName],
                ["Certificate", "On", "What", "Old", "New"], c => [c.Subject, NameList.Describe(c.Servers), c.Item, c.Old, c.New]),
            .. Table("DNS", changes, [PlanChangeKind.Zone, PlanChangeKind.DnsRecord], ["View or zone", "Record", "Old", "New"],
                c => [c.Subject, c.Item, c.Old, c.New]),
            .. Table("Mail", changes, [PlanChangeKind.Mail], ["What", "Old", "New"], c => [c.Item, c.Old, c.New]),
            .. Effects(changes),
            .. Lines("Lines", changes.SelectMany(c => c.Lines)),
            .. Lines("Lines that take it back", changes.SelectMany(c => c.Undo).Reverse()),
        ];
    }

    private static IEnumerable<string> Table(string title, IEnumerable<PlanChange> changes, PlanChangeKind[] kinds, string[] columns,
        Func<PlanChange, string[]> row)
    {
        PlanChange[] chosen = [.. changes.Where(c => kinds.Contains(c.Kind))];
        return chosen.Length == 0
            ? []
            : [string.Empty, "## " + title, string.Empty, MarkdownText.Row(columns), "|" + string.Concat(columns.Select(_ => "---|")),
                .. chosen.Select(c => MarkdownText.Row(row(c)))];
    }

    private static IEnumerable<string> Effects(IEnumerable<PlanChange> changes)
    {
        string[] effects = [.. changes.Select(c => c.Clients).Distinct(StringComparer.Ordinal)];
        return effects.Length == 0
            ? []
            : [string.Empty, "## Who notices", string.Empty, .. effects.Select(e => "- " + MarkdownText.Inline(e))];
    }

    private static IEnumerable<string> Lines(string title, IEnumerable<string> lines)
    {
        string[] distinct = [.. lines.Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0
            ? []
            : [string.Empty, "## " + title, string.Empty, .. MarkdownText.Code(distinct, LineLanguage)];
    }
}
