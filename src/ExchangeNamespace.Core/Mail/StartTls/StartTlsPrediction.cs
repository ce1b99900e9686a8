using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>What other servers will see of a TLS verb.</summary>
public enum StartTlsOutcome
{
    /// <summary>The verb is offered with the certificate.</summary>
    Offered,

    /// <summary>The verb is offered, but the handshake fails: Exchange may not use the certificate.</summary>
    OfferedButFails,

    /// <summary>The verb is not offered.</summary>
    NotOffered,

    /// <summary>What was stated does not decide it.</summary>
    Unknown,
}

/// <summary>What Exchange looks for in the store.</summary>
public enum StartTlsKey
{
    /// <summary>Nothing, because TLS is off on the connector, or it is not known what.</summary>
    None,

    /// <summary>Issuer and subject of the connector's TlsCertificateName, from 2013.</summary>
    TlsCertificateName,

    /// <summary>The connector's own name.</summary>
    ConnectorFqdn,

    /// <summary>The full name of the server, because the connector has none.</summary>
    ServerFqdn,
}

/// <summary>The place of a certificate in the choice.</summary>
public enum CandidateVerdict
{
    /// <summary>It is chosen.</summary>
    Chosen,

    /// <summary>It may be chosen: something about it or another one is not known.</summary>
    Possible,

    /// <summary>It could serve, but another one comes before it.</summary>
    Beaten,

    /// <summary>It cannot serve.</summary>
    Excluded,
}

/// <summary>A certificate that has the name, or may have it.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Verdict">Its place in the choice.</param>
/// <param name="Reason">Why.</param>
public sealed record StartTlsCandidate(StoreCertificate Certificate, CandidateVerdict Verdict, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Verdict}: {Certificate}: {Reason}";
}

/// <summary>The certificate for mail between Exchange servers (X-ANONYMOUSTLS).</summary>
public sealed class AnonymousTlsPrediction
{
    internal AnonymousTlsPrediction()
    {
    }

    /// <summary>Whether the verb will be offered.</summary>
    public required StartTlsOutcome Outcome { get; init; }

    /// <summary>The certificate; null when none is known.</summary>
    public StoreCertificate? Certificate { get; init; }

    /// <summary>The event that the transport service logs: 12012, 12013 or 12015; null for none.</summary>
    public int? EventId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Outcome + (EventId is null ? string.Empty : $" ({EventId})");
}

/// <summary>Which certificate a receive connector will present in STARTTLS, by which step, or that it will not be offered.</summary>
public sealed class StartTlsPrediction : ICheckResult
{
    internal StartTlsPrediction()
    {
    }

    /// <summary>The connector.</summary>
    public string Subject => Connector;

    /// <summary>What the prediction and its findings mean for mail: failed where STARTTLS will not work.</summary>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <summary>What must be bought or done; empty when nothing.</summary>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The connector.</summary>
    public required string Connector { get; init; }

    /// <summary>The NetBIOS name of the server; null when it is not known.</summary>
    public string? Server { get; init; }

    /// <summary>Whether STARTTLS will be offered.</summary>
    public required StartTlsOutcome StartTls { get; init; }

    /// <summary>The certificate; null when none is chosen, or when it is not known which.</summary>
    public StoreCertificate? Certificate { get; init; }

    /// <summary>The event that the transport service logs: 12014 or 12016; null for none.</summary>
    public int? EventId { get; init; }

    /// <summary>The step of the selection that decided, 1 to 6: mechanism, key, search, eligibility, order, expiry.</summary>
    public required int Step { get; init; }

    /// <summary>What Exchange looks for.</summary>
    public required StartTlsKey Key { get; init; }

    /// <summary>The value of <see cref="Key"/>; null when nothing is looked for.</summary>
    public string? SearchedFor { get; init; }

    /// <summary>Why it comes out so.</summary>
    public required string Reason { get; init; }

    /// <summary>The certificates that have the name or may have it, in the order of the choice.</summary>
    public required IReadOnlyList<StartTlsCandidate> Candidates { get; init => field = Indexable.Of(value); }

    /// <summary>The verb between Exchange servers.</summary>
    public required AnonymousTlsPrediction AnonymousTls { get; init; }

    /// <summary>The other findings.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>What must be done so that STARTTLS works; empty where nothing must.</summary>
    internal string Advice { get; init; } = string.Empty;

    private CheckSummary Summary => field ??= CheckSummary.Of(Findings, Own());

    /// <inheritdoc/>
    public override string ToString() => $"{Connector}: {StartTls} {Certificate}".TrimEnd();

    /// <summary>
    /// A connector without TLS may be meant so; one whose verb fails, or is missing with an event, is not. The first finding says it in
    /// full.
    /// </summary>
    private CheckSummary Own() => StartTls switch
    {
        StartTlsOutcome.Offered => CheckSummary.Passed("STARTTLS is offered with a certificate that has the name."),
        StartTlsOutcome.NotOffered when EventId is null => CheckSummary.Warning("STARTTLS is not offered. " + Reason, Advice, "S49"),
        StartTlsOutcome.NotOffered or StartTlsOutcome.OfferedButFails =>
            CheckSummary.Failed(Reason, Advice, "S49").In(Findings.FirstOrDefault()),
        StartTlsOutcome.Unknown => CheckSummary.Unknown(Reason, "State what is missing, or read it on the server.", "S49")
            .In(Findings.FirstOrDefault()),
        _ => throw ClosedSet.Outside(StartTls),
    };
}
