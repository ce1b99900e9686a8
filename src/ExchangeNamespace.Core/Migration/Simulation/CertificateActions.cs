using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What happens to certificates: which one a server shows from then on.</summary>
internal sealed class CertificateActions(Moment moment)
{
    private const string Web = "IIS";
    private const string Mail = "SMTP";
    private const string Rule = "S37";

    public IEnumerable<Trouble> Run(CertificateChange change) => change.Stage switch
    {
        CertificateStage.Order => Order(change),
        CertificateStage.Enable => Enable(change),
        CertificateStage.Remove => Remove(change),
        _ => throw ClosedSet.Outside(change.Stage),
    };

    private IEnumerable<Trouble> Order(CertificateChange change)
    {
        moment.Issued[change.Certificate] = change.Names;
        return [];
    }

    private IEnumerable<Trouble> Enable(CertificateChange change)
    {
        if (!moment.Issued.ContainsKey(change.Certificate) && (moment.ToOrder.Contains(change.Certificate) || !IsShown(change.Names)))
        {
            yield return Trouble.Error(SimulationFindingCodes.NotPossible, change.Certificate,
                $"the certificate {change.Certificate} is enabled before it was issued.", "Order it first.", Rule);
        }

        ShownCertificate shown = new(change.Certificate, change.Names, IsTrusted: true);
        foreach (string machine in change.Machines)
        {
            if (machine == PlannedCertificate.ReverseProxyMachine)
            {
                // It takes the place of those that its listeners had before.
                moment.Proxy.RemoveAll(p => p.Names.Any(n => CertificateNameMatcher.Covers(change.Names, n)));
                moment.Proxy.Add(shown);
            }
            else if (moment.Find(machine) is { IsInstalled: true } server)
            {
                server.Web = Shows(change, Web) ? shown : server.Web;
                server.Mail = Shows(change, Mail) ? shown : server.Mail;
            }
            else
            {
                yield return Trouble.Error(SimulationFindingCodes.NotPossible, machine,
                    $"the certificate {change.Certificate} is enabled on {machine}, which is not installed at that moment.",
                    "Put the step after the setup of the server.", Rule);
            }
        }
    }

    private IEnumerable<Trouble> Remove(CertificateChange change)
    {
        foreach (SimulatedServer server in change.Machines.Select(moment.Find).OfType<SimulatedServer>())
        {
            server.Web = IsIt(server.Web, change) ? ShownCertificate.None : server.Web;
            server.Mail = IsIt(server.Mail, change) ? ShownCertificate.None : server.Mail;
        }

        return [];
    }

    /// <summary>Without a list of services it is meant for both.</summary>
    private static bool Shows(CertificateChange change, string service) =>
        change.Services.Count == 0 || change.Services.Contains(service, StringComparer.OrdinalIgnoreCase);

    private bool IsShown(IReadOnlyList<string> names) => moment.Servers.Values.SelectMany(s => new[] { s.Web, s.Mail })
        .Concat(moment.Proxy).Any(c => c is { IsTrusted: true } && SameNames(c.Names, names));

    private static bool IsIt(ShownCertificate? shown, CertificateChange change) => shown is not null
        && (shown.Id is null ? SameNames(shown.Names, change.Names) : shown.Id == change.Certificate);

    private static bool SameNames(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        new HashSet<string>(one, StringComparer.OrdinalIgnoreCase).SetEquals(other);
}
