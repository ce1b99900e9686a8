using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>What to buy or do for a connector, and the other findings.</summary>
internal sealed class StartTlsAdvice(ReceiveConnector connector, TransportServer? server, IReadOnlyList<StoreCertificate> store,
    SelectionResult selection, AnonymousTlsPrediction anonymous, DateTime asOf, bool isModern)
{
    private const string Rule = "S49";

    public AnonymousTlsPrediction AnonymousTls => anonymous;

    private string ServerName => connector.Server ?? server?.Name ?? "the server";

    private bool IsBoundToServerNames => connector.AuthMechanism?.Contains("ExchangeServer", StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>What must be done so that STARTTLS works; empty where nothing must.</summary>
    public string Remedy() => selection switch
    {
        { Outcome: StartTlsOutcome.NotOffered, Step: SelectionResult.MechanismStep } =>
            "Nothing, where no TLS is wanted here; else add Tls to AuthMechanism.",
        { Outcome: StartTlsOutcome.NotOffered, Key: StartTlsKey.TlsCertificateName } => NameRemedy(),
        { Outcome: StartTlsOutcome.NotOffered, Step: SelectionResult.EligibilityStep }
            when Fitting().FirstOrDefault(c => c.IsLoadable == true) is { } idle => EnableSmtp(idle.Certificate),
        { Outcome: StartTlsOutcome.NotOffered } => HostRemedy(),
        { Outcome: StartTlsOutcome.OfferedButFails } =>
            selection.Winner is { } winner ? EnableSmtp(winner.Certificate) : "Enable the newest certificate with the name for SMTP.",
        { EventId: SelectionResult.ExpiredEvent } =>
            $"Renew {selection.Winner!.Certificate}, import it on {ServerName} and enable it for SMTP.",
        _ => string.Empty,
    };

    public IEnumerable<Finding> Findings() => Outcome().Concat(Choice()).Concat(Configuration()).Concat(Anonymous());

    private string Subject => connector.ToString();

    private IEnumerable<Contestant> Fitting() => selection.Field.Where(c => c.Fits == true);

    private IEnumerable<Finding> Outcome()
    {
        if (selection is { Outcome: StartTlsOutcome.NotOffered, EventId: not null })
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.NotOffered, Subject,
                $"STARTTLS will not be offered, and event 12014 says so: {What()}. {selection.Reason} There is no fall-back to a "
                    + "self-signed certificate without that name.", Remedy(), Rule);
        }
        else if (selection.Outcome == StartTlsOutcome.OfferedButFails)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.NotEnabledForSmtp, Subject,
                $"STARTTLS will be offered, but TLS will fail: {selection.Reason}", Remedy(), Rule);
        }
        else if (selection.Outcome == StartTlsOutcome.Unknown)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.Undecided, Subject,
                "It cannot be told whether STARTTLS works. " + selection.Reason, "State what is missing, or read it on the server.", Rule);
        }

        if (selection.EventId == SelectionResult.ExpiredEvent)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.Expired, Subject,
                $"{selection.Winner!.Certificate} has expired. STARTTLS is still offered, and event 12016 is logged.", Remedy(), Rule);
        }
    }

    private IEnumerable<Finding> Choice()
    {
        List<Contestant> same = [.. Fitting().Where(c => c.IsUsable == true)];
        if (selection.Key == StartTlsKey.TlsCertificateName && same.Count > 1)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.SameIssuerAndSubject, Subject,
                $"{same.Count} certificates have this issuer and subject, and the connector cannot tell them apart: the newest is used, "
                    + "even before it is enabled for SMTP.",
                "Enable a renewed certificate at once, and remove the old one when the new one is seen on the wire.", Rule,
                [.. same.Select(c => c.Certificate.ToString())]);
        }

        if (selection is { Key: StartTlsKey.ConnectorFqdn or StartTlsKey.ServerFqdn, Outcome: StartTlsOutcome.Offered,
            Winner: { } winner } && isModern
            && Fitting().FirstOrDefault(c => c.HasSmtp == false && c.IsUsable == true && c.Best.IsBefore(winner.Worst)) is { } newer)
        {
            yield return Diagnostics.Findings.Information(StartTlsFindingCodes.NewerWithoutSmtp, Subject,
                $"{newer.Certificate} has the name too and comes first by date, but it is not enabled for SMTP. The documentation says "
                    + "both that it is passed over and that it is chosen.",
                "Enable it for SMTP, or remove it.", Rule);
        }

        if (selection.Winner?.Certificate is not { } chosen)
        {
            yield break;
        }

        if (chosen.IsDistrusted && isModern)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.ChainNotTrusted, Subject,
                $"Exchange shows {chosen} as {VisibleText.Short(chosen.Status!)}. From 2016 STARTTLS then disappears from the answer to "
                    + "EHLO, while X-ANONYMOUSTLS stays.",
                "Install the certificates of the authority, and see that revocation lists can be reached.", Rule);
        }

        if (chosen.IsSelfSigned == true && selection is { Key: StartTlsKey.ConnectorFqdn, Outcome: StartTlsOutcome.Offered }
            && !IsOfServer(connector.Fqdn!))
        {
            yield return Diagnostics.Findings.Information(StartTlsFindingCodes.SelfSignedForPublicName, Subject,
                $"Other servers will meet the self-signed {chosen}; those that check certificates do not accept it.",
                "Put the name on a certificate of a public authority.", "S50");
        }
    }

    private IEnumerable<Finding> Configuration()
    {
        if (connector.TlsCertificateName is not null && !isModern)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.TlsCertificateNameNotInVersion, Subject,
                $"Exchange {server!.Version} has no TlsCertificateName; it is left out of the choice.", "Check the version of the server.",
                Rule);
        }

        if (server?.Version is null)
        {
            yield return Diagnostics.Findings.Information(StartTlsFindingCodes.VersionNotStated, Subject,
                "The version of the server is not known; the rules of 2013 and later were followed.",
                "Give -ExchangeVersion, or the server.", Rule);
        }

        if (selection.Key is StartTlsKey.ConnectorFqdn or StartTlsKey.ServerFqdn && server?.Version?.Product == ExchangeProduct.Exchange2007
            && selection.Field.Any(c => c.Fits is null && c.Certificate.Names is not null))
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.WildcardIn2007, Subject,
                "Only a wildcard fits the name. Whether 2007 takes it for SMTP is not documented.",
                "Put the name itself on the certificate.", "S50");
        }

        if (connector.Fqdn is { } fqdn && IsBoundToServerNames && server is not null && !IsOfServer(fqdn))
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.FqdnNotOfServer, Subject,
                $"AuthMechanism has ExchangeServer, so Fqdn may only be the full name of the server, {ServerName} or empty; it is "
                    + $"{VisibleText.Short(fqdn)}.",
                "Use a connector of its own without ExchangeServer for a public name.", "S44");
        }

        if (connector.Enabled == false)
        {
            yield return Diagnostics.Findings.Information(StartTlsFindingCodes.ConnectorDisabled, Subject,
                "The connector is disabled: nothing is offered until it is on.", string.Empty, Rule);
        }
    }

    private IEnumerable<Finding> Anonymous()
    {
        if (anonymous.EventId is AnonymousTlsPredictor.NoThumbprintEvent or AnonymousTlsPredictor.NotInStoreEvent)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.AnonymousTlsNotOffered, Subject,
                $"X-ANONYMOUSTLS will not be offered to other Exchange servers, and event {anonymous.EventId} says so: {anonymous.Reason}",
                "Make a self-signed certificate with New-ExchangeCertificate, and answer Y to the question about the default SMTP "
                    + "certificate.", "S48");
        }
        else if (anonymous.EventId == AnonymousTlsPredictor.ExpiredEvent)
        {
            yield return Diagnostics.Findings.Warning(StartTlsFindingCodes.AnonymousTlsExpired, Subject,
                $"The internal transport certificate {anonymous.Certificate} has expired. It is still used, and event 12015 is logged.",
                "Make a new one with New-ExchangeCertificate. Where an Edge server is subscribed, subscribe it again.", "S48");
        }
    }

    private string What() => selection.Key switch
    {
        StartTlsKey.TlsCertificateName => $"no usable certificate has the issuer and subject {VisibleText.Short(selection.SearchedFor!)}",
        StartTlsKey.None or StartTlsKey.ConnectorFqdn or StartTlsKey.ServerFqdn =>
            $"no usable certificate carries {VisibleText.Short(selection.SearchedFor!)}",
        _ => throw ClosedSet.Outside(selection.Key),
    };

    private string NameRemedy()
    {
        StoreCertificate? near = store.FirstOrDefault(
            c => c is { Subject: not null, Issuer: not null, IsEnabledForSmtp: not false, IsSelfSigned: not true } && !(c.NotAfter < asOf));
        string set = $"Set TlsCertificateName of {Subject} to issuer and subject of a certificate that is installed on {ServerName}";
        return near is null ? set + "." : $"{set}, for example <I>{VisibleText.Short(near.Issuer!)}<S>{VisibleText.Short(near.Subject!)}.";
    }

    private string HostRemedy()
    {
        string host = VisibleText.Short(selection.SearchedFor!);
        if (IsOfServer(selection.SearchedFor!) || IsBoundToServerNames)
        {
            return $"Make a certificate with the name {host}: New-ExchangeCertificate on {ServerName} makes a self-signed one, and an "
                + "internal authority issues one. A public authority issues it only where the domain is public.";
        }

        string buy = $"Get a certificate that carries {host}, import it on {ServerName} and enable it for SMTP";
        IReadOnlyList<string> carried = [.. store
            .Where(c => c.HasPrivateKey != false && !c.IsPending && c.IsEnabledForSmtp == true && c.IsSelfSigned != true)
            .SelectMany(c => c.Names ?? [])
            .Where(n => n.IndexOf('.') > 0 && n[0] != '*' && !IsOfServer(n)
                && !n.StartsWith(AutodiscoverLabels.HostPrefix, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        return carried.Count == 0 ? buy + "."
            : $"{buy}; or set the Fqdn of the connector to {string.Join(" or ", carried.Take(3).Select(n => VisibleText.Short(n)))}, which "
                + "a certificate for SMTP carries.";
    }

    private string EnableSmtp(StoreCertificate certificate) =>
        $"Enable {certificate} for SMTP on {ServerName}: Enable-ExchangeCertificate -Services SMTP, and answer N to the overwrite prompt.";

    private bool IsOfServer(string name) =>
        string.Equals(name, server?.Fqdn, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, connector.Server ?? server?.Name, StringComparison.OrdinalIgnoreCase);
}
