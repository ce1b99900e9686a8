using System;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// What reading one file or chain may cost. Everything is counted before it is done, and each count is a place where it can be ended.
/// </summary>
internal sealed class CertificateWork(CancellationToken cancel)
{
    private long _rounds;
    private int _elements;
    private int _signatures;

    /// <summary>The signatures that were checked so far.</summary>
    public int Signatures => _signatures;

    /// <summary>The rounds of key derivation so far.</summary>
    public long Rounds => _rounds;

    /// <summary>Counts the structures in bytes that are about to be parsed, and refuses those that are too deep or too many.</summary>
    /// <exception cref="CertificateFaultException">There are too many, or they are too deep.</exception>
    public byte[] Measured(byte[] encoded)
    {
        cancel.ThrowIfCancellationRequested();
        DerMeter meter = DerMeter.Measure(encoded, CertificateLimits.Elements - _elements, CertificateLimits.Depth);
        _elements += meter.Elements;
        return meter.IsTooDeep
            ? throw Over(CertificateLimitFindingCodes.ContentOverLimit,
                $"It has structures inside each other, more than {CertificateLimits.Depth} levels deep.")
            : meter.IsTooMany
            ? throw Over(CertificateLimitFindingCodes.ContentOverLimit,
                $"It has more than {CertificateLimits.Elements} values and structures.")
            : encoded;
    }

    /// <summary>Counts rounds that a file asks for.</summary>
    public void AddRounds(long rounds)
    {
        cancel.ThrowIfCancellationRequested();
        if (rounds < 1 || (_rounds += Math.Min(rounds, int.MaxValue)) > CertificateLimits.DerivationRounds)
        {
            throw Over(CertificateLimitFindingCodes.ContentOverLimit,
                $"It asks for more than {CertificateLimits.DerivationRounds} rounds to open it, or for fewer than one; no tool "
                    + "writes that.");
        }
    }

    /// <summary>Counts a signature that is about to be checked.</summary>
    public void AddSignature()
    {
        cancel.ThrowIfCancellationRequested();
        if (++_signatures > CertificateLimits.Signatures)
        {
            throw Over(CertificateLimitFindingCodes.ChainOverLimit,
                $"So many certificates have each other's names that more than {CertificateLimits.Signatures} signatures would have to be "
                    + "checked.");
        }
    }

    /// <summary>Refuses names and name constraints that would be compared too often.</summary>
    public void AddComparisons(long comparisons)
    {
        cancel.ThrowIfCancellationRequested();
        if (comparisons > CertificateLimits.NameComparisons)
        {
            throw Over(
                CertificateLimitFindingCodes.ContentOverLimit,
                "Its names and the name constraints of its authorities would have to be compared more than "
                    + $"{CertificateLimits.NameComparisons} times.");
        }
    }

    /// <summary>Ends the work where it was asked to end.</summary>
    public void Step() => cancel.ThrowIfCancellationRequested();

    /// <summary>What is said of something that is over a limit.</summary>
    public static CertificateFaultException Over(string code, string message) =>
        new(new CertificateFault(FaultIds.CertificateOverLimit, message, code));
}
