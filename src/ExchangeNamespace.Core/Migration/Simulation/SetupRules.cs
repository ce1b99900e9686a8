using System;
using System.Collections.Generic;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// What setup refuses: an organisation with a server of a version that the new one does not know, or below the minimum. The minima are
/// those of the Exchange supportability matrix and of the system requirements of each version.
/// </summary>
internal static class SetupRules
{
    private static readonly Dictionary<(ExchangeProduct Old, ExchangeProduct New), (string Text, Version Build)> Minima = new()
    {
        [(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2010)] = ("2007 SP2", new Version(8, 2)),
        [(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2013)] = ("2007 SP3 RU10", new Version(8, 3)),
        [(ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2013)] = ("2010 SP3", new Version(14, 3)),
        [(ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2016)] = ("2010 SP3 RU11", new Version(14, 3)),
        [(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2016)] = ("2013 CU10", new Version(15, 0, 1130)),
        [(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2019)] = ("2013 CU21", new Version(15, 0, 1395)),
        [(ExchangeProduct.Exchange2016, ExchangeProduct.Exchange2019)] = ("2016 CU11", new Version(15, 1, 1591)),
        [(ExchangeProduct.Exchange2016, ExchangeProduct.ExchangeSE)] = ("2016 CU23", new Version(15, 1, 2507)),
        [(ExchangeProduct.Exchange2019, ExchangeProduct.ExchangeSE)] = ("2019 CU14", new Version(15, 2, 1544)),
    };

    private static readonly Version First2019Refusing2013 = new(15, 2, 1748);

    /// <summary>
    /// Why setup of a version stops because of a server; null where it goes on, or where that is not known. Servers of 2007 and 2010 do not
    /// show their rollups, so for them the service pack alone is judged.
    /// </summary>
    public static string? Refusal(ExchangeVersion old, ExchangeVersion next)
    {
        if (old.Product >= next.Product)
        {
            return null;
        }

        string newer = ExchangeVersionReader.ProductText(next.Product);
        if (!Minima.TryGetValue((old.Product, next.Product), out (string Text, Version Build) minimum))
        {
            return $"{newer} is not installed into an organisation with {ExchangeVersionReader.ProductText(old.Product)}";
        }

        return old.Product == ExchangeProduct.Exchange2013 && next.Product == ExchangeProduct.Exchange2019
            && !next.IsProductOnly && next.Build >= First2019Refusing2013
            ? "setup of 2019 CU15 and later refuses an organisation with 2013"
            : !old.IsProductOnly && old.Build < minimum.Build
            ? $"setup of {newer} needs {minimum.Text} or later, and there is {old}"
            : null;
    }
}
