using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A certificate file is read, or refused with a reason.</summary>
internal static class CertificateTarget
{
    private static readonly CertificateReader Reader = new();

    public static void Read(byte[] bytes)
    {
        CertificateReading reading = Reader.Read(bytes, "secret".ToCharArray());
        Must.Hold(reading.Bundle is null == reading.Fault is not null, "A file is read or refused.");
        if (reading.Fault is { } fault)
        {
            Must.BeShown(fault.Message);
        }
    }
}
