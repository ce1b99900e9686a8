using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>What a person does, as a sentence.</summary>
internal static class ActionText
{
    public static string Of(MigrationAction action) => action switch
    {
        ManualWork work => work.Text,
        DnsChange change => Of(change),
        PoolChange change => $"{View(change.View)}, {NameList.Describe([.. change.Hosts.Select(h => h.Value)])}: the servers behind the "
            + $"address are {Servers(change.After)} instead of {Servers(change.Before)}.",
        CertificateChange change => Of(change),
        ServerChange change => Of(change, change.Server + Version(change.After ?? change.Before)),
        MailboxMove move => $"Move {Kind(move.Kind)} from {Servers(move.From)} to {Servers(move.To)}.",
        _ => action.ToString(),
    };

    private static string Of(DnsChange change)
    {
        string record = $"{View(change.View)}, {change.Name} ({change.Type}): ";
        string now = change.TimeToLiveBefore is { } before ? $", now {Seconds(before)}" : string.Empty;
        string ttl = change.TimeToLiveAfter is { } after ? $"time to live {Seconds(after)}{now}" : string.Empty;
        string targets = Targets(change.Before) == Targets(change.After) ? string.Empty
            : change.Before.Count == 0 ? $"make the record, to {Targets(change.After)}"
            : change.After.Count == 0 ? $"remove the record, which leads to {Targets(change.Before)}"
            : $"{Targets(change.Before)} becomes {Targets(change.After)}";
        return record + string.Join("; ", new[] { targets, ttl }.Where(t => t.Length > 0)) + ".";
    }

    private static string Of(CertificateChange change) => change.Stage switch
    {
        CertificateStage.Order => $"Order the certificate {change.Certificate} with {string.Join(", ", change.Names)}.",
        CertificateStage.Enable => $"Import the certificate {change.Certificate} on {Servers(change.Machines)} and have it shown"
            + $"{(change.Services.Count > 0 ? " for " + string.Join(", ", change.Services) : string.Empty)}.",
        CertificateStage.Remove => $"Remove the certificate {change.Certificate} from {Servers(change.Machines)}.",
        _ => throw ClosedSet.Outside(change.Stage),
    };

    private static string Of(ServerChange change, string server) => change.Stage switch
    {
        ServerStage.Install => $"Install Exchange on {server}.",
        ServerStage.Update => $"Update {server}.",
        ServerStage.UpgradeInPlace => $"Upgrade in place {server}.",
        ServerStage.Maintenance => $"From here on {change.Server} counts as out of service.",
        ServerStage.InService => $"From here on {change.Server} counts as in service.",
        ServerStage.Uninstall => $"Uninstall Exchange from {server}.",
        _ => throw ClosedSet.Outside(change.Stage),
    };

    private static string Kind(MailboxKind kind) => kind switch
    {
        MailboxKind.System => "the system mailboxes",
        MailboxKind.Pilot => "a test mailbox",
        MailboxKind.User => "the user mailboxes",
        MailboxKind.PublicFolder => "the public folders",
        _ => throw ClosedSet.Outside(kind),
    };

    private static string Version(ExchangeVersion? version) => version is null ? string.Empty : $" (Exchange {version})";

    private static string View(DnsView view) => view == DnsView.Internal ? "Inside" : "Outside";

    private static string Servers(IReadOnlyList<string> servers) => servers.Count == 0 ? "no server" : string.Join(", ", servers);

    private static string Targets(IReadOnlyList<MigrationTarget> targets) => string.Join(", ", targets.Select(
        t => $"{t.Address ?? "an address that was not stated"} ({Servers(t.Servers)})"));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " seconds";
}
