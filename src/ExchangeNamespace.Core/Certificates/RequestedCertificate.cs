using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>The lines to run, or the file for another program, for one certificate of a plan.</summary>
public sealed class RequestedCertificate
{
    /// <summary>The number of the certificate in the plan, from 1.</summary>
    public required int Index { get; init; }

    /// <summary>The certificate.</summary>
    public required PlannedCertificate Certificate { get; init; }

    /// <summary>The server on which the lines run and which keeps the private key; null for the text forms.</summary>
    public PlannedServer? Server { get; init; }

    /// <summary>The commands; empty for the text forms.</summary>
    public IReadOnlyList<ExchangeCommand> Commands { get; init; } = [];

    /// <summary>The text: each command, with a comment above it where its runner must know something, or the lines of the file.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
}

/// <summary>The requests of a plan.</summary>
/// <param name="Requests">One for each certificate that could be written, in the order of the plan.</param>
/// <param name="Faults">Why others could not.</param>
/// <param name="Findings">The findings.</param>
public sealed record CertificateRequestSet(IReadOnlyList<RequestedCertificate> Requests, IReadOnlyList<InputFault> Faults,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>How each thing that was not stated was assumed; one sentence each.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];
}
