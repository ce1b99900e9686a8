using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>Finds what a query names in the catalogue. What is not there is said to be unlisted or refused, never guessed.</summary>
internal static class BuildResolver
{
    /// <summary>Every row that the query names; empty with one fault when nothing matches.</summary>
    public static IReadOnlyList<BuildHit> Resolve(BuildQuery query, string? given, string parameter,
        ICollection<InputFault> faults) => query switch
    {
        NumberQuery number => ByNumber(number, given, parameter, faults) is { } hit ? [hit] : [],
        NameQuery name => ByName(name, given, parameter, faults),
        _ => throw new ArgumentOutOfRangeException(nameof(query)),
    };

    private static BuildHit? ByNumber(NumberQuery query, string? given, string parameter, ICollection<InputFault> faults)
    {
        Version build = query.Build;
        if (ExchangeVersionReader.ProductOf(build) is not { } product)
        {
            faults.Add(BuildFaults.FamilyUnknown(build, given, parameter));
            return null;
        }

        if (build.Revision < 0)
        {
            return ByThreeParts(build, product, given, parameter, faults);
        }

        if (ExchangeReleases.FindExact(build) is not { } row)
        {
            return Unlisted(build, product);
        }

        bool isOwnNumber = row.Build == build;
        if (query.IsDisplayText && row.Update is null)
        {
            return LevelOf(row, [.. Releases.Line(product, row.Level)],
                isOwnNumber ? [BuildNotes.DisplayTextMayBeStale]
                    : [BuildNotes.PrintedOtherwise(row, build), BuildNotes.DisplayTextMayBeStale]);
        }

        return BuildHit.Of(row, isOwnNumber ? BuildMatch.Exact : BuildMatch.AlternativeNumber) with
        {
            Notes = [.. isOwnNumber ? [] : new[] { BuildNotes.PrintedOtherwise(row, build) },
                .. query.IsDisplayText ? [BuildNotes.DisplayTextShowsUpdate] : Array.Empty<string>()],
        };
    }

    private static BuildHit? ByThreeParts(Version build, ExchangeProduct product, string? given, string parameter,
        ICollection<InputFault> faults)
    {
        List<ExchangeRelease> rows = [
            .. ExchangeReleases.All.Where(
                r => r.Build.Major == build.Major && r.Build.Minor == build.Minor && r.Build.Build == build.Build)];
        switch (rows.Count)
        {
            case 0:
                faults.Add(new InputFault(
                    FaultIds.BuildTextUnreadable, parameter, given,
                    $"{build} is in no row of the catalogue, and without its fourth part its place is not certain. Give all four parts."));
                return null;
            case 1:
                return BuildHit.Of(rows[0]);
            default:
                ExchangeRelease level = ExchangeReleases.FindBase(ExchangeVersionReader.ProductText(product), rows[0].Level)!;
                return LevelOf(level, rows, ["The fourth part of the build is missing, and it is what tells the updates apart."]);
        }
    }

    private static BuildHit LevelOf(ExchangeRelease level, IReadOnlyList<ExchangeRelease> candidates, IReadOnlyList<string> notes) =>
        BuildHit.Of(level, BuildMatch.LevelOnly) with { Candidates = candidates, Notes = notes };

    private static BuildHit Unlisted(Version build, ExchangeProduct product)
    {
        ExchangeRelease? lower = Releases.Of(product).LastOrDefault(r => r.Build < build);
        ExchangeRelease? higher = Releases.Of(product).FirstOrDefault(r => r.Build > build);
        return new BuildHit(BuildMatch.Unlisted, product, build)
        {
            Level = lower is not null && IsOnLevel(build, lower) ? lower.Level : null,
            Lower = lower,
            Higher = higher,
            Notes = [BuildNotes.Unlisted(lower, higher)],
        };
    }

    // In 2007 and 2010 the minor number is the service pack; later each cumulative update has a third part of its own.
    private static bool IsOnLevel(Version build, ExchangeRelease row) =>
        build.Minor == row.Build.Minor && (build.Major < ExchangeBuilds.Exchange2013.Major || build.Build == row.BaseBuild.Build);

