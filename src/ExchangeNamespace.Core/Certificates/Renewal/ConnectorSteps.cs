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

/// <summary>The steps that lead connectors to the new certificates, and what that does to STARTTLS.</summary>
internal sealed class ConnectorSteps(
    NamespacePlan plan, RenewalInput input, OldCertificates old, IReadOnlyList<RenewalCertificate> renewals, ICollection<Finding> findings,
    ICollection<InputFault> faults)
{
    private const string Receive = ConnectorChoice.ReceiveConnector;
    private const string Send = ConnectorChoice.SendConnector;

    public IEnumerable<RenewalStep> Steps()
    {
        ConnectorChoice choice = new(plan, input, old, findings, faults);
        foreach ((string connector, PlannedServer server) in choice.Receive(s => renewals.Any(r => r.IsOn(s))))
        {
            if (Step(Receive, connector, renewals.First(r => r.IsOn(server.Name))) is { } step)
            {
                yield return step;
            }
        }

        foreach (string connector in choice.Send())
        {
            if (Step(Send, connector, renewals[0]) is { } step)
            {
                yield return step;
            }
        }

        LookAtStartTls();
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
