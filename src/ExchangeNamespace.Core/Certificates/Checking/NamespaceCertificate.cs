using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// Where a certificate stands in its lifetime. The bounds follow the lifetime: a certificate of 47 days can be <see cref="Valid"/>.
/// </summary>
public enum CertificateExpiry
{
    /// <summary>A request has no lifetime, and an endpoint may have shown no certificate.</summary>
    Unknown,

    /// <summary>The lifetime has not begun.</summary>
    NotYetValid,

    /// <summary>No action is needed.</summary>
    Valid,

    /// <summary>A third of the lifetime, or 60 days, is left.</summary>
    RenewSoon,

    /// <summary>A sixth of the lifetime, or 30 days, is left.</summary>
    RenewNow,

    /// <summary>The lifetime is over.</summary>
    Expired,
}

/// <summary>What a certificate says about one host.</summary>
public sealed class CertificateHost
{
    /// <summary>The host.</summary>
    public required string Host { get; init; }

    /// <summary>Whether and how it is covered.</summary>
    public required NameCoverage Coverage { get; init; }

    /// <summary>The name of the certificate that covers it; null for none.</summary>
    public string? By { get; init; }

    /// <summary>A name of the certificate that differs in one letter; null for none.</summary>
    public string? NearMiss { get; init; }

    /// <summary>Why the host is needed.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Host + " " + Coverage;
}

/// <summary>One certificate, or one endpoint asked for one name, against the hosts that it is to serve.</summary>
public sealed class NamespaceCertificate : ICheckResult
{
    /// <summary>The file, the endpoint or the captured certificate, and the name that an endpoint was asked for.</summary>
    public string Subject => ServerName is null ? Source : $"{Source} as {ServerName}";

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The file, the endpoint, or the thumbprint of a captured certificate.</summary>
    public required string Source { get; init; }

    /// <summary>The name that an endpoint was asked for; null where none was named.</summary>
    public string? ServerName { get; init; }

    /// <summary>What Exchange uses it for, as far as services and names of a captured certificate tell.</summary>
    public CertificatePurpose Purpose { get; init; }

    /// <summary>The certificate or request; null where an endpoint showed none.</summary>
    public CertificateFacts? Certificate { get; init; }

    /// <summary>All certificates of the source in its order, that of the server among them.</summary>
    public IReadOnlyList<CertificateFacts> Chain { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The protocol that an endpoint chose, for example <c>TLS 1.2</c>; null for a file.</summary>
    public string? Protocol { get; init; }

    /// <summary>Each host that is needed.</summary>
    public IReadOnlyList<CertificateHost> Hosts { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The names of the certificate that cover no host that is needed.</summary>
    public IReadOnlyList<string> UnneededNames { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Where the certificate stands in its lifetime.</summary>
    public CertificateExpiry Expiry { get; init; }

    /// <summary>The whole days that are left, negative after the end; null for a request.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>What there is to say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    private CheckSummary Summary => field ??= IsConclusive ? CheckSummary.Of(Findings, WhenGood()) : WhenUnknown();

    /// <summary>Whether anything follows from what was found; false where an endpoint gave no answer of that kind.</summary>
    internal bool IsConclusive { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Source + ": " + Outcome;

    /// <summary>The same result with one finding more.</summary>
    internal NamespaceCertificate With(Finding finding) => new()
    {
        Source = Source,
        ServerName = ServerName,
        Purpose = Purpose,
        Certificate = Certificate,
        Chain = Chain,
        Protocol = Protocol,
        Hosts = Hosts,
        UnneededNames = UnneededNames,
        Expiry = Expiry,
        DaysLeft = DaysLeft,
        Findings = [.. Findings, finding],
        IsConclusive = IsConclusive,
    };

    private CheckSummary WhenGood() => CheckSummary.Passed(Hosts.Count > 0
        ? "The certificate covers every host that is needed, and nothing else is wrong."
        : "Nothing is wrong with the certificate.");

    /// <summary>The finding that says why comes after those about the connection.</summary>
    private CheckSummary WhenUnknown() =>
        CheckSummary.Unknown(
            "The endpoint gave no answer from which anything follows.", "Ask again from a place that reaches the port.", "S8")
            .In(Findings.OrderBy(f => f.Severity).LastOrDefault());
}
