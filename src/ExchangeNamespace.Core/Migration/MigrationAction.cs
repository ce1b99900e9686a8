using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration;

/// <summary>The closed set of what a step does. <see cref="ToString"/> is what its reader runs or does.</summary>
public abstract class MigrationAction
{
    private protected MigrationAction()
    {
    }

    /// <inheritdoc/>
    public abstract override string ToString();
}

/// <summary>One line for the Exchange Management Shell.</summary>
public sealed class ExchangeLine : MigrationAction
{
    /// <summary>The command.</summary>
    public required ExchangeCommand Command { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Command.Line;
}

/// <summary>The shell of a line that is no command of Exchange.</summary>
public enum ConsoleShell
{
    /// <summary>The command prompt. Windows PowerShell may run the line too.</summary>
    CommandPrompt,

    /// <summary>Windows PowerShell or PowerShell alone, such as a command of this module.</summary>
    PowerShell,

    /// <summary>The Exchange Management Shell of the step, for a script that comes with Exchange.</summary>
    ExchangeShell,
}

/// <summary>One line that is no command of Exchange. It changes no setting that a client sees.</summary>
public sealed class ConsoleLine : MigrationAction
{
    /// <summary>The shell that runs it.</summary>
    public ConsoleShell Shell { get; init; }

    /// <summary>The line, ASCII, already quoted for its shell.</summary>
    public required string Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Line;
}

/// <summary>Work without a line. It changes no setting that a client sees.</summary>
public sealed class ManualWork : MigrationAction
{
    /// <summary>What to do, one or more sentences.</summary>
    public required string Text { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>One place that a name leads to: an address, and the servers that answer there.</summary>
/// <param name="Address">The address; null when it was not stated.</param>
/// <param name="Servers">The NetBIOS names of the servers that answer at it, directly or behind a load balancer or proxy.</param>
public sealed record MigrationTarget(string? Address, IReadOnlyList<string> Servers)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Address ?? "(address not stated)"} ({NameList.Describe(Servers)})";
}

/// <summary>The records of one name and type in one view are replaced, removed, made, or get another time to live.</summary>
public sealed class DnsChange : MigrationAction
{
    /// <summary>Inside or outside.</summary>
    public required DnsView View { get; init; }

    /// <summary>The owner name.</summary>
    public required Fqdn Name { get; init; }

    /// <summary>The kind of record.</summary>
    public required DnsRecordType Type { get; init; }

    /// <summary>Where the name leads before; empty when there is no such record.</summary>
    public required IReadOnlyList<MigrationTarget> Before { get; init => field = Indexable.Of(value); }

    /// <summary>Where the name leads after; empty when the record is removed.</summary>
    public required IReadOnlyList<MigrationTarget> After { get; init => field = Indexable.Of(value); }

    /// <summary>The time to live before; null when it is not known.</summary>
    public TimeSpan? TimeToLiveBefore { get; init; }

    /// <summary>The time to live after; null when it stays.</summary>
    public TimeSpan? TimeToLiveAfter { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{View} {Name} {Type}: {Targets(Before)} -> {Targets(After)}{(TimeToLiveAfter is { } ttl ? $", TTL {ttl.TotalSeconds:0} s" : "")}";

    /// <summary>The records of before come back.</summary>
    internal DnsChange Reversed() => new() { View = View, Name = Name, Type = Type, Before = After, After = Before };

    private static string Targets(IReadOnlyList<MigrationTarget> targets) =>
        targets.Count == 0 ? "(no record)" : string.Join(", ", targets.Select(t => t.ToString()));
}

/// <summary>The servers behind one address change: the pool of a load balancer, a publishing rule, an address translation.</summary>
public sealed class PoolChange : MigrationAction
{
    /// <summary>From where clients come.</summary>
    public required DnsView View { get; init; }

    /// <summary>The hosts whose clients come this way.</summary>
    public required IReadOnlyList<Fqdn> Hosts { get; init => field = Indexable.Of(value); }

    /// <summary>The servers before.</summary>
    public required IReadOnlyList<string> Before { get; init => field = Indexable.Of(value); }

    /// <summary>The servers after.</summary>
    public required IReadOnlyList<string> After { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{View} {NameList.Describe([.. Hosts.Select(h => h.ToString())])}: {NameList.Describe(Before)} -> {NameList.Describe(After)}";

    /// <summary>The servers of before come back.</summary>
    internal PoolChange Reversed() => new() { View = View, Hosts = Hosts, Before = After, After = Before };
}

/// <summary>What happens to a certificate.</summary>
public enum CertificateStage
{
    /// <summary>It is ordered and issued; no server shows it yet.</summary>
    Order,

