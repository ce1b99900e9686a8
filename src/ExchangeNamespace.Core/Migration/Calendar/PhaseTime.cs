using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>How long the work of one step takes. Every figure is an estimate, unless the administrator stated it.</summary>
/// <param name="Work">The work itself: within one window where clients see it.</param>
/// <param name="Background">What runs before it without a change for clients, in working hours: mailboxes are copied.</param>
/// <param name="Delivery">How long others take after it, such as an authority that issues a certificate.</param>
internal sealed record PhaseTime(TimeSpan Work, TimeSpan Background = default, TimeSpan Delivery = default)
{
    private static readonly IReadOnlyDictionary<MigrationPhase, PhaseTime> Estimates = new Dictionary<MigrationPhase, PhaseTime>
    {
        [MigrationPhase.Capture] = new(Minutes(60)),
        [MigrationPhase.MinimumUpdate] = new(Minutes(120)),
        [MigrationPhase.OfflineAddressBook] = new(Minutes(15)),
        [MigrationPhase.LowerTimeToLive] = new(Minutes(15)),
        [MigrationPhase.Certificate] = new(Minutes(60), Delivery: TimeSpan.FromDays(3)),
        [MigrationPhase.Install] = new(Minutes(180)),
        [MigrationPhase.NewConnectionPoint] = new(Minutes(15)),
        [MigrationPhase.NewCertificate] = new(Minutes(30)),
        [MigrationPhase.NewVirtualDirectories] = new(Minutes(30)),
        [MigrationPhase.PrepareOld] = new(Minutes(30)),
        [MigrationPhase.Transport] = new(Minutes(60)),
        [MigrationPhase.SystemMailboxes] = new(Minutes(120)),
        [MigrationPhase.Pilot] = new(Minutes(120)),
        [MigrationPhase.CutOver] = new(Minutes(30)),
        [MigrationPhase.Kerberos] = new(Minutes(30)),
        [MigrationPhase.OldConnectionPoint] = new(Minutes(15)),
        [MigrationPhase.Mailboxes] = new(Minutes(60), Background: TimeSpan.FromHours(40)),
        [MigrationPhase.FollowUp] = new(Minutes(30)),
        [MigrationPhase.Decommission] = new(Minutes(60)),
    };

    /// <summary>The estimate, with the work that was stated for the phase in its place.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="stated">What was stated, by phase.</param>
    public static PhaseTime Of(MigrationPhase phase, IReadOnlyDictionary<MigrationPhase, TimeSpan> stated) =>
        !Estimates.TryGetValue(phase, out PhaseTime? estimate) ? throw ClosedSet.Outside(phase)
        : !stated.TryGetValue(phase, out TimeSpan time) ? estimate
        : estimate.Background > TimeSpan.Zero ? estimate with { Background = time }
        : estimate with { Work = time };

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
