using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>Which hosts must be reached on which ports, for the team that runs the firewall.</summary>
internal static class FirewallPage
{
    private const string Https = "TCP 443";
    private const string Smtp = "TCP 25";

    public static ReportPage Of(NamespacePlan plan, ReportWords words) => new("firewall", words["firewall.title"],
    [
        new Paragraph(words["firewall.lead"]),
        Flows("firewall.inbound", [.. ClientsOutside(plan, words), .. MailIn(plan, words)], words),
        Flows("firewall.outbound", [.. MailOut(plan, words)], words),
        Flows("firewall.inside", [.. ProxyToServers(plan, words), .. ClientsInside(plan, words), .. Sites(plan, words)], words),
        new Remark(words["firewall.servers"]),
    ]);

    private static Part Flows(string key, IReadOnlyList<Cell[]> rows, ReportWords words) => new(words[key], rows.Count == 0
        ? [new Paragraph(words["firewall.none"])]
        : [new Table(words[key + ".caption"],
            [words["column.from"], words["column.to"], words["column.toAddresses"], words["column.port"], words["column.for"]], rows)]);

    private static IEnumerable<Cell[]> ClientsOutside(NamespacePlan plan, ReportWords words) =>
        Hosts(plan, DnsView.External).Select(h => (Cell[])
        [
            words["internet"], TextPart.Code(h), Addresses(plan, h, DnsView.External, words), Https, words["flow.clients"],
        ]);

    private static IEnumerable<Cell[]> ClientsInside(NamespacePlan plan, ReportWords words) =>
        Hosts(plan, DnsView.Internal).Select(h => (Cell[])
        [
            words["flow.inside"], TextPart.Code(h), Addresses(plan, h, DnsView.Internal, words), Https, words["flow.clients"],
        ]);

    private static IEnumerable<Cell[]> MailIn(NamespacePlan plan, ReportWords words)
    {
        if (plan.MailHost is not { } host)
        {
            yield break;
        }

        PlannedMail? mail = plan.Mail;
        yield return [
            mail is { HygieneRanges.Count: > 0 } ? ReportText.Codes(mail.HygieneRanges)
                : words[mail is { HygieneHosts.Count: > 0 } ? "flow.hygiene" : "internet"],
            TextPart.Code(host.Value),
            mail is { Addresses.Count: > 0 } ? ReportText.Codes(mail.Addresses) : Addresses(plan, host.Value, DnsView.External, words),
            Smtp,
            words["flow.mailIn"],
        ];
    }

    private static IEnumerable<Cell[]> MailOut(NamespacePlan plan, ReportWords words)
    {
        if (plan.Mail is { } mail)
        {
            yield return [
                mail.SendingAddresses.Count == 0 ? words["unknown.address"] : ReportText.Codes(mail.SendingAddresses),
                words["internet"], words["any"], Smtp, words["flow.mailOut"],
            ];
        }
    }

    private static IEnumerable<Cell[]> ProxyToServers(NamespacePlan plan, ReportWords words) =>
        plan.ReverseProxy == ReverseProxyStrategy.None ? [] : plan.Servers.Where(s => s.InternetFacing).Select(s => (Cell[])
        [
            words["proxy"], TextPart.Code(s.Fqdn?.Value ?? s.Name), Own(s, words), Https, words["flow.proxy"],
        ]);

    /// <summary>A site that the Internet does not reach is served by another one.</summary>
    private static IEnumerable<Cell[]> Sites(NamespacePlan plan, ReportWords words)
    {
        PlannedSite[] front = [.. plan.Sites.Where(s => s.InternetFacing)];
        return plan.Sites.Where(s => !s.InternetFacing && front.Length > 0).SelectMany(s => plan.Servers.Where(t => t.Site == s.Name))
            .Select(t => (Cell[])
            [
                string.Join(", ", front.Select(f => ServersPage.NameOf(f.Name, words))),
                TextPart.Code(t.Fqdn?.Value ?? t.Name), Own(t, words), Https, words["flow.site"],
            ]);
    }

    /// <summary>The hosts that clients ask in a view, without those of mail alone.</summary>
    private static IEnumerable<string> Hosts(NamespacePlan plan, DnsView view) => NamespaceNames.Of(plan)
        .Where(n => n.Views.Contains(view)
            && (n.Services[view].Any() || n.Roles.Any(r => r is "autodiscover" or "legacy"))
            && !n.Name.StartsWith("*.", StringComparison.Ordinal))
        .Select(n => n.Name);

    private static ReportText Addresses(NamespacePlan plan, string host, DnsView view, ReportWords words)
    {
        string[] found = [.. plan.DnsRecords
            .Where(r => r.View == view && r.Value is not null && string.Equals(r.Name.Value, host, StringComparison.OrdinalIgnoreCase)
                && r.Type is (DnsRecordType.Address or DnsRecordType.CNAME))
            .Select(r => r.Value!).Distinct(StringComparer.Ordinal)];
        return found.Length == 0 ? words["unknown.address"] : ReportText.Codes(found);
    }

    private static ReportText Own(PlannedServer server, ReportWords words) =>
        server.Addresses.Count == 0 ? words["unknown.address"] : ReportText.Codes(server.Addresses);
}
