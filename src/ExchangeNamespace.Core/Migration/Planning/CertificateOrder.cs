using System.Collections.Generic;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>One certificate of a hop: what is on it, where its key is made and where it goes.</summary>
/// <param name="Certificate">The planned certificate, with the names that the old servers still need.</param>
/// <param name="Name">The name under which the steps speak of it.</param>
/// <param name="Keeper">The server on which its key is made.</param>
/// <param name="Subject">Subject and names.</param>
internal sealed record CertificateOrder(PlannedCertificate Certificate, string Name, PlannedServer Keeper, CertificateSubject Subject)
{
    /// <summary>The first host of it that clients use.</summary>
    public required string Host { get; init; }

    public required WindowsFilePath Request { get; init; }

    public required WindowsFilePath Issued { get; init; }

    public required WindowsFilePath KeyFile { get; init; }

    public required IReadOnlyList<CertificateService> Services { get; init; }

    /// <summary>The old servers that get it too, because they show it for the new ones' names or share their pool.</summary>
    public required IReadOnlyList<PlannedServer> OldServers { get; init; }

    public required IReadOnlyList<PlannedServer> NewServers { get; init; }

    public required bool OnProxy { get; init; }

    public bool IsSelfSigned => Certificate.Issuer == CertificateAuthority.SelfSigned;
}
