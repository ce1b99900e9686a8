using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>A record of one name in one view.</summary>
internal readonly record struct RecordKey(DnsView View, Fqdn Name, DnsRecordType Type)
{
    public static RecordKey Of(DnsChange change) => new(change.View, change.Name, change.Type);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({(View == DnsView.Internal ? "inside" : "outside")})";
}

/// <summary>What a change of a record does: the record leads elsewhere, or its answers are kept for a shorter time.</summary>
internal static class RecordMoves
{
    /// <summary>Whether the name leads elsewhere afterwards.</summary>
    public static bool Moves(DnsChange change) => !Targets(change.Before).SetEquals(Targets(change.After));

    /// <summary>Whether only the time to live changes, to one that is shorter or not known to be longer.</summary>
    public static bool Lowers(DnsChange change) => !Moves(change)
        && change.TimeToLiveAfter is { } after && (change.TimeToLiveBefore is null || after < change.TimeToLiveBefore);

    public static IEnumerable<DnsChange> Of(MigrationStep step) => step.Actions.OfType<DnsChange>();

    private static HashSet<string> Targets(IEnumerable<MigrationTarget> targets) => new(
        targets.Select(t => t.Address + "\n" + string.Join("\n", t.Servers.OrderBy(s => s, StringComparer.OrdinalIgnoreCase))),
        StringComparer.OrdinalIgnoreCase);
}
