using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>Why a version text names no build.</summary>
internal static class BuildFaults
{
    public const string Forms =
        "Give a build such as 15.2.1748.37, the text of AdminDisplayVersion, names such as '2019 CU14 Mar24SU', or a KB number.";

    public static InputFault Unreadable(string text, string? given, string parameter) => new(
        FaultIds.BuildTextUnreadable, parameter, given, $"'{Quote(text)}' is not a form in which an Exchange build is written. {Forms}");

    public static InputFault FamilyUnknown(Version build, string? given, string parameter) => new(
        FaultIds.BuildFamilyUnknown, parameter, given,
        $"{build} is no build of Exchange 2007 or later: their families are 8.0 to 8.3, 14.0 to 14.3, 15.0, 15.1 and 15.2.");

    public static InputFault KbUnknown(string kb, string? given, string parameter) => new(
        FaultIds.BuildKbUnknown, parameter, given,
        $"{kb} is not in the catalogue, whose newest row is of {DayText.Of(Releases.CatalogueDay)}. It may be newer, or no update of "
            + "Exchange 2007 or later.");

    public static InputFault ProductOnly(ExchangeProduct product, string? given, string parameter) => new(
        FaultIds.BuildTextAmbiguous, parameter, given,
        $"'{Quote(given ?? string.Empty)}' names a product but no build. Add a level ({Levels(product)}), or list the product with "
            + $"-Product {ExchangeVersionReader.ProductText(product)}.");

    public static InputFault NameUnknown(NameQuery query, string? given, string parameter)
    {
        ExchangeProduct product = query.Product!.Value;
        string text = "Exchange " + ExchangeVersionReader.ProductText(product);
        string? level = query.Level
            ?? Releases.Of(product).FirstOrDefault(r => r.CuAlias == query.HalfYearName && query.HalfYearName is not null)?.Level;
        List<string> updates = level is null ? []
            : [.. Releases.Line(product, level).Where(r => r.Update is not null).Select(r => r.Update!)];
        string known = level is null || !Releases.Line(product, level).Any() ? $"{text} has {Levels(product)}."
            : updates.Count == 0 ? $"{text} {level} has no update in the catalogue."
            : $"{text} {level} has {string.Join(", ", updates)}.";
        return new InputFault(
            FaultIds.BuildNameUnknown, parameter, given,
            $"No row of the catalogue has all names of '{Quote(given ?? string.Empty)}'. {known}");
    }

    private static string Levels(ExchangeProduct product) =>
        string.Join(", ", Releases.Of(product).Where(r => r.Update is null).Select(r => r.Level));

    private static string Quote(string text) => VisibleText.Short(text.Trim());
}
