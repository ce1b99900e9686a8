using System.Collections.Generic;
using static ExchangeNamespace.Autodiscover.AutodiscoverMethod;
using static ExchangeNamespace.Autodiscover.OrderCertainty;

namespace ExchangeNamespace.Autodiscover;

/// <summary>One step in the order of a client. Steps of the same place are in no claimed order.</summary>
/// <param name="Place">The place.</param>
/// <param name="Method">The way of looking.</param>
/// <param name="Certainty">How sure the place is.</param>
/// <param name="Source">Where it is stated.</param>
/// <param name="BesideDirectory">Whether it is asked at the same time as the service connection points, so that it warns even where one of
/// them leads.</param>
internal sealed record OrderRow(int Place, AutodiscoverMethod Method, OrderCertainty Certainty, string Source,
    bool BesideDirectory = false);

/// <summary>
/// The order of each client: the only place that knows it (1G). Nothing is claimed about the service record and the HTTP redirect.
/// </summary>
internal static class AutodiscoverOrder
{
    private const string Srv2007 = "KB 940881";
    private const string Methods = "KB 2212902 (a list, not an order)";
    private const string MethodsDiffer = "KB 2212902, whose versions differ; KB 2612922; gromox autodiscover(7) saw both orders";
    private const string Parallel = "KB 2212902; asked in parallel with DNS (rmilne, Outlook 2013 Autodiscover)";
    private const string Current = "KB 3211279";
    private const string CurrentRetold = "KB 3211279, its later steps as others retell them";
    private const string CurrentDiffers = "KB 3211279 as others retell it; gromox autodiscover(7) saw other orders";
    private const string Devices = "Autodiscover for Exchange ActiveSync developers (hh352638); MS-OXDISCO 3.1.5";
    private const string DevicesDiffer = "hh352638; MS-OXDISCO 3.1.5 names no order, and some devices know no service record (its note 2)";
    private const string Api = "EWS Managed API, AutodiscoverService";
    private const string ApiDiffers = "EWS Managed API asks the redirect first; other programs do not (MS-OXDISCO 3.1.5 names no order)";

    private static readonly IReadOnlyDictionary<AutodiscoverClient, IReadOnlyList<OrderRow>> Orders =
        new Dictionary<AutodiscoverClient, IReadOnlyList<OrderRow>>
    {
        [AutodiscoverClient.Outlook2007Rtm] =
        [
            new(1, ServiceConnectionPoint, Documented, Srv2007),
            new(2, RootDomain, Documented, Srv2007),
            new(3, AutodiscoverHost, Documented, Srv2007),
            new(4, HttpRedirect, Documented, Srv2007),
            new(5, LocalXml, Reported, "rmilne, Outlook 2016 Autodiscover Implementation"),
        ],
        [AutodiscoverClient.Outlook2007] =
        [
            new(1, ServiceConnectionPoint, Documented, Srv2007),
            new(2, RootDomain, Documented, Srv2007),
            new(3, AutodiscoverHost, Documented, Srv2007),
            new(4, HttpRedirect, Disputed, MethodsDiffer),
            new(4, ServiceRecord, Disputed, MethodsDiffer),
            new(5, LocalXml, Reported, "rmilne, Outlook 2016 Autodiscover Implementation"),
        ],
        [AutodiscoverClient.Outlook2010] =
        [
            new(1, ServiceConnectionPoint, Reported, Methods),
            new(2, RootDomain, Reported, Methods),
            new(3, AutodiscoverHost, Reported, Methods),
            new(4, LocalXml, Disputed, MethodsDiffer),
            new(4, HttpRedirect, Disputed, MethodsDiffer),
            new(4, ServiceRecord, Disputed, MethodsDiffer),
            new(5, LastKnownGood, Reported, "KB 2212902 (from 14.0.7140.5001 on)"),
        ],
        [AutodiscoverClient.Outlook2013] =
        [
            new(1, ServiceConnectionPoint, Reported, Parallel),
            new(2, RootDomain, Reported, Parallel, BesideDirectory: true),
            new(3, AutodiscoverHost, Reported, Parallel, BesideDirectory: true),
            new(4, LocalXml, Disputed, MethodsDiffer),
            new(4, HttpRedirect, Disputed, MethodsDiffer),
            new(4, ServiceRecord, Disputed, MethodsDiffer),
            new(5, LastKnownGood, Reported, Methods),
        ],
        [AutodiscoverClient.Outlook2016] =
        [
            new(1, Restart, Documented, Current),
            new(2, PreferredLocalXml, Reported, CurrentRetold),
            new(3, LastKnownGood, Reported, CurrentRetold),
            new(4, Microsoft365Priority, Reported, CurrentRetold),
            new(5, ServiceConnectionPoint, Reported, CurrentRetold),
            new(6, RootDomain, Reported, CurrentRetold),
            new(7, AutodiscoverHost, Reported, CurrentRetold),
            new(8, LocalXml, Disputed, CurrentDiffers),
            new(8, HttpRedirect, Disputed, CurrentDiffers),
            new(8, ServiceRecord, Disputed, CurrentDiffers),
            new(9, Microsoft365Failsafe, Reported, CurrentRetold),
        ],
        [AutodiscoverClient.ActiveSync] =
        [
            new(1, RootDomain, Reported, Devices),
            new(2, AutodiscoverHost, Reported, Devices),
            new(3, HttpRedirect, Disputed, DevicesDiffer),
            new(3, ServiceRecord, Disputed, DevicesDiffer),
        ],
        [AutodiscoverClient.EwsClient] =
        [
            new(1, ServiceConnectionPoint, Documented, Api),
            new(2, RootDomain, Documented, Api),
            new(3, AutodiscoverHost, Documented, Api),
            new(4, HttpRedirect, Disputed, ApiDiffers),
            new(4, ServiceRecord, Disputed, ApiDiffers),
        ],
    };

    public static IReadOnlyList<OrderRow> Of(AutodiscoverClient client) => Orders[client];
}
