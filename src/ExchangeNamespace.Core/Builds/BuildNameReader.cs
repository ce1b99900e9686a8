using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>
/// Reads names such as <c>2019 CU14 Mar24SU</c> and <c>Update Rollup 5 for Exchange Server 2007 SP1 (KB953467)</c>: known words in any
/// order. A word that is not known is a fault, because to leave it out could name another build.
/// </summary>
internal static class BuildNameReader
{
    private const string Months =
        "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|"
        + "July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    private static readonly Regex Word = new(
        @"\G(?:
            (?<halfYear> 20[0-9]{2} H [12] (?![0-9]) )
          | (?<product> 20(?:07|10|13|16|19) (?![0-9]) | Subscription\s*Edition
            | SE (?= [^a-z] | \z | RTM | CU [0-9] | (?:" + Months + @") \s* [0-9] ) )
          | (?<plainLevel> RTM | Preview )
          | (?<level> Service\s*Pack | SP | Cumulative\s*Update | CU ) [\s\-]* (?<levelNumber> [1-9][0-9]? ) (?![0-9])
          | (?<rollup> Update\s*Rollup | Rollup | RU | UR ) [\s\-]* (?<rollupNumber> [1-9][0-9]? ) (?![0-9])
            (?: [\s\-]* v (?<version> [1-9] ) (?![0-9]) )?
          | (?<month> " + Months + @" ) [\s\-]* (?: 20 )? (?<year> [0-9]{2} ) [\s\-]*
            (?<updateKind> SU | HU | Security\s*Update | Hotfix\s*Update ) (?: [\s\-]* v (?<version> [1-9] ) (?![0-9]) )?
          | KB [\s:\-]* (?<kb> [0-9]{4,8} ) (?![0-9])
          | (?<kindOnly> Security\s*Update | Hotfix\s*Update )
          | (?: Microsoft | Exchange | Server | for | [\s,;:()\-/]+ )
        )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

    /// <summary>Reads a name; null with one fault when a word is not known or two contradict each other.</summary>
    public static NameQuery? Read(string text, string? given, string parameter, ICollection<InputFault> faults)
    {
        var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        bool hasKindOnly = false;
        UpdateName? update = null;
        for (int at = 0; at < text.Length;)
        {
            Match word = Word.Match(text, at);
            if (!word.Success || word.Length == 0)
            {
                faults.Add(BuildFaults.Unreadable(text, given, parameter));
                return null;
            }

            at += word.Length;
            hasKindOnly |= word.Groups["kindOnly"].Success;
            Note(words, "product", ProductText(word.Groups["product"]));
            Note(words, "level", Level(word));
            Note(words, "half-year name", Upper(word.Groups["halfYear"]));
            Note(words, "KB number", word.Groups["kb"].Success ? "KB" + word.Groups["kb"].Value : null);
            update = Update(word) ?? update;
            Note(words, "update", Update(word)?.ToString());
        }

        if (words.TryGetValue("product", out HashSet<string>? named) && named.Count == 1
            && words.TryGetValue("level", out HashSet<string>? levels))
        {
            words["level"] = new HashSet<string>(levels.Select(level => ExchangeReleases.OfficialLevel(named.Single(), level)),
                StringComparer.OrdinalIgnoreCase);
        }

        if (words.FirstOrDefault(w => w.Value.Count > 1) is { Value: not null } twice)
        {
            faults.Add(new InputFault(
                FaultIds.BuildTextAmbiguous, parameter, given,
                $"'{VisibleText.Short(text)}' has more than one {twice.Key}: {string.Join(", ", twice.Value)}. Name one build."));
            return null;
        }

        NameQuery query = new(
            One(words, "product") is { } product && Enum.TryParse("Exchange" + product, out ExchangeProduct known) ? known : null,
            One(words, "level"), One(words, "half-year name"), update, One(words, "KB number"));
        if (query.Kb is null && (query.Product is null || (hasKindOnly && query.Update is null)))
        {
            faults.Add(BuildFaults.Unreadable(text, given, parameter));
            return null;
        }

        return query;
    }

    private static void Note(Dictionary<string, HashSet<string>> words, string kind, string? value)
    {
        if (value is not null)
        {
            if (!words.TryGetValue(kind, out HashSet<string>? values))
            {
                words.Add(kind, values = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            }

            values.Add(value);
        }
    }

    private static string? One(Dictionary<string, HashSet<string>> words, string kind) =>
        words.TryGetValue(kind, out HashSet<string>? values) ? values.Single() : null;

    private static string? ProductText(Group product) => !product.Success ? null : product.Value.Length == 4 ? product.Value : "SE";

    private static string? Upper(Group group) => group.Success ? group.Value.ToUpperInvariant() : null;

    private static string? Level(Match word) => word.Groups["level"].Success
        ? (word.Groups["level"].Value.StartsWith("S", StringComparison.OrdinalIgnoreCase) ? "SP" : "CU") + word.Groups["levelNumber"].Value
        : word.Groups["plainLevel"].Success ? word.Groups["plainLevel"].Value : null;

    private static UpdateName? Update(Match word)
    {
        int? version = word.Groups["version"].Success ? word.Groups["version"].Value[0] - '0' : null;
        if (word.Groups["rollup"].Success)
        {
            return new UpdateName("Update Rollup " + word.Groups["rollupNumber"].Value, version);
        }

        if (!word.Groups["month"].Success)
        {
            return null;
        }

        string month = word.Groups["month"].Value.Substring(0, 3).ToLowerInvariant();
        string kind = word.Groups["updateKind"].Value.StartsWith("S", StringComparison.OrdinalIgnoreCase) ? "SU" : "HU";
        return new UpdateName(
            string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}{3}", char.ToUpperInvariant(month[0]), month.Substring(1),
                word.Groups["year"].Value, kind), version);
    }
}
