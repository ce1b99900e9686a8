using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>What is stated for a renewal, as it was typed.</summary>
public sealed class RenewalInput
{
    /// <summary>Subject, files and services of the request.</summary>
    public CertificateRequestInput Request { get; init; } = new();

    /// <summary>The shell whose lines are wanted; null for all.</summary>
    public ShellGeneration? Shell { get; init; }

    /// <summary>Captured settings; null for none.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The thumbprints of the certificates that are replaced; null for none.</summary>
    public IReadOnlyList<string>? OldThumbprints { get; init; }

    /// <summary>Receive connectors to lead to the new certificate; null for those that the state shows.</summary>
    public IReadOnlyList<string>? ReceiveConnectors { get; init; }

    /// <summary>Send connectors to lead to the new certificate; null for those that the state shows.</summary>
    public IReadOnlyList<string>? SendConnectors { get; init; }
}
