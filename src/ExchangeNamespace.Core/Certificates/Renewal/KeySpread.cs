using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The way of a certificate with its private key from the server that requested it to the other machines.</summary>
/// <param name="keeper">The server that keeps the private key.</param>
/// <param name="issued">The issued certificate on it.</param>
/// <param name="servicesOf">What each server enables it for.</param>
internal sealed class KeySpread(PlannedServer keeper, WindowsFilePath issued, Func<PlannedServer,
    IReadOnlyList<CertificateService>> servicesOf)
{
    private readonly WindowsFilePath _keyFile = issued.WithExtension(".pfx");
    private readonly RenewalCommands _commands = new(keeper);

    /// <summary>The file with certificate and key.</summary>
    public WindowsFilePath KeyFile => _keyFile;

    /// <summary>Writes the file, for the machines named.</summary>
    public RenewalStep Export(IReadOnlyList<string> machines) => new()
    {
        Kind = RenewalStepKind.Export,
        Title = $"Write the certificate with its private key to {_keyFile}, for {NameList.Describe(machines)}.",
        Target = keeper.Name,
        Shell = ShellGenerations.Of(keeper.Version),
        Commands = [_commands.Export(issued, _keyFile)],
        Expect = $"{_keyFile} is there. It holds the private key: delete every copy at the end.",
    };

    /// <summary>Imports and enables it on each of the other servers.</summary>
    public IEnumerable<RenewalStep> Steps(IEnumerable<PlannedServer> others) =>
        others.GroupBy(s => ShellGenerations.Of(s.Version)).SelectMany(g => g.Select(s => Spread(s, g.First())));

    /// <summary>Gives it to the reverse proxy, by hand.</summary>
    public RenewalStep Proxy(string? title = null) => new()
    {
        Kind = RenewalStepKind.Proxy,
        Title = title ?? $"Import {_keyFile} and bind it to the listeners.",
        Target = PlannedCertificate.ReverseProxyMachine,
        Shell = ShellGenerations.Of(keeper.Version),
        Expect = "The proxy presents the new certificate outside, and trusts the one that the servers present.",
    };

    private RenewalStep Spread(PlannedServer server, PlannedServer first)
    {
        RenewalCommands here = new(first);
        bool local = !here.CanReachOthers;
        PlannedServer runner = local ? server : first;
        RenewalCommands commands = ShellGenerations.Of(keeper.Version) == ShellGenerations.Of(server.Version) && !local ? _commands
            : new RenewalCommands(runner);
        PlannedServer target = ReferenceEquals(commands, _commands) ? keeper : runner;
        IReadOnlyList<CertificateService> services = servicesOf(server);
        List<string> notes = [];
        if (target.Name != keeper.Name)
        {
            notes.Add($"Copy {_keyFile} and {issued} from {keeper.Name} to {target.Name}, to the same paths, and run the lines there.");
        }

        if (services.Contains(CertificateService.IIS))
        {
            notes.Add($"Then run iisreset -noforce on {server.Name}.");
        }

        return new RenewalStep
        {
            Kind = RenewalStepKind.Spread,
            Title = $"Import the certificate with its key on {server.Name} and enable it for {CertificateServices.Describe(services)}.",
            Target = target.Name,
            Shell = ShellGenerations.Of(target.Version),
            Commands = [.. commands.Spread(issued, _keyFile, server, services, CertificateCommands.Caution(services))],
            Expect = $"It shows {CertificateServices.Describe(services)} on {server.Name}.",
            Checks = [commands.Get(issued, server)],
            Notes = notes,
        };
    }
}
