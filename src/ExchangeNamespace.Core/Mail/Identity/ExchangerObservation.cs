using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>One exchanger.</summary>
internal sealed class ExchangerObservation
{
    /// <summary>The name as DNS has it.</summary>
    public required string Name { get; init; }

    public int Preference { get; init; }

    /// <summary>Whether no MX record names it: the domain itself counts then (RFC 5321 5.1).</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Null where the name cannot have addresses.</summary>
    public HostLookup? Addresses { get; init; }

    public IReadOnlyList<ServerObservation> Servers { get; init; } = [];

    /// <summary>
    /// The planned host behind an exchanger that should have been named by it: what else follows from an alias or address is not said
    /// again.
    /// </summary>
    public string StandsFor(MailCheck check) =>
        Addresses?.Chain.LastOrDefault(c => check.Exchangers.Any(e => e.Value == c))
        ?? (check.ReceivingAddresses.Contains(Name) ? check.ReceivingHost?.Value : null)
        ?? Name;
}

/// <summary>One mail server at one address.</summary>
/// <param name="Smtp">What it said.</param>
/// <param name="Certificate">What it presented; null where that was nothing that can be read.</param>
/// <param name="Fault">Why it was not read.</param>
internal sealed record ServerObservation(SmtpObservation Smtp, CertificateFacts? Certificate, CertificateFault? Fault = null);
