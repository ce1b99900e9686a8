using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step D, and the names that are new: records with a short time to live before anything depends on them.</summary>
internal static class NameSteps
{
    /// <summary>The time to live of a record that is about to move.</summary>
    public static readonly TimeSpan Low = TimeSpan.FromMinutes(5);

    /// <summary>What is assumed where the time to live was not stated.</summary>
    public static readonly TimeSpan Assumed = TimeSpan.FromDays(1);

    /// <summary>Between sites Active Directory replicates every three hours by default, and with it the zones that it holds.</summary>
    public static readonly TimeSpan Replication = TimeSpan.FromHours(3);

    /// <summary>Whether what one domain controller writes must reach those of another site.</summary>
    public static bool Replicates(Hop hop) => hop.From.Servers.Concat(hop.To.Servers).Select(s => s.Site)
        .Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    public static void Lower(HopContext context)
    {
        foreach (IGrouping<DnsView, NameMove> view in context.Moves.Where(m => m.Kind == NameMoveKind.Record || IsMovedRecord(m))
            .Concat(NameMoves.RoundRobin(context.Hop)).GroupBy(m => m.View))
        {
            TimeSpan present = context.Input.TimeToLive ?? Assumed;
            if (context.Input.TimeToLive <= Low)
            {
                continue;
            }

            TimeSpan spread = view.Key == DnsView.Internal ? Replication : TimeSpan.Zero;
            context.LowTimeToLive.Add(view.Key, context.Add(new StepDraft
            {
                Id = context.Id("ttl-low", Word(view.Key)),
                Hop = context.Hop.Number,
                Phase = MigrationPhase.LowerTimeToLive,
                Title = $"Lower the time to live of the names that will move, {Word(view.Key)}",
                Place = MigrationPlace.Dns,
                Actions = [.. view.Select(m => new DnsChange
                {
                    View = m.View, Name = m.Name, Type = m.Type, Before = m.Before, After = m.Before,
                    TimeToLiveBefore = context.Input.TimeToLive, TimeToLiveAfter = Low,
                })],
                After =
                [
                    new MigrationCheck("The servers of the zone give the new value, and the resolver of the clients counts down from it.",
                        "Resolve-DnsName " + view.First().Name, $"a TTL of {Low.TotalSeconds:0} or less"),
                ],
                TakeBack = [.. view.Select(m => new DnsChange
                {
                    View = m.View, Name = m.Name, Type = m.Type, Before = m.Before, After = m.Before,
                    TimeToLiveBefore = Low, TimeToLiveAfter = context.Input.TimeToLive,
                })],
                TakeBackNote = "Set the value of before; nothing else follows from it.",
                Wait = new MigrationWait(present + spread,
                    $"Resolvers keep the answer for the time to live of before"
                        + (context.Input.TimeToLive is null ? ", which was not stated: one day is assumed" : string.Empty)
                        + (spread > TimeSpan.Zero ? ", and a zone in Active Directory replicates between sites first." : "."),
                    "RFC 1035, RFC 2181" + (spread > TimeSpan.Zero ? "; " + MigrationSources.Knowledge : string.Empty),
                    context.Input.TimeToLive is null || spread > TimeSpan.Zero ? MigrationCertainty.Unverified
                        : MigrationCertainty.Documented),
                Needs = [context.Capture],
                Source = MigrationSources.CutOver,
                Certainty = MigrationCertainty.Documented,
            }));
        }
    }

    /// <summary>The coexistence name, before anything sends clients there.</summary>
    public static IReadOnlyList<StepDraft> Legacy(HopContext context)
    {
        List<StepDraft> steps = [];
        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            IReadOnlyList<DnsChange> records = LegacyName.Missing(context.Hop, view);
            if (records.Count > 0)
            {
                string names = NameList.Describe([.. records.Select(r => r.Name.Value)]);
                steps.Add(New(context, view, records, "legacy-name", $"Make the coexistence name {names}, {Word(view)}",
                    [.. records.SelectMany(r => r.After).SelectMany(t => t.Servers).Distinct().Where(context.Certificates.ContainsKey)
                        .Select(s => context.Certificates[s])], MigrationSources.Checklist2007));
            }
        }

        return steps;
    }

    /// <summary>Names that the present plan does not have, once a server answers under them.</summary>
    public static void Introduce(HopContext context)
    {
        foreach (IGrouping<DnsView, NameMove> view in context.Moves.Where(m => m.Kind == NameMoveKind.New).GroupBy(m => m.View))
        {
            context.NewNames.Add(New(context, view.Key, [.. view.Select(m => m.Change())], "new-names",
                $"Make the names that are new, {Word(view.Key)}",
                [.. view.SelectMany(m => m.ServersAfter).Select(s => s.Name).Distinct().Where(context.Certificates.ContainsKey)
                    .Select(n => context.Certificates[n]), .. context.Prepared, .. context.ProxyCertificates],
                MigrationSources.NamespaceChange));
        }
    }

    /// <summary>The view as a word.</summary>
    public static string Word(DnsView view) => view == DnsView.Internal ? "inside" : "outside";

    private static bool IsMovedRecord(NameMove move) => move.Kind == NameMoveKind.Retired && move.ServersAfter.Count > 0
        && !move.Before.Select(t => t.Address).SequenceEqual(move.After.Select(t => t.Address));

    private static StepDraft New(HopContext context, DnsView view, IReadOnlyList<DnsChange> records, string id, string title,
        IReadOnlyList<StepDraft> needs, string source) => context.Add(new StepDraft
    {
        Id = context.Id(id, Word(view)),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.PrepareOld,
        Title = title,
        Place = MigrationPlace.Dns,
        Servers = [.. records.SelectMany(r => r.After).SelectMany(t => t.Servers).Distinct()],
        Actions = records,
        Before =
        [
            new MigrationCheck("No client has asked for the name yet: resolvers keep the answer that it does not exist.",
                null, "the name is used nowhere yet"),
        ],
        After = [.. records.Select(r => new MigrationCheck($"{r.Name} leads to {string.Join(", ", r.After)}.", "Resolve-DnsName " + r.Name,
            "the addresses of the step"))],
        TakeBack = [.. records.Select(r => new DnsChange { View = r.View, Name = r.Name, Type = r.Type, Before = r.After,
            After = r.Before })],
        TakeBackNote = "Remove the record, before a URL carries its name.",
        Wait = new MigrationWait(view == DnsView.Internal ? Replication : TimeSpan.FromMinutes(15),
            "Every server of the zone must know the record, and an answer that it does not exist must have expired.",
            "RFC 2308; " + MigrationSources.Knowledge, MigrationCertainty.Unverified),
        Needs = needs.Count > 0 ? needs : [context.Capture],
        Rule = "S8",
        Source = source,
        Certainty = MigrationCertainty.Documented,
    });
}
