using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What one service answered at one address.</summary>
internal sealed record ServiceObservation
{
    public required ServiceQuestion Question { get; init; }

    /// <summary>The place; null where the name has no address.</summary>
    public ServicePlace? Place { get; init; }

    /// <summary>Why there is no address.</summary>
    public string Why { get; init; } = string.Empty;

    /// <summary>The answers to the first request of a client, each over a connection of its own.</summary>
    public IReadOnlyList<ServiceAnswer> Answers { get; init; } = [];

    /// <summary>The answer over http; null where it was not asked for.</summary>
    public ServiceAnswer? Plain { get; init; }

    /// <summary>The health page; null where it was not asked for.</summary>
    public ServiceAnswer? Health { get; init; }

    /// <summary>The answers of the logon page; empty where it was not asked for.</summary>
    public IReadOnlyList<ServiceAnswer> Logons { get; init; } = [];

    /// <summary>The answers to the first message of NTLM; empty where it was not sent.</summary>
    public IReadOnlyList<ServiceAnswer> Handshakes { get; init; } = [];

    /// <summary>Autodiscover in JSON for each address that was named.</summary>
    public IReadOnlyList<(string Address, ServiceAnswer Answer)> Json { get; init; } = [];

    /// <summary>Every answer over https.</summary>
    public IEnumerable<ServiceAnswer> Secure =>
        Answers.Concat(Health is null ? [] : [Health]).Concat(Logons).Concat(Handshakes).Concat(Json.Select(j => j.Answer));
}
