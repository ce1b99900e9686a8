using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>One service of one host, asked where clients ask it, or at one server around everything that stands in front.</summary>
internal sealed record ServiceQuestion
{
    public required ServiceExpectation Expectation { get; init; }

    /// <summary>The host: it goes into the server name indication and the Host header.</summary>
    public required string Host { get; init; }

    /// <summary>The server that is asked itself; null where the host leads.</summary>
    public PlannedServer? Server { get; init; }

    /// <summary>The name whose addresses are asked: the host, or the full name of the server.</summary>
    public required string Name { get; init; }

    /// <summary>The addresses that the plan or the user has for the name; empty where DNS is asked.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The servers that may answer.</summary>
    public required IReadOnlyList<PlannedServer> Behind { get; init; }

    public required ExpectedSchemes Schemes { get; init; }

    /// <summary>Whether the plan publishes it over http on purpose, as it does an address book without a trusted certificate.</summary>
    public bool IsPlainPlanned { get; init; }

    public ClientService Service => Expectation.Service;
}

/// <summary>A host or server at which certificates are looked at, with the address once it is known.</summary>
/// <param name="Host">The host that is asked for.</param>
/// <param name="Name">The name whose address it is.</param>
/// <param name="Server">The server that is asked itself; null where the host leads.</param>
/// <param name="Address">The IP address.</param>
internal sealed record ServicePlace(string Host, string Name, PlannedServer? Server, string Address)
{
    /// <summary>The place as results name it.</summary>
    public string Text => Server is null ? $"{Host} ({Address})" : $"{Server.Name} ({Address})";
}
