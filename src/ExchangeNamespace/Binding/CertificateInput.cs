using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>One thing that was given as a certificate: a captured one, or a file.</summary>
/// <param name="captured">The captured certificate; null for a file.</param>
/// <param name="file">The file; null for a captured certificate.</param>
internal sealed class GivenCertificate(CapturedCertificate? captured, FileInfo? file)
{
    public CapturedCertificate? Captured { get; } = captured;

    public FileInfo? File { get; } = file;
}

/// <summary>Takes certificates as users have them: those of the module's own state, one or all, objects of Exchange, and files.</summary>
internal static class CertificateInput
{
    public static List<GivenCertificate> Read(IEnumerable<object?> given, string parameter, ICollection<InputFault> faults)
    {
        List<GivenCertificate> found = [];
        foreach (object? item in given.SelectMany(Single))
        {
            switch (Bare.Of(item))
            {
                case CapturedCertificate captured:
                    found.Add(new GivenCertificate(captured, null));
                    break;
                case FileInfo file:
                    found.Add(new GivenCertificate(null, file));
                    break;
                case string text:
                    faults.Add(new InputFault(
                        FaultIds.StateObjectNotRecognised, parameter, text,
                        "A text is no certificate. Give a file with -Path or from Get-Item, or $state.Certificates of "
                            + "Import-ExchangeState."));
                    break;
                default:
                    found.AddRange((StateInput.Read(item, parameter, faults)?.Certificates ?? [])
                        .Select(c => new GivenCertificate(c, null)));
                    break;
            }
        }

        return found;
    }

    /// <summary>A list of the state is given whole; other lists are left to the reader of objects, which bounds them.</summary>
    private static IEnumerable<object?> Single(object? item) =>
        Bare.Of(item) is IEnumerable<CapturedCertificate> or FileInfo[] ? ((IEnumerable)Bare.Of(item)!).Cast<object?>() : [item];
}
