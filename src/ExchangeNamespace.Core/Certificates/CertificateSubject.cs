using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates;

/// <summary>Subject and names of one certificate to request: those of the plan and what is asked for beyond them.</summary>
internal sealed class CertificateSubject
{
    private CertificateSubject(IReadOnlyList<SubjectPart> parts, string commonName, IReadOnlyList<string> names)
    {
        Parts = parts;
        CommonName = commonName;
        Names = names;
    }

    /// <summary>The subject from country to common name.</summary>
    public IReadOnlyList<SubjectPart> Parts { get; }

    public string CommonName { get; }

    /// <summary>The distinct alternative names in order, the common name among them.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool IsAscii => Parts.All(p => HostCharacters.AreAscii(p.Value));

    /// <summary>The subject as Windows reads it, for example <c>C=US,O="Contoso, Inc.",CN=mail.contoso.com</c>.</summary>
    public string ToX500() => string.Join(",", Parts.Select(p => p.Key + "=" + X500Literal.Quote(p.Value)));

    /// <summary>Reads the names again: a plan may come from an edited file.</summary>
    public static CertificateSubject? Create(PlannedCertificate certificate, CertificateRequestOptions options,
        ICollection<InputFault> faults)
    {
        int before = faults.Count;
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<string> names = [.. certificate.Names.Select(n => n.Name).Concat(options.AdditionalNames).Where(seen.Add)];
        foreach (string name in names)
        {
            if (!CertificateNameSyntax.TryNormalise(name, "Plan", out _, out InputFault? fault))
            {
                faults.Add(fault);
            }
        }

        string? common = certificate.CommonName is { } planned && seen.Contains(planned)
            ? planned
            : names.FirstOrDefault(n => n.Length <= PlannedCertificate.MaximumCommonName);
        if (common is null)
        {
            faults.Add(new InputFault(FaultIds.CommonNameMissing, "Plan", names.FirstOrDefault(),
                $"No name of the certificate fits into a common name ({PlannedCertificate.MaximumCommonName} characters). Add a short one "
                    + "with -AdditionalName."));
        }

        return faults.Count == before
            ? new CertificateSubject([.. options.Subject, new SubjectPart("CN", "CN", common!)], common!, names) : null;
    }
}
