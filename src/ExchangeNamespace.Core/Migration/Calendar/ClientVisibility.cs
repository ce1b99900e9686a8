using System;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// Whether clients notice a step: it says so, or one of its actions changes what answers them. A pilot is not counted, because its clients
/// are chosen, and their users have to be at work.
/// </summary>
internal static class ClientVisibility
{
    public static bool IsVisible(MigrationStep step) => step.Phase != MigrationPhase.Pilot
        && (step.Effects.Count > 0 || step.Actions.Any(a => IsVisible(step, a)));

    /// <summary>Who notices it, for a reason.</summary>
    public static string Who(MigrationStep step) => step.Effects.Count == 0 ? "clients"
        : NameList.Describe([.. step.Effects.Select(e => e.Clients).Distinct(StringComparer.Ordinal)]);

    private static bool IsVisible(MigrationStep step, MigrationAction action) => action switch
    {
        DnsChange dns => RecordMoves.Moves(dns) && dns.Before.Count > 0,
        PoolChange pool => pool.Before.Count > 0,
        CertificateChange certificate => certificate.Stage == CertificateStage.Enable && step.Phase != MigrationPhase.NewCertificate,
        ServerChange server => server.Stage is ServerStage.Update or ServerStage.UpgradeInPlace,
        ExchangeLine or ConsoleLine or ManualWork or MailboxMove => false,
        _ => throw new InvalidOperationException($"{action.GetType().Name} has no place here."),
    };
}
