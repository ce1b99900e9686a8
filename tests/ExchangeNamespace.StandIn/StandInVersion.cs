using System;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.StandIn;

/// <summary>A version to stand in for: a version key, and the cumulative update where it matters (null: the newest).</summary>
/// <param name="Key">One of the nine version keys.</param>
/// <param name="CumulativeUpdate">Number of the cumulative update; RTM is 0, 2013 SP1 is 4.</param>
public sealed record StandInVersion(string Key, int? CumulativeUpdate)
{
    /// <summary>True for the versions before Exchange 2010.</summary>
    public bool Is2007 => Key.StartsWith("2007", StringComparison.Ordinal);

    /// <summary>True for the versions where setup enables Outlook Anywhere for good.</summary>
    public bool HasPermanentOutlookAnywhere => VersionKeys.IndexOf(Key) >= VersionKeys.IndexOf("2013");

    /// <summary>True where setup switches Extended Protection on, for which it makes Outlook Anywhere require TLS end to end: 2019 CU14 and SE.</summary>
    public bool HasExtendedProtection => Key == "SE" || (Key == "2019" && (CumulativeUpdate ?? int.MaxValue) >= 14);

    /// <summary>What servers of this version show as AdminDisplayVersion.</summary>
    public string AdminDisplayVersion => (Release
        ?? throw new InvalidOperationException("The build table has no release for '" + this + "'.")).AdminDisplayVersion;

    private ExchangeRelease? Release => Is2007 ? ExchangeReleases.FindBase("2007", Key[4..])
        : CumulativeUpdate switch
        {
            null => ExchangeReleases.All.Last(row => row.Product == Key && row.Update is null && row.Kind != "Preview"),
            0 => ExchangeReleases.FindBase(Key, "RTM"),
            4 when Key == "2013" => ExchangeReleases.FindBase(Key, "SP1") ?? ExchangeReleases.FindBase(Key, "CU4"),
            { } update => ExchangeReleases.FindBase(Key, "CU" + update.ToString(CultureInfo.InvariantCulture)),
        };

    /// <summary>Reads a version key, or a key with a cumulative update: <c>2010</c>, <c>2013RTM</c>, <c>2013SP1</c>, <c>2016CU22</c>.</summary>
    /// <exception cref="ArgumentException">Neither of the two.</exception>
    public static StandInVersion Parse(string text)
    {
        if (string.Equals(text, "2013RTM", StringComparison.OrdinalIgnoreCase))
        {
            return new StandInVersion("2013", 0);
        }

        if (string.Equals(text, "2013SP1", StringComparison.OrdinalIgnoreCase))
        {
            return new StandInVersion("2013", 4);
        }

        int update = text.IndexOf("CU", StringComparison.OrdinalIgnoreCase);
        string key = VersionKeys.All[VersionKeys.IndexOf(update < 0 ? text : text[..update])];
        return new StandInVersion(key, update < 0 ? null : int.Parse(text[(update + 2)..], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => CumulativeUpdate is { } update ? string.Create(CultureInfo.InvariantCulture, $"{Key}CU{update}") : Key;
}
