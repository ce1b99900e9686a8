using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>
/// Reads version texts by the build catalogue. A dialect is never guessed: what is not known is a fault that lists what is.
/// </summary>
public static class ExchangeVersionReader
{
    /// <summary>The texts offered by tab completion, oldest first.</summary>
    public static readonly IReadOnlyList<string> CommonTexts = ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2010SP3", "2013",
        "2013CU23", "2016", "2016CU23", "2019", "2019CU12", "2019CU15", "SE"];

    private const string Choices =
        "Use 2007RTM, 2007SP1, 2007SP2, 2007SP3, 2010, 2013, 2016, 2019, SE, a level such as 2016CU23, or the text of AdminDisplayVersion.";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The offset that Active Directory adds to the build in the raw serial number.</summary>
    private const int RawOffset = 30000;

    private static readonly Regex Named = new(
        @"\A(?:Microsoft\s+)?(?:Exchange\s*)?(?:Server\s+)?(2007|2010|2013|2016|2019|SE|Subscription\s+Edition)"
            + @"(?:[\s_-]*(?:(RTM|Preview)|(SP|Service\s*Pack|CU|Cumulative\s*Update)\s*([1-9][0-9]{0,2})))?\z",
        Options);

    private static readonly Regex Display = new(
        @"\AVersion\s+([0-9]{1,3})\.([0-9]{1,3})\s+\(Build\s+([0-9]{1,6})\.([0-9]{1,6})(?::[^()]{0,200})?\)\z", Options);

    private static readonly Regex Dotted = new(@"\A([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?\z", Options);

    /// <summary>Reads a version text.</summary>
    /// <param name="text">Product, product and level, display text or build.</param>
    /// <param name="parameter">Where it came from, for the fault.</param>
    /// <param name="version">The version read.</param>
    /// <param name="fault">Why it was refused.</param>
    /// <returns>Whether the text names a version.</returns>
    public static bool TryParse(string? text, string parameter, [NotNullWhen(true)] out ExchangeVersion? version,
        [NotNullWhen(false)] out InputFault? fault)
    {
        fault = null;
        string trimmed = text?.Trim() ?? string.Empty;
        if (trimmed.Length == 0)
        {
            version = null;
            fault = new InputFault(FaultIds.VersionMissing, parameter, text, "No Exchange version. " + Choices);
            return false;
        }

        Match named = Named.Match(trimmed);
        version = named.Success ? FromName(named) : FromBuild(trimmed);
        if (version is null)
        {
            fault = !named.Success
                ? new InputFault(FaultIds.VersionUnknown, parameter, text,
                    $"'{VisibleText.Short(trimmed)}' is not a version that this module knows. " + Choices)
                : LevelOf(named) is { } level
                    ? new InputFault(FaultIds.VersionUnknown, parameter, text, NoSuchLevel(ProductOf(named), level))
                    : new InputFault(FaultIds.VersionAmbiguous, parameter, text,
                        "'2007' is not enough: RTM and the service packs exclude each other's parameters. Use 2007RTM, 2007SP1, 2007SP2 or "
                            + "2007SP3.");
        }

        return version is not null;
    }

    /// <summary>Reads a version text where the service packs of 2007 are all alike: 2007 alone is enough, and stands for SP1.</summary>
    internal static bool TryParseProduct(string? text, string parameter, [NotNullWhen(true)] out ExchangeVersion? version,
        [NotNullWhen(false)] out InputFault? fault) =>
        TryParse(text, parameter, out version, out fault)
        || (fault.Id == FaultIds.VersionAmbiguous && TryParse(text!.Trim() + "SP1", parameter, out version, out fault));

    /// <summary>The product as a user writes it.</summary>
    /// <param name="product">A product.</param>
    /// <returns><c>2007</c> to <c>2019</c>, or <c>SE</c>.</returns>
    public static string ProductText(ExchangeProduct product) => product.ToString().Substring("Exchange".Length);

    private static string ProductOf(Match named) => named.Groups[1].Value.Length == 4 ? named.Groups[1].Value : "SE";

    /// <summary>The level as the catalogue writes it, however it was spelt; null for a bare product.</summary>
    private static string? LevelOf(Match named) => named.Groups[2].Success ? named.Groups[2].Value
        : named.Groups[4].Success ? (named.Groups[3].Value[0] is 'S' or 's' ? "SP" : "CU") + named.Groups[4].Value
        : null;

    private static string NoSuchLevel(string product, string level)
    {
        ExchangeRelease newest = ExchangeReleases.All.Last(r => r.Update is null && r.Product == product && r.Level != "Preview");
        string bare = product == "2007" ? string.Empty : $", or {product} for lines that every update of it takes";
        return $"Exchange {product} has no {level.ToUpperInvariant()} that this module knows; the newest is {newest.Level}, released "
            + $"{newest.ReleaseDate}. Say {product}{newest.Level}{bare}. A newer level may need a newer version of this module.";
    }

    private static ExchangeVersion? FromName(Match match)
    {
        string product = ProductOf(match);
        if (LevelOf(match) is { } level)
        {
            return ExchangeReleases.FindBase(product, ExchangeReleases.OfficialLevel(product, level)) is { } release
                ? FromRelease(release) : null;
        }

        return Enum.TryParse("Exchange" + product, out ExchangeProduct known) && LowestBuild(known) is { } lowest
            ? new ExchangeVersion(known, lowest, level: null, product)
            : null;
    }

    /// <summary>The lowest build that lines for the bare product name are written for; 2013 means SP1 and later, 2007 has none.</summary>
    private static Version? LowestBuild(ExchangeProduct product) => product switch
    {
        ExchangeProduct.Exchange2010 => ExchangeBuilds.Exchange2010,
        ExchangeProduct.Exchange2013 => ExchangeBuilds.Exchange2013Sp1,
        ExchangeProduct.Exchange2016 => ExchangeBuilds.Exchange2016,
        ExchangeProduct.Exchange2019 => ExchangeBuilds.Exchange2019,
        ExchangeProduct.ExchangeSE => ExchangeBuilds.ExchangeSE,
        ExchangeProduct.Exchange2007 => null,
        _ => throw ClosedSet.Outside(product),
    };

    private static ExchangeVersion FromRelease(ExchangeRelease release) =>
        new(ProductOf(release.Build)!.Value, release.Build, release.Level, release.Product + release.Level);

    private static ExchangeVersion? FromBuild(string text)
    {
        Match match = Display.Match(text) is { Success: true } display ? display : Dotted.Match(text);
        if (!match.Success)
        {
            return null;
        }

        int[] parts = [
            .. Enumerable.Range(1, 4)
                .Select(i => match.Groups[i].Success ? int.Parse(match.Groups[i].Value, CultureInfo.InvariantCulture) : 0)];
        parts[2] = WithoutRawOffset(parts[2]);
        Version build = new(parts[0], parts[1], parts[2], parts[3]);
        if (ProductOf(build) is not { } product)
        {
            return null;
        }

        return ExchangeReleases.All.FirstOrDefault(r => r.Update is null && r.Build == build) is { } release
            ? FromRelease(release)
            : new ExchangeVersion(product, build, level: null, build.ToString());
    }

    /// <summary>The build without the 30000 that the raw serial number in Active Directory adds.</summary>
    internal static int WithoutRawOffset(int build) => build >= RawOffset ? build - RawOffset : build;

    /// <summary>The product of a build by its family; null for a family that no Exchange of 2007 or later has.</summary>
    internal static ExchangeProduct? ProductOf(Version build) => (build.Major, build.Minor) switch
    {
        (8, <= 3) => ExchangeProduct.Exchange2007,
        (14, <= 3) => ExchangeProduct.Exchange2010,
        (15, 0) => ExchangeProduct.Exchange2013,
        (15, 1) => ExchangeProduct.Exchange2016,
        (15, 2) => build.Build >= ExchangeBuilds.ExchangeSE.Build ? ExchangeProduct.ExchangeSE : ExchangeProduct.Exchange2019,
        _ => null,
    };
}
