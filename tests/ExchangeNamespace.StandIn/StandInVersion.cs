using System;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.StandIn;

/// <summary>A version to stand in for. A server has one build: a bare product name is the newest level that takes its lines.</summary>
/// <param name="Exchange">The version, with its build.</param>
/// <param name="Text">As it was named.</param>
public sealed record StandInVersion(ExchangeVersion Exchange, string Text)
{
    /// <summary>True for the versions before Exchange 2010.</summary>
    public bool Is2007 => Exchange.Product == ExchangeProduct.Exchange2007;

    /// <summary>True for the versions where setup enables Outlook Anywhere for good.</summary>
    public bool HasPermanentOutlookAnywhere => Exchange.Product >= ExchangeProduct.Exchange2013;

    /// <summary>True where setup switches Extended Protection on, for which it makes Outlook Anywhere require TLS end to end: 2019 CU14 and SE.</summary>
    public bool HasExtendedProtection => Exchange.Build >= new Version(15, 2, 1544, 4);

    /// <summary>What servers of this version show as AdminDisplayVersion.</summary>
    public string AdminDisplayVersion => (ExchangeReleases.FindExact(Exchange.Build)
        ?? throw new InvalidOperationException("The build table has no release for '" + this + "'.")).AdminDisplayVersion;

    /// <summary>Reads a version text: <c>2010</c>, <c>2013RTM</c>, <c>2013SP1</c>, <c>2016CU22</c>.</summary>
    /// <exception cref="ArgumentException">It names no version.</exception>
    public static StandInVersion Parse(string text)
    {
        ExchangeVersion version = Read(text);
        if (version.IsProductOnly)
        {
            ExchangeRelease newest = ExchangeReleases.All
                .Last(r => r.Product == text.ToUpperInvariant() && r.Update is null && r.Kind != "Preview"
                    && ServiceCatalog.Default.HaveSameLines(version, Read(r.Build.ToString())));
            version = Read(newest.Build.ToString());
        }

        return new StandInVersion(version, text);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ExchangeVersion Read(string text) =>
        ExchangeVersionReader.TryParse(text, "version", out ExchangeVersion? version, out InputFault? fault)
            ? version
            : throw new ArgumentException(fault.Message, nameof(text));
}
