using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Steps G and P, the later half: new servers get their final value once the name leads to them, and so do the servers that stay.
/// </summary>
internal static class ConnectionPointSteps
{
    public static void Make(HopContext context)
    {
        foreach (PlannedServer server in context.Hop.Added)
        {
            if (New(context, server) is { } step)
            {
                context.ConnectionPoints.Add(step);
            }
        }

        foreach (IGrouping<ExchangeVersion, ChangedServer> group in context.Hop.Kept.GroupBy(k => k.After.Version))
        {
            Kept(context, group.Key, [.. group]);
        }
    }

    private static StepDraft? New(HopContext context, PlannedServer server)
    {
        string? first = InstallSteps.FirstValue(context, server);
        string? final = InstallSteps.Final(server);
        UrlSetting planned = server.Services.First(a => a.Service == ClientService.Autodiscover).Internal;
        IReadOnlyList<string>? scope = server.Services.First(a => a.Service == ClientService.Autodiscover).SiteScope;
        if (final is null || (first == final && scope is null))
        {
            return null;
        }

        IReadOnlyList<ExchangeCommand> lines = planned.Action == SettingAction.Leave && scope is null
            ? [MigrationCommands.ConnectionPoint(server, final, "The plan leaves the name of the server, and the certificate has it now.")]
            : [.. CommandBuilder.Build(context.Hop.To, ServerLines.Without(server,
                [.. Enum.GetValues(typeof(ClientService)).Cast<ClientService>().Where(s => s != ClientService.Autodiscover)]))];
        bool own = planned.Action == SettingAction.Leave;
        return context.Add(Step(context, server.Version, [server.Name], lines, "scp",
            own ? MigrationPhase.NewConnectionPoint : MigrationPhase.OldConnectionPoint,
            $"Give {server.Name} its final service connection point",
            own ? [context.Ready[server.Name]] : [context.Ready[server.Name], context.Installed[server.Name], .. context.AllCutOvers],
            [new ExchangeLine { Command = MigrationCommands.ConnectionPoint(server, first, "The value of before.") }],
            "The value of before comes back."));
    }

    private static void Kept(HopContext context, ExchangeVersion version, IReadOnlyList<ChangedServer> servers)
    {
        List<ExchangeCommand> lines = [];
        List<string> names = [];
        foreach (ChangedServer server in servers.Where(s => !SameServices(s.Before, s.After)))
        {
            IReadOnlyList<ExchangeCommand> own = context.Input.State is { } state && context.Hop.Number == 1
                ? ServerLines.Of(context.Hop.To, server.After, server.After.Services, state)
                : [.. CommandBuilder.Build(context.Hop.To, ServerLines.Without(server.After))];
            lines.AddRange(own);
            names.AddRange(own.Count > 0 ? [server.After.Name] : Array.Empty<string>());
        }

        if (lines.Count > 0)
        {
            context.ConnectionPoints.Add(context.Add(Step(context, version, names, lines, "kept", MigrationPhase.OldConnectionPoint,
                "Bring the servers that stay to the names of the plan",
                [.. context.CutOvers.Count > 0 ? context.AllCutOvers : [context.Capture], .. context.NewNames], HopContext.Back(lines),
                lines.TrueForAll(l => l.Undo is not null) ? "The captured values come back."
                    : "Not every value was captured: set those of the plan of before again.")));
        }
    }

    private static StepDraft Step(HopContext context, ExchangeVersion version, IReadOnlyList<string> servers,
        IReadOnlyList<ExchangeCommand> lines, string id, MigrationPhase phase, string title, IReadOnlyList<StepDraft> needs,
        IReadOnlyList<MigrationAction> back, string note) => new()
    {
        Id = context.Id(id, id == "kept" ? version.ToString() : servers[0]),
        Hop = context.Hop.Number,
        Phase = phase,
        Title = title,
        Place = MigrationPlace.ExchangeShell,
        Shell = version,
        Servers = servers,
        Actions = HopContext.Lines(lines),
        After =
        [
            new MigrationCheck("Every setting is as planned.", "Compare-NamespacePlan $target $newState",
                "no row for " + string.Join(", ", servers)),
        ],
        Effects = [new ClientEffect("Outlook inside", "It reads the value at the next Autodiscover, within 75 minutes.")],
        TakeBack = back,
        TakeBackNote = note,
        Wait = new MigrationWait(TimeSpan.FromHours(3), "The value replicates with Active Directory, between sites every three hours by "
            + "default.",
            MigrationSources.Knowledge, MigrationCertainty.Unverified),
        Needs = needs,
        Rule = "S4",
        Source = MigrationSources.ActiveDirectorySites,
        Certainty = MigrationCertainty.Documented,
    };

    private static bool SameServices(PlannedServer one, PlannedServer other) =>
        one.Services.Select(a => a.ToString() + string.Join(",", a.SiteScope ?? []) + string.Join(";", a.AdditionalParameters))
            .SequenceEqual(other.Services.Select(
                a => a.ToString() + string.Join(",", a.SiteScope ?? []) + string.Join(";", a.AdditionalParameters)),
                    StringComparer.Ordinal);
}
