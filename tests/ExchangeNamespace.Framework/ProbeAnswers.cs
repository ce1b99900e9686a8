using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Mail;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Framework;

/// <summary>What is seen of TLS and mail servers of the loopback, and read from certificate files.</summary>
internal static class ProbeAnswers
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Asks.</summary>
    /// <param name="things"><c>tls:PORT</c>, <c>smtp:PORT</c>, or the path of a file, whose password is "secret".</param>
    public static IEnumerable<string> All(IEnumerable<string> things) => things.Select(thing =>
        thing.StartsWith("tls:", StringComparison.Ordinal) ? Tls(At(thing))
        : thing.StartsWith("smtp:", StringComparison.Ordinal) ? Smtp(At(thing))
        : Certificates(File.ReadAllBytes(thing)));

    private static ProbeTarget At(string thing) =>
        new("127.0.0.1", int.Parse(thing.Substring(thing.IndexOf(':') + 1), CultureInfo.InvariantCulture), "mail.contoso.com");

    private static string Tls(ProbeTarget target) =>
        Tls(new TlsProbe().ProbeAsync(target, Longest, CancellationToken.None).GetAwaiter().GetResult());

    private static string Tls(TlsObservation seen)
    {
        using SHA256 hash = SHA256.Create();
        return $"tls {seen.Status} {seen.IsConclusive} {seen.Protocol} {seen.Detail} "
            + string.Join(" ", seen.Chain.Select(c => BitConverter.ToString(hash.ComputeHash(c))));
    }

    private static string Smtp(ProbeTarget target)
    {
        SmtpObservation seen = new SmtpProbe().ProbeAsync(target, "probe.contoso.com", Longest, CancellationToken.None)
            .GetAwaiter().GetResult();
        return $"smtp {seen.Status} {seen.Stage} {seen.StartTls} {seen.BannerCode} {seen.RefusalCode} {seen.Detail} "
            + string.Join("|", seen.Banner.Concat(seen.Hello).Concat(seen.Capabilities))
            + (seen.Tls is null ? " no handshake" : " " + Tls(seen.Tls));
    }

    private static string Certificates(byte[] content)
    {
        CertificateReading reading = CertificateFactory.Create().Read(content, "secret".ToCharArray());
        return "file " + reading.Fault?.Id + " " + string.Join("; ", (reading.Bundle?.Certificates ?? []).Select(Facts));
    }

    private static string Facts(CertificateFacts facts) => string.Join(" ",
        facts.Thumbprint, facts.HasPrivateKey, facts.IsSelfSigned, facts.IsAuthority, string.Join(",", facts.DnsNames),
        string.Join(",", facts.CommonNames));
}
