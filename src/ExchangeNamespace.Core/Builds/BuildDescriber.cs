using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>Adds to a hit everything that follows from the catalogue on a day.</summary>
internal static class BuildDescriber
{
    private const string CumulativeRule =
        "derived: the latest rollup of a service pack contains the earlier rollups of the same service pack (Microsoft Learn ff637981; "
            + "KB953469 on separate series)";

    public static ExchangeBuildInfo Describe(BuildHit hit, DateTime day, string? text = null, string? server = null)
    {
        // Where only the level is known, nothing that belongs to its row may pass for what is installed.
        ExchangeRelease? row = hit.Match == BuildMatch.LevelOnly ? null : hit.Row;
        SupportCalendar support = SupportCalendar.Of(hit.Product);
        List<ExchangeRelease> line = hit.Level is null ? []
            : [.. Releases.Line(hit.Product, hit.Level).Where(r => Releases.IsReleased(r, day))];
        ExchangeRelease? newest = line.LastOrDefault();
        ExchangeRelease? newestOfProduct = Releases.Of(hit.Product).LastOrDefault(r => Releases.IsReleased(r, day));
        bool? isNewest = row is null || newest is null ? null : row == newest;
        IReadOnlyList<ExchangeRelease> contained = row?.Kind == "RU" ? ExchangeReleases.CumulativeOver(row) : [];
        return new ExchangeBuildInfo
        {
            InputText = text is null ? null : ShownText.Of(text),
            Server = server is null ? null : ShownText.Of(server),
            Match = hit.Match,
            Product = hit.Product,
            Level = hit.Level,
            Update = row?.Update,
            Kind = row?.Kind,
            Kb = row?.Kb,
            ReleaseDate = row?.ReleaseDate,
            Build = hit.Build,
            AdminDisplayVersion = (hit.Row ?? newest)?.AdminDisplayVersion,
            HalfYearName = hit.Row?.CuAlias,
            Name = Name(hit, row),
            AsOf = day.Date,
            SupportState = row is not null && !Releases.IsReleased(row, day) ? SupportState.NotReleased : support.On(day),
            MainstreamEnd = support.MainstreamEnd,
            ExtendedEnd = support.ExtendedEnd,
            Replaces = row?.Replaces ?? [],
            ReplacesBasis = row?.ReplacesBasis,
            ReplacesDerived = Updates(contained),
            ReplacesDerivedBasis = contained.Count == 0 ? null : CumulativeRule,
            ReplacedBy = row?.Kb is not { } kb ? []
                : Updates(Releases.Of(hit.Product)
                    .Where(r => r.Replaces.Contains(kb, StringComparer.OrdinalIgnoreCase) && Releases.IsReleased(r, day))),
            ReplacedByDerived = row?.Kind == "RU" ? Updates(line.Where(r => r.Build > row.Build)) : [],
            NewestUpdate = Update(newest),
            IsNewest = isNewest,
            NewestOfProduct = Update(newestOfProduct),
            KnownUntil = Releases.CatalogueDay,
            Missing = hit.Match == BuildMatch.LevelOnly ? [] : Updates(line.Where(r => r.Build > hit.Build)),
            Candidates = Updates(hit.Candidates),
            Lower = Update(hit.Lower),
            Higher = Update(hit.Higher),
            AlternativeBuilds = [.. hit.Row?.AltBuilds.Select(alt => alt.Key) ?? []],
            Fixes = UpdateFix.In(row?.Kb),
            Notes = [.. hit.Notes, .. row?.Notes ?? [], .. BuildNotes.OnDay(hit, support, newestOfProduct is not null, day)],
            Source = row?.Source ?? string.Empty,
        };
    }

    private static string Name(BuildHit hit, ExchangeRelease? row)
    {
        string name = "Exchange Server " + ExchangeVersionReader.ProductText(hit.Product)
            + (hit.Level is null ? string.Empty : " " + hit.Level);
        return row is not null ? ExchangeUpdate.From(row).Name
            : hit.Match == BuildMatch.Unlisted ? name + ", unlisted build"
            : name + ", update unknown";
    }

    private static ExchangeUpdate? Update(ExchangeRelease? row) => row is null ? null : ExchangeUpdate.From(row);

    private static IReadOnlyList<ExchangeUpdate> Updates(IEnumerable<ExchangeRelease> rows) => [.. rows.Select(ExchangeUpdate.From)];
}
