using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ExchangeNamespace.StandIn.State;

/// <summary>What the files of certificates hold: real certificates, and a mark in place of a file with the private key.</summary>
internal static class CertificateFile
{
    private const string Mark = "PFX of ";

    public static byte[] WriteKeyFile(string thumbprint) => Encoding.ASCII.GetBytes(Mark + thumbprint);

    /// <summary>The thumbprint of a file with the key; null for any other file.</summary>
    public static string? ReadKeyFile(byte[] bytes) =>
        Encoding.ASCII.GetString(bytes) is { } text && text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;

    /// <summary>A certificate in DER or PEM; null for bytes that are none, which tests use where only binding counts.</summary>
    public static X509Certificate2? ReadCertificate(byte[] bytes)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
