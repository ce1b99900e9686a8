using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>A name of the namespace with what it is for.</summary>
/// <param name="Name">The name.</param>
internal sealed record NamespaceName(string Name)
{
    /// <summary>The services whose URLs carry it, seen from a view.</summary>
    public required ILookup<DnsView, ClientService> Services { get; init; }

    /// <summary>What else it is for: keys below <c>role.</c> in the table of words.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The views that answer it.</summary>
    public required IReadOnlyList<DnsView> Views { get; init; }

    /// <summary>The numbers of the certificates that carry or cover it, from 1.</summary>
    public required IReadOnlyList<int> Certificates { get; init; }

    /// <summary>Why it is there, as the plan says it; empty where it says nothing.</summary>
    public required string Reason { get; init; }
}

/// <summary>The names of a plan.</summary>
internal static class NamespaceNames
{
    /// <summary>Each name once, in the order of the certificates, then of the records.</summary>
    public static IReadOnlyList<NamespaceName> Of(NamespacePlan plan)
    {
        List<(string Host, DnsView View, ClientService Service)> uses = [.. plan.Servers.SelectMany(s => s.Services).Distinct()
            .SelectMany(a => new[] { (a.Internal, DnsView.Internal, a.Service), (a.External, DnsView.External, a.Service) })
            .Select(u => (HostOf(u.Item1.Value), u.Item2, u.Item3))
            .Where(u => u.Item1 is not null)
            .Select(u => (u.Item1!, u.Item2, u.Item3))];
        IEnumerable<string> names = plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name)
            .Concat(uses.Select(u => u.Host))
            .Concat(plan.DnsRecords.Where(r => r.Type is DnsRecordType.Address or DnsRecordType.CNAME).Select(r => r.Name.Value));
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(n => new NamespaceName(n)
        {
            Services = uses.Where(u => Same(u.Host, n)).Distinct().OrderBy(u => u.Service).ToLookup(u => u.View, u => u.Service),
            Roles = [.. Roles(plan, n)],
            Views = [.. plan.DnsRecords.Where(r => Same(r.Name.Value, n)).Select(r => r.View).Distinct().OrderBy(v => v)],
            Certificates = [.. plan.Certificates
                .Select((c, i) => (Certificate: c, Number: i + 1))
                .Where(c => c.Certificate.Names.Any(own => Same(own.Name, n) || CertificateNameMatcher.Covers(own.Name, n)))
                .Select(c => c.Number)],
            Reason = plan.Certificates.SelectMany(c => c.Names).FirstOrDefault(own => Same(own.Name, n))?.Reason
                ?? plan.DnsRecords.FirstOrDefault(r => Same(r.Name.Value, n))?.Reason ?? string.Empty,
        })];
    }

    private static IEnumerable<string> Roles(NamespacePlan plan, string name)
    {
        if (name.StartsWith("*.", StringComparison.Ordinal))
        {
            yield return "wildcard";
        }

        if (plan.SmtpDomains.Any(d => Same(AutodiscoverLabels.HostPrefix + d.Value, name)))
        {
            yield return "autodiscover";
        }

        if (Same(plan.LegacyHost?.Value, name) || plan.Sites.Any(s => Same(s.LegacyHost?.Value, name)))
        {
            yield return "legacy";
        }

        if (Same(plan.MailHost?.Value, name))
        {
            yield return "mail";
        }
        else if (Same(plan.Mail?.SendingHost.Value, name))
        {
            yield return "sending";
        }

        if (plan.Servers.Any(s => Same(s.Name, name) || Same(s.Fqdn?.Value, name)))
        {
            yield return "server";
        }
    }

    private static string? HostOf(string? value) =>
        value is null ? null : ExchangeUrl.HostOf(value) ?? ExchangeUrl.NormaliseHost(value);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
