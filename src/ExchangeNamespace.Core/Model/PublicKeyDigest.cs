using System;
using System.Security.Cryptography;

namespace ExchangeNamespace.Model;

/// <summary>The digest of a public key as text.</summary>
internal static class PublicKeyDigest
{
    /// <summary>The SHA-256 digest in capital hexadecimal digits.</summary>
    public static string Sha256(byte[] key)
    {
        using SHA256 hash = SHA256.Create();
        return BitConverter.ToString(hash.ComputeHash(key)).Replace("-", string.Empty);
    }
}
