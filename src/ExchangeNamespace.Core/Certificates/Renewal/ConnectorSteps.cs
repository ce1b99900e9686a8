using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>
/// Which connectors are led to the new certificates: those that were named, or those that are captured with issuer and subject of an old
/// one.
/// </summary>
internal sealed class ConnectorSteps(
    NamespacePlan plan, RenewalInput input, OldCertificates old, IReadOnlyList<RenewalCertificate> renewals, ICollection<Finding> findings,
    ICollection<InputFault> faults)
{
    private const string Receive = "ReceiveConnector";
    private const string Send = "SendConnector";

    public IEnumerable<RenewalStep> Steps()
    {
        foreach (string connector in Chosen(Receive, input.ReceiveConnectors,
            input.State?.ReceiveConnectors.Select(c => (c.Identity, c.TlsCertificateName))))
        {
            if (ReceiveStep(connector) is { } step)
            {
                yield return step;
            }
        }

        foreach (string connector in Chosen(Send, input.SendConnectors,
            input.State?.SendConnectors.Select(c => (c.Identity, c.TlsCertificateName))))
        {
            if (Step(Send, connector, renewals[0]) is { } step)
            {
                yield return step;
            }
        }

        LookAtStartTls();
    }

    private IEnumerable<string> Chosen(string kind, IReadOnlyList<string>? asked,
        IEnumerable<(string Identity, Captured<string> Name)>? captured)
    {
        if (asked is not null)
        {
            return asked.Where(c => IsUsable(kind, c));
        }

        List<string> chosen = [];
        foreach ((string identity, Captured<string> name) in captured ?? [])
        {
            if (name is not { IsKnown: true, Value: { Length: > 0 } text })
            {
                continue;
            }

            if (old.IsNamedBy(text) && !TextSyntax.BreaksLine(identity))
            {
                chosen.Add(identity);
            }
            else if (old.Thumbprints.Count == 0)
            {
                findings.Add(RenewalFindings.ConnectorNotRetargeted(VisibleText.Short(identity)));
            }
        }

        return chosen;
    }

    private bool IsUsable(string kind, string connector)
    {
        if (connector.Trim().Length == 0 || TextSyntax.BreaksLine(connector))
        {
            faults.Add(new InputFault(FaultIds.TextHasControlCharacter, kind, connector,
                $"{kind} '{VisibleText.Short(connector)}' is empty, or contains a line break or control character."));
            return false;
        }

        return true;
    }

    private RenewalStep? ReceiveStep(string connector)
    {
        string server = connector.IndexOf('\\') is > 0 and int at ? connector.Substring(0, at) : string.Empty;
        if (renewals.FirstOrDefault(r => r.IsOn(server)) is { } renewal
            && plan.Servers.FirstOrDefault(s => string.Equals(s.Name, server, StringComparison.OrdinalIgnoreCase)) is { } planned)
        {
            if (planned.Version.Product >= ExchangeProduct.Exchange2013)
            {
                return Step(Receive, connector, renewal);
            }

            findings.Add(RenewalFindings.CertificateNameNotInVersion(VisibleText.Short(connector), planned.Version));
            return null;
        }

        faults.Add(new InputFault(FaultIds.ConnectorServerNotInPlan, Receive, connector,
            $"{Receive} '{VisibleText.Short(connector)}' is on no server of the plan that gets a certificate. Give it as SERVER\\Name."));
        return null;
    }

    private RenewalStep? Step(string noun, string connector, RenewalCertificate renewal)
    {
        if (renewal.Keeper.Version.Product < ExchangeProduct.Exchange2013)
        {
            findings.Add(RenewalFindings.CertificateNameNotInVersion(VisibleText.Short(connector), renewal.Keeper.Version));
            return null;
        }

        if (renewal.IsSelfSigned)
        {
            findings.Add(RenewalFindings.SelfSignedConnector(VisibleText.Short(connector)));
            return null;
        }

        if (!renewal.HasSmtp)
        {
            findings.Add(RenewalFindings.NotForSmtp(VisibleText.Short(connector)));
        }

        RenewalCommands commands = new(renewal.Keeper);
        return new RenewalStep
        {
            Kind = RenewalStepKind.Connector,
            Title = $"Lead the {(noun == Receive ? "receive" : "send")} connector {VisibleText.Short(connector)} to the new certificate.",
            Target = renewal.Keeper.Name,
            Shell = ShellGenerations.Of(renewal.Keeper.Version),
            Commands = [commands.Retarget("Set-" + noun, connector, renewal.Issued)],
            Expect = "It is <I>issuer<S>subject of the new certificate.",
            Checks = [commands.Named("Get-" + noun, connector)],
            Notes = noun == Send ? ["Every server that sends through it needs a certificate with this issuer and subject."] : [],
        };
    }

    /// <summary>A connector that offers STARTTLS today, or may, must do so when the old certificate is gone.</summary>
    private void LookAtStartTls()
    {
        if (input.State is not { } state || old.Thumbprints.Count == 0 || !state.Has(StateKind.Certificate))
        {
            return;
        }

        List<StoreCertificate> after = [.. old.Others, .. renewals.SelectMany(New)];
        Dictionary<string, TransportServer> servers = new(StringComparer.OrdinalIgnoreCase);
        foreach (TransportServer server in StartTlsState.Servers(state))
        {
            servers[server.Name] = server;
        }

        foreach (ReceiveConnector connector in StartTlsState.Connectors(state)
            .Where(c => c.TlsCertificateName is null && c.Server is not null))
        {
            TransportServer? server = servers.TryGetValue(connector.Server!, out TransportServer? known) ? known : null;
            StartTlsPrediction now = StartTlsPredictor.Predict(connector, server, old.Captured, plan.AsOf);
            StartTlsPrediction then = StartTlsPredictor.Predict(connector, server, after, plan.AsOf);
            if (now.StartTls is StartTlsOutcome.Offered or StartTlsOutcome.Unknown && then.StartTls == StartTlsOutcome.NotOffered)
            {
                findings.Add(RenewalFindings.StartTlsLost(connector.ToString(), then.SearchedFor!));
            }
        }
    }

    private IEnumerable<StoreCertificate> New(RenewalCertificate renewal) =>
        plan.Servers.Where(s => renewal.IsOn(s.Name)).Select(s => new StoreCertificate
    {
        Server = s.Name,
        Subject = "CN=" + renewal.Subject.CommonName,
        Names = renewal.Subject.Names,
        Services = ["SMTP"],
        IsSelfSigned = renewal.IsSelfSigned,
        HasPrivateKey = true,
        NotBefore = plan.AsOf,
        NotAfter = plan.AsOf.AddDays(1),
    });
}
