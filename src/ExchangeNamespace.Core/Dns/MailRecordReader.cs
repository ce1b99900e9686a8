using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>Reads which records for inbound mail are wanted; what the plan cannot give is a fault.</summary>
internal static class MailRecordReader
{
    /// <summary>A week: RFC 8461 3.2 asks for weeks rather than days, and a mistake must be mended in a bearable time.</summary>
    private const int UsualAge = 7 * 24 * 60 * 60;

    public static MailRecordOptions Read(NamespacePlan plan, MailRecordInput input, List<InputFault> faults)
    {
        if (plan.MailHost is null && (input.MtaStsMode is not null || input.TlsaCertificates.Count > 0))
        {
            faults.Add(new InputFault(FaultIds.MailNotPlanned, input.GivenAs, plan.ExternalHost.Value,
                "The plan has no mail host, so it does not say who receives mail. Give Get-NamespacePlan -MailHost."));
        }

        if (input.TlsaCertificates.Count > 0 && plan.Mail is { HygieneHosts.Count: > 0 } hosted)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "TlsaCertificate", hosted.HygieneHosts[0].Value,
                $"Senders deliver to {hosted.HygieneHosts[0]}, whose keys and TLSA records are those of the hygiene service. Leave "
                    + "-TlsaCertificate out."));
        }

        if (input.MtaStsMaxAge is not null && input.MtaStsMode is null)
        {
            faults.Add(Alone("MtaStsMaxAge", "-MtaStsMode"));
        }

        if (input.DmarcReportAddresses is not null && input.DmarcPolicy is null)
        {
            faults.Add(Alone("DmarcReportAddress", "-DmarcPolicy"));
        }

        return new MailRecordOptions(
            Policy(plan, input, faults),
            Addresses(input.TlsReportAddresses, "TlsReportAddress", mayBeWeb: true, faults),
            input.DmarcPolicy,
            Addresses(input.DmarcReportAddresses, "DmarcReportAddress", mayBeWeb: false, faults),
            [.. input.TlsaCertificates.SelectMany(c => Keys(c.Source, c.Path, input.TlsaUsages, faults)).Distinct()]);
    }

    private static InputFault Alone(string parameter, string needed) => new(FaultIds.InputContradiction, parameter, null,
        $"-{parameter} belongs to {needed}. Give both.");

    private static MtaStsPolicy? Policy(NamespacePlan plan, MailRecordInput input, List<InputFault> faults)
    {
        if (input.MtaStsMode is not { } mode || plan.MailHost is not { } host)
        {
            return null;
        }

        double seconds = input.MtaStsMaxAge?.TotalSeconds ?? UsualAge;
        if (seconds is < 0 or > MtaStsPolicy.LongestAge || seconds % 1 != 0)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "MtaStsMaxAge", input.MtaStsMaxAge,
                $"Senders keep a policy for a whole number of seconds up to {MtaStsPolicy.LongestAge} (RFC 8461 3.2). Give a time such as "
                    + "7.00:00:00; PowerShell takes a plain number for ticks."));
            return null;
        }

        IEnumerable<Fqdn> exchangers = plan.Mail is { HygieneHosts.Count: > 0 } hosted ? hosted.HygieneHosts : [host];
        return new MtaStsPolicy(mode, (int)seconds, mode == MtaStsMode.None ? [] : [.. exchangers.Select(e => e.Value)]);
    }

    private static List<ReportAddress> Addresses(IReadOnlyList<string?>? texts, string parameter, bool mayBeWeb, List<InputFault> faults)
    {
        List<ReportAddress> addresses = [];
        foreach (string? text in texts ?? [])
        {
            if (!ReportAddress.TryParse(text, parameter, mayBeWeb, out ReportAddress? address, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (!addresses.Contains(address))
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    private static IEnumerable<TlsaData> Keys(string source, IReadOnlyList<CertificateFacts> path, IReadOnlyList<TlsaUsage> usages,
        List<InputFault> faults)
    {
        List<TlsaData> keys = [];
        if (usages.Contains(TlsaUsage.EndEntity))
        {
            keys.AddRange(path.Take(1).Where(c => c.PublicKeySha256.Length > 0)
                .Select(c => new TlsaData(TlsaUsage.EndEntity, c.PublicKeySha256)));
        }

        if (usages.Contains(TlsaUsage.Authority))
        {
            keys.AddRange(path.Where(c => c.IsAuthority == true && c.PublicKeySha256.Length > 0)
                .Select(c => new TlsaData(TlsaUsage.Authority, c.PublicKeySha256)));
        }

        if (keys.Count < usages.Distinct().Count())
        {
            faults.Add(new InputFault(FaultIds.CertificateMissing, "TlsaCertificate", source,
                string.Format(CultureInfo.InvariantCulture, "'{0}' lacks what the record holds: {1}.", source,
                    usages.Contains(TlsaUsage.Authority) && path.All(c => c.IsAuthority != true)
                        ? "the certificate of the authority; give a file with the chain that the server sends"
                        : "the bytes of the certificate; give a file, or captured settings with RawData")));
        }

        return keys;
    }
}
