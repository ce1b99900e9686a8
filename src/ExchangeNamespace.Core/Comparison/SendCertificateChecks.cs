using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>Whether the certificates that send connectors name are on the servers that send through them (S49).</summary>
internal static class SendCertificateChecks
{
    private const string Rule = "S49";
    private const string Retarget = "Lead the connector to a certificate that is there with Set-SendConnector -TlsCertificateName, which "
        + "Export-CertificateRenewalScript writes, or install the one that it names with its private key.";

    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state) =>
        SendCertificate.Judge(state, plan.AsOf).Select(Row);

    private static SettingComparison Row(SendCertificate found)
    {
        string connector = found.Connector.Name;
        return SettingComparison.Of(found.Server, "SendConnector", "TlsCertificateName of " + connector, Verdict(found.Verdict),
            "a certificate of the server", found.Connector.TlsCertificateName.Value!, Finding(found, found.Server), Rule);
    }

    private static SettingVerdict Verdict(SendCertificateVerdict verdict) => verdict switch
    {
        SendCertificateVerdict.Usable => SettingVerdict.Equal,
        SendCertificateVerdict.Unknown => SettingVerdict.Unknown,
        SendCertificateVerdict.NotInstalled => SettingVerdict.Missing,
        SendCertificateVerdict.Malformed or SendCertificateVerdict.NotUsable or SendCertificateVerdict.NameMissing =>
            SettingVerdict.Differs,
        _ => throw ClosedSet.Outside(verdict),
    };

    private static Finding? Finding(SendCertificate found, string server)
    {
        string connector = VisibleText.Short(found.Connector.Name);
        string[] listed = [.. found.Fitting.Select(c => c.ToString())];
        return found.Verdict switch
        {
            SendCertificateVerdict.Malformed => Findings.Error(ComparisonFindingCodes.SendCertificateNotInstalled, server,
                $"The send connector {connector} names its certificate by a text that is not <I>issuer<S>subject, so none is found.",
                Retarget, Rule),
            SendCertificateVerdict.NotInstalled => Findings.Error(ComparisonFindingCodes.SendCertificateNotInstalled, server,
                $"No certificate of the server has the issuer and subject that the send connector {connector} names: mail that needs "
                    + "TLS stays in the queue (454 4.7.5).", Retarget, Rule),
            SendCertificateVerdict.NotUsable => Findings.Error(ComparisonFindingCodes.SendCertificateNotUsable, server,
                $"The certificate that the send connector {connector} names is there, and cannot be used: it is expired, not valid yet, "
                    + "waits for its answer, or has no private key.", Retarget, Rule, listed),
            SendCertificateVerdict.NameMissing => Findings.Warning(ComparisonFindingCodes.SendCertificateName, server,
                $"The send connector {connector} states {VisibleText.Short(found.Connector.Fqdn.Value!)}, which the certificate that it "
                    + "names does not carry.", "Install a certificate with this name, or set the name with Set-SendConnector -Fqdn.", Rule,
                listed),
            SendCertificateVerdict.Usable or SendCertificateVerdict.Unknown when found.Fitting.Count > 1 => Findings.Information(
                ComparisonFindingCodes.SendCertificateTwice, server,
                $"{found.Fitting.Count} certificates of the server have the issuer and subject that the send connector {connector} names. "
                    + "The one that expires last is taken, whatever it is enabled for.",
                "Remove the older ones once the newest is in use everywhere.", Rule, listed),
            SendCertificateVerdict.Usable or SendCertificateVerdict.Unknown => null,
            _ => throw ClosedSet.Outside(found.Verdict),
        };
    }
}
