using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>
/// Follows the documented selection of the certificate for inbound STARTTLS (Microsoft, SelectionResult of Inbound STARTTLS Certificates,
/// for 2007, for 2010 and for 2016 to SE; 2013 is taken as the last). What was not stated stays open: the answer is certain only where
/// every way in which it can turn out gives the same.
/// </summary>
public sealed class StartTlsPredictor
{
    private const string Tls = "Tls";
    private const int MaximumSearched = 4096;

    private readonly ReceiveConnector _connector;
    private readonly TransportServer? _server;
    private readonly IReadOnlyList<StoreCertificate> _store;
    private readonly bool _isStoreKnown;
    private readonly DateTime _asOf;

    private StartTlsPredictor(ReceiveConnector connector, TransportServer? server, IReadOnlyCollection<StoreCertificate> certificates,
        DateTime asOf)
    {
        _connector = connector;
        _server = server;
        _store = [.. certificates.Where(c => c.IsIn(connector.Server ?? server?.Name))];
        _isStoreKnown = _store.Count > 0 || certificates.Count == 0;
        _asOf = asOf;
    }

    /// <summary>Whether the rules of 2013 and later count; so they do where the version is not known.</summary>
    private bool IsModern => _server?.Version is not { } version || version.Product >= ExchangeProduct.Exchange2013;

    /// <summary>Predicts what a connector will do.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="server">Its server; null when nothing is known of it.</param>
    /// <param name="certificates">The certificates of all servers.</param>
    /// <param name="asOf">The moment for which expiry is judged, UTC.</param>
    /// <returns>The prediction.</returns>
    public static StartTlsPrediction Predict(ReceiveConnector connector, TransportServer? server,
        IReadOnlyCollection<StoreCertificate> certificates, DateTime asOf) =>
        new StartTlsPredictor(connector, server, certificates, asOf).Predict();

    private StartTlsPrediction Predict()
    {
        SelectionResult selection = Select();
        AnonymousTlsPrediction anonymous = AnonymousTlsPredictor.Predict(_connector, _server, _isStoreKnown ? _store : null, _asOf);
        StartTlsAdvice advice = new(_connector, _server, _store, selection, anonymous, _asOf, IsModern);
        return new StartTlsPrediction
        {
            Connector = _connector.ToString(),
            Server = _connector.Server ?? _server?.Name,
            StartTls = selection.Outcome,
            Certificate = selection.Winner?.Certificate,
            EventId = selection.EventId,
            Step = selection.Step,
            Key = selection.Key,
            SearchedFor = selection.SearchedFor is null ? null : VisibleText.Of(selection.SearchedFor, MaximumSearched),
            Reason = selection.Reason,
            Advice = advice.Remedy(),
            Candidates = [.. Candidates(selection)],
            AnonymousTls = advice.AnonymousTls,
            Findings = [.. advice.Findings(), .. _store.Select(c => c.Fault?.Finding(c.ToString())).OfType<Finding>()],
        };
    }

    private SelectionResult Select()
    {
        if (_connector.AuthMechanism is { } mechanisms && !mechanisms.Contains(Tls, StringComparer.OrdinalIgnoreCase))
        {
            return new SelectionResult { Outcome = StartTlsOutcome.NotOffered, Step = SelectionResult.MechanismStep,
                Reason = "AuthMechanism has no Tls, so no certificate is looked for." };
        }

        SelectionResult selection = KeyOf() ?? Search();
        if (!_isStoreKnown && selection.Step != SelectionResult.KeyStep)
        {
            selection = Open(selection.Key, selection.SearchedFor,
                "The certificates are of other servers; those of this one were not stated.") with { Step = SelectionResult.SearchStep };
        }

        return _connector.AuthMechanism is null
            ? selection with { Outcome = StartTlsOutcome.Unknown, EventId = null, Step = SelectionResult.MechanismStep,
                Reason = "AuthMechanism was not stated. With Tls in it: " + selection.Reason }
            : selection;
    }

    /// <summary>The selection where it ends without a key.</summary>
    private SelectionResult? KeyOf() => _connector switch
    {
        { TlsCertificateName: { } text } when IsModern => TlsCertificateName.TryParse(text, out _) ? null
            : Open(StartTlsKey.TlsCertificateName, text, "TlsCertificateName has not the form <I>issuer<S>subject."),
        { IsFqdnKnown: false } => Open(StartTlsKey.None, null, "The Fqdn of the connector was not stated."),
        { Fqdn: null } when _server?.Fqdn is null =>
            Open(StartTlsKey.ServerFqdn, null, "The connector has no Fqdn, and the full name of its server was not stated."),
        _ => null,
    };

    private static SelectionResult Open(StartTlsKey key, string? searched, string reason) =>
        new() { Outcome = StartTlsOutcome.Unknown, Step = SelectionResult.KeyStep, Key = key, SearchedFor = searched, Reason = reason };

    private SelectionResult Search()
    {
        if (IsModern && _connector.TlsCertificateName is { } text && TlsCertificateName.TryParse(text, out TlsCertificateName? name))
        {
            return Decide(StartTlsKey.TlsCertificateName, text, [.. _store.Select(c => Enter(c, name.Fits(c)))]);
        }

        string host = _connector.Fqdn ?? _server!.Fqdn!;
        return Decide(_connector.Fqdn is null ? StartTlsKey.ServerFqdn : StartTlsKey.ConnectorFqdn, host,
            [.. _store.Select(c => Enter(c, Carries(c, host)))]);
    }

