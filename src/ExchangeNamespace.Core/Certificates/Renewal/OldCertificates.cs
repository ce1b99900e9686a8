using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The certificates that are replaced: only those that were named, never those that look like it.</summary>
internal sealed class OldCertificates
{
    private const int ThumbprintLength = 40;

    private readonly IReadOnlyList<StoreCertificate> _captured;

    private OldCertificates(IReadOnlyList<string> thumbprints, IReadOnlyList<StoreCertificate> captured)
    {
        Thumbprints = thumbprints;
        _captured = captured;
    }

    /// <summary>The thumbprints in capitals.</summary>
    public IReadOnlyList<string> Thumbprints { get; }

    /// <summary>Reads the thumbprints, and refuses one that the captured certificates do not show.</summary>
    public static OldCertificates Read(RenewalInput input, ICollection<InputFault> faults)
    {
        List<StoreCertificate> captured = [.. input.State is null ? [] : StartTlsState.Certificates(input.State)];
        List<string> thumbprints = [];
        foreach (string text in input.OldThumbprints ?? [])
        {
            string thumbprint = text.Replace(" ", string.Empty).ToUpperInvariant();
            if (thumbprint.Length != ThumbprintLength || !thumbprint.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F')))
            {
                faults.Add(new InputFault(FaultIds.ThumbprintInvalid, "OldThumbprint", text,
                    $"OldThumbprint '{VisibleText.Short(text)}' is no thumbprint: 40 hexadecimal digits, as Get-ExchangeCertificate "
                        + "shows them."));
            }
            else if (input.State?.Has(StateKind.Certificate) == true && captured.All(c => c.Thumbprint != thumbprint))
            {
                faults.Add(new InputFault(FaultIds.CertificateNotInState, "OldThumbprint", text,
                    $"OldThumbprint {thumbprint} is not a certificate of the captured state. Check the thumbprint, or capture the "
                        + "certificates of every server."));
            }
            else
            {
                thumbprints.Add(thumbprint);
            }
        }

        return new OldCertificates(thumbprints, captured);
    }

    /// <summary>The old certificates on a server, as captured.</summary>
    public IEnumerable<StoreCertificate> On(string server) => _captured.Where(c => Thumbprints.Contains(c.Thumbprint) && c.IsIn(server));

    /// <summary>The thumbprints to remove from a server: those captured there, or all where nothing of it was captured.</summary>
    public IReadOnlyList<string> ThumbprintsOn(string server) => _captured.Any(c => c.IsIn(server))
        ? [.. On(server).Select(c => c.Thumbprint!).Distinct(StringComparer.Ordinal)]
        : Thumbprints;

    /// <summary>Whether a connector names one of them.</summary>
    public bool IsNamedBy(string tlsCertificateName) =>
        TlsCertificateName.TryParse(tlsCertificateName, out TlsCertificateName? name)
            && _captured.Any(c => Thumbprints.Contains(c.Thumbprint) && name.Fits(c) == true);

    /// <summary>The certificates of all servers once the old ones are gone.</summary>
    public IEnumerable<StoreCertificate> Others => _captured.Where(c => !Thumbprints.Contains(c.Thumbprint));

    /// <summary>All captured certificates.</summary>
    public IReadOnlyList<StoreCertificate> Captured => _captured;
}
