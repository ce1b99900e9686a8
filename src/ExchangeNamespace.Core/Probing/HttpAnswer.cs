using System;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probing;

/// <summary>What came of one request.</summary>
internal enum HttpStatus
{
    /// <summary>There is a response.</summary>
    Answered,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>Nothing listens there, or there is no route.</summary>
    Unreachable,

    /// <summary>The connection was closed without a response.</summary>
    Closed,

    /// <summary>No TLS could be agreed on.</summary>
    NoTls,

    /// <summary>What came back is no HTTP, or more than a response may have.</summary>
    Malformed,
}

/// <summary>The ports behind URLs that name none: others where a server is asked before it is published.</summary>
internal sealed record HttpPorts(int Http = 80, int Https = 443);

/// <summary>The certificate that a server showed.</summary>
/// <param name="Facts">What it says.</param>
/// <param name="IsTrustedHere">Whether this machine trusts the chain, apart from name and time.</param>
internal sealed record ShownCertificate(CertificateFacts Facts, bool IsTrustedHere);

/// <summary>One answer over HTTP. Redirects are never followed.</summary>
internal sealed class HttpAnswer
{
    public required HttpStatus Status { get; init; }

    /// <summary>The certificate; null over plain http, and where none was shown or it cannot be read.</summary>
    public ShownCertificate? Certificate { get; init; }

    /// <summary>Why a certificate that was shown is not among the facts.</summary>
    public CertificateFault? CertificateFault { get; init; }

    /// <summary>The response; null unless answered.</summary>
    public HttpResponse? Response { get; init; }
}

/// <summary>
/// Asks one address for one URL by GET, without credentials. Whatever goes wrong is in the status; only the caller's cancellation throws.
/// </summary>
internal interface IHttpProbe
{
    /// <param name="target">The URL: its host goes into the server name indication and the Host header.</param>
    /// <param name="address">The IP address to connect to.</param>
    /// <param name="timeout">How long the whole request may take.</param>
    /// <param name="cancel">Ends it.</param>
    Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel);
}
