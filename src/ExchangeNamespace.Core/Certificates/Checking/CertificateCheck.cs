using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What is known of one certificate when it is judged.</summary>
internal sealed class CertificateCheck
{
    private ForbiddenName[]? _forbidden;

    /// <summary>The file, the endpoint or the thumbprint.</summary>
    public required string Source { get; init; }

    /// <summary>The certificates of the source.</summary>
    public required CertificateBundle Bundle { get; init; }

    /// <summary>What it is measured against.</summary>
    public required CertificateNeeds Needs { get; init; }

    /// <summary>The moment for which it is judged, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Whether the chain was sent by a server, which clients have to make do with.</summary>
    public bool IsLive { get; init; }

    /// <summary>The services that need it beside those it is enabled for.</summary>
    public IReadOnlyList<CertificateService> Services { get; init; } = [];

    /// <summary>The other certificates of the same run.</summary>
    public IReadOnlyList<CertificateFacts> Others { get; init; } = [];

    /// <summary>What Exchange uses it for.</summary>
    public CertificatePurpose Purpose { get; init; }

    /// <summary>The certificate that is judged.</summary>
    public CertificateFacts Certificate => Bundle.Leaf;

    /// <summary>The hosts that it must cover: all of those needed where clients see it, those of mail where only mail servers do.</summary>
    public IReadOnlyList<NeededHost> Hosts => Purpose switch
    {
        CertificatePurpose.Clients => Needs.Hosts,
        CertificatePurpose.Mail => [.. Needs.Hosts.Where(h => Needs.IsForMail(h.Name))],
        CertificatePurpose.ServerAuthentication or CertificatePurpose.WebManagement or CertificatePurpose.Federation
            or CertificatePurpose.BackEnd => [],
        _ => throw ClosedSet.Outside(Purpose),
    };

    /// <summary>Ends the judgement at its next step.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The names that an authority of the chain may not issue.</summary>
    public ForbiddenName[] Forbidden => _forbidden ??= ForbiddenName.Of(Bundle, Cancel);

    /// <summary>Its name in findings.</summary>
    public string Subject => Certificate.CommonNames.FirstOrDefault() ?? Certificate.DnsNames.FirstOrDefault() ?? Source;

    /// <summary>Who issued it, as far as it is stated or can be seen.</summary>
    public CertificateAuthority? Authority => Certificate.IsSelfSigned ? CertificateAuthority.SelfSigned : Needs.Authority;
}
