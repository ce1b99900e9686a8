using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Framework.Tests;

/// <summary>
/// The probes of TLS and mail servers, and the reader of certificate files, see the same on .NET Framework, or Mono, as here.
/// </summary>
public sealed class ProbeTests : IDisposable
{
    private const string Host = "mail.contoso.com";

    private static readonly string[] Names = [Host, "autodiscover.contoso.com"];

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-probe-").FullName;
    private readonly X509Certificate2 _certificate = TestCertificates.Issued("CN=" + Host, Names);

    [Fact]
    public void Tls_and_mail_servers_are_seen_alike()
    {
        // Mono ends at TLS 1.2.
        using LoopbackServer tls = LoopbackServer.Tls(_ => _certificate, SslProtocols.Tls12);
        using LoopbackServer startTls = LoopbackServer.StartTlsBefore(Host, tls.Port);
        using LoopbackServer clear = LoopbackServer.Lines("220 mail.contoso.com ready\r\n", Hello);
        using LoopbackServer refuses = LoopbackServer.Lines("554 5.7.1 not you\r\n", Hello);
        using LoopbackServer busy = LoopbackServer.Lines("421 4.3.2 later\r\n", Hello);
        int closed;
        using (LoopbackServer gone = LoopbackServer.Lines("", Hello))
        {
            closed = gone.Port;
        }

        string[] answers = AssertSame([],
            $"tls:{tls.Port}", $"tls:{clear.Port}", $"tls:{closed}",
            $"smtp:{startTls.Port}", $"smtp:{clear.Port}", $"smtp:{refuses.Port}", $"smtp:{busy.Port}", $"smtp:{closed}");

        Assert.StartsWith("tls Answered True TLS 1.2 ", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("tls NotTls ", answers[1], StringComparison.Ordinal);
        Assert.StartsWith("smtp Answered Done Started 220 ", answers[3], StringComparison.Ordinal);
        Assert.StartsWith("smtp Answered Done NotOffered 220 ", answers[4], StringComparison.Ordinal);
        Assert.StartsWith("smtp Rejected ", answers[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_files_of_every_form_are_read_alike()
    {
        X509Certificate2Collection both = [_certificate, TestCertificates.Root];
        string[] answers = AssertSame(["loaded BouncyCastle.Cryptography 2.0.0.0"],
            Saved("leaf.cer", _certificate.RawData),
            Saved("leaf.pfx", _certificate.Export(X509ContentType.Pfx, "secret")),
            Saved("other.pfx", _certificate.Export(X509ContentType.Pfx, "other")),
            Saved("both.pfx", both.Export(X509ContentType.Pfx, "secret")!),
            Saved("both.p7b", both.Export(X509ContentType.Pkcs7)!),
            Saved("request.csr", TestCertificates.Request("CN=" + Host, Names).CreateSigningRequest()),
            Saved("noise.cer", [48, 3, 2, 1]));

        Assert.Equal(5, answers.Count(a => a.Contains("autodiscover.contoso.com", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Hello(string line) =>
        line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail.contoso.com Hello\r\n250 SIZE\r\n" : "221 Bye\r\n";

    private static string[] AssertSame(string[] loaded, params string[] things)
    {
        string[] there = OtherRuntime.Answers("probes", things);
        string[] answers = [.. there.Where(a => !a.StartsWith("loaded ", StringComparison.Ordinal))];

        Assert.Equal(ProbeAnswers.All(things), answers);
        Assert.Equal(loaded, there.Except(answers));
        return answers;
    }

    private string Saved(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
