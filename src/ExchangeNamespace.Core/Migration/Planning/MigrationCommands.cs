using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The lines of Exchange that a migration has beside those of plan and certificate.</summary>
internal static class MigrationCommands
{
    /// <summary>Sets the service connection point of a server, or clears it.</summary>
    public static ExchangeCommand ConnectionPoint(PlannedServer server, string? uri, string reason, ExchangeCommand? undo = null)
    {
        ServiceDialect dialect = ServiceCatalog.Default.Find(ClientService.Autodiscover, server.Version)!;
        return ServiceLine.Create(new LineFrame(dialect, [ServiceLine.Url(dialect, dialect.InternalParameter!, uri)]), server.Name,
            server.Version, reason, undo);
    }

    /// <summary>Gives the databases of a server, that have no offline address book of their own, the default one by name.</summary>
    public static ExchangeCommand PinAddressBook(PlannedServer server) => Command("Get-MailboxDatabase", server.Version, server.Name,
        CommandPhase.Organization, "A database without an offline address book takes the new default one, and every client downloads it.",
        Pipe("Where-Object", server, Pipe("Set-MailboxDatabase", server, null,
                new CommandParameter("OfflineAddressBook", CommandValue.MemberOf(DefaultAddressBook(server).Line, "Name"))),
            new CommandParameter("FilterScript", CommandValue.WhereMissing("OfflineAddressBook"))),
        new CommandParameter("Server", Bare(server.Name)));

    /// <summary>
    /// Copies a receive connector of an old server to a new one; what the capture does not hold is read when the line runs.
    /// </summary>
    public static ExchangeCommand CopyRelay(string name, string identity, PlannedServer target, IReadOnlyList<string> bindings,
        IReadOnlyList<string> groups, IReadOnlyList<string> mechanisms)
    {
        ConnectorDialect dialect = ConnectorDialect.Of(target.Version);
        List<CommandParameter> parameters =
        [
            new("Name", Quoted(name)),
            new("Server", Bare(target.Name)),
            new("Custom", CommandValue.Switch),
            new("Bindings", CommandValue.List(bindings, LiteralForm.DoubleQuoted)),
            new("RemoteIPRanges", CommandValue.MemberOf(Command("Get-ReceiveConnector", target.Version, target.Name,
                CommandPhase.Connector, "Reads the ranges.", null, new CommandParameter("Identity", Quoted(identity))).Line,
                    "RemoteIPRanges")),
        ];
        if (dialect.TransportRole is { } role)
        {
            parameters.Insert(2, new CommandParameter("TransportRole", Bare(role)));
        }

        if (groups.Count > 0)
        {
            parameters.Add(new CommandParameter("PermissionGroups", CommandValue.List(groups, LiteralForm.Bare)));
        }

        if (mechanisms.Count > 0)
        {
            parameters.Add(new CommandParameter("AuthMechanism", CommandValue.List(mechanisms, LiteralForm.Bare)));
        }

        return Command("New-ReceiveConnector", target.Version, target.Name, CommandPhase.Connector,
            "Devices and applications relay through this connector.", null, [.. parameters]);
    }

    /// <summary>Gives anonymous senders the right to relay, which the connector object itself does not show.</summary>
    public static ExchangeCommand RelayRight(string name, PlannedServer target) => Command("Get-ReceiveConnector", target.Version,
        target.Name, CommandPhase.Connector, "Anonymous relay needs a right in Active Directory beside the connector.",
        Pipe("Add-ADPermission", target, null,
            new CommandParameter("User", CommandValue.Text(@"NT AUTHORITY\ANONYMOUS LOGON", LiteralForm.DoubleQuoted)),
            new CommandParameter("ExtendedRights", CommandValue.Text("Ms-Exch-SMTP-Accept-Any-Recipient", LiteralForm.DoubleQuoted))),
        new CommandParameter("Identity", Quoted(target.Name + "\\" + name)));

    /// <summary>Sets the servers that send through a connector: always the whole list.</summary>
    public static ExchangeCommand SourceServers(string connector, IReadOnlyList<string> servers, ExchangeVersion shell, string reason,
        ExchangeCommand? undo = null) => Command("Set-SendConnector", shell, string.Empty, CommandPhase.Connector, reason, null,
        [
            new("Identity", Quoted(connector)),
            new("SourceTransportServers", CommandValue.List(servers, LiteralForm.Bare)),
        ], undo);

    /// <summary>Switches MAPI over HTTP of the organisation.</summary>
    public static ExchangeCommand MapiHttp(bool on, ExchangeVersion shell, string reason) => Command("Set-OrganizationConfig", shell,
        string.Empty, CommandPhase.Organization, reason, null, new CommandParameter("MapiHttpEnabled", CommandValue.Boolean(on)));

    /// <summary>Lets IMAP clients of 2010 mailboxes log on through a newer server.</summary>
    public static ExchangeCommand ImapWithoutNtlm(PlannedServer server) => Command("Set-ImapSettings", server.Version, server.Name,
        CommandPhase.Organization, "IMAP logons to mailboxes on 2010 fail while this is on.", null,
        new CommandParameter("Server", Bare(server.Name)), new CommandParameter("EnableGSSAPIAndNTLMAuth", CommandValue.Boolean(false)));

