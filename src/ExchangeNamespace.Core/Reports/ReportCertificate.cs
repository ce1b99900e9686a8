using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports;

/// <summary>A certificate of captured servers, as a report shows it.</summary>
internal sealed record ReportCertificate
{
    /// <summary>The servers that hold it.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Its host names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Subject and issuer; a report does not show them, and must not tell them where it is without names.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>The SHA-1 thumbprint; empty where it is not known.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The services that it is enabled for; empty where they are not known.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>The first moment of its lifetime; null where it is not known.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>The last moment of its lifetime.</summary>
    public required DateTime NotAfter { get; init; }

    /// <summary>The certificates of a state whose end is known, each once, the first end first.</summary>
    public static IReadOnlyList<ReportCertificate> Of(ExchangeState state, ICertificateReader reader, CancellationToken cancel) =>
        [.. state.Certificates
            .Select(c => (Captured: c, Facts: CapturedFacts.Read(c, reader, cancel).Bundle?.Leaf))
            .Where(c => c.Facts is { IsRequest: false, NotAfter: not null })
            .GroupBy(c => c.Facts!.Thumbprint.Length > 0 ? c.Facts.Thumbprint : c.Captured.Server + " " + c.Facts.Subject)
            .Select(g => Of([.. g.Select(c => c.Captured.Server.Value).OfType<string>()], [.. g.Select(c => c.Facts!)]))
            .OrderBy(c => c.NotAfter).ThenBy(c => c.Thumbprint, StringComparer.Ordinal)];

    private static ReportCertificate Of(IReadOnlyList<string> servers, IReadOnlyList<CertificateFacts> facts) => new()
    {
        Servers = [.. servers.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(s => s, StringComparer.Ordinal)],
        Names = facts[0].DnsNames.Count > 0 ? facts[0].DnsNames : facts[0].CommonNames,
        Parties = [.. facts.SelectMany(f => new[] { f.Subject, f.Issuer }).Distinct()],
        Thumbprint = facts[0].Thumbprint,
        Services = [.. facts.SelectMany(f => f.Services ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
        NotBefore = facts[0].NotBefore,
        NotAfter = facts[0].NotAfter!.Value,
    };
}
