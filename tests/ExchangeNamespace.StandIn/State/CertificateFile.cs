using System;
using System.Net;
using System.Security;
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

    /// <summary>A PKCS#12 file with its private key; null for any other file, and where the password is another one.</summary>
    public static X509Certificate2? ReadPkcs12(byte[] bytes, SecureString password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12(bytes, new NetworkCredential(string.Empty, password).Password, X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

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
