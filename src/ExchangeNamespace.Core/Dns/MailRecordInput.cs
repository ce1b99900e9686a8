using System;
using System.Collections.Generic;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>The records for inbound mail that are wanted, as they were asked for.</summary>
public sealed class MailRecordInput
{
    /// <summary>The parameter that asked first, for faults about all of them.</summary>
    public required string GivenAs { get; init; }

    /// <summary>The mode of the MTA-STS policy; null for no policy.</summary>
    public MtaStsMode? MtaStsMode { get; init; }

    /// <summary>How long senders keep the policy; null for a week.</summary>
    public TimeSpan? MtaStsMaxAge { get; init; }

    /// <summary>Where reports about TLS go; null for no record.</summary>
    public IReadOnlyList<string?>? TlsReportAddresses { get; init; }

    /// <summary>The policy of DMARC; null for no record.</summary>
    public DmarcPolicy? DmarcPolicy { get; init; }

    /// <summary>Where reports of DMARC go; null for none.</summary>
    public IReadOnlyList<string?>? DmarcReportAddresses { get; init; }

    /// <summary>The certificates and authorities whose keys TLSA records hold: each source with the path from its server certificate
    /// up.</summary>
    public IReadOnlyList<(string Source, IReadOnlyList<CertificateFacts> Path)> TlsaCertificates { get; init; } = [];

    /// <summary>Whose keys; those of the servers by default.</summary>
    public IReadOnlyList<TlsaUsage> TlsaUsages { get; init; } = [TlsaUsage.EndEntity];
}

/// <summary>The same, read.</summary>
/// <param name="Policy">The policy; null for none.</param>
/// <param name="TlsReports">Where reports about TLS go; empty for no record.</param>
/// <param name="Dmarc">The policy of DMARC; null for no record.</param>
/// <param name="DmarcReports">Where reports of DMARC go.</param>
/// <param name="Keys">The keys for TLSA records.</param>
internal sealed record MailRecordOptions(MtaStsPolicy? Policy, IReadOnlyList<ReportAddress> TlsReports, DmarcPolicy? Dmarc,
    IReadOnlyList<ReportAddress> DmarcReports, IReadOnlyList<TlsaData> Keys);
