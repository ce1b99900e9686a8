using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Steps E and H: one certificate for old servers, new ones and the proxy, ordered early and enabled before names and pools.
/// </summary>
internal static class CertificateSteps
{
    public static void Order(HopContext context)
    {
        foreach (CertificateOrder order in CertificateOrders.Of(context.Hop))
        {
            StepDraft? step = order.IsSelfSigned ? null : Order(context, order);
            foreach (PlannedServer server in order.NewServers.Concat(order.OldServers))
            {
                context.Orders[server.Name] = (step ?? context.Capture, order);
            }

            foreach (PlannedServer server in order.OldServers)
            {
                context.Certificates[server.Name] = Enable(context, order, server, [step ?? context.Capture], MigrationPhase.Certificate);
            }

            if (order.OnProxy)
            {
                context.ProxyCertificates.Add(Proxy(context, order, [step ?? context.Capture]));
            }
        }
    }

    /// <summary>The step after which a server that was installed shows its certificate; null where none is ordered for it.</summary>
    public static StepDraft? Enable(HopContext context, PlannedServer server)
    {
        if (!context.Orders.TryGetValue(server.Name, out (StepDraft Step, CertificateOrder Order) ordered))
        {
            return null;
        }

        StepDraft[] needs = [context.Installed[server.Name], ordered.Step];
        return context.Certificates[server.Name] = Enable(context, ordered.Order, server, needs, MigrationPhase.NewCertificate);
    }

