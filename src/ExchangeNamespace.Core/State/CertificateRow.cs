using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using static ExchangeNamespace.State.CapturedNames;

namespace ExchangeNamespace.State;

/// <summary>Reads certificates.</summary>
internal static class CertificateRow
{
    public static void Certificate(MemberReader row, StateBuilder builder)
    {
        Captured<IReadOnlyList<byte>> raw = row.CapturedBytes("RawData");
        Captured<string> thumbprint = row.CapturedText("Thumbprint");
        if (!thumbprint.IsKnown && raw.IsKnown)
        {
            thumbprint = Captured.Known(ThumbprintOf([.. raw.Value!]));
        }

        if (!thumbprint.IsKnown)
        {
            row.Refuse(FaultIds.StateObjectIncomplete, "Thumbprint", null,
                "is missing, and so are the raw bytes: the certificate cannot be told from others.");
            return;
        }

        Captured<string> server = FirstKnown(row.CapturedText("Server"), row.CapturedText(CaptureMarks.CapturedFrom),
            ServerPart(row.CapturedText("Identity")));
        string? name = server.IsKnown ? row.ServerOf("Server", server) : null;
        builder.Certificates.Add(new CapturedCertificate
        {
            Server = name is null ? default : Captured.Known(builder.Shared(name)),
            Thumbprint = Captured.Known(thumbprint.Value!.Replace(" ", string.Empty).ToUpperInvariant()),
            RawData = raw,
            Subject = row.CapturedRawText("Subject"),
            Issuer = row.CapturedRawText("Issuer"),
            SerialNumber = row.CapturedText("SerialNumber"),
            NotBefore = row.CapturedTime("NotBefore"),
            NotAfter = row.CapturedTime("NotAfter"),
            Services = row.CapturedFlags("Services"),
            CertificateDomains = row.CapturedItems("CertificateDomains"),
            HasPrivateKey = row.CapturedFlag("HasPrivateKey"),
            IsSelfSigned = row.CapturedFlag("IsSelfSigned"),
            Status = row.CapturedText("Status"),
            RootCAType = row.CapturedText("RootCAType"),
        });
    }

    private static string ThumbprintOf(byte[] raw)
    {
        // A thumbprint is an SHA-1 value by definition; nothing is protected by it here.
#pragma warning disable CA5350
        using SHA1 hash = SHA1.Create();
#pragma warning restore CA5350
        return string.Concat(hash.ComputeHash(raw).Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
