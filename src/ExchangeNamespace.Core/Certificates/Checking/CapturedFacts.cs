using System;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// Turns a certificate as Exchange shows it into facts: from its bytes where they were captured, and from the properties else.
/// </summary>
internal static class CapturedFacts
{
    private const int LongestName = 1000;

    public static CertificateReading Read(CapturedCertificate captured, ICertificateReader reader, CancellationToken cancel = default)
    {
        if (!captured.RawData.IsKnown)
        {
            return captured.Subject.IsKnown || captured.CertificateDomains.IsKnown
                ? new CertificateReading(Bundle(FromProperties(captured)), null)
                : new CertificateReading(null,
                    new CertificateFault(FaultIds.CertificateUnreadable,
                        "The object has neither RawData nor Subject. Capture with Export-StateCaptureScript."));
        }

        CertificateReading reading = reader.ReadChain([[.. captured.RawData.Value!]], isOrdered: true, cancel);
        return reading.Bundle is { } bundle ? new CertificateReading(Bundle(WithCapture(bundle.Leaf, captured)), null) : reading;
    }

    private static CertificateFacts WithCapture(CertificateFacts facts, CapturedCertificate captured) => facts with
    {
        Services = captured.Services.IsKnown ? captured.Services.Value : null,
        HasPrivateKey = captured.HasPrivateKey.IsKnown ? captured.HasPrivateKey.Value : null,
        IsRequest = IsPending(captured),
    };

    private static CertificateFacts FromProperties(CapturedCertificate captured)
    {
        string subject = Text(captured.Subject);
        return WithCapture(new CertificateFacts
        {
            Subject = subject,
            CommonNames = [.. DistinguishedName.CommonNames(subject)],
            Issuer = Text(captured.Issuer),
            AlternativeNames = [
                .. (captured.CertificateDomains.Value ?? [])
                    .Select(d => new AlternativeName(AlternativeNameKind.Dns, VisibleText.Of(d, LongestName)))],
            SerialNumber = Text(captured.SerialNumber),
            Thumbprint = Text(captured.Thumbprint),
            NotBefore = Moment(captured.NotBefore),
            NotAfter = Moment(captured.NotAfter),
            IsSelfSigned = captured.IsSelfSigned.IsKnown ? captured.IsSelfSigned.Value
                : captured.Issuer.IsKnown && captured.Subject.IsKnown
                    && DistinguishedName.AreEqual(captured.Issuer.Value!, captured.Subject.Value!),
        }, captured);
    }

    /// <summary>Exchange keeps a request as a certificate without a signature until the answer comes.</summary>
    private static bool IsPending(CapturedCertificate captured) =>
        string.Equals(captured.Status.Value, "PendingRequest", StringComparison.OrdinalIgnoreCase);

    private static CertificateBundle Bundle(CertificateFacts facts) =>
        new() { Certificates = [facts], SignedBy = [null], IsOrdered = false };

    private static string Text(Captured<string> value) => value.IsKnown ? VisibleText.Of(value.Value!, LongestName) : string.Empty;

    private static DateTime? Moment(Captured<DateTime> value) => value.IsKnown ? value.Value : null;
}
