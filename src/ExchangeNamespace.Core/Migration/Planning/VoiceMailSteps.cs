using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Unified messaging: it moves up to 2016, and 2019 and SE do not have it.</summary>
internal static class VoiceMailSteps
{
    private const string Role = "UnifiedMessaging";

    public static void Make(HopContext context)
    {
        Hop hop = context.Hop;
        string[] answering = [.. hop.Removed.Where(s => MayAnswer(context.Input.State, s)).Select(s => s.Name)];
        if (answering.Length == 0 || hop.Newest is not { } version)
        {
            return;
        }

        bool ends = version.Product >= ExchangeProduct.Exchange2019;
        StepDraft step = context.Add(new StepDraft
        {
            Id = context.Id("voice-mail"),
            Hop = hop.Number,
            Phase = MigrationPhase.PrepareOld,
            Title = ends ? "Give users of voice mail another service: the new version has none"
                : "Let the new servers answer calls (unified messaging)",
            Place = MigrationPlace.ExchangeShell,
            Shell = hop.From.Servers.Max(s => s.Version),
            Servers = answering,
            Actions =
            [
                HopContext.Work(ends
                    ? "2019 and SE have no unified messaging: a mailbox that moves with it loses voice mail. Move those users to the "
                        + "service that follows, such as Cloud Voicemail, and disable unified messaging for them, before their mailboxes "
                        + "move."
                    : "Add the new servers to each dial plan, give them a certificate for UM and the UM call router, then let gateways "
                        + "and Lync send calls to them, before a user of voice mail moves."),
                HopContext.Work("Without unified messaging there is nothing to do."),
            ],
            After =
            [
                ends ? new MigrationCheck("No mailbox has unified messaging.", "Get-UMMailbox -ResultSize Unlimited", "no output")
                    : new MigrationCheck("A call to a number of the dial plan is answered, and a message is left.", null,
                        "the message is in the mailbox"),
            ],
            TakeBackNote = ends ? "Enable unified messaging for the mailbox again, as long as it is on an old server."
                : "Let gateways send calls to the old servers again.",
            Needs = ends ? [context.Capture] : [.. context.Installed.Values],
            Source = ends ? MigrationSources.Decommission : MigrationSources.UnifiedMessaging,
            Certainty = MigrationCertainty.Documented,
        });
        context.Prepared.Add(step);
    }

    /// <summary>2007 and 2010 have a role of its own, which a capture shows; 2013 and 2016 have it on every mailbox server.</summary>
    private static bool MayAnswer(ExchangeState? state, PlannedServer server)
    {
        IReadOnlyList<string>? roles = state?.Servers.FirstOrDefault(
            s => string.Equals(s.Name, server.Name, StringComparison.OrdinalIgnoreCase))?.Roles is { IsKnown: true, Value: { } known }
            ? known : null;
        return server.Version.Product < ExchangeProduct.Exchange2019
            && (server.Version.Product >= ExchangeProduct.Exchange2013 || roles is null
                || roles.Any(r => string.Equals(r, Role, StringComparison.OrdinalIgnoreCase)));
    }
}
