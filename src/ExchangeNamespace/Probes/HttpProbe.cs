using System;
using System.ComponentModel;
using System.IO;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>
/// One request over a connection of its own: to the address that was named, with the host of the URL in the server name indication and
/// the Host header. No proxy, no redirect, no cookie, no credentials. The handler of the base library would follow names and ports on its
/// own, and on .NET Framework share its settings with the whole process.
/// </summary>
/// <param name="ports">The ports behind URLs that name none.</param>
/// <param name="readCertificate">Reads the certificate of the server.</param>
/// <param name="form">How each URL is asked for; by GET where it is not said.</param>
internal sealed class HttpProbe(
    HttpPorts ports, Func<byte[], CancellationToken, CertificateReading> readCertificate, HttpRequestForm? form = null) : IHttpProbe
{
    private const int FirstBuffer = 16 * 1024;
    private const int LongestResponse = HttpResponseReader.LongestHead + HttpResponseReader.LongestBody + (64 * 1024);

    /// <inheritdoc/>
    public async Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel)
    {
        using ProbeConnection connection = new(address, target.Port ?? (target.IsSecure ? ports.Https : ports.Http), timeout, cancel);
        Shown shown = new();
        HttpStatus status;
        HttpResponse? response = null;
        try
        {
            Stream stream = await connection.OpenAsync().ConfigureAwait(false);
            using Stream talk = target.IsSecure ? await ShakeHandsAsync(stream, target.Host, shown).ConfigureAwait(false) : stream;
            response = await AskAsync(talk, Request(target, form ?? new HttpRequestForm()), connection.Ended).ConfigureAwait(false);
            status = response is null ? HttpStatus.Malformed : HttpStatus.Answered;
        }
        catch (Exception e)
        {
            // Not in a filter: there the exception of a stopped probe would be lost.
            ConnectionFault? fault = connection.Judge(e, cancel);
            if (fault is null
                && !(shown.IsInHandshake
                && e is AuthenticationException or Win32Exception or InvalidOperationException or NotSupportedException))
            {
                throw;
            }

            status = StatusOf(fault, shown);
        }

        return Read(shown, status, response, timeout, cancel);
    }

    /// <summary>Not in the handshake, whose caller would hide that the library is missing.</summary>
    private HttpAnswer Read(Shown shown, HttpStatus status, HttpResponse? response, TimeSpan timeout, CancellationToken cancel)
    {
        CertificateReading? reading = shown.Certificate is { } der
            ? CertificateReading.Within(timeout, end => readCertificate(der, end), cancel) : null;
        return new HttpAnswer
        {
            Status = status,
            Certificate = reading?.Bundle is { } bundle ? new ShownCertificate(bundle.Leaf, shown.IsTrusted) : null,
            CertificateFault = reading?.Fault,
            Response = response,
        };
    }

    private static HttpStatus StatusOf(ConnectionFault? fault, Shown shown) => fault switch
    {
        ConnectionFault.Timeout => HttpStatus.Timeout,
        ConnectionFault.Refused or ConnectionFault.Unreachable => HttpStatus.Unreachable,
        null or ConnectionFault.None or ConnectionFault.Closed => shown.IsInHandshake ? HttpStatus.NoTls : HttpStatus.Closed,
        _ => throw ClosedSet.Outside(fault.Value),
    };

    private static async Task<SslStream> ShakeHandsAsync(Stream stream, string host, Shown shown)
    {
        // The certificate is judged afterwards, for a wrong one is what is looked for; nothing secret is sent.
        SslStream tls = new(stream, leaveInnerStreamOpen: false, (_, certificate, _, errors) =>
        {
            shown.Certificate = certificate?.GetRawCertData();
            shown.IsTrusted = (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0;
            return true;
        });
        try
        {
            shown.IsInHandshake = true;
            await TlsClientOptions.AuthenticateAsync(tls, host).ConfigureAwait(false);
            shown.IsInHandshake = false;
            return tls;
        }
        catch
        {
            tls.Dispose();
            throw;
        }
    }

    private static byte[] Request(HttpTarget target, HttpRequestForm form) => Encoding.ASCII.GetBytes(
        $"{form.Method} {target.Path} HTTP/1.1\r\nHost: {target.Authority}\r\nUser-Agent: ExchangeNamespace\r\nAccept: text/xml, "
            + $"text/html, text/plain\r\n{(form.Authorization is null ? string.Empty : $"Authorization: {form.Authorization}\r\n")}"
            + $"Connection: {(form.KeepsConnection ? "keep-alive" : "close")}\r\n\r\n");

    private static async Task<HttpResponse?> AskAsync(Stream stream, byte[] request, CancellationToken cancel)
    {
        await stream.WriteAsync(request, 0, request.Length, cancel).ConfigureAwait(false);
        byte[] buffer = new byte[FirstBuffer];
        int count = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer, count, buffer.Length - count, cancel).ConfigureAwait(false);
            count += read;
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            HttpReading reading = HttpResponseReader.TryRead(buffer, count, read == 0, out HttpResponse? response);
            switch (reading)
            {
                case HttpReading.Complete:
                    return response;
                case HttpReading.Malformed:
                    return null;
                case HttpReading.Incomplete:
                    break;
                default:
                    throw ClosedSet.Outside(reading);
            }

            if (count == buffer.Length)
            {
                if (count >= LongestResponse)
                {
                    return null;
                }

                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, LongestResponse));
            }
        }
    }

    /// <summary>What the handshake has shown so far.</summary>
    private sealed class Shown
    {
        public bool IsInHandshake { get; set; }

        /// <summary>The certificate of the server in DER.</summary>
        public byte[]? Certificate { get; set; }

        public bool IsTrusted { get; set; }
    }
}
