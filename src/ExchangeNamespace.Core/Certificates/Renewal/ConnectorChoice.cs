using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>
/// Which connectors are led to the new certificates: those that were named, or those that are captured with issuer and subject of an old
/// one.
/// </summary>
internal sealed class ConnectorChoice(
    NamespacePlan plan, RenewalInput input, OldCertificates old, ICollection<Finding> findings, ICollection<InputFault> faults)
{
    public const string ReceiveConnector = "ReceiveConnector";
    public const string SendConnector = "SendConnector";

    /// <summary>The receive connectors with their servers, whose versions name the certificate of a connector.</summary>
    /// <param name="isCarried">Whether a server gets a new certificate.</param>
    public IEnumerable<(string Connector, PlannedServer Server)> Receive(Func<string, bool> isCarried) => Chosen(ReceiveConnector,
            input.ReceiveConnectors, input.State?.ReceiveConnectors.Select(c => (c.Identity, c.TlsCertificateName)))
        .Select(c => (Connector: c, Server: ServerOf(c, isCarried)))
        .Where(c => c.Server is not null)
        .Select(c => (c.Connector, c.Server!));

    /// <summary>The send connectors.</summary>
    public IEnumerable<string> Send() => Chosen(SendConnector, input.SendConnectors,
        input.State?.SendConnectors.Select(c => (c.Identity, c.TlsCertificateName)));

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

    private PlannedServer? ServerOf(string connector, Func<string, bool> isCarried)
    {
        string server = connector.IndexOf('\\') is > 0 and int at ? connector.Substring(0, at) : string.Empty;
        if (isCarried(server)
            && plan.Servers.FirstOrDefault(s => string.Equals(s.Name, server, StringComparison.OrdinalIgnoreCase)) is { } planned)
        {
            if (planned.Version.Product >= ExchangeProduct.Exchange2013)
            {
                return planned;
            }

            findings.Add(RenewalFindings.CertificateNameNotInVersion(VisibleText.Short(connector), planned.Version));
            return null;
        }

        faults.Add(new InputFault(FaultIds.ConnectorServerNotInPlan, ReceiveConnector, connector,
            $"{ReceiveConnector} '{VisibleText.Short(connector)}' is on no server of the plan that gets a certificate. Give it as "
                + "SERVER\\Name."));
        return null;
    }
}
