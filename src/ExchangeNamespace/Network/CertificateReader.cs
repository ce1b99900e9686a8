using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExchangeNamespace.Verification;

namespace ExchangeNamespace.Network;

/// <summary>Reads what a client looks at from a certificate that a server showed.</summary>
internal static class CertificateReader
{
    private const string AlternativeNames = "2.5.29.17";
    private const byte Sequence = 0x30;
    private const byte DnsName = 0x82;

    /// <returns>Null where the certificate cannot be read.</returns>
    public static ShownCertificate? Read(X509Certificate certificate, bool trusted)
    {
        try
        {
            using X509Certificate2 whole = new(certificate.GetRawCertData());
            return new ShownCertificate
            {
                Names = whole.Extensions[AlternativeNames] is { } extension ? DnsNames(extension.RawData) : [],
                NotBefore = whole.NotBefore.ToUniversalTime(),
                NotAfter = whole.NotAfter.ToUniversalTime(),
                IsTrustedHere = trusted,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static List<string> DnsNames(byte[] der)
    {
        List<string> names = [];
        int at = 0;
        if (!TryEnter(der, ref at, out byte tag, out int length) || tag != Sequence)
        {
            return names;
        }

        int end = at + length;
        while (at < end && TryEnter(der, ref at, out tag, out length))
        {
            if (tag == DnsName)
            {
                names.Add(Encoding.ASCII.GetString(der, at, length));
            }

            at += length;
        }

        return names;
    }

    /// <summary>Steps into one value of DER.</summary>
    private static bool TryEnter(byte[] der, ref int at, out byte tag, out int length)
    {
        tag = 0;
        length = 0;
        if (at + 2 > der.Length)
        {
            return false;
        }

        tag = der[at++];
        length = der[at++];
        if (length > 0x80)
        {
            int octets = length & 0x7F;
            length = 0;
            for (; octets > 0 && at < der.Length; octets--)
            {
                length = (length << 8) | der[at++];
            }
        }

        return length >= 0 && length <= der.Length - at;
    }
}