    private static IReadOnlyList<BuildHit> ByName(NameQuery query, string? given, string parameter, ICollection<InputFault> faults)
    {
        IReadOnlyList<string> kbs = query.Kb is null ? [] : ExchangeReleases.All.Any(r => Same(r.Kb, query.Kb)) ? [query.Kb]
            : UpdateFix.UpdatesWith(query.Kb);
        if (query.Kb is not null && kbs.Count == 0)
        {
            faults.Add(BuildFaults.KbUnknown(query.Kb, given, parameter));
            return [];
        }

        if (query is { Product: { } product, Level: null, HalfYearName: null, Update: null, Kb: null })
        {
            return ProductAlone(product, given, parameter, faults);
        }

        List<ExchangeRelease> rows = Named(query, kbs);
        if (rows.Count == 0)
        {
            faults.Add(query.Product is null ? BuildFaults.Unreadable(given!, given, parameter)
                : BuildFaults.NameUnknown(query, given, parameter));
            return [];
        }

        bool isFix = query.Kb is not null && !Same(kbs[0], query.Kb);
        IReadOnlyList<string> notes =
        [
            .. isFix ? [BuildNotes.FixOf(query.Kb!, kbs[0])] : Array.Empty<string>(),
            .. rows.Count > 1 ? [BuildNotes.OneOfSeveral(rows.Count)] : Array.Empty<string>(),
        ];
        return [.. rows.Select(row => BuildHit.Of(row, isFix ? BuildMatch.FixOfUpdate : BuildMatch.Exact) with { Notes = notes })];
    }

    private static IReadOnlyList<BuildHit> ProductAlone(ExchangeProduct product, string? given, string parameter,
        ICollection<InputFault> faults)
    {
        List<ExchangeRelease> levels = [.. Releases.Of(product).Where(r => r.Update is null)];
        if (levels.Count == 1)
        {
            return [LevelOf(levels[0], [.. Releases.Of(product)], [])];
        }

        faults.Add(BuildFaults.ProductOnly(product, given, parameter));
        return [];
    }

    private static List<ExchangeRelease> Named(NameQuery query, IReadOnlyList<string> kbs)
    {
        List<ExchangeRelease> levels = [.. ExchangeReleases.All.Where(r => r.Update is null
            && (query.Product is null || Releases.ProductOf(r) == query.Product)
            && (query.Level is null || Same(r.Level, query.Level))
            && (query.HalfYearName is null || Same(r.CuAlias, query.HalfYearName)))];
        if (query.Update is null && kbs.Count == 0)
        {
            return levels;
        }

        return [.. levels
            .SelectMany(level =>
                query.Update is null ? Releases.Line(Releases.ProductOf(level), level.Level) : Updates(level, query.Update))
            .Where(r => kbs.Count == 0 || kbs.Contains(r.Kb, StringComparer.OrdinalIgnoreCase))
            .OrderBy(r => r.Build)];
    }

    // A name without a version number means the row of exactly that name; where none is, every version of it. A first version is often
    // printed without "v1".
    private static IReadOnlyList<ExchangeRelease> Updates(ExchangeRelease level, UpdateName name)
    {
        List<ExchangeRelease> line = [.. Releases.Line(Releases.ProductOf(level), level.Level).Where(r => r.Update is not null)];
        List<ExchangeRelease> plain = [.. line.Where(r => Same(r.Update, name.Text))];
        if (name.Version is { } version)
        {
            List<ExchangeRelease> versioned = [.. line.Where(r => IsVersion(r, name.Text, v => v == version))];
            return versioned.Count == 0 && version == 1 ? plain : versioned;
        }

        return plain.Count > 0 ? plain : [.. line.Where(r => IsVersion(r, name.Text, _ => true))];
    }

    private static bool IsVersion(ExchangeRelease row, string name, Func<int, bool> wanted) =>
        row.Update!.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && row.Update.Substring(name.Length).TrimStart() is { Length: 2 } tail
        && tail[0] == 'v' && wanted(tail[1] - '0');

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
