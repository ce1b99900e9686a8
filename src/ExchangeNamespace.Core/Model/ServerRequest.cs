using System.Collections.Generic;

namespace ExchangeNamespace.Model;

/// <summary>A server as requested.</summary>
public sealed class ServerRequest
{
    /// <summary>The NetBIOS name.</summary>
    public required string Name { get; init; }

    /// <summary>The full name, where known.</summary>
    public Fqdn? Fqdn { get; init; }

    /// <summary>The version, where the server states one.</summary>
    public ExchangeVersion? Version { get; init; }

    /// <summary>The site, where the server states one.</summary>
    public string? Site { get; init; }

    /// <summary>Whether the server is Internet-facing; null follows its site.</summary>
    public bool? InternetFacing { get; init; }

    /// <summary>Whether Outlook Anywhere is enabled; null when not known.</summary>
    public bool? OutlookAnywhereEnabled { get; init; }

    /// <summary>Whether Extended Protection is used; null when not known.</summary>
    public bool? ExtendedProtection { get; init; }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
