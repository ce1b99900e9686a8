using System;
using System.Collections.Generic;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What an endpoint adds to the judgement of its certificate, or says instead of showing one.</summary>
internal sealed class LiveAnswer
{
    private const string Rule = "S8";

    private const string NoTime = "the server did not answer in time";
    private const string NoListener = "nothing listens on the port";
    private const string NoWay = "there is no way to the address";
    private const string Closed = "the server closed the connection";

    private LiveAnswer(string source, string? serverName, bool isConclusive, IReadOnlyList<Finding> findings)
    {
        Source = source;
        ServerName = serverName;
        IsConclusive = isConclusive;
        Findings = findings;
    }

    /// <summary>The endpoint as it was given.</summary>
    public string Source { get; }

    /// <summary>The name that it was asked for.</summary>
    public string? ServerName { get; }

    /// <summary>The protocol that it chose.</summary>
    public string? Protocol { get; private init; }

    /// <summary>The certificates that it showed; empty for none.</summary>
    public IReadOnlyList<byte[]> Chain { get; private init; } = [];

    /// <summary>Whether the order of the chain is that of the wire.</summary>
    public bool IsChainOrdered { get; private init; }

    /// <summary>Whether anything follows from the answer.</summary>
    public bool IsConclusive { get; }

    /// <summary>The findings about the connection.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>An endpoint that could not be asked, because its name does not lead to an address.</summary>
    public static LiveAnswer NotResolved(string source, string? serverName, string why) =>
        new(source, serverName, isConclusive: false, [Unknown(source, why, "Give the address and -ServerName, or another -DnsServer.")]);

    /// <summary>A source whose certificates are over a limit, so that nothing follows from them.</summary>
    public static LiveAnswer OverLimit(string source, Finding finding) => new(source, null, isConclusive: false, [finding]);

    /// <summary>The same answer where its certificates are over a limit.</summary>
    public LiveAnswer With(Finding overLimit) =>
        new(Source, ServerName, isConclusive: false, [.. Findings, overLimit]) { Protocol = Protocol };

    /// <summary>Reads the certificates, in no more time than the server had to answer.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="cancel">Ends it.</param>
    public CertificateReading Read(ICertificateReader reader, TimeSpan time, CancellationToken cancel) =>
        CertificateReading.Within(time, end => reader.ReadChain(Chain, IsChainOrdered, end), cancel);

    /// <summary>The answer of a TLS server.</summary>
    public static LiveAnswer Of(string source, TlsObservation seen) =>
        new(source, seen.Target.ServerName, seen.IsConclusive, [.. About(source, seen)])
    {
        Protocol = seen.Protocol,
        Chain = seen.Chain,
        IsChainOrdered = seen.IsChainOrdered,
    };

    /// <summary>The answer of a mail server.</summary>
    public static LiveAnswer Of(string source, SmtpObservation seen)
    {
        if (seen.Tls is { } tls)
        {
            return Of(source, tls);
        }

        Finding finding = (seen.Status, seen.StartTls) switch
        {
            (SmtpStatus.Answered, StartTlsStatus.NotOffered) =>
                Diagnostics.Findings.Error(StartTlsNotOffered, source,
                    "The server does not offer STARTTLS: no certificate of it fits the name of the connector.",
                "Ask Get-StartTlsCertificate which certificate is missing.", "S49"),
            (SmtpStatus.Answered, _) =>
                Diagnostics.Findings.Error(StartTlsNotOffered, source, $"The server offers STARTTLS and fails to begin it: {seen.Detail}.",
                    "Look at the event log of the server (12014, 12016).", "S49"),
            (SmtpStatus.NotSmtp, _) =>
                Diagnostics.Findings.Error(OtherProtocol, source, $"No mail server answers there: {seen.Detail}.",
                    "Check the port, and what else listens on it.", "S66"),
            (SmtpStatus.Rejected, _) when seen.IsTemporary => Unknown(source, $"the mail server asks to come back later: {seen.Detail}",
                "Try again after some minutes, as mail servers do: it may use greylisting, or be busy."),
            (SmtpStatus.Rejected, _) =>
                Diagnostics.Findings.Error(HandshakeRefused, source, $"The mail server refuses this client: {seen.Detail}.",
                    "Ask from an address that it serves.", Rule),
            (SmtpStatus.TooMuch, _) => Unknown(source, $"the server sends {seen.Detail}, and was left", "Look at what listens there."),
            (SmtpStatus.Timeout, _) => Unreached(source, NoTime),
            (SmtpStatus.Refused, _) => Unreached(source, NoListener),
            (SmtpStatus.Unreachable, _) => Unreached(source, NoWay),
            (SmtpStatus.Closed, _) => Unreached(source, Closed),
            _ => throw ClosedSet.Outside(seen.Status),
        };
        return new LiveAnswer(source, seen.Target.ServerName, seen.IsConclusive, [finding]);
    }

