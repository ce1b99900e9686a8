using System;
using System.Collections.Generic;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>A certificate that was found in a file, in captured settings or at an endpoint, or why an endpoint showed none.</summary>
/// <param name="source">Where it was found.</param>
/// <param name="bundle">The certificate with those that came with it; null for none.</param>
/// <param name="live">What the endpoint answered; null for a file or captured settings.</param>
/// <param name="captured">The captured certificate; null for a file or an endpoint.</param>
internal sealed class FoundCertificate(
    string source, CertificateBundle? bundle, LiveAnswer? live = null, CapturedCertificate? captured = null)
{
    public string Source { get; } = source;

    public CertificateBundle? Bundle { get; } = bundle;

    public LiveAnswer? Live { get; } = live;

    public CapturedCertificate? Captured { get; } = captured;

    /// <summary>What a reading found; null where it was refused.</summary>
    /// <param name="source">The file or captured certificate that was read.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="captured">The captured certificate, which is named by its server and thumbprint; null for a file.</param>
    public static FoundCertificate? Of(string source, CertificateReading reading, CapturedCertificate? captured = null)
    {
        if (reading.Fault?.Finding(source) is { } overLimit)
        {
            return new(source, null, LiveAnswer.OverLimit(source, overLimit));
        }

        return reading.Bundle is not { } bundle ? null
            : new(captured is null ? source : Name(captured, bundle.Leaf.Thumbprint), bundle, captured: captured);
    }

    /// <summary>What an endpoint showed, read in no more time than the server had to answer.</summary>
    /// <param name="answer">The answer of the endpoint.</param>
    /// <param name="reader">Reads the certificates.</param>
    /// <param name="limit">How long the server had.</param>
    /// <param name="faults">Takes the fault of a certificate that cannot be read.</param>
    /// <param name="stopped">Ends it.</param>
    public static FoundCertificate Of(
        LiveAnswer answer, ICertificateReader reader, TimeSpan limit, ICollection<InputFault> faults, CancellationToken stopped)
    {
        CertificateReading? reading = answer.Chain.Count == 0 ? null : answer.Read(reader, limit, stopped);
        if (reading?.Fault?.Finding(answer.Source) is { } overLimit)
        {
            return new FoundCertificate(answer.Source, null, answer.With(overLimit));
        }

        if (reading?.Fault is { } fault)
        {
            faults.Add(new InputFault(fault.Id, "Endpoint", answer.Source, $"{answer.Source}: {fault.Message}"));
        }

        return new FoundCertificate(answer.Source, reading?.Bundle, answer);
    }

    private static string Name(CapturedCertificate captured, string thumbprint) =>
        captured.Server.IsKnown ? $"{captured.Server.Value}: {thumbprint}" : thumbprint;
}
