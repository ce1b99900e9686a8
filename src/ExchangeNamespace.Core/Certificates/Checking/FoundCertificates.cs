using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Certificates that are judged together, because some rules look at all certificates of a server.</summary>
internal sealed class FoundCertificates
{
    private readonly CertificateFacts[] _leaves;
    private readonly KnownCertificate[] _captured;

    public FoundCertificates(IEnumerable<FoundCertificate> found)
    {
        All = [.. found];
        _leaves = [.. All.Select(f => f.Bundle?.Leaf).OfType<CertificateFacts>()];
        _captured = [.. All.Where(f => f.Captured is not null).Select(f => new KnownCertificate(f.Captured!, f.Bundle!.Leaf))];
    }

    public IReadOnlyList<FoundCertificate> All { get; }

    /// <summary>The moment for which they are judged.</summary>
    public required DateTime Now { get; init; }

    /// <summary>What must be covered.</summary>
    public required CertificateNeeds Needs { get; init; }

    /// <summary>The services that they are for; empty where that follows from what was captured.</summary>
    public required IReadOnlyList<CertificateService> Services { get; init; }

    /// <summary>
    /// Judges one of them. What a server sent is judged in no more time than it had to answer; a file takes as long as it takes.
    /// </summary>
    /// <param name="one">The certificate.</param>
    /// <param name="limit">How long a server had to answer.</param>
    /// <param name="stopped">Ends it.</param>
    public NamespaceCertificate Judge(FoundCertificate one, TimeSpan limit, CancellationToken stopped) => one switch
    {
        { Bundle: null } => one.Live!.WithoutCertificate(),
        { Live: null } => Verdict(one, one.Bundle, stopped),
        _ => TimeLimit.Within(limit, end => Verdict(one, one.Bundle, end), stopped)
            ?? one.Live.With(CertificateFault.TooSlow(limit).Finding(one.Source)!).WithoutCertificate(),
    };

    private NamespaceCertificate Verdict(FoundCertificate one, CertificateBundle bundle, CancellationToken end) => CertificateRules.Judge(
        new CertificateCheck
        {
            Source = one.Source,
            Bundle = bundle,
            Needs = Needs,
            Now = Now,
            IsLive = one.Live is not null,
            Services = Services,
            Others = _leaves,
            Purpose = one.Captured is null || Services.Count > 0 ? CertificatePurpose.Clients
                : CapturedPurpose.Of(new KnownCertificate(one.Captured, bundle.Leaf), _captured),
            Cancel = end,
        },
        one.Live);
}
