using System.Collections.Generic;

namespace ExchangeNamespace.Probing;

/// <summary>What came of asking a server for TLS. Only the first two say something about its certificate.</summary>
public enum TlsStatus
{
    /// <summary>The handshake was completed: the server holds the key of the certificate that it presented.</summary>
    Answered,

    /// <summary>
    /// The server presented a certificate, but the handshake was not completed, for example because it wants one of the client.
    /// </summary>
    Incomplete,

    /// <summary>No end of the handshake in time.</summary>
    Timeout,

    /// <summary>Nothing listens on the port.</summary>
    Refused,

    /// <summary>There is no way to the address.</summary>
    Unreachable,

    /// <summary>The server closed the connection before it presented a certificate.</summary>
    Closed,

    /// <summary>The server speaks another protocol on this port (S66).</summary>
    NotTls,

    /// <summary>The server speaks TLS and refused what was asked for, mostly the server name.</summary>
    Rejected,

    /// <summary>The handshake failed without a reason that was seen, or the server sent more than any server does.</summary>
    Malformed,

    /// <summary>
    /// The server ended the handshake with an alert about both sides, such as no cipher suite in common, or about its own trouble.
    /// </summary>
    NotAgreed,
}

/// <summary>What a server presented.</summary>
internal sealed record TlsObservation
{
    public required ProbeTarget Target { get; init; }

    public required TlsStatus Status { get; init; }

    /// <summary>More about the status in printable text, for example the alert or the other protocol; empty for nothing.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>The protocol that the server chose, for example <c>TLS 1.2</c>; null before that.</summary>
    public string? Protocol { get; init; }

    /// <summary>The certificates in DER; the first is that of the server.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Whether the rest stands in the order of the wire, which not every system keeps.</summary>
    public bool IsChainOrdered { get; init; }

    /// <summary>Whether the server was seen to have, or not to have, what was asked for. Without it nothing is concluded.</summary>
    public bool IsConclusive => Status is TlsStatus.Answered or TlsStatus.Incomplete or TlsStatus.NotTls or TlsStatus.Rejected;
}
