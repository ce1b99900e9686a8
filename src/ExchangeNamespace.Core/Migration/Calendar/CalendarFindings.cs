using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>The permanent codes of findings about the calendar of a migration. A code is never reused.</summary>
public static class CalendarFindingCodes
{
    /// <summary>The maintenance window was assumed.</summary>
    public const string WindowAssumed = "EXN680";

    /// <summary>The time to live of records was assumed.</summary>
    public const string TimeToLiveAssumed = "EXN681";

    /// <summary>Clients notice a step that is longer than every maintenance window.</summary>
    public const string LongerThanWindow = "EXN682";

    /// <summary>The working hours have no room for a step.</summary>
    public const string NoWorkingHours = "EXN683";

    /// <summary>Steps depend on one that has no day.</summary>
    public const string PredecessorMissing = "EXN684";

    /// <summary>A cut-over does not fit into one window.</summary>
    public const string CutOverSpread = "EXN685";

    /// <summary>A certificate is renewed while the migration goes on.</summary>
    public const string CertificateRenewed = "EXN686";

    /// <summary>A certificate ends during the migration, and no window is there for its renewal.</summary>
    public const string CertificateEnds = "EXN687";

    /// <summary>How long a certificate lives is not known.</summary>
    public const string LifeUnknown = "EXN688";

    /// <summary>Support of an old version ends before the migration does.</summary>
    public const string SupportEnds = "EXN689";
}

/// <summary>The texts of findings about the calendar of a migration.</summary>
internal static class CalendarFindings
{
    public static Finding WindowAssumed(string window) => Findings.Information(
        CalendarFindingCodes.WindowAssumed, "MaintenanceWindow",
        $"No maintenance window was stated, so {window} was assumed for what clients notice.",
        "Give -MaintenanceWindow.", string.Empty);

    public static Finding TimeToLiveAssumed(IReadOnlyCollection<string> records) => Findings.Warning(
        CalendarFindingCodes.TimeToLiveAssumed, NameList.Describe(records),
        $"The present time to live is not known, so the wait before the cut-over was counted with "
            + $"{CalendarText.Length(CalendarAssumptions.TimeToLive)}.",
        "Give -TtlNow, the longest time to live of these records at their authoritative servers.", string.Empty, [.. records]);

    public static Finding LongerThanWindow(MigrationStep step, TimeSpan work, IReadOnlyList<WeeklyHours> windows) => Findings.Error(
        CalendarFindingCodes.LongerThanWindow, step.Id,
        $"Step {Number(step)} takes {CalendarText.Length(work)} and clients notice it, but the longest maintenance window has "
            + $"{CalendarText.Length(windows.Max(w => w.Length))}: it has no day.",
        $"Give a longer -MaintenanceWindow, or the time that it takes with -PhaseTime @{{ {step.Phase} = '1:00' }}.", string.Empty);

    public static Finding NoWorkingHours(MigrationStep step, TimeSpan work) => Findings.Error(
        CalendarFindingCodes.NoWorkingHours, step.Id,
        $"Step {Number(step)} takes {CalendarText.Length(work)}, more working hours than a year has: it has no day.",
        "Give more -WorkingHours, or a shorter time with -PhaseTime.", string.Empty);

    public static Finding PredecessorMissing(IReadOnlyList<MigrationStep> steps) => Findings.Error(
        CalendarFindingCodes.PredecessorMissing, NameList.Describe([.. steps.Select(s => s.Id)]),
        $"{(steps.Count == 1 ? "Step" : "Steps")} {NameList.Describe([.. steps.Select(Number)])} "
            + $"{(steps.Count == 1 ? "depends" : "depend")} on a step without a day: no day either.",
        "Resolve the error of that step.", string.Empty, [.. steps.Select(s => s.Id)]);

    public static Finding CutOverSpread(IReadOnlyList<MigrationStep> block, TimeSpan longest) => Findings.Warning(
        CalendarFindingCodes.CutOverSpread, block[0].Id,
        $"The cut-over of steps {Number(block[0])} to {Number(block[block.Count - 1])} does not fit into one maintenance window of "
            + $"{CalendarText.Length(longest)}: until the last one some clients meet old servers and some new ones.",
        "Give a longer -MaintenanceWindow.", string.Empty);

    public static Finding CertificateRenewed(string certificate, DateTimeOffset ends, DateTimeOffset renewal) => Findings.Information(
        CalendarFindingCodes.CertificateRenewed, certificate,
        $"The certificate ends on {CalendarText.Day(ends)} at the latest, before the migration does: its renewal is planned for "
            + $"{CalendarText.Day(renewal)}.",
        "Renew it on old servers, new servers and every proxy: Export-CertificateRenewalScript writes the lines.", "S36");

    public static Finding CertificateEnds(string certificate, DateTimeOffset ends, DateTimeOffset needed) => Findings.Error(
        CalendarFindingCodes.CertificateEnds, certificate,
        $"The certificate ends on {CalendarText.Day(ends)} at the latest and is needed until {CalendarText.Day(needed)}, and the last "
            + "third of its life has no maintenance window for a renewal.",
        "Give -MaintenanceWindow for more days of the week.", "S36");

    public static Finding LifeUnknown(string certificate) => Findings.Information(
        CalendarFindingCodes.LifeUnknown, certificate,
        "An authority of the organisation issues the certificate, so how long it lives is not known and its end is not in the calendar.",
        "See that it ends after the migration.", string.Empty);

    public static Finding SupportEnds(string product, DateTimeOffset day, bool isOver) => Findings.Warning(
        CalendarFindingCodes.SupportEnds, product,
        isOver ? $"Support of {product} ended on {CalendarText.Day(day)}: its servers get no public security updates while they wait."
            : $"Support of {product} ends on {CalendarText.Day(day)}, before the migration does.",
        "Begin with what its servers show to the Internet.", string.Empty);

    private static string Number(MigrationStep step) => step.Number.ToString(CultureInfo.InvariantCulture);
}