    /// <summary>Takes all components of a server out of service, or brings them back.</summary>
    public static ExchangeCommand Component(PlannedServer server, string component, string state) => Command("Set-ServerComponentState",
        server.Version, server.Name, CommandPhase.Organization, "Maintenance mode, so that nothing is sent to the server.", null,
        new CommandParameter("Identity", Bare(server.Name)), new CommandParameter("Component", Bare(component)),
        new CommandParameter("State", Bare(state)), new CommandParameter("Requester", Bare("Maintenance")));

    /// <summary>Sends waiting mail to another server.</summary>
    public static ExchangeCommand Redirect(PlannedServer server, string target) => Command("Redirect-Message", server.Version, server.Name,
        CommandPhase.Organization, "Mail that waits on the server leaves it.", null,
        new CommandParameter("Server", Bare(server.Name)), new CommandParameter("Target", Bare(target)));

    /// <summary>Removes the array through which Outlook reached mailboxes on 2010.</summary>
    public static ExchangeCommand RemoveArray(string name, ExchangeVersion shell) => Command("Remove-ClientAccessArray", shell,
        string.Empty, CommandPhase.Organization, "No database leads to the array any more.", null,
        new CommandParameter("Identity", Quoted(name)));

    /// <summary>Moves mailboxes of a kind off a server, to the first database of another.</summary>
    public static string MoveSystem(string kind, PlannedServer from, PlannedServer to) => Command("Get-Mailbox", to.Version, from.Name,
        CommandPhase.Organization, string.Empty,
        Pipe("New-MoveRequest", to, null, new CommandParameter("TargetDatabase", CommandValue.MemberOf(
            Command("Get-MailboxDatabase", to.Version, to.Name, CommandPhase.Organization, string.Empty,
                Pipe("Select-Object", to, null, new CommandParameter("First", CommandValue.Number(1))),
                new CommandParameter("Server", Bare(to.Name))).Line, "Name"))),
        new CommandParameter(kind, CommandValue.Switch), new CommandParameter("Server", Bare(from.Name))).Line;

    /// <summary>Moves one mailbox that the organisation names.</summary>
    public static string MovePilot(PlannedServer to) => Move(to.Version, "<mailbox of the test user>", to);

    /// <summary>Moves users in batches that the organisation names.</summary>
    public static string MoveUsers(PlannedServer from, PlannedServer to) => Command("Get-Mailbox", to.Version, from.Name,
        CommandPhase.Organization, string.Empty,
        Pipe("New-MoveRequest", to, null, new CommandParameter("TargetDatabase", Place(to)),
            new CommandParameter("BatchName", Quoted("<name of the batch>")),
            new CommandParameter("SuspendWhenReadyToComplete", CommandValue.Switch)),
        new CommandParameter("Database", Place(from)), new CommandParameter("ResultSize", Bare("Unlimited"))).Line;

    /// <summary>Moves one mailbox to a database that the organisation names.</summary>
    public static string MoveBack(PlannedServer shell, PlannedServer to) => Move(shell.Version, "<mailbox>", to);

    private static string Move(ExchangeVersion shell, string mailbox, PlannedServer to) => Command("New-MoveRequest", shell, to.Name,
        CommandPhase.Organization, string.Empty, null, new CommandParameter("Identity", Quoted(mailbox)),
        new CommandParameter("TargetDatabase", Place(to))).Line;

    /// <summary>What only the organisation knows.</summary>
    private static CommandValue Place(PlannedServer server) => Quoted("<database on " + server.Name + ">");

    private static ExchangeCommand DefaultAddressBook(PlannedServer server) => Command("Get-OfflineAddressBook", server.Version,
        string.Empty, CommandPhase.Organization, string.Empty,
        Pipe("Where-Object", server, null, new CommandParameter("FilterScript", CommandValue.Where("IsDefault"))));

    private static ExchangeCommand Pipe(string name, PlannedServer server, ExchangeCommand? pipeTo, params CommandParameter[] parameters) =>
        Command(name, server.Version, server.Name, CommandPhase.Organization, string.Empty, pipeTo, parameters);

    private static CommandValue Bare(string text) => CommandValue.Text(text, LiteralForm.Bare);

    private static CommandValue Quoted(string text) => CommandValue.Text(text, LiteralForm.DoubleQuoted);

    private static ExchangeCommand Command(string name, ExchangeVersion version, string target, CommandPhase phase, string reason,
        ExchangeCommand? pipeTo, params CommandParameter[] parameters) =>
        Command(name, version, target, phase, reason, pipeTo, parameters, null);

    private static ExchangeCommand Command(string name, ExchangeVersion version, string target, CommandPhase phase, string reason,
        ExchangeCommand? pipeTo, IReadOnlyList<CommandParameter> parameters, ExchangeCommand? undo) => new(name, parameters)
    {
        Phase = phase,
        Target = target,
        Version = version,
        Reason = reason,
        PipeTo = pipeTo,
        Undo = undo,
    };
}
