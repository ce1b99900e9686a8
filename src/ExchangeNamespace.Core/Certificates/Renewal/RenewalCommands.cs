using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The lines of a renewal on one server, in the dialect of its version (exchange-cmdlets.md 1.5 to 1.8).</summary>
internal sealed class RenewalCommands(PlannedServer server)
{
    private const string Password = "Password of the file with the private key";

    private readonly bool _is2007 = server.Version.Product == ExchangeProduct.Exchange2007;

    /// <summary>Whether the shell reaches another server: 2007 works on its own certificates only.</summary>
    public bool CanReachOthers => !_is2007;

    /// <summary>Shows the certificate of a file on a server.</summary>
    public ExchangeCommand Get(WindowsFilePath certificate, PlannedServer of) =>
        Command("Get-ExchangeCertificate", "Shows the certificate with its services.", [.. Thumbprint(certificate), .. On(of)]);

    public ExchangeCommand Get(string thumbprint, PlannedServer of) =>
        Command("Get-ExchangeCertificate", "Shows the certificate with its services.", [Thumbprint(thumbprint), .. On(of)]);

    /// <summary>Writes certificate and key to a file, in one statement that leaves no file when it fails.</summary>
    public ExchangeCommand Export(WindowsFilePath certificate, WindowsFilePath keyFile)
    {
        List<CommandParameter> parameters = [.. Thumbprint(certificate), new("BinaryEncoded", CommandValue.Switch)];
        if (_is2007)
        {
            parameters.Add(new CommandParameter("Path", CommandValue.Text(keyFile.Text, LiteralForm.DoubleQuoted)));
        }

        parameters.Add(new CommandParameter("Password", CommandValue.Prompt(Password)));
        return new ExchangeCommand("Export-ExchangeCertificate", parameters)
        {
            Phase = CommandPhase.Certificate,
            Target = server.Name,
            Version = server.Version,
            Reason = $"Writes the certificate with its private key to {keyFile}.",
            OutputFile = _is2007 ? null : keyFile.Text,
            OutputMember = _is2007 ? null : "FileData",
        };
    }

    /// <summary>Imports certificate and key; 2007 enables in the same line, because it cannot name a server.</summary>
    public IEnumerable<ExchangeCommand> Spread(WindowsFilePath certificate, WindowsFilePath keyFile, PlannedServer to,
        IReadOnlyList<CertificateService> services, string? caution)
    {
        CommandParameter file = _is2007
            ? new("Path", CommandValue.Text(keyFile.Text, LiteralForm.DoubleQuoted))
            : new("FileData", CommandValue.FileBytes(keyFile.Text));
        CommandParameter password = new("Password", CommandValue.Prompt(Password));
        CommandParameter enabled = CertificateCommands.Services(services);
        if (_is2007)
        {
            yield return Command("Import-ExchangeCertificate", "Imports the certificate with its key and enables it.", [file, password],
                caution, Command("Enable-ExchangeCertificate", "Enables it.", [enabled]));
            yield break;
        }

        yield return Command("Import-ExchangeCertificate", $"Imports the certificate with its key on {to.Name}.",
            [file, password, .. On(to)]);
        yield return Command("Enable-ExchangeCertificate", $"Enables it on {to.Name}.", [.. Thumbprint(certificate), enabled, .. On(to)],
            caution);
    }

    /// <summary>Enables the certificate of a file that the server has with its key.</summary>
    public ExchangeCommand Enable(WindowsFilePath certificate, IReadOnlyList<CertificateService> services, string? caution) => Command(
        "Enable-ExchangeCertificate", "Enables it.", [.. Thumbprint(certificate), CertificateCommands.Services(services)], caution);

    /// <summary>Leads a connector to the certificate of a file.</summary>
    public ExchangeCommand Retarget(string cmdlet, string connector, WindowsFilePath certificate) => Command(
        cmdlet, "The connector names the new certificate by issuer and subject.",
        [new("Identity", CommandValue.Text(connector, LiteralForm.DoubleQuoted)),
            new("TlsCertificateName", CommandValue.IssuerAndSubject(certificate.Text))], phase: CommandPhase.Connector);

    /// <summary>Shows what a connector names.</summary>
    public ExchangeCommand Named(string cmdlet, string connector) => Show(cmdlet, connector, "TlsCertificateName", CommandPhase.Connector);

    /// <summary>Shows the principal name of a provider.</summary>
    public ExchangeCommand PrincipalName(string provider) =>
        Show("Get-OutlookProvider", provider, "CertPrincipalName", CommandPhase.Organization);

    public ExchangeCommand SetPrincipalName(OutlookProviderSetting setting) => Command(
        "Set-OutlookProvider", setting.Reason,
        [new("Identity", CommandValue.Text(setting.Provider, LiteralForm.Bare)),
            new("CertPrincipalName", CommandValue.Text(setting.CertPrincipalName, LiteralForm.DoubleQuoted))],
                phase: CommandPhase.Organization);

    public ExchangeCommand Remove(string thumbprint, PlannedServer of) =>
        Command("Remove-ExchangeCertificate", "Removes the old certificate.", [Thumbprint(thumbprint), .. On(of)], byHand: true);

    private ExchangeCommand Show(string cmdlet, string identity, string member, CommandPhase phase) =>
        new(cmdlet, [new("Identity", CommandValue.Text(identity, LiteralForm.DoubleQuoted))])
        {
            Phase = phase,
            Target = server.Name,
            Version = server.Version,
            Reason = $"Shows {member}.",
            OutputMember = member,
        };

    private static IEnumerable<CommandParameter> Thumbprint(WindowsFilePath certificate)
    {
        yield return new CommandParameter("Thumbprint", CommandValue.Thumbprint(certificate.Text));
    }

    private static CommandParameter Thumbprint(string thumbprint) =>
        new("Thumbprint", CommandValue.Text(thumbprint, LiteralForm.SingleQuoted));

    private IEnumerable<CommandParameter> On(PlannedServer other)
    {
        if (!_is2007 && other.Name != server.Name)
        {
            yield return new CommandParameter("Server", CommandValue.Text(other.Name, LiteralForm.Bare));
        }
    }

    private ExchangeCommand Command(string name, string reason, IReadOnlyList<CommandParameter> parameters, string? caution = null,
        ExchangeCommand? pipeTo = null, CommandPhase phase = CommandPhase.Certificate, bool byHand = false) =>
        new(name, parameters)
        {
            Phase = phase,
            Target = server.Name,
            Version = server.Version,
            Reason = reason,
            Caution = caution,
            PipeTo = pipeTo,
            IsByHand = byHand,
        };
}
