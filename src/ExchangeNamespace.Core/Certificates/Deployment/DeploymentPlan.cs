using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Deployment;

/// <summary>What the deployment script of one shell knows of the plan.</summary>
internal sealed class DeploymentPlan
{
    /// <summary>What the plan is called in messages: its external host.</summary>
    public required string Title { get; init; }

    /// <summary>The shell that runs the script.</summary>
    public required ShellGeneration Shell { get; init; }

    /// <summary>The certificates that servers of this shell carry.</summary>
    public required IReadOnlyList<DeployedCertificate> Certificates { get; init; }

    /// <summary>Whether the new certificate becomes the default SMTP certificate.</summary>
    public required bool OverwriteDefaultSmtp { get; init; }

    /// <summary>The thumbprints of the certificates that are replaced the first time.</summary>
    public required IReadOnlyList<string> OldThumbprints { get; init; }
}

/// <summary>One certificate and everything that is led to it.</summary>
internal sealed class DeployedCertificate
{
    /// <summary>Its number in the plan, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The names that it must cover.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>The name by which POP and IMAP find it.</summary>
    public required string MailProtocolName { get; init; }

    /// <summary>The servers that carry it.</summary>
    public required IReadOnlyList<DeployedServer> Servers { get; init; }

    /// <summary>The send connectors that are led to it.</summary>
    public IReadOnlyList<string> SendConnectors { get; init; } = [];

    /// <summary>Whether the hybrid configuration is led to it.</summary>
    public bool Hybrid { get; init; }

    /// <summary>What Outlook is told to expect; null where nothing is set.</summary>
    public OutlookProviderSetting? Outlook { get; init; }
}

/// <summary>What a server does with the certificate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">The host under which it is asked for its certificate.</param>
/// <param name="Services">The services that are enabled.</param>
/// <param name="ReceiveConnectors">The receive connectors that are led to it.</param>
internal sealed record DeployedServer(string Name, string Host, IReadOnlyList<CertificateService> Services,
    IReadOnlyList<string> ReceiveConnectors);
