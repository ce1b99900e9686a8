using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// What setup refuses: an organisation with a server of a version that the new one does not know, or below the minimum. The minima are
/// those of the Exchange supportability matrix and of the system requirements of each version.
/// </summary>
internal static class SetupRules
{
    private static readonly Dictionary<(ExchangeProduct Old, ExchangeProduct New), string?> Minima = new()
    {
        [(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2010)] = null,
        [(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2013)] = "2007SP3RU10",
        [(ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2013)] = "2010SP3",
        [(ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2016)] = "2010SP3RU11",
        [(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2016)] = "2013CU10",
        [(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2019)] = "2013CU21",
        [(ExchangeProduct.Exchange2016, ExchangeProduct.Exchange2019)] = "2016CU11",
        [(ExchangeProduct.Exchange2016, ExchangeProduct.ExchangeSE)] = "2016CU23",
        [(ExchangeProduct.Exchange2019, ExchangeProduct.ExchangeSE)] = "2019CU14",
    };

    private static readonly Version First2019Refusing2013 = BuildOf("2019CU15");

    /// <summary>The minima as texts.</summary>
    public static IEnumerable<string> Texts => Minima.Values.OfType<string>();

    /// <summary>Why setup of a version stops because of a server; null where it goes on.</summary>
    public static string? Refusal(ExchangeVersion old, ExchangeVersion next)
    {
        if (old.Product >= next.Product)
        {
            return null;
        }

        string newer = ExchangeVersionReader.ProductText(next.Product);
        if (!Minima.TryGetValue((old.Product, next.Product), out string? minimum))
        {
            return $"{newer} is not installed into an organisation with {ExchangeVersionReader.ProductText(old.Product)}";
        }

        if (old.Product == ExchangeProduct.Exchange2013 && next.Product == ExchangeProduct.Exchange2019
            && !next.IsProductOnly && next.Build >= First2019Refusing2013)
        {
            return "setup of 2019 CU15 and later refuses an organisation with 2013";
        }

        return minimum is not null && !old.IsProductOnly && old.Build < BuildOf(minimum)
            ? $"setup of {newer} needs {minimum} or later, and there is {old}"
            : null;
    }

    private static Version BuildOf(string text) =>
        ExchangeVersionReader.TryParse(text, nameof(text), out ExchangeVersion? version, out _) ? version.Build
            : throw new InvalidOperationException($"{text} is not in the catalogue.");
}
