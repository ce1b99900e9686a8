using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// The connectors for mail to and from Exchange Online beside what the Hybrid Configuration Wizard writes (techcommunity 4420592, TLS
/// certificates in Exchange hybrid). The certificate of send connectors is judged like that of any other.
/// </summary>
internal static class HybridConnectorChecks
{
    private const string Rule = "S49";
    private const string Wizard = "Run the Hybrid Configuration Wizard again, or set it with ";

    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state) =>
        HybridState.SendConnectors(state).SelectMany(Send).Concat(Receive(plan, state));

    private static IEnumerable<SettingComparison> Send(CapturedSendConnector connector)
    {
        yield return Setting(connector, "CloudServicesMailEnabled", bool.TrueString, connector.CloudServicesMailEnabled,
            connector.CloudServicesMailEnabled.Value,
            "the marks of the own organisation are taken off, and Exchange Online treats the mail as that of strangers");
        yield return Setting(connector, "RequireTLS", bool.TrueString, connector.RequireTls, connector.RequireTls.Value,
            "mail may leave without encryption, and Exchange Online then sees no certificate of the organisation");
        string? level = connector.TlsAuthLevel.Value;
        bool validates = string.Equals(level, "DomainValidation", StringComparison.OrdinalIgnoreCase);
        yield return Setting(connector, "TlsAuthLevel", "DomainValidation", connector.TlsAuthLevel,
            validates || string.Equals(level, "CertificateValidation", StringComparison.OrdinalIgnoreCase),
            "the certificate of the other side is not checked, and another server can pass for Exchange Online");
        if (validates)
        {
            yield return Setting(connector, "TlsDomain", HybridState.CloudDomain, connector.TlsDomain,
                connector.TlsDomain.Value is { } domain && HybridState.IsCloudDomain(domain),
                $"the certificate of Exchange Online is issued to {HybridState.CloudDomain}, so mail stays in the queue");
        }

        Captured<string> name = connector.TlsCertificateName;
        if (name.IsCaptured && string.IsNullOrEmpty(name.Value))
        {
            yield return SettingComparison.Of(SettingComparison.Organization, "SendConnector", "TlsCertificateName of " + connector.Name,
                SettingVerdict.Missing, "a certificate", name.ToString(), Findings.Warning(
                ComparisonFindingCodes.CloudCertificateDiffers, connector.Name,
                "The send connector for Exchange Online names no certificate: the server chooses one by its name, and Exchange Online may "
                    + "not know the organisation by it (550 5.7.51).",
                "Set-SendConnector -TlsCertificateName; Export-CertificateRenewalScript writes the line.", Rule));
        }
    }

    private static SettingComparison Setting<T>(CapturedSendConnector connector, string setting, string planned, Captured<T> current,
        bool isRight, string effect) => SettingComparison.Of(SettingComparison.Organization, "SendConnector",
        setting + " of " + connector.Name,
        !current.IsCaptured ? SettingVerdict.Unknown : isRight ? SettingVerdict.Equal : SettingVerdict.Differs, planned,
        current.ToString(), !current.IsCaptured || isRight ? null : Findings.Warning(ComparisonFindingCodes.CloudSendConnector,
            connector.Name, $"{setting} of the send connector for Exchange Online is {VisibleText.Short(current.ToString())}: {effect}.",
            $"{Wizard}Set-SendConnector -{setting} {(planned == bool.TrueString ? "$true" : planned)}.", Rule), Rule);

    private static IEnumerable<SettingComparison> Receive(NamespacePlan plan, ExchangeState state)
    {
        const string Capabilities = "TlsDomainCapabilities";
        CapturedReceiveConnector[] connectors = [.. HybridState.ReceiveConnectors(state)];
        if (connectors.Length == 0)
        {
            bool isKnown = state.ReceiveConnectors.Count > 0 && state.ReceiveConnectors.All(c => c.TlsDomainCapabilities.IsCaptured);
            yield return SettingComparison.Of(SettingComparison.Organization, "ReceiveConnector", Capabilities,
                isKnown ? SettingVerdict.Missing : SettingVerdict.Unknown, $"{HybridState.CloudDomain}:{HybridState.Capability}",
                isKnown ? Captured.Null<string>().ToString() : "(not captured)", !isKnown ? null : Findings.Warning(
                ComparisonFindingCodes.CloudReceiveConnectorMissing, SettingComparison.Organization,
                $"No receive connector has {HybridState.Capability} for {HybridState.CloudDomain}: mail of mailboxes in Exchange Online "
                    + "comes in as that of strangers.",
                $"{Wizard}Set-ReceiveConnector -{Capabilities} on the connectors that take it.", Rule), Rule);
        }

        string[] sent = [.. HybridState.SendConnectors(state).Select(c => c.TlsCertificateName.Value).Where(n => !string.IsNullOrEmpty(n))
            .Select(n => n!).Distinct(StringComparer.Ordinal)];
        ILookup<string, StoreCertificate> stores = StartTlsState.Certificates(state)
            .ToLookup(c => c.Server ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        foreach (CapturedReceiveConnector connector in connectors)
        {
            yield return Certificate(connector, sent, stores, plan.AsOf);
        }
    }

    private static SettingComparison Certificate(CapturedReceiveConnector connector, string[] sent,
        ILookup<string, StoreCertificate> stores, DateTime day)
    {
        string server = connector.Server.Value ?? SettingComparison.Organization;
        (SettingVerdict verdict, Finding? finding) = Judge(connector, server, sent, [.. stores[server]], day);
        return SettingComparison.Of(server, "ReceiveConnector", "TlsCertificateName of " + connector.Name, verdict,
            sent.Length > 0 ? string.Join(", ", sent) : "a certificate of the server", connector.TlsCertificateName.ToString(), finding,
            Rule);
    }

    private static (SettingVerdict Verdict, Finding? Finding) Judge(CapturedReceiveConnector connector, string server, string[] sent,
        IReadOnlyList<StoreCertificate> store, DateTime day)
    {
        string name = VisibleText.Short(connector.Identity);
        if (!connector.TlsCertificateName.IsCaptured)
        {
            return (SettingVerdict.Unknown, null);
        }

        if (connector.TlsCertificateName.Value is not { Length: > 0 } text)
        {
            return (SettingVerdict.Missing, Differs(server, $"The receive connector {name} takes mail of Exchange Online and names no "
                + "certificate: the server chooses one by the name of the connector."));
        }

        SendCertificateVerdict found = SendCertificate.Judge(text, host: null, store, day).Verdict;
        if (found is SendCertificateVerdict.Malformed or SendCertificateVerdict.NotInstalled or SendCertificateVerdict.NotUsable)
        {
            return (SettingVerdict.Differs, Findings.Error(ComparisonFindingCodes.CloudReceiveCertificate, server,
                $"The certificate that the receive connector {name} names is not on its server, or cannot be used: Exchange Online gets "
                    + "no STARTTLS and does not deliver.",
                "Install the certificate with its private key, or lead the connector to one that is there with Set-ReceiveConnector "
                    + "-TlsCertificateName.", Rule));
        }

        if (sent.Length > 0 && !sent.Any(s => AreSame(s, text)))
        {
            return (SettingVerdict.Differs, Differs(server, $"The receive connector {name} names another certificate than the send "
                + "connector for Exchange Online: the same issuer and subject are needed on every server of hybrid mail."));
        }

        return (found == SendCertificateVerdict.Unknown ? SettingVerdict.Unknown : SettingVerdict.Equal, null);
    }

    private static Finding Differs(string server, string message) => Findings.Warning(ComparisonFindingCodes.CloudCertificateDiffers,
        server, message, "Set-ReceiveConnector -TlsCertificateName with the certificate of hybrid mail; "
            + "Export-CertificateRenewalScript writes the line.", Rule);

    private static bool AreSame(string left, string right) => TlsCertificateName.TryParse(left, out TlsCertificateName? one)
        && TlsCertificateName.TryParse(right, out TlsCertificateName? other)
        && DistinguishedName.AreEqual(one.Issuer, other.Issuer) && DistinguishedName.AreEqual(one.Subject, other.Subject);
}
