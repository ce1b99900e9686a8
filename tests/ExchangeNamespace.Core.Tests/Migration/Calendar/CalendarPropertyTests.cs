using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.Migration.MigrationSamples;

namespace ExchangeNamespace.Tests.Migration.Calendar;

/// <summary>What holds for the calendar of every migration, tried with random steps, windows and dates.</summary>
public class CalendarPropertyTests
{
    private static readonly string[] Windows =
        ["Sat 22:00-02:00", "Daily 20:00-23:00", "Sun 02:00-04:00", "Mon-Thu 21:00-21:45", "Sat,Sun 06:00-18:00", "Fri 23:30-00:30"];

    private static readonly TimeSpan Transfer = new(3, 15, 0);

    [Fact]
    public void No_step_comes_before_what_it_waits_for_and_what_clients_notice_lies_in_a_window()
    {
        int placed = 0;
        int unplaced = 0;
        int moved = 0;
        for (int seed = 0; seed < RandomCases.Of(400, 4000); seed++)
        {
            Random random = new(seed);
            NamespaceMigration migration = Of(Steps(random));
            CalendarInput input = CalendarSamples.Input(new DateTime(2026, 1, 2).AddDays(random.Next(1500)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                [.. Windows.OrderBy(_ => random.Next()).Take(1 + random.Next(2))]) with
            {
                Zone = random.Next(2) == 0 ? TimeZoneInfo.Utc : CalendarSamples.Berlin,
                TimeToLive = random.Next(2) == 0 ? null : TimeSpan.FromMinutes(random.Next(1, 3000)),
            };
            MigrationCalendar calendar = CalendarSamples.Plan(migration, input);
            try
            {
                Hold(migration, calendar, CalendarSamples.Request(input));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}\n{calendar.Days()}", e);
            }

            placed += calendar.Entries.Count(e => e.Kind == CalendarKind.Step);
            unplaced += calendar.Unplaced.Count;
            moved += migration.Steps.Count(s => s.Actions.OfType<DnsChange>().Any(RecordMoves.Moves));
        }

        Assert.True(placed > 1000 && unplaced > 100 && moved > 200, $"{placed} placed, {unplaced} without a day, {moved} moves of records.");
    }

    private static void Hold(NamespaceMigration migration, MigrationCalendar calendar, CalendarRequest request)
    {
        Dictionary<string, CalendarEntry> entries = calendar.Entries.Where(e => e.Kind == CalendarKind.Step).ToDictionary(e => e.Step!.Id);
        Assert.Equal(migration.Steps.Count, entries.Count + calendar.Unplaced.Count);
        Assert.Equal(calendar.Unplaced.Count > 0, calendar.Findings.Any(f => f.Severity == FindingSeverity.Error && f.Code is "EXN682" or "EXN683"));
        Assert.Equal([.. calendar.Entries.Select(e => e.Begin).OrderBy(b => b)], calendar.Entries.Select(e => e.Begin));
        CalendarEntry? before = null;
        foreach (CalendarEntry entry in entries.Values.OrderBy(e => e.Number))
        {
            Assert.True(entry.Begin >= calendar.Start, $"Step {entry.Number} begins before the start.");
            Assert.True(before is null || entry.Begin >= before.End, $"Step {entry.Number} begins within step {before?.Number}.");
            before = entry;
            foreach (string id in entry.Step!.DependsOn)
            {
                CalendarEntry needed = entries[id];
                // A stated time to live replaces the assumption behind the wait of a step that lowers records.
                bool isReplaced = request.TimeToLive is not null
                    && needed.Step!.Actions.OfType<DnsChange>().Any(c => RecordMoves.Lowers(c) && c.TimeToLiveBefore is null);
                TimeSpan wait = isReplaced ? TimeSpan.Zero : needed.Step!.Wait?.Duration ?? TimeSpan.Zero;
                Assert.True(entry.Begin >= needed.End + wait, $"Step {entry.Number} begins before the wait of step {needed.Number}.");
                Assert.True(needed.WaitUntil is null || entry.Begin >= needed.WaitUntil, $"Step {entry.Number} begins in a wait.");
            }

            foreach (DnsChange move in entry.Step.Actions.OfType<DnsChange>().Where(RecordMoves.Moves))
            {
                foreach ((CalendarEntry lowering, DnsChange lower) in entries.Values.Where(e => e.Number < entry.Number)
                    .SelectMany(e => e.Step!.Actions.OfType<DnsChange>().Where(RecordMoves.Lowers), (e, c) => (e, c))
                    .OrderBy(l => l.e.Number)
                    .Where(l => l.c.Name.Value == move.Name.Value && l.c.View == move.View)
                    // What was lowered before is known to be low.
                    .Where((l, i) => i == 0 || l.c.TimeToLiveBefore is not null))
                {
                    TimeSpan old = lower.TimeToLiveBefore ?? request.TimeToLive ?? TimeSpan.FromDays(1);
                    Assert.True(entry.Begin >= lowering.End + old + Transfer, $"Step {entry.Number} moves a record that resolvers still keep.");
                }
            }

            // The clients of a pilot are chosen, and their users are at work.
            bool isNoticed = entry.Step.Effects.Count > 0 && entry.Step.Phase != MigrationPhase.Pilot;
            Assert.True(!isNoticed || entry.Window == CalendarHours.MaintenanceWindow, $"Step {entry.Number} is noticed outside a window.");
            IReadOnlyList<WeeklyHours> hours = entry.Window == CalendarHours.MaintenanceWindow ? request.Windows : CalendarAssumptions.WorkingHours;
            Assert.True(hours.Any(h => Lies(h, entry.Begin) && (entry.Window == CalendarHours.WorkingHours || Lies(h, entry.End.AddTicks(-1)))),
                $"Step {entry.Number} lies outside its hours.");
        }
    }

    /// <summary>By the clock alone, as a person reads it.</summary>
    private static bool Lies(WeeklyHours hours, DateTimeOffset moment)
    {
        TimeSpan clock = moment.TimeOfDay;
        DayOfWeek yesterday = moment.AddDays(-1).DayOfWeek;
        return hours.To > hours.From
            ? hours.Days.Contains(moment.DayOfWeek) && clock >= hours.From && clock < hours.To
            : (hours.Days.Contains(moment.DayOfWeek) && clock >= hours.From) || (hours.Days.Contains(yesterday) && clock < hours.To);
    }

    private static IEnumerable<MigrationStep> Steps(Random random)
    {
        List<MigrationStep> steps = [];
        int count = random.Next(1, 14);
        for (int number = 1; number <= count; number++)
        {
            MigrationPhase phase = (MigrationPhase)random.Next(Enum.GetValues(typeof(MigrationPhase)).Length);
            DnsView view = random.Next(2) == 0 ? DnsView.Internal : DnsView.External;
            MigrationAction action = random.Next(6) switch
            {
                0 => Lower(view, random.Next(2) == 0 ? null : TimeSpan.FromMinutes(random.Next(6, 4000))),
                1 => Move(view),
                2 => Certificate(CertificateStage.Order),
                3 => Certificate(CertificateStage.Enable),
                _ => new ManualWork { Text = "Do it." },
            };
            steps.Add(Step(number, phase, [action], effects: random.Next(3) == 0 ? [new ClientEffect("Outlook", "It connects again.")] : [],
                dependsOn: [.. steps.Where(_ => random.Next(4) == 0).Select(s => s.Id)],
                wait: random.Next(3) == 0
                    ? new MigrationWait(TimeSpan.FromMinutes(random.Next(20000)), "caches", "a document", MigrationCertainty.Documented) : null));
        }

        return steps;
    }
}