    /// <summary>It is imported and enabled: the servers show it from then on.</summary>
    Enable,

    /// <summary>It is removed; the servers must show another one by then.</summary>
    Remove,
}

/// <summary>A certificate is ordered, enabled on servers or removed from them.</summary>
public sealed class CertificateChange : MigrationAction
{
    /// <summary>What happens.</summary>
    public required CertificateStage Stage { get; init; }

    /// <summary>The name under which the steps of one migration speak of the certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>The subject alternative names, wildcards included.</summary>
    public required IReadOnlyList<string> Names { get; init => field = Indexable.Of(value); }

    /// <summary>The servers, and <see cref="PlannedCertificate.ReverseProxyMachine"/>.</summary>
    public required IReadOnlyList<string> Machines { get; init => field = Indexable.Of(value); }

    /// <summary>The services that show it, as Enable-ExchangeCertificate names them, such as <c>IIS</c> and <c>SMTP</c>.</summary>
    public IReadOnlyList<string> Services { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The lines that do it; empty for a machine that is not an Exchange server.</summary>
    public IReadOnlyList<ExchangeCommand> Lines { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => Lines.Count > 0
        ? string.Join("\n", Lines.Select(l => l.Line))
        : $"{Stage} certificate {Certificate} ({NameList.Describe(Names)}) on {NameList.Describe(Machines)}";
}

/// <summary>What happens to a server as a whole.</summary>
public enum ServerStage
{
    /// <summary>Exchange is installed. Setup sets default URLs and a service connection point with the server's full name.</summary>
    Install,

    /// <summary>It gets an update of its own version.</summary>
    Update,

    /// <summary>It becomes the next version without a new server.</summary>
    UpgradeInPlace,

    /// <summary>It is taken out of service, but not uninstalled.</summary>
    Maintenance,

    /// <summary>It comes back into service.</summary>
    InService,

    /// <summary>Exchange is uninstalled: its settings leave Active Directory.</summary>
    Uninstall,
}

/// <summary>A server is installed, updated, upgraded, taken out of service or uninstalled.</summary>
public sealed class ServerChange : MigrationAction
{
    /// <summary>What happens.</summary>
    public required ServerStage Stage { get; init; }

    /// <summary>The NetBIOS name.</summary>
    public required string Server { get; init; }

    /// <summary>The full name; null when it is not known.</summary>
    public Fqdn? Fqdn { get; init; }

    /// <summary>The Active Directory site; empty when there is only one and it was not named.</summary>
    public required string Site { get; init; }

    /// <summary>The version before; null for a server that is installed.</summary>
    public ExchangeVersion? Before { get; init; }

    /// <summary>The version after; null for a server that is uninstalled.</summary>
    public ExchangeVersion? After { get; init; }

    /// <summary>
    /// The line that does it, ASCII; null when a person does it otherwise. That of <see cref="ServerStage.Maintenance"/> and
    /// <see cref="ServerStage.InService"/> is for the Exchange Management Shell, all others for a command prompt on the server.
    /// </summary>
    public string? Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Line ?? $"{Stage} {Server} ({After ?? Before})";
}

/// <summary>Which mailboxes move.</summary>
public enum MailboxKind
{
    /// <summary>Arbitration, audit, discovery and migration mailboxes.</summary>
    System,

    /// <summary>A test user.</summary>
    Pilot,

    /// <summary>Users, with their archives, shared and resource mailboxes.</summary>
    User,

    /// <summary>Public folders.</summary>
    PublicFolder,
}

/// <summary>Mailboxes move from servers to servers.</summary>
public sealed class MailboxMove : MigrationAction
{
    /// <summary>Which mailboxes.</summary>
    public required MailboxKind Kind { get; init; }

    /// <summary>The servers that hold them before.</summary>
    public required IReadOnlyList<string> From { get; init => field = Indexable.Of(value); }

    /// <summary>The servers that hold them after.</summary>
    public required IReadOnlyList<string> To { get; init => field = Indexable.Of(value); }

    /// <summary>
    /// The lines of the Exchange Management Shell that do it, each with a place in angle brackets for what only the organisation knows,
    /// such as <c>&lt;database&gt;</c>.
    /// </summary>
    public IReadOnlyList<string> Lines { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => Lines.Count > 0
        ? string.Join("\n", Lines)
        : $"Move {Kind} mailboxes from {NameList.Describe(From)} to {NameList.Describe(To)}";
}
