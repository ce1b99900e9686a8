using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The permanent codes of findings about renewals. A code is never reused.</summary>
public static class RenewalFindingCodes
{
    /// <summary>The old certificate has names that the new one lacks.</summary>
    public const string NamesLost = "EXN220";

    /// <summary>A connector would no longer offer STARTTLS.</summary>
    public const string StartTlsLost = "EXN221";

    /// <summary>A connector names a certificate, and it is not known whether it is the old one.</summary>
    public const string ConnectorNotRetargeted = "EXN222";

    /// <summary>A version cannot name the certificate of a connector.</summary>
    public const string CertificateNameNotInVersion = "EXN223";

    /// <summary>A service of the old certificate is not enabled by a line.</summary>
    public const string ServiceNotEnabled = "EXN224";

    /// <summary>The old certificate was not stated, so no line removes it.</summary>
    public const string OldCertificateNotStated = "EXN225";

    /// <summary>The services were assumed.</summary>
    public const string ServicesAssumed = "EXN226";

    /// <summary>A file with the private key lies about until it is deleted.</summary>
    public const string KeyFile = "EXN227";

    /// <summary>A certificate is renewed outside Exchange.</summary>
    public const string RenewedOutsideExchange = "EXN228";

    /// <summary>A self-signed certificate has no file to take issuer and subject from.</summary>
    public const string SelfSignedConnector = "EXN229";

    /// <summary>A connector is led to a certificate that is not enabled for SMTP.</summary>
    public const string NotForSmtp = "EXN230";

    /// <summary>The old certificate has expired.</summary>
    public const string OldCertificateExpired = "EXN231";

    /// <summary>The service of the federation stays with its certificate.</summary>
    public const string FederationLeftOut = "EXN232";
}

/// <summary>The texts of findings about renewals.</summary>
internal static class RenewalFindings
{
    public static Finding NamesLost(string certificate, IReadOnlyList<string> names) => Findings.Warning(
        RenewalFindingCodes.NamesLost, certificate,
        $"The old certificate also carries {NameList.Describe(names)}, which the new one lacks.",
        "Add what is still used with -AdditionalName, or to the plan.", "S8", [.. names]);

    public static Finding StartTlsLost(string connector, string searched) => Findings.Warning(
        RenewalFindingCodes.StartTlsLost, connector,
        $"Once the old certificate is gone, the connector offers no STARTTLS: no certificate carries {searched} (event 12014).",
        "Add the name with -AdditionalName, or keep the old certificate.", "S49");

    public static Finding ConnectorNotRetargeted(string connector) => Findings.Warning(
        RenewalFindingCodes.ConnectorNotRetargeted, connector,
        "The connector names a certificate by issuer and subject; no line changes it, because it is not known whether that is the one "
            + "to renew.",
        "Give -OldThumbprint, or name the connector with -ReceiveConnector or -SendConnector.", "S49");

    public static Finding CertificateNameNotInVersion(string connector, ExchangeVersion version) => Findings.Warning(
        RenewalFindingCodes.CertificateNameNotInVersion, connector,
        $"Exchange {version} cannot name the certificate of a connector: it takes the newest one that carries the name of the connector.",
        "Nothing: enabling the new certificate for SMTP is enough.", "S49");

    public static Finding ServiceNotEnabled(string certificate, string service, ExchangeVersion version) => Findings.Warning(
        RenewalFindingCodes.ServiceNotEnabled, certificate,
        $"The old certificate is enabled for {service}, which Enable-ExchangeCertificate of {version} does not take.",
        "Move the service by its own command.", "S38");

    public static Finding OldCertificateNotStated(string certificate) => Findings.Information(
        RenewalFindingCodes.OldCertificateNotStated, certificate,
        "Which certificate is the old one was not stated, so the last step has no line: nothing is removed by guess.",
        "Give -OldThumbprint.", "S37");

    public static Finding ServicesAssumed(string certificate, string server, string services) => Findings.Warning(
        RenewalFindingCodes.ServicesAssumed, certificate,
        $"The services of the old certificate on {server} are not known; the new one is enabled for {services}.",
        "Give -Service, or -State with -OldThumbprint.", "S38");

    public static Finding KeyFile(string file, IReadOnlyList<string> machines) => Findings.Warning(
        RenewalFindingCodes.KeyFile, file, $"The file carries the private key to {NameList.Describe(machines)}.",
        "Choose a long password, and delete every copy when the last machine has it. Ask the authority whether its licence covers several "
            + "machines.", "S28");

    public static Finding RenewedOutsideExchange(string certificate) => Findings.Information(
        RenewalFindingCodes.RenewedOutsideExchange, certificate,
        "No Exchange server carries this certificate: it is renewed with the tools of its machine.",
        "New-SanCertificateRequest -As OpenSsl or -As CertReqInf.", "S27");

    public static Finding SelfSignedConnector(string connector) => Findings.Warning(
        RenewalFindingCodes.SelfSignedConnector, connector,
        "The new certificate is made and signed on the server, so its issuer and subject are not known before; no line sets the connector.",
        "Set TlsCertificateName by hand, or clear it.", "S49");

    public static Finding NotForSmtp(string connector) => Findings.Warning(
        RenewalFindingCodes.NotForSmtp, connector,
        "The connector is led to the new certificate, but SMTP is not among its services: TLS would fail.",
        "Add SMTP to -Service.", "S49");

    public static Finding OldCertificateExpired(StoreCertificate old) => Findings.Warning(
        RenewalFindingCodes.OldCertificateExpired, old.ToString(),
            $"The old certificate expired on {DayText.Of(old.NotAfter!.Value)}: clients and mail servers refuse it already, "
                + "so there is no time in which both work.",
        "Renew it at once, and enable the new one for all its services in one go.", "S36");

    public static Finding FederationLeftOut(string certificate) => Findings.Warning(
        RenewalFindingCodes.FederationLeftOut, certificate,
        "Federation was among the services; the deployment leaves it to the certificate that has it.",
        "Renew the certificate of the federation trust by itself.", "S38");

    /// <summary>The names of other certificates that a new one does not cover.</summary>
    public static IEnumerable<string> NamesBeyond(CertificateSubject subject, IEnumerable<StoreCertificate> others) => others
        .SelectMany(c => c.Names ?? [])
        .Where(n => n[0] == '*' ? !subject.Names.Contains(n, StringComparer.OrdinalIgnoreCase)
            : !CertificateNameMatcher.Covers(subject.Names, n))
        .Select(n => VisibleText.Short(n))
        .Distinct(StringComparer.OrdinalIgnoreCase);
}