    /// <summary>The result for an endpoint that showed no certificate.</summary>
    public NamespaceCertificate WithoutCertificate() => new()
    {
        Source = Source,
        ServerName = ServerName,
        IsConclusive = IsConclusive,
        Protocol = Protocol,
        Findings = Findings,
    };

    private static IEnumerable<Finding> About(string source, TlsObservation seen)
    {
        if (seen.Status is TlsStatus.Answered or TlsStatus.Incomplete && seen.Protocol is "TLS 1.0" or "TLS 1.1" or "SSL")
        {
            yield return Diagnostics.Findings.Warning(OldTls, source, $"The server speaks {seen.Protocol} and nothing newer.",
                "Enable TLS 1.2; current clients refuse older ones.", Rule);
        }

        switch (seen.Status)
        {
            case TlsStatus.Answered:
                break;
            case TlsStatus.Incomplete:
                yield return Diagnostics.Findings.Information(HandshakeIncomplete, source,
                    "The server showed its certificate, and the handshake ended before it proved to have the "
                        + $"key{(seen.Detail.Length > 0 ? ": " + seen.Detail : string.Empty)}.",
                    string.Empty, Rule);
                break;
            case TlsStatus.NotTls:
                yield return Diagnostics.Findings.Error(OtherProtocol, source, $"The server does not speak TLS there: {seen.Detail}.",
                    "Free the port for the service that belongs there, or check the number.", "S66");
                break;
            case TlsStatus.Rejected:
                yield return Diagnostics.Findings.Error(HandshakeRefused, source, $"The server refuses the handshake: {seen.Detail}.",
                    "Compare protocols and cipher suites of both sides, and name a host that it serves with -ServerName.", Rule);
                break;
            case TlsStatus.NotAgreed:
                yield return Unknown(source, $"this computer and the server agree on no handshake: {seen.Detail}",
                    "Ask from a computer of the age of the server, compare protocols and cipher suites of both sides, or look at the event "
                        + "log of the server.");
                break;
            case TlsStatus.Timeout:
                yield return Unreached(source, NoTime);
                break;
            case TlsStatus.Refused:
                yield return Unreached(source, NoListener);
                break;
            case TlsStatus.Unreachable:
                yield return Unreached(source, NoWay);
                break;
            case TlsStatus.Closed:
                yield return Unreached(source, Closed);
                break;
            case TlsStatus.Malformed:
                yield return Unreached(source, "the handshake failed, and the server gave no reason");
                break;
            default:
                throw ClosedSet.Outside(seen.Status);
        }
    }

    private static Finding Unknown(string source, string why, string remedy) =>
        Diagnostics.Findings.Warning(Inconclusive, source, $"Nothing follows about the certificate: {why}.", remedy, Rule);

    private static Finding Unreached(string source, string why) => Unknown(source, why, "Ask again from a place that reaches the port.");
}
