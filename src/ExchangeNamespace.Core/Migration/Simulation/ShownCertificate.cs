using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>A certificate as a client sees it.</summary>
/// <param name="Id">The name under which the steps speak of it; null for one from before them.</param>
/// <param name="Names">The names on it.</param>
/// <param name="IsTrusted">Whether clients trust it: not the one that setup signs itself.</param>
internal sealed record ShownCertificate(string? Id, IReadOnlyList<string> Names, bool IsTrusted)
{
    /// <summary>After the certificate was removed and no other was enabled.</summary>
    public static readonly ShownCertificate None = new(null, [], true);

    /// <summary>What tells it from others: its name in the steps, else the names on it.</summary>
    public string Key => Id ?? string.Join(",", Names);

    public bool Covers(string host) => CertificateNameMatcher.Covers(Names, host);

    public string Describe() => Names.Count == 0 ? "no certificate"
        : IsTrusted ? $"a certificate for {NameList.Describe([.. Names])}"
        : $"the certificate that setup signed itself, for {NameList.Describe([.. Names])}";
}