    private static StepDraft Order(HopContext context, CertificateOrder order)
    {
        IReadOnlyList<string> machines = [
            .. order.OldServers.Concat(order.NewServers).Select(s => s.Name), .. order.OnProxy ? [PlannedCertificate.ReverseProxyMachine]
                : Array.Empty<string>()];
        CertificateCommands commands = Commands(order, order.Keeper);
        return context.Add(new StepDraft
        {
            Id = context.Id("certificate-order", order.Host),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Certificate,
            Title = $"Order the certificate {order.Host} with {order.Subject.Names.Count} name(s)",
            Place = MigrationPlace.CertificateAuthority,
            Shell = order.Keeper.Version,
            Servers = [order.Keeper.Name],
            Actions =
            [
                new CertificateChange
                {
                    Stage = CertificateStage.Order,
                    Certificate = order.Name,
                    Names = order.Subject.Names,
                    Machines = machines,
                    Services = [.. order.Services.Select(s => s.ToString())],
                    Lines = [commands.Request(order.Request, exportable: true)],
                },
                HopContext.Work($"Have {order.Request} signed, and save what comes back as {order.Issued} on "
                    + $"{order.Keeper.Name}."),
                new ExchangeLine { Command = commands.Complete(order.Issued) },
                new ExchangeLine { Command = new RenewalCommands(order.Keeper).Export(order.Issued, order.KeyFile) },
            ],
            Before =
            [
                new MigrationCheck("A new certificate is needed: where the present one has every name, lasts past the end of the "
                    + "coexistence and its key can be exported, export that one instead of a new request.",
                    $"Test-NamespaceCertificate -Certificate $state -HostName {string.Join(", ", Hosts(order).Take(3))}",
                    "Failed for a name, or too few days left"),
            ],
            After =
            [
                new MigrationCheck("It has every name, and it lasts past the end of the coexistence.",
                    $"Test-NamespaceCertificate -LiteralPath {PowerShellLiteral.Quote(order.Issued.Text, LiteralForm.DoubleQuoted)} -Plan "
                        + "$target",
                    "Passed"),
            ],
            TakeBackNote = "Nothing shows it yet. Remove the pending request where it was not completed.",
            Wait = new MigrationWait(TimeSpan.FromDays(2), "The authority validates the names before it signs.", MigrationSources.Knowledge,
                MigrationCertainty.Unverified),
            Needs = [context.Capture],
            Rule = "S35",
            Source = MigrationSources.Certificates,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static StepDraft Enable(HopContext context, CertificateOrder order, PlannedServer server, IReadOnlyList<StepDraft> needs,
        MigrationPhase phase)
    {
        bool isNew = phase == MigrationPhase.NewCertificate;
        IReadOnlyList<CertificateService> services = [.. order.Services.Where(CertificateServices.Of(server.Version).Contains)];
        bool hasKey = server.Name == order.Keeper.Name;
        IReadOnlyList<ExchangeCommand> lines = order.IsSelfSigned ? [Commands(order, server).SelfSigned(false, services)]
            : hasKey ? [new RenewalCommands(server).Enable(order.Issued, services, CertificateCommands.Caution(services))]
            : [.. new RenewalCommands(server).Spread(order.Issued, order.KeyFile, server, services, CertificateCommands.Caution(services))];
        string host = server.Fqdn?.Value ?? server.Name;
        return context.Add(new StepDraft
        {
            Id = context.Id("certificate", server.Name),
            Hop = context.Hop.Number,
            Phase = phase,
            Title = $"Enable the certificate on {server.Name} for {CertificateServices.Describe(services)}",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.Version,
            Servers = [server.Name],
            Actions =
            [
                new CertificateChange
                {
                    Stage = CertificateStage.Enable,
                    Certificate = order.Name,
                    Names = order.Subject.Names,
                    Machines = [server.Name],
                    Services = [.. services.Select(s => s.ToString())],
                    Lines = lines,
                },
            ],
            Before = order.IsSelfSigned || hasKey ? []
                : [new MigrationCheck($"{order.KeyFile} and {order.Issued} are on {server.Name}, at the same paths.", null, "both files")],
            After =
            [
                new MigrationCheck($"{server.Name} shows it for each name.",
                    $"Test-NamespaceCertificate -Endpoint {host}:443 -ServerName {order.Host} -Plan $target", "Passed"),
                .. order.IsSelfSigned || hasKey ? []
                    : new[] { new MigrationCheck("No copy of the key is left behind.", null, $"{order.KeyFile} is deleted on "
                        + $"{server.Name}") },
            ],
            Effects = isNew ? []
                : [new ClientEffect("Outlook on the web on " + server.Name, "Users may have to sign in again: the session belongs to the "
                    + "certificate.")],
            TakeBack = [HopContext.Work($"Enable the certificate of before on {server.Name}, by its thumbprint"
                + Thumbprint(context, server) + ", for the same services.")],
            TakeBackNote = "The certificate of before stays on the server until the end.",
            Needs = needs,
            Rule = "S35",
            Source = MigrationSources.Certificates,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static string Thumbprint(HopContext context, PlannedServer server) => context.Input.State?.Certificates
        .FirstOrDefault(c => string.Equals(c.Server.Value, server.Name, StringComparison.OrdinalIgnoreCase)
            && c.Services.Value?.Contains("IIS", StringComparer.OrdinalIgnoreCase) == true)?.Thumbprint.Value is { } found
        ? " " + found : string.Empty;

    private static StepDraft Proxy(HopContext context, CertificateOrder order, IReadOnlyList<StepDraft> needs) => context.Add(new StepDraft
    {
        Id = context.Id("certificate-proxy", order.Host),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.Certificate,
        Title = $"Give the reverse proxy the certificate {order.Host}",
        Place = MigrationPlace.LoadBalancer,
        Actions =
        [
            new CertificateChange
            {
                Stage = CertificateStage.Enable,
                Certificate = order.Name,
                Names = order.Subject.Names,
                Machines = [PlannedCertificate.ReverseProxyMachine],
            },
            HopContext.Work($"Import {order.KeyFile} on the proxy and bind it to the listeners of the published names."),
        ],
        After =
        [
            new MigrationCheck("The proxy shows it outside.",
                $"Test-NamespaceCertificate -Endpoint {order.Host}:443 -Plan $target -InstalledOn ReverseProxy", "Passed"),
        ],
        TakeBack = [HopContext.Work("Bind the certificate of before to the listeners again.")],
        TakeBackNote = "The certificate of before stays on the proxy until the end.",
        Needs = needs,
        Rule = order.OnProxy ? "S25" : "S27",
        Source = MigrationSources.Certificates,
        Certainty = MigrationCertainty.Documented,
    });

    /// <summary>The names that are hosts: a wildcard is no host that a certificate could be asked for.</summary>
    private static IEnumerable<string> Hosts(CertificateOrder order) =>
        order.Subject.Names.Where(n => n[0] != '*').DefaultIfEmpty(order.Host);

    private static CertificateCommands Commands(CertificateOrder order, PlannedServer server) =>
        new(server, order.Subject, CertificateOrders.Options);
}