    private Contestant Enter(StoreCertificate certificate, bool? fits) => new(
        certificate,
        fits,
        Contestant.And(certificate.HasPrivateKey, !certificate.IsPending && certificate.X509Version is null or >= 3),
        certificate.IsEnabledForSmtp,
        certificate.NotBefore > _asOf || certificate.NotAfter < _asOf ? false : certificate.NotAfter is null ? null : true);

    private bool? Carries(StoreCertificate certificate, string host)
    {
        if (certificate.Names is not { } names)
        {
            return DistinguishedName.CommonNames(certificate.Subject ?? string.Empty)
                .Contains(host, StringComparer.OrdinalIgnoreCase) ? true : null;
        }

        bool exact = names.Any(n => n[0] != '*' && CertificateNameMatcher.Covers(n, host));
        bool wildcard = !exact && CertificateNameMatcher.Covers(names, host);

        // Whether 2007 takes a wildcard here is not documented.
        return wildcard && _server?.Version?.Product == ExchangeProduct.Exchange2007 ? null : exact || wildcard;
    }

    private SelectionResult Decide(StartTlsKey key, string searched, IReadOnlyList<Contestant> field)
    {
        List<(StartTlsOutcome Outcome, Contestant? Winner)> ways = [
            .. key == StartTlsKey.TlsCertificateName ? WaysByName(field) : WaysByHost(field)];
        List<Contestant> winners = [.. ways.Select(w => w.Winner).OfType<Contestant>().Distinct()];
        List<StartTlsOutcome> outcomes = [.. ways.Select(w => w.Outcome).Distinct()];
        StartTlsOutcome outcome = outcomes.Count == 1 ? outcomes[0] : StartTlsOutcome.Unknown;
        Contestant? winner = winners.Count == 1 ? winners[0] : null;
        bool expired = winner?.Certificate.NotAfter < _asOf && outcome is StartTlsOutcome.Offered or StartTlsOutcome.OfferedButFails;
        int fitting = field.Count(c => c.IsLoadable != false);
        return new SelectionResult
        {
            Outcome = outcome,
            Key = key,
            SearchedFor = searched,
            Field = field,
            Winners = winners,
            EventId = outcome == StartTlsOutcome.NotOffered ? SelectionResult.NoCertificateEvent : expired
                ? SelectionResult.ExpiredEvent : null,
            Step = outcome == StartTlsOutcome.NotOffered
                ? (field.All(c => c.Fits == false) ? SelectionResult.SearchStep : SelectionResult.EligibilityStep)
                : expired ? SelectionResult.ExpiryStep
                : field.Any(c => c.Fits is null) && outcome == StartTlsOutcome.Unknown ? SelectionResult.SearchStep
                : winners.Count > 1 || fitting > 1 ? SelectionResult.OrderStep
                : SelectionResult.EligibilityStep,
            Reason = StartTlsReasons.Of(outcome, winner, winners.Count, field, expired, IsModern),
        };
    }

    /// <summary>By issuer and subject: whether SMTP is enabled is not asked, and shows only when TLS is tried.</summary>
    private static IEnumerable<(StartTlsOutcome Outcome, Contestant? Winner)> WaysByName(IReadOnlyList<Contestant> field)
    {
        foreach (Contestant winner in CertificateSelection.PossibleWinners(field, c => c.IsLoadable))
        {
            if (winner.HasSmtp != false)
            {
                yield return (StartTlsOutcome.Offered, winner);
            }

            if (winner.HasSmtp != true)
            {
                yield return (StartTlsOutcome.OfferedButFails, winner);
            }
        }

        if (field.All(c => c.IsLoadable != true))
        {
            yield return (StartTlsOutcome.NotOffered, null);
        }
    }

    /// <summary>
    /// By host: those enabled for SMTP; from 2013 one that is not enabled is taken where there is no other, and then TLS fails.
    /// </summary>
    private IEnumerable<(StartTlsOutcome Outcome, Contestant? Winner)> WaysByHost(IReadOnlyList<Contestant> field)
    {
        foreach (Contestant winner in CertificateSelection.PossibleWinners(field, Eligible))
        {
            yield return (StartTlsOutcome.Offered, winner);
        }

        if (field.Any(c => Eligible(c) == true))
        {
            yield break;
        }

        foreach (Contestant winner in IsModern ? CertificateSelection.PossibleWinners(field, WithoutSmtp) : [])
        {
            yield return (StartTlsOutcome.OfferedButFails, winner);
        }

        if (!IsModern || field.All(c => WithoutSmtp(c) != true))
        {
            yield return (StartTlsOutcome.NotOffered, null);
        }

        static bool? Eligible(Contestant c) => Contestant.And(c.IsLoadable, c.HasSmtp);

        static bool? WithoutSmtp(Contestant c) => c.HasSmtp == true ? false : c.IsLoadable;
    }

    private static IEnumerable<StartTlsCandidate> Candidates(SelectionResult selection) => selection.Field
        .Where(c => c.Fits != false)
        .OrderBy(c => c.Best.Group)
        .ThenByDescending(c => c.Best.NotBefore)
        .Select(c => new StartTlsCandidate(c.Certificate, Verdict(selection, c), StartTlsReasons.Of(c, selection.Winners.Contains(c))));

    private static CandidateVerdict Verdict(SelectionResult selection, Contestant contestant) =>
        selection.Winners.Contains(contestant)
            ? selection.Winners.Count == 1 && selection.Outcome != StartTlsOutcome.Unknown ? CandidateVerdict.Chosen
            : CandidateVerdict.Possible
            : contestant.IsLoadable == false || (selection.Winners.Count == 0 && contestant.HasSmtp == false) ? CandidateVerdict.Excluded
            : CandidateVerdict.Beaten;
}
