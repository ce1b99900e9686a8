using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// What a balancer must know of a virtual directory. Times: Microsoft KB 905013 (ActiveSync: 15 minutes and more), the manual of EWS
/// (streaming notifications hold an answer for 30 minutes); bytes: <c>maxAllowedContentLength</c> and <c>maxRequestLength</c> in the
/// <c>web.config</c> files of 2016 and 2019; persistence of 2010: learn.microsoft.com, ff625248.
/// </summary>
/// <param name="Service">The service.</param>
/// <param name="Idle">How long it may be silent while it works.</param>
/// <param name="BodyLimit">The most bytes of a request.</param>
/// <param name="Affinity">The persistence that 2010 and 2007 need.</param>
internal sealed record WebDirectory(ClientService Service, TimeSpan Idle, long? BodyLimit, Persistence Affinity)
{
    private const long WebBytes = 35_000_000;
    private const long EwsBytes = 67_108_864;
    private const long OutlookBytes = 2_147_483_648;
    private const long PhoneBytes = 10_485_760;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(20);

    /// <summary>The longest that any service is silent.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>All of them; where one probe stands for several, the first counts.</summary>
    public static readonly IReadOnlyList<WebDirectory> All =
    [
        new(ClientService.MAPI, Usual, OutlookBytes, Persistence.None),
        new(ClientService.OWA, Usual, WebBytes, Persistence.Cookie),
        new(ClientService.EWS, Longest, EwsBytes, Persistence.SourceAddress),
        new(ClientService.ActiveSync, Longest, PhoneBytes, Persistence.AuthorizationHeader),
        new(ClientService.OutlookAnywhere, Usual, OutlookBytes, Persistence.SourceAddress),
        new(ClientService.OAB, Usual, null, Persistence.None),
        new(ClientService.Autodiscover, Usual, null, Persistence.None),
        new(ClientService.ECP, Usual, WebBytes, Persistence.Cookie),
        new(ClientService.UM, Usual, null, Persistence.SourceAddress),
        new(ClientService.PowerShell, Usual, null, Persistence.SourceAddress),
    ];

    /// <summary>The first part of its path, as Microsoft writes it.</summary>
    public string Path => PathOf(Service);

    /// <summary>The row of a service.</summary>
    public static WebDirectory Of(ClientService service) => All.First(d => d.Service == service);

    /// <summary>The page that answers 200 while the service works. For PowerShell none is documented: that of ECP stands for it.</summary>
    public string HealthPage => PathOf(Service == ClientService.PowerShell ? ClientService.ECP : Service) + "/healthcheck.htm";

    private static string PathOf(ClientService service)
    {
        string path = ServiceCatalog.Define(service).Path;
        return path.Length == 0 ? "/rpc" : "/" + path.Split('/')[1];
    }
}
