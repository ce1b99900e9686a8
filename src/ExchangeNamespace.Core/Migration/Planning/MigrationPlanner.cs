using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Derives the steps from one plan to the next. A pure function: the same plans and settings give the same steps on every machine.
/// </summary>
public static class MigrationPlanner
{
    /// <summary>Plans a migration.</summary>
    /// <param name="input">The plans and what is known of the organisation.</param>
    /// <param name="faults">Receives what makes it impossible, with the way that is possible.</param>
    /// <returns>The migration; null after a fault.</returns>
    public static NamespaceMigration? Plan(MigrationInput input, ICollection<InputFault> faults)
    {
        List<Hop> hops = [];
        NamespacePlan from = input.Present;
        foreach (NamespacePlan plan in input.Plans)
        {
            hops.Add(new Hop(hops.Count + 1, from, plan));
            from = plan;
        }

        List<InputFault> found = [
            .. hops.SelectMany(h => PathRules.Check(h, Parameter(h, hops.Count))),
            .. RecordTimeToLive.Fault("TimeToLive", input.TimeToLive) is { } time ? [time] : Array.Empty<InputFault>()];
        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        if (found.Count > 0)
        {
            return null;
        }

        List<HopContext> contexts = [];
        foreach (Hop hop in hops)
        {
            contexts.Add(Steps(new HopContext(input, hop, contexts.Count == 0 ? [] : contexts[contexts.Count - 1].Last)));
        }

        return new NamespaceMigration
        {
            Present = input.Present,
            State = input.State,
            Plans = input.Plans,
            Steps = StepOrder.Of([.. contexts.SelectMany(c => c.Steps)]),
            Findings = MigrationRules.Check(input, contexts),
        };
    }

    /// <summary>The parameter of the plan that the hop leads to, with its place where several plans are stops.</summary>
    private static string Parameter(Hop hop, int hops) =>
        hop.Number == hops ? "Target" : hops == 2 ? "Via" : $"Via[{(hop.Number - 1).ToString(CultureInfo.InvariantCulture)}]";

    private static HopContext Steps(HopContext context)
    {
        CaptureSteps.Make(context);
        ReadinessSteps.Make(context);
        NameSteps.Lower(context);
        CertificateSteps.Order(context);
        InstallSteps.Make(context);
        OldServerSteps.Prepare(context);
        NameSteps.Introduce(context);
        NewServerSteps.Directories(context);
        KerberosSteps.Share(context);
        VoiceMailSteps.Make(context);
        LegacyPublicFolders.Share(context);
        ServerSettingSteps.Make(context);
        TransportSteps.Make(context);
        EdgeSteps.Make(context);
        DatabaseSteps.Make(context);
        MailboxSteps.System(context);
        MailboxSteps.Pilot(context);
        CutOverSteps.Make(context);
        KerberosSteps.Move(context);
        ConnectionPointSteps.Make(context);
        MailboxSteps.Users(context);
        InPlaceSteps.Make(context);
        FollowUpSteps.Make(context);
        DecommissionSteps.Make(context);
        return context;
    }
}
