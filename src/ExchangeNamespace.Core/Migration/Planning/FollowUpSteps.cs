using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step R: what the organisation has once, hybrid and monitoring, and the time to live of before.</summary>
internal static class FollowUpSteps
{
    public static void Make(HopContext context)
    {
        Organization(context);
        Mapi(context);
        Hybrid(context);
        Raise(context);
    }

    private static void Organization(HopContext context)
    {
        CommandSelection all = new();
        IReadOnlyList<ExchangeCommand> lines = [
            .. OrganizationLines.Of(context.Hop.To, all).Where(l => OrganizationLines.Of(context.Hop.From, all).All(o =>
                o.Line != l.Line))];
        if (lines.Count == 0)
        {
            return;
        }

        context.Add(new StepDraft
        {
            Id = context.Id("organization"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.FollowUp,
            Title = "Set what the organisation has once",
            Place = MigrationPlace.ExchangeShell,
            Shell = lines[0].Version,
            Actions = HopContext.Lines(lines),
            Before = [new MigrationCheck("Every server that clients reach has the names of the plan.", "Compare-NamespacePlan $target "
                + "$newState", "no row")],
            After = [new MigrationCheck("The setting is as planned.", "Compare-NamespacePlan $target $newState",
                "no row for the organisation")],
            TakeBackNote = "Set the captured value again.",
            Needs = [.. context.CutOvers.Count > 0 ? context.AllCutOvers : [context.Capture], .. context.ConnectionPoints],
            Rule = "S13",
            Source = MigrationSources.Knowledge,
            Certainty = MigrationCertainty.Derived,
        });
    }

    /// <summary>The switch stays off where any 2013 was there; URLs, certificate and balancer come before it.</summary>
    private static void Mapi(HopContext context)
    {
        Captured<bool> now = context.Input.State?.Organization?.MapiHttpEnabled ?? default;
        bool wasThere = context.Hop.From.Servers.Any(s => s.Version.Product >= ExchangeProduct.Exchange2013);
        bool first2013 = !wasThere && context.Hop.Newest?.Product == ExchangeProduct.Exchange2013;
        if (context.CutOvers.Count == 0 || now is { IsKnown: true, Value: true } || !(first2013 || (now.IsKnown && !now.Value)))
        {
            return;
        }

        ExchangeVersion shell = context.Hop.To.Servers.Max(s => s.Version)!;
        ExchangeCommand line = MigrationCommands.MapiHttp(true, shell, "Outlook uses MAPI over HTTP once names, certificate and balancer "
            + "carry it.");
        context.Add(new StepDraft
        {
            Id = context.Id("mapi"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.FollowUp,
            Title = "Switch MAPI over HTTP on, when every mailbox server carries its names",
            Place = MigrationPlace.ExchangeShell,
            Shell = shell,
            Actions = HopContext.Lines([line]),
            Before = [new MigrationCheck("The balancer lets /mapi pass, and the URLs of MAPI have the names of the plan.",
                "Get-MapiVirtualDirectory | Format-Table Server,InternalUrl,ExternalUrl", "names of the plan")],
            After = [new MigrationCheck("Outlook connects by it.", null, "HTTP in the connection status")],
            Effects = [new ClientEffect("Outlook 2010 SP2 and later", "It asks for a restart at the next Autodiscover.")],
            TakeBack = HopContext.Lines([MigrationCommands.MapiHttp(false, shell, "As before.")]),
            TakeBackNote = "Switch it off again; Outlook asks for a restart once more.",
            Needs = [.. context.Mailboxes.Count > 0 ? context.Mailboxes : [.. context.AllCutOvers]],
            Source = MigrationSources.MapiHttp,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static void Hybrid(HopContext context)
    {
        if (context.Hop.Added.Count == 0 || !MigrationRules.IsHybrid(context.Input.State))
        {
            return;
        }

        context.Add(new StepDraft
        {
            Id = context.Id("hybrid"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.FollowUp,
            Title = "Run the Hybrid Configuration Wizard again, with the new servers",
            Place = MigrationPlace.ServerConsole,
            Servers = [.. context.Hop.Added.Select(s => s.Name)],
            Actions = [HopContext.Work("Choose the new servers for mail in both directions and the new certificate. Where Hybrid "
                + "Modern Authentication is used, the new names are registered as service principal names before they are led to the new "
                + "servers.")],
            After = [new MigrationCheck("Mail and free/busy work in both directions, and the connector to Exchange Online has the new "
                + "servers.",
                "Get-SendConnector | Format-Table Name,SourceTransportServers,TlsCertificateName", "new servers, new certificate")],
            TakeBackNote = "Run it again with the servers of before.",
            Needs = [.. context.AllCutOvers, .. context.Transport],
            Source = MigrationSources.HybridPrerequisites,
            Certainty = MigrationCertainty.Derived,
        });
    }

    private static void Raise(HopContext context)
    {
        foreach (KeyValuePair<DnsView, StepDraft> low in context.LowTimeToLive)
        {
            List<NameMove> moved = [.. context.CutOvers.SelectMany(c => c.Moves).Where(m => m.Kind == NameMoveKind.Record)
                .Concat(NameMoves.RoundRobin(context.Hop)).Where(m => m.View == low.Key).Distinct()];
            if (moved.Count == 0)
            {
                continue;
            }

            context.Add(new StepDraft
            {
                Id = context.Id("ttl-raise", NameSteps.Word(low.Key)),
                Hop = context.Hop.Number,
                Phase = MigrationPhase.FollowUp,
                Title = $"Raise the time to live again, {NameSteps.Word(low.Key)}",
                Place = MigrationPlace.Dns,
                Actions = [.. moved.Select(m => new DnsChange
                {
                    View = m.View, Name = m.Name, Type = m.Type, Before = m.After, After = m.After, TimeToLiveBefore = NameSteps.Low,
                    TimeToLiveAfter = context.Input.TimeToLive ?? TimeSpan.FromHours(1),
                })],
                Before = [new MigrationCheck("Nothing has had to go back for a working week.", null, "a quiet week")],
                After = [new MigrationCheck("The servers of the zone give the value.", "Resolve-DnsName " + moved[0].Name,
                    "the TTL of the step")],
                TakeBack = [.. moved.Select(m => new DnsChange
                {
                    View = m.View, Name = m.Name, Type = m.Type, Before = m.After, After = m.After,
                    TimeToLiveBefore = context.Input.TimeToLive ?? TimeSpan.FromHours(1), TimeToLiveAfter = NameSteps.Low,
                })],
                TakeBackNote = "Lower it again.",
                Needs = [low.Value, .. context.AllCutOvers, .. context.Mailboxes, .. context.InService],
                Source = MigrationSources.CutOver,
                Certainty = MigrationCertainty.Documented,
            });
        }
    }
}
