using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What one line of the Exchange Management Shell does to the organisation, by its cmdlet and its parameters.</summary>
internal sealed class LineInterpreter(Moment moment)
{
    private const string Rule = "1E";

    /// <summary>The services that have a virtual directory, by the cmdlet that sets it.</summary>
    private static readonly IReadOnlyDictionary<string, ClientService> Directories = ServiceCatalog.Default.Dialects
        .Where(d => d.Service is not (ClientService.Autodiscover or ClientService.OutlookAnywhere))
        .GroupBy(d => d.Cmdlet, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Service, StringComparer.OrdinalIgnoreCase);

    /// <summary>Cmdlets that change a server or the organisation, but nothing by which a client finds or trusts a server.</summary>
    private static readonly HashSet<string> WithoutNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Enable-ExchangeCertificate", "Import-ExchangeCertificate", "New-ExchangeCertificate", "Export-ExchangeCertificate",
        "Set-ImapSettings", "Set-PopSettings", "Set-TransportService", "Set-TransportServer", "Set-MailboxServer",
        "Set-ServerComponentState", "Update-OfflineAddressBook", "New-MoveRequest", "New-MigrationBatch", "Add-ADPermission",
        "Redirect-Message", "Set-ADServerSettings", "Set-OfflineAddressBook", "Move-OfflineAddressBook", "Remove-OfflineAddressBook",
    };

    private static readonly string[] Readers = ["Get-", "Test-", "Measure-", "Export-"];

    /// <summary>Runs a line.</summary>
    /// <returns>What is wrong with running it now; null for nothing.</returns>
    public Trouble? Run(ExchangeCommand command, out bool isKnown)
    {
        isKnown = true;
        string name = command.Name;
        if (Directories.TryGetValue(name, out ClientService service))
        {
            return OnServer(command, s => SetDirectory(s, service, command));
        }

        switch (name.ToUpperInvariant())
        {
            case "SET-CLIENTACCESSSERVER" or "SET-CLIENTACCESSSERVICE":
                return OnServer(command, s => SetConnectionPoint(s, command));
            case "SET-OUTLOOKANYWHERE" or "ENABLE-OUTLOOKANYWHERE":
                return OnServer(command, s => SetOutlookAnywhere(s, command));
            case "DISABLE-OUTLOOKANYWHERE":
                return OnServer(command, s => s.OutlookAnywhereEnabled = false);
            case "SET-ORGANIZATIONCONFIG":
                moment.MapiOverHttp = Flag(command, "MapiHttpEnabled", moment.MapiOverHttp);
                moment.DownloadDomains = Flag(command, "EnableDownloadDomains", moment.DownloadDomains);
                return null;
            case "SET-OUTLOOKPROVIDER":
                SetProvider(command);
                return null;
            case "NEW-SENDCONNECTOR" or "SET-SENDCONNECTOR":
                return SetSender(command);
            case "REMOVE-SENDCONNECTOR":
                moment.Senders.Remove(Identity(command));
                return null;
            case "NEW-RECEIVECONNECTOR":
                return OnServer(command, s => InitialMoment.AddReceiver(moment, Value(command, "Name") ?? string.Empty, s.Name), "Server");
            case "SET-RECEIVECONNECTOR":
                return OnServer(command, _ => { });
            case "REMOVE-RECEIVECONNECTOR":
                return OnServer(command, s => RemoveReceiver(s, command));
            case "SET-MAILBOXDATABASE":
                return PinBook(command, null);
            case "REMOVE-CLIENTACCESSARRAY":
                moment.Arrays.Clear();
                return null;
            case "GET-MAILBOXDATABASE" when command.PipeTo is { } piped:
                return PinBook(Last(piped), Value(command, "Server"));
            default:
                isKnown = WithoutNames.Contains(name) || Readers.Any(r => name.StartsWith(r, StringComparison.OrdinalIgnoreCase));
                return null;
        }
    }

    private static ExchangeCommand Last(ExchangeCommand command)
    {
        while (command.PipeTo is { } next)
        {
            command = next;
        }

        return command;
    }

    private Trouble? OnServer(ExchangeCommand command, Action<SimulatedServer> change, string parameter = "Identity")
    {
        string identity = Value(command, parameter) ?? (parameter == "Server" ? string.Empty : Value(command, "Server") ?? string.Empty);
        int slash = identity.IndexOf('\\');
        string name = HostText.FirstLabel(slash < 0 ? identity : identity.Substring(0, slash));
        if (moment.Find(name) is not { IsInstalled: true } server)
        {
            return Trouble.Error(SimulationFindingCodes.NotPossible, name,
                $"the line is for {(name.Length == 0 ? "a server" : name)}, which is not installed at that moment: {command.Line}",
                "Put the line between the setup and the removal of the server.", Rule);
        }

        change(server);
        return null;
    }

    private static void SetDirectory(SimulatedServer server, ClientService service, ExchangeCommand command)
    {
        if (Value(command, "Identity") is { } identity && identity.IndexOf('(') >= 0
            && identity.IndexOf("(Default Web Site)", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return;
        }

        server.Urls.TryGetValue(service, out SimulatedUrls urls);
        server.Urls[service] = new SimulatedUrls(Text(command, "InternalUrl", urls.Internal), Text(command, "ExternalUrl", urls.External));
        if (service == ClientService.OWA)
        {
            server.Downloads = new SimulatedUrls(
                Text(command, "InternalDownloadHostName", server.Downloads.Internal),
                Text(command, "ExternalDownloadHostName", server.Downloads.External));
        }
    }

    private static void SetConnectionPoint(SimulatedServer server, ExchangeCommand command)
    {
        server.ConnectionPoint = Text(command, "AutoDiscoverServiceInternalUri", server.ConnectionPoint);
        server.Scope = Items(command, "AutoDiscoverSiteScope", server.Scope);
    }

    private static void SetOutlookAnywhere(SimulatedServer server, ExchangeCommand command)
    {
        server.Urls.TryGetValue(ClientService.OutlookAnywhere, out SimulatedUrls urls);
        server.Urls[ClientService.OutlookAnywhere] = new SimulatedUrls(
            Text(command, "InternalHostname", urls.Internal), Text(command, "ExternalHostname", urls.External));
        server.RpcMethods = Items(command, "IISAuthenticationMethods", server.RpcMethods);
        server.OutlookAnywhereEnabled = true;
    }

    private void SetProvider(ExchangeCommand command)
    {
        Captured<string> name = Text(command, "CertPrincipalName", moment.PrincipalName);
        if (Identity(command).EndsWith("EXPR", StringComparison.OrdinalIgnoreCase))
        {
            moment.PrincipalName = !name.IsKnown || string.Equals(name.Value, "none", StringComparison.OrdinalIgnoreCase)
                ? Captured.Null<string>() : Captured.Known(InitialMoment.Principal(name.Value!));
        }
    }

    private Trouble? SetSender(ExchangeCommand command)
    {
        string name = Value(command, "Name") ?? Identity(command);
        moment.Senders.TryGetValue(name, out SimulatedSender? sender);
        IReadOnlyList<string>? servers = Find(command, "SourceTransportServers") ?? sender?.Servers;
        moment.Senders[name] = new SimulatedSender(Text(command, "Fqdn", sender?.Host ?? default), servers);
        string? missing = servers?.FirstOrDefault(s => moment.Find(HostText.FirstLabel(s)) is not { IsInstalled: true });
        return missing is null || moment.Find(HostText.FirstLabel(missing)) is null && sender?.Servers?.Contains(missing) == true ? null
            : Trouble.Error(SimulationFindingCodes.NotPossible, name,
                $"the connector gets {missing} as a source, which is not installed at that moment.",
                "Name servers that are installed.", "S46");
    }

    private void RemoveReceiver(SimulatedServer server, ExchangeCommand command)
    {
        string identity = Identity(command);
        if (moment.Receivers.TryGetValue(identity.Substring(identity.IndexOf('\\') + 1), out HashSet<string>? servers))
        {
            servers.Remove(server.Name);
        }
    }

    /// <summary>A database that was given its book before keeps it, and so does one of the newest version.</summary>
    private Trouble? PinBook(ExchangeCommand command, string? server) => !command.Parameters.Any(
            p => string.Equals(p.Name, "OfflineAddressBook", StringComparison.OrdinalIgnoreCase))
        || !moment.HasPinnedBook.Add(server ?? Identity(command))
        || !moment.HasNewDefaultBook
        || (server is not null && moment.Find(server) is { } of
            && moment.Servers.Values.All(s => !s.IsInstalled || s.Product <= of.Product))
            ? null
        : Trouble.Error(SimulationFindingCodes.NotPossible, Identity(command),
            "the database gets its offline address book by name after setup of a new version made a new default one, so every Outlook has "
                + "downloaded the new one in full.",
            "Name the book of each database before the first server of the new version is installed.", "S16");

    private static string Identity(ExchangeCommand command) => Value(command, "Identity") ?? Value(command, "Name") ?? string.Empty;

    private static IReadOnlyList<string>? Find(ExchangeCommand command, string parameter) => command.Parameters
        .FirstOrDefault(p => string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase))?.Value.Texts;

    private static string? Value(ExchangeCommand command, string parameter) =>
        Find(command, parameter) is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>The new value; the one of before where the line does not set it, and unknown where only the run tells it.</summary>
    private static Captured<string> Text(ExchangeCommand command, string parameter, Captured<string> before)
    {
        CommandParameter? given = command.Parameters.FirstOrDefault(
            p => string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase));
        return given is null ? before
            : given.Value.Texts is not { } texts ? default
            : texts is [{ Length: > 0 } text, ..] ? Captured.Known(text)
            : Captured.Null<string>();
    }

    private static Captured<IReadOnlyList<string>> Items(ExchangeCommand command, string parameter,
        Captured<IReadOnlyList<string>> before) => Find(command, parameter) is { } texts ? Captured.Known(texts) : before;

    private static Captured<bool> Flag(ExchangeCommand command, string parameter, Captured<bool> before) =>
        Value(command, parameter) is { } text ? Captured.Known(string.Equals(text, bool.TrueString, StringComparison.OrdinalIgnoreCase))
            : before;
}
