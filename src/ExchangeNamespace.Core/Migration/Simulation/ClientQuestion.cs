using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>A client that uses a name: does it reach its mailbox?</summary>
/// <param name="Client">The kind of client.</param>
/// <param name="View">Where it is.</param>
/// <param name="Group">Its mailbox.</param>
/// <param name="Host">The name, in lower case.</param>
/// <param name="Protocol">What it speaks.</param>
internal readonly record struct ClientQuestion(MigrationClient Client, DnsView View, MailboxGroup Group, string Host,
    RouteProtocol Protocol)
{
    /// <summary>The server whose setting gives the name; null for a name of DNS.</summary>
    public SimulatedServer? From { get; init; }

    /// <summary>How much it matters when it fails: less for an old URL that only some programs still have.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>How long ago the client learned the name; null for a name that is given now.</summary>
    public TimeSpan? Age { get; init; }

    public string Learned => Age is { } age ? $"a URL that it was given up to {Duration.Text(age)} before"
        : From is null ? "DNS"
        : Protocol == RouteProtocol.Autodiscover ? $"the service connection point of {From.Name}"
        : $"Autodiscover, from the settings of {From.Name}";
}

/// <summary>Which services clients are told of, and who uses them.</summary>
internal static class ClientServices
{
    public static readonly IReadOnlyList<(ClientService Service, MigrationClient Client, RouteProtocol Protocol)> All =
    [
        (ClientService.EWS, MigrationClient.WebServices, RouteProtocol.EWS),
        (ClientService.OAB, MigrationClient.OfflineAddressBook, RouteProtocol.OAB),
        (ClientService.OutlookAnywhere, MigrationClient.OutlookAnywhere, RouteProtocol.OutlookAnywhere),
        (ClientService.MAPI, MigrationClient.MapiOverHttp, RouteProtocol.MAPI),
        (ClientService.OWA, MigrationClient.OutlookOnTheWeb, RouteProtocol.OWA),
        (ClientService.ECP, MigrationClient.ControlPanel, RouteProtocol.ECP),
        (ClientService.ActiveSync, MigrationClient.ActiveSync, RouteProtocol.ActiveSync),
    ];
}
