namespace ExchangeNamespace.Certificates;

/// <summary>What is wanted of the order lines of an ACME client. Made by <see cref="AcmeOrderReader"/> only.</summary>
internal sealed record AcmeOrderOptions
{
    /// <summary>The client.</summary>
    public required AcmeClient Client { get; init; }

    /// <summary>The client's name for the DNS provider that gets the challenge records; null for a person who makes them.</summary>
    public string? DnsProvider { get; init; }

    /// <summary>The name to which the challenge records of all names lead by CNAME; null where each stands at its own name.</summary>
    public string? ChallengeAlias { get; init; }

    /// <summary>The mail address that the authority may write to; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>The address of the authority's ACME directory; null for the client's default, which is Let's Encrypt.</summary>
    public string? Directory { get; init; }
}
