using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>A plan with everything that it holds, as lines to read.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Of(PlanResult result)
    {
        NamespacePlan plan = result.Plan!;
        return Part("summary", PlanSummary.Of(plan).Select(l => l.ToString()))
            .Concat(Part("assumptions", result.Assumptions))
            .Concat(Part("plan", Whole(plan)))
            .Concat(Part("sites", plan.Sites.Select(Site)))
            .Concat(plan.Servers.GroupBy(s => s.Services).SelectMany(Servers))
            .Concat(plan.Certificates.SelectMany(Certificate))
            .Concat(Part("records", plan.DnsRecords.Select(Record)))
            .Concat(Part("findings", plan.Findings.SelectMany(Finding)))
            .Concat(Part("notes", plan.Notes.SelectMany(Finding)))
            .Concat(Part("faults", result.Faults.Select(Fault)));
    }

    public static string Fault(InputFault fault) => $"{fault.Id} {fault.Parameter} {fault.Value ?? "(null)"}: {fault.Message}";

    private static IEnumerable<string> Part(string title, IEnumerable<string> lines) => lines.Select(l => "  " + l).Prepend("=== " + title);

    private static IEnumerable<string> Whole(NamespacePlan plan)
    {
        yield return plan.ToString();
        yield return $"zone {plan.ExternalZone}, AD domain {Shown(plan.ADDomain)}, mail domains {List(plan.SmtpDomains)}, SRV {List(plan.AutodiscoverSrvDomains)}";
        yield return $"zones {List(plan.Zones)}, legacy {Shown(plan.LegacyHost)}, mail host {Shown(plan.MailHost)}";
        yield return $"proxy {plan.ReverseProxy}, hybrid {plan.Hybrid}, as of {plan.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (plan.Mail is { } mail)
        {
            yield return $"mail {List(mail.Addresses)}; sends as {mail}; hygiene {List(mail.HygieneHosts)} {List(mail.HygieneRanges)}; children {List(mail.ChildDomains)}";
        }

        if (plan.OutlookProvider is { } provider)
        {
            yield return $"{provider}: {provider.Reason}";
        }
    }

    private static string Site(PlannedSite site) =>
        $"{site}: {(site.InternetFacing ? "facing" : "inside")}, external {Shown(site.ExternalHost)}, internal {Shown(site.InternalHost)}, "
            + $"autodiscover {Shown(site.AutodiscoverHost)}, legacy {Shown(site.LegacyHost)}, scope {(site.SiteScope is null ? "-" : List(site.SiteScope))}";

    private static IEnumerable<string> Servers(IEnumerable<PlannedServer> servers)
    {
        PlannedServer first = servers.First();
        return Part(
            string.Join(", ", servers.Select(s => $"{s} {s.Version} {Shown(s.Fqdn)} {List(s.Addresses)} in '{s.Site}' {(s.InternetFacing ? "facing" : "inside")} {s.OutlookAnywhereEnabled?.ToString() ?? "?"}")),
            first.Services.SelectMany(Service));
    }

    private static IEnumerable<string> Service(ServiceAssignment service)
    {
        yield return service.Service.ToString();
        yield return "  internal " + Setting(service.Internal);
        yield return "  external " + Setting(service.External);
        if (service.SiteScope is { } scope)
        {
            yield return "  scope " + List(scope);
        }

        if (service.AdditionalParameters.Count > 0)
        {
            yield return "  with " + string.Join(" ", service.AdditionalParameters.Select(p => p + (p.IsBoolean ? " (switch)" : string.Empty) + (p.IsAsked ? " (asked)" : string.Empty)));
        }
    }

    private static string Setting(UrlSetting setting) => $"{setting.Action} {setting.Value ?? "-"}: {setting.Reason}";

    private static IEnumerable<string> Certificate(PlannedCertificate certificate) => Part(
        $"certificate {certificate.CommonName ?? "(no common name)"} by {certificate.Issuer} on {List(certificate.InstallOn)}, sites {List(certificate.Sites.Select(s => $"'{s}'"))}"
            + (certificate.PrivateKeyExportable ? ", exportable" : string.Empty),
        certificate.Names.Select(n => $"{n}: {n.Reason} [{n.Rule}]"));

    private static string Record(DnsRecord record) =>
        $"{record} in {Shown(record.Zone)}{(record.Type == DnsRecordType.MX ? $" preference {record.Preference}" : string.Empty)}: {record.Reason}";

    private static IEnumerable<string> Finding(Finding finding) =>
        finding.Servers.Count == 0 ? GoldenText.Lines(finding) : GoldenText.Lines(finding).Append("  servers: " + List(finding.Servers));

    private static string Shown(object? value) => value?.ToString() ?? "-";

    private static string List<T>(IEnumerable<T> values) => "[" + string.Join(", ", values) + "]";
}
