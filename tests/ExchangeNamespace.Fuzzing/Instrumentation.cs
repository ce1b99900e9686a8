using System;

namespace ExchangeNamespace.Fuzzing;

/// <summary>Which types report their branches.</summary>
internal static class Instrumentation
{
    /// <summary>Of the library for certificates only what reads: its arithmetic would drown the rest.</summary>
    private static readonly string[] Readers =
        ["Org.BouncyCastle.Asn1", "Org.BouncyCastle.Cms", "Org.BouncyCastle.Pkcs", "Org.BouncyCastle.X509"];

    public static bool IsWanted(string type) => !type.StartsWith("Org.BouncyCastle", StringComparison.Ordinal)
        || Array.Exists(Readers, r => type.StartsWith(r, StringComparison.Ordinal));
}
