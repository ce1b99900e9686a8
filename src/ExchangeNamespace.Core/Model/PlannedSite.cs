using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>One Active Directory site of the plan.</summary>
public sealed class PlannedSite
{
    /// <summary>The site; empty when there is only one and it was not named.</summary>
    public required string Name { get; init; }

    /// <summary>Whether clients on the Internet reach it.</summary>
    public required bool InternetFacing { get; init; }

    /// <summary>The external host; null for a site that is not Internet-facing.</summary>
    public Fqdn? ExternalHost { get; init; }

    /// <summary>The internal host; null when internal URLs are left alone.</summary>
    public Fqdn? InternalHost { get; init; }

    /// <summary>The host of the service connection point; null when it is left alone.</summary>
    public Fqdn? AutodiscoverHost { get; init; }

    /// <summary>The coexistence name of the 2007 servers of this site alone; null where the site has none of its own.</summary>
    public Fqdn? LegacyHost { get; init; }

    /// <summary>The sites whose clients the service connection points serve; null leaves the scope alone.</summary>
    public IReadOnlyList<string>? SiteScope { get; init => field = Indexable.OrNull(value); }

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? "(one site)" : Name;
}
