using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>The remarks on a build, and when each is due.</summary>
internal static class BuildNotes
{
    public const string DisplayTextMayBeStale =
        "AdminDisplayVersion shows the service pack or cumulative update only, and can be old: on an Edge server until it is subscribed "
            + "again, and after a recovery with a newer cumulative update. Get-Command ExSetup.exe | ForEach-Object { $_.FileVersionInfo } "
            + "on the server names the update.";

    public const string DisplayTextShowsUpdate =
        "AdminDisplayVersion does not show updates, yet this text has the build of one. Check the file version of ExSetup.exe.";

    public static string PrintedOtherwise(ExchangeRelease row, Version printed) =>
        $"{printed} is printed for this release by some sources; the catalogue holds {row.Build}.";

    public static string Unlisted(ExchangeRelease? lower, ExchangeRelease? higher) =>
        "The build is not in the catalogue, so its update is unknown: an interim update, or one released after "
            + $"{DayText.Of(Releases.CatalogueDay)}. "
        + (lower is null ? "No row is below it. " : $"Nearest below: {ExchangeUpdate.From(lower)}. ")
        + (higher is null ? "No row is above it, which does not make it current." : $"Nearest above: {ExchangeUpdate.From(higher)}.");

    public static string FixOf(string fix, string update) => $"{fix} is a fix that {update} contains.";

    public static string OneOfSeveral(int count) =>
        $"The text names {count.ToString(CultureInfo.InvariantCulture)} builds; each is shown.";

    /// <summary>What holds for the answer on a day, after the remarks of the hit and of the row.</summary>
    public static IEnumerable<string> OnDay(BuildHit hit, SupportCalendar support, bool saysNewest, DateTime day)
    {
        ExchangeRelease? row = hit.Match == BuildMatch.LevelOnly ? null : hit.Row;
        if (row is not null && !Releases.IsReleased(row, day))
        {
            yield return $"Released {row.ReleaseDate}, which is after {DayText.Of(day)}.";
        }

        if (row is not null && support.PaidAfter is { } paidAfter && row.AvailableFrom > paidAfter)
        {
            yield return $"Released after {DayText.Of(paidAfter)}: for subscribers of the paid Extended Security Update programme, by a "
                + "community table.";
        }

        if (saysNewest && day.Date > Releases.CatalogueDay)
        {
            yield return $"What is newest is known up to {DayText.Of(Releases.CatalogueDay)}, the date of the newest row of the catalogue. "
                + "Later updates are not in it.";
        }

        if (support.Note.Length > 0)
        {
            yield return support.Note;
        }
    }
}
