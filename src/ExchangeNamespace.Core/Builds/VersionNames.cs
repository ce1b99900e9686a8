using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>
/// The builds behind the names that the tables use: the nine whole versions (<c>2007SP1</c>, <c>2016</c>), the levels of the table of
/// builds (<c>2016CU22</c>, <c>2013SP1</c>), and a build itself.
/// </summary>
internal static class VersionNames
{
    private static readonly IReadOnlyList<(string Name, Version From)> Whole =
    [
        ("2007RTM", ExchangeBuilds.Exchange2007),
        ("2007SP1", ExchangeBuilds.Exchange2007Sp1),
        ("2007SP2", ExchangeBuilds.Exchange2007Sp2),
        ("2007SP3", ExchangeBuilds.Exchange2007Sp3),
        ("2010", ExchangeBuilds.Exchange2010),
        ("2013", ExchangeBuilds.Exchange2013),
        ("2016", ExchangeBuilds.Exchange2016),
        ("2019", ExchangeBuilds.Exchange2019),
        ("SE", ExchangeBuilds.ExchangeSE),
    ];

    /// <summary>The builds of a name.</summary>
    /// <exception cref="ArgumentException">Neither a version, nor a level of the table of builds, nor a build.</exception>
    public static VersionRange Find(string name)
    {
        for (int i = 0; i < Whole.Count; i++)
        {
            if (string.Equals(Whole[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return new VersionRange(Whole[i].From, StartAt(i + 1));
            }
        }

        Version build = Releases.FirstOrDefault(r => string.Equals(NameOf(r), name, StringComparison.OrdinalIgnoreCase))?.Build
            ?? (Version.TryParse(name, out Version? written) ? written : throw new ArgumentException(
                $"'{name}' is not a version. Known: {string.Join(", ", Whole.Select(w => w.Name))}, a level of the table of builds such as "
                + "2016CU23, and a build such as 15.1.2507.6.",
                nameof(name)));
        return new VersionRange(build, Next(build));
    }

    /// <summary>The builds that a bare product name may stand for, from its lowest build on.</summary>
    public static Version? EndOf(ExchangeProduct product) => product switch
    {
        ExchangeProduct.Exchange2007 => ExchangeBuilds.Exchange2010,
        ExchangeProduct.Exchange2010 => ExchangeBuilds.Exchange2013,
        ExchangeProduct.Exchange2013 => ExchangeBuilds.Exchange2016,
        ExchangeProduct.Exchange2016 => ExchangeBuilds.Exchange2019,
        ExchangeProduct.Exchange2019 => ExchangeBuilds.ExchangeSE,
        ExchangeProduct.ExchangeSE => null,
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "The table of versions has no such product."),
    };

    /// <summary>The name of the version that begins with a build.</summary>
    public static string First(Version from) =>
        Whole.FirstOrDefault(w => w.From == from).Name
        ?? (Releases.FirstOrDefault(r => r.Build == from) is { } release ? NameOf(release) : from.ToString());

    /// <summary>The name of the last version below a build.</summary>
    public static string Last(Version? below)
    {
        int whole = below is null ? Whole.Count : Whole.TakeWhile(w => w.From != below).Count();
        if (below is null || whole < Whole.Count)
        {
            return Whole[whole - 1].Name;
        }

        ExchangeRelease? last = Releases.Any(r => r.Build == below) ? Releases.Last(r => r.Build < below) : null;
        return last is null ? "the last build before " + below : NameOf(last);
    }

    private static IEnumerable<ExchangeRelease> Releases => ExchangeReleases.All.Where(r => r.Update is null);

    private static string NameOf(ExchangeRelease release) => release.Product + release.Level;

    private static Version? StartAt(int index) => index < Whole.Count ? Whole[index].From : null;

    private static Version? Next(Version build)
    {
        Version? whole = Whole.FirstOrDefault(w => w.From > build).From;
        return Releases.FirstOrDefault(r => r.Build > build) is { } next && (whole is null || next.Build < whole) ? next.Build : whole;
    }
}
