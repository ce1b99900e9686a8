using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning;

/// <summary>One line of the page that shows a plan.</summary>
public sealed class PlanSummaryLine
{
    internal PlanSummaryLine(string label, string text)
    {
        Label = label;
        Text = ShownText.Of(text);
    }

    /// <summary>What the line is about.</summary>
    public string Label { get; }

    /// <summary>What the plan says about it.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Label}: {Text}";
}

/// <summary>The page that shows a plan: names, sites with their servers, certificates, DNS, and how many findings there are.</summary>
public static class PlanSummary
{
    private const int ShownSites = 8;
    private const int ShownCertificates = 4;

    /// <summary>The lines of the page, in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The lines, each with a label of at most 12 characters.</returns>
    public static IReadOnlyList<PlanSummaryLine> Of(NamespacePlan plan) =>
    [
        new("Outside", Names(plan, DnsView.External)),
        new("Inside", Names(plan, DnsView.Internal) + Points(plan)),
        .. Mail(plan),
        new("DNS", Zones(plan)),
        .. Sites(plan),
        .. Certificates(plan),
        new("Findings", Counts(plan)),
    ];

    private static string Names(NamespacePlan plan, DnsView view)
    {
        string[] names = [.. plan.DnsRecords
            .Where(r => r.View == view && r.Type is DnsRecordType.Address or DnsRecordType.CNAME)
            .Select(r => r.Name.Value).Distinct(StringComparer.Ordinal)];
        return names.Length == 0 ? "no name" : NameList.Describe(names);
    }

    private static string Points(NamespacePlan plan)
    {
        string[] hosts = [.. plan.Sites.Select(s => s.AutodiscoverHost?.Value).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (plan.Servers.Any(s => s.ClearsConnectionPoint))
        {
            hosts = [.. hosts, "cleared"];
        }

        return hosts.Length == 0 ? string.Empty : "; service connection points: " + NameList.Describe(hosts);
    }

    private static IEnumerable<PlanSummaryLine> Mail(NamespacePlan plan)
    {
        if (plan.MailHost is { } host)
        {
            string sends = plan.Mail is { } mail && !mail.SendingHost.Equals(host) ? $"; sends as {mail.SendingHost}" : string.Empty;
            yield return new("Mail", $"{host} for {NameList.Describe([.. plan.SmtpDomains.Select(d => d.Value)])}{sends}");
        }
    }

    private static string Zones(NamespacePlan plan)
    {
        IEnumerable<string> zones = plan.Zones
            .GroupBy(z => z.Model)
            .Select(g => $"{g.Key} for {NameList.Describe([.. g.Select(z => z.Name.Value)])}");
        int open = plan.DnsRecords.Count(r => r.Type == DnsRecordType.Address && r.Value is null);
        return $"{string.Join("; ", zones)}; {Counted(plan.DnsRecords.Count, "record")}"
            + (open == 0 ? string.Empty : $", {Number(open)} of them without a stated address");
    }

    private static IEnumerable<PlanSummaryLine> Sites(NamespacePlan plan)
    {
        ILookup<string, PlannedServer> servers = plan.Servers.ToLookup(s => s.Site, StringComparer.OrdinalIgnoreCase);
        foreach (PlannedSite site in plan.Sites.Take(ShownSites))
        {
            yield return new("Site", (site.Name.Length == 0 ? string.Empty : site.Name + ": ")
                + string.Join("; ", Hosts(site).Append(Servers(servers[site.Name]))));
        }

        if (plan.Sites.Count > ShownSites)
        {
            yield return new("Site", $"{Number(plan.Sites.Count - ShownSites)} more");
        }
    }

    private static IEnumerable<string> Hosts(PlannedSite site)
    {
        yield return site.ExternalHost is { } outside ? $"Internet-facing as {outside}" : "not Internet-facing";
        if (site.InternalHost is not { } inside)
        {
            yield return "internal URLs are left as they are";
        }
        else if (!inside.Equals(site.ExternalHost))
        {
            yield return $"inside {inside}";
        }
    }

    private static string Servers(IEnumerable<PlannedServer> servers) => string.Join("; ", servers
        .GroupBy(s => s.Version)
        .Select(g => $"{NameList.Describe([.. g.Select(s => s.Name)])} ({g.Key})"));

    private static IEnumerable<PlanSummaryLine> Certificates(NamespacePlan plan)
    {
        foreach (PlannedCertificate certificate in plan.Certificates.Take(ShownCertificates))
        {
            yield return new("Certificate", $"{NameList.Describe([.. certificate.Names.Select(n => n.Name)])}; "
                + $"{Issuer(certificate.Issuer)}; on {NameList.Describe(certificate.InstallOn)}");
        }

        if (plan.Certificates.Count > ShownCertificates)
        {
            yield return new("Certificate", $"{Number(plan.Certificates.Count - ShownCertificates)} more");
        }
    }

    private static string Issuer(CertificateAuthority authority) => authority switch
    {
        CertificateAuthority.Public => "public authority",
        CertificateAuthority.Internal => "internal authority",
        CertificateAuthority.SelfSigned => "self-signed",
        _ => throw ClosedSet.Outside(authority),
    };

    private static string Counts(NamespacePlan plan) =>
        $"{Count(plan, FindingSeverity.Error, "error")}, {Count(plan, FindingSeverity.Warning, "warning")}, "
            + $"{Number(plan.Findings.Count(f => f.Severity == FindingSeverity.Information))} for information";

    private static string Count(NamespacePlan plan, FindingSeverity severity, string noun) =>
        Counted(plan.Findings.Count(f => f.Severity == severity), noun);

    private static string Counted(int count, string noun) => Number(count) + " " + noun + (count == 1 ? string.Empty : "s");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
