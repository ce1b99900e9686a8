using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// The life of each certificate that a migration orders: its end, and a renewal at two thirds of its life as long as the migration goes on.
/// It is counted from the order, because the day on which an authority issues is not known; a public one issues for the longest life of
/// that day at most.
/// </summary>
internal sealed class CertificateTerms(NamespaceMigration migration, CalendarRequest request, SlotFinder finder)
{
    /// <summary>The steps that order the certificates that a step enables.</summary>
    public static IEnumerable<MigrationStep> Orders(NamespaceMigration migration, MigrationStep step)
    {
        HashSet<string> enabled = new(Changes(step, CertificateStage.Enable).Select(c => c.Certificate), StringComparer.Ordinal);
        return enabled.Count == 0 ? [] : migration.Steps.Where(
            s => s.Number < step.Number && Changes(s, CertificateStage.Order).Any(c => enabled.Contains(c.Certificate)));
    }

    /// <summary>Adds ends and renewals.</summary>
    public void Add(List<CalendarEntry> entries, List<Finding> findings)
    {
        Dictionary<int, DateTimeOffset> done = entries.Where(e => e.Kind == CalendarKind.Step)
            .ToDictionary(e => e.Step!.Number, e => e.End);
        DateTimeOffset end = done.Values.DefaultIfEmpty(request.Now).Max();
        foreach (MigrationStep step in migration.Steps.Where(s => done.ContainsKey(s.Number)))
        {
            foreach (CertificateChange order in Changes(step, CertificateStage.Order))
            {
                if (!IsPublic(order))
                {
                    findings.Add(CalendarFindings.LifeUnknown(order.Certificate));
                    continue;
                }

                MigrationStep? removal = migration.Steps.FirstOrDefault(
                    s => Changes(s, CertificateStage.Remove).Any(c => c.Certificate == order.Certificate) && done.ContainsKey(s.Number));
                Follow(step, order, done[step.Number], removal is null ? end : done[removal.Number], entries, findings);
            }
        }
    }

    private void Follow(MigrationStep step, CertificateChange order, DateTimeOffset ordered, DateTimeOffset needed,
        List<CalendarEntry> entries, List<Finding> findings)
    {
        TimeSpan work = PhaseTime.Of(MigrationPhase.NewCertificate, request.PhaseTimes).Work;
        TimeSpan delivery = PhaseTime.Of(MigrationPhase.Certificate, request.PhaseTimes).Delivery;
        int? days = CertificateCalendar.LifetimeOn(ordered.Date);
        while (days is { } life)
        {
            DateTimeOffset ends = ordered.AddDays(life);
            if (ends >= needed)
            {
                entries.Add(Mark(step, order, ends, life, ordered));
                return;
            }

            DateTimeOffset due = ordered.AddDays(life * 2 / 3);
            TimeSlot[] busy = [
                .. entries.Where(e => e.Window == CalendarHours.MaintenanceWindow).Select(e => new TimeSlot(e.Begin, e.End))];
            if (finder.FreeInWindow(due, ends, work, busy) is not { } slot)
            {
                entries.Add(Mark(step, order, ends, life, ordered));
                findings.Add(CalendarFindings.CertificateEnds(order.Certificate, ends, needed));
                return;
            }

            entries.Add(Renewal(step, order, slot, ends, life, delivery));
            findings.Add(CalendarFindings.CertificateRenewed(order.Certificate, ends, slot.Begin));
            ordered = slot.End;
            days = CertificateCalendar.LifetimeOn(ordered.Date);
        }
    }

    private CalendarEntry Renewal(MigrationStep step, CertificateChange order, TimeSlot slot, DateTimeOffset ends, int life,
        TimeSpan delivery) => new()
    {
        Kind = CalendarKind.Renewal,
        Step = step,
        Title = $"Renew the certificate {order.Certificate} on every machine that shows it",
        Begin = ZoneClock.At(slot.Begin, request.Zone),
        End = ZoneClock.At(slot.End, request.Zone),
        Window = CalendarHours.MaintenanceWindow,
        Reason = $"Two thirds of its {life} days are over, and it ends on {CalendarText.Day(ends)}, before the migration does. Order it by "
            + $"{CalendarText.Day(ZoneClock.At(slot.Begin - delivery, request.Zone))}.",
    };

    private CalendarEntry Mark(MigrationStep step, CertificateChange order, DateTimeOffset ends, int life, DateTimeOffset ordered) => new()
    {
        Kind = CalendarKind.CertificateEnd,
        Step = step,
        Title = $"The certificate {order.Certificate} ends at the latest",
        Begin = ZoneClock.At(ends, request.Zone),
        End = ZoneClock.At(ends, request.Zone),
        Window = CalendarHours.Day,
        Reason = $"A public authority issues for {life} days at most on {CalendarText.Day(ordered)}.",
    };

    /// <summary>Whether a public authority issues it: where the plans do not have it, the shorter life is the safe one.</summary>
    private bool IsPublic(CertificateChange order)
    {
        HashSet<string> names = new(order.Names, StringComparer.OrdinalIgnoreCase);
        return migration.Plans.SelectMany(p => p.Certificates).Append(null)
            .First(c => c is null || c.Names.Any(n => names.Contains(n.Name)))?.Issuer is null or CertificateAuthority.Public;
    }

    private static IEnumerable<CertificateChange> Changes(MigrationStep step, CertificateStage stage) =>
        step.Actions.OfType<CertificateChange>().Where(c => c.Stage == stage);
}
