using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>When a service of 2007 needs the legacy name, beside newer servers.</summary>
internal enum LegacyNeed
{
    /// <summary>Newer servers redirect its clients to 2007, or send them to its URLs.</summary>
    Always,

    /// <summary>Newer servers answer or proxy for 2007.</summary>
    Never,

    /// <summary>2010 answers 451 with the external URL of the 2007 server; 2013 and later proxy.</summary>
    Behind2010,
}

/// <summary>What is the same for a service in every version: one row of data.</summary>
/// <param name="Service">The service.</param>
/// <param name="Path">The URL path in Microsoft's casing; empty where the value is a host.</param>
/// <param name="ClientEffect">What its clients notice of a new host, in words.</param>
internal sealed record ServiceDefinition(ClientService Service, string Path, string ClientEffect)
{
    /// <summary>The scheme of its URLs.</summary>
    public string Scheme { get; init; } = "https";

    /// <summary>Whether it is left alone unless the caller names hosts for it.</summary>
    public bool OnlyWhenAsked { get; init; }

    /// <summary>The service whose host it has where its own is not named; null for the host of the site.</summary>
    public ClientService? Follows { get; init; }

    /// <summary>When 2007 needs the legacy name for it.</summary>
    public LegacyNeed LegacyNeed { get; init; }

    public string Value(Fqdn host, string? scheme = null) => Path.Length == 0 ? host.Value : (scheme ?? Scheme) + "://" + host.Value + Path;
}
