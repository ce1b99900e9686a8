using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Builds;

/// <summary>Reads the forms in which a build is written: numbers here, names in <see cref="BuildNameReader"/>.</summary>
internal static class BuildTextReader
{
    private const int LongestText = 4000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Display = new(
        @"\Aversion\s+([0-9]{1,3})\.([0-9]{1,3})\s*\(build\s+([0-9]{1,6})\.([0-9]{1,6})(?::.{0,200})?\)\z", Options);

    private static readonly Regex Dotted = new(
        @"\A(?:(?:version|build|mapi\s+id|id|v)(?:\s*:)?\s*)?([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?\z", Options);

    private static readonly Regex HeaderId = new(@"(?<![\w.\-])id\s+([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,6})\.([0-9]{1,6})(?![\w.\-])",
        Options);

    private static readonly Regex BareKb = new(@"\A[0-9]{5,8}\z", Options);

    private static readonly Regex DirectoryInteger = new(@"\A[0-9]{9,10}\z", Options);

    /// <summary>Reads a text; null with one fault when it has no known form.</summary>
    public static BuildQuery? Read(string? text, string parameter, ICollection<InputFault> faults)
    {
        string trimmed = text?.Trim() ?? string.Empty;
        if (trimmed.Length == 0)
        {
            faults.Add(new InputFault(FaultIds.BuildTextEmpty, parameter, text, "No version text. " + BuildFaults.Forms));
            return null;
        }

        if (trimmed.Length > LongestText)
        {
            faults.Add(BuildFaults.Unreadable(trimmed, text, parameter));
            return null;
        }

        if (Display.Match(trimmed) is { Success: true } display)
        {
            return new NumberQuery(Number(display), IsDisplayText: true);
        }

        if (Dotted.Match(trimmed) is { Success: true } dotted)
        {
            return new NumberQuery(Number(dotted), IsDisplayText: false);
        }

        if (BareKb.IsMatch(trimmed))
        {
            return new NameQuery(Product: null, Level: null, HalfYearName: null, Update: null, "KB" + trimmed);
        }

        if (DirectoryInteger.IsMatch(trimmed))
        {
            faults.Add(new InputFault(
                FaultIds.BuildTextUnreadable, parameter, text,
                $"'{trimmed}' looks like the versionNumber of Active Directory, whose layout is not documented and which lacks the "
                    + "revision. Give the serialNumber of the server or its AdminDisplayVersion."));
            return null;
        }

        List<Version> ids = [.. HeaderId.Matches(trimmed).Cast<Match>().Select(Number).Distinct()];
        switch (ids.Count)
        {
            case 0:
                return BuildNameReader.Read(trimmed, text, parameter, faults);
            case 1:
                return new NumberQuery(ids[0], IsDisplayText: false);
            default:
                faults.Add(new InputFault(
                    FaultIds.BuildTextAmbiguous, parameter, text,
                    $"The text carries several build numbers: {string.Join(", ", ids)}. Give one Received line, or one of them."));
                return null;
        }
    }

    private static Version Number(Match match)
    {
        int[] parts = [
            .. Enumerable.Range(1, 4).Where(i => match.Groups[i].Success)
                .Select(i => int.Parse(match.Groups[i].Value, NumberStyles.None, CultureInfo.InvariantCulture))];
        int build = ExchangeVersionReader.WithoutRawOffset(parts[2]);
        return parts.Length == 4 ? new Version(parts[0], parts[1], build, parts[3]) : new Version(parts[0], parts[1], build);
    }
}
