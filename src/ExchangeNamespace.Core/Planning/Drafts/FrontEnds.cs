using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>Servers by what they can stand in front of: 2007, then 2010, then 2013 and later, each for itself and what is older.</summary>
internal static class FrontEnds
{
    /// <summary>2007, which needs the legacy name beside anything newer.</summary>
    public const int Legacy = 0;

    /// <summary>2010, which sends ActiveSync devices of 2007 mailboxes away instead of proxying them.</summary>
    public const int Redirecting = 1;

    private const int Proxying = 2;

    public static int Of(ExchangeVersion version) => version.Product switch
    {
        ExchangeProduct.Exchange2007 => Legacy,
        ExchangeProduct.Exchange2010 => Redirecting,
        ExchangeProduct.Exchange2013 or ExchangeProduct.Exchange2016 or ExchangeProduct.Exchange2019
            or ExchangeProduct.ExchangeSE => Proxying,
        _ => throw ClosedSet.Outside(version.Product),
    };

    public static int Newest(IEnumerable<ExchangeVersion> versions) => versions.Select(Of).DefaultIfEmpty(Legacy).Max();
}
