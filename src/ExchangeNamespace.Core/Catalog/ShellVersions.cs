using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>The versions of PowerShell that a shell of Exchange may have.</summary>
/// <param name="Lowest">The oldest one that the product runs in: what needs no newer one works everywhere.</param>
/// <param name="Highest">The newest one: what needs a still newer one works nowhere.</param>
internal sealed record ShellVersions(Version Lowest, Version Highest)
{
    /// <summary>
    /// PowerShell of a product (Microsoft's supportability matrix). Exchange 2007 came with 1.0, and Windows Server 2008 R2 brought 2.0;
    /// 2010 asks for 2.0 exactly; later products take what Windows brings.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No shell is known for the product.</exception>
    public static ShellVersions Of(ExchangeProduct product) => product switch
    {
        ExchangeProduct.Exchange2007 => new(new Version(1, 0), new Version(2, 0)),
        ExchangeProduct.Exchange2010 => new(new Version(2, 0), new Version(2, 0)),
        ExchangeProduct.Exchange2013 => new(new Version(3, 0), new Version(4, 0)),
        ExchangeProduct.Exchange2016 => new(new Version(4, 0), new Version(5, 1)),
        ExchangeProduct.Exchange2019 or ExchangeProduct.ExchangeSE => new(new Version(5, 1), new Version(5, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "No shell is known for the product."),
    };
}
