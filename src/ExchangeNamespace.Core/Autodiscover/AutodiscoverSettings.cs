using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Autodiscover.AutodiscoverSection;
using static ExchangeNamespace.Model.DnsView;

namespace ExchangeNamespace.Autodiscover;

/// <summary>A URL that a version writes into a section of its answer.</summary>
/// <param name="Section">The section.</param>
/// <param name="Service">The service.</param>
/// <param name="View">Whether it is the internal or the external value.</param>
/// <param name="First">The first product that does.</param>
/// <param name="Last">The last product that does.</param>
internal sealed record AutodiscoverSettingsRow(
    AutodiscoverSection Section, ClientService Service, DnsView View, ExchangeProduct First = ExchangeProduct.Exchange2007,
    ExchangeProduct Last = ExchangeProduct.ExchangeSE);

/// <summary>
/// Which URL stands in which section, by version, and which section a client reads (S11, S13): the only place that knows it.
/// </summary>
internal static class AutodiscoverSettings
{
    private static readonly IReadOnlyList<AutodiscoverSettingsRow> Rows =
    [
        new(EXCH, ClientService.EWS, Internal),
        new(EXCH, ClientService.OAB, Internal),
        new(EXCH, ClientService.UM, Internal, Last: ExchangeProduct.Exchange2007),
        new(EXCH, ClientService.ECP, Internal, ExchangeProduct.Exchange2010),
        new(EXPR, ClientService.OutlookAnywhere, External),
        new(EXPR, ClientService.EWS, External),
        new(EXPR, ClientService.OAB, External),
        new(EXPR, ClientService.UM, External, Last: ExchangeProduct.Exchange2007),
        new(EXPR, ClientService.ECP, External, ExchangeProduct.Exchange2010),
        new(EXHTTP, ClientService.OutlookAnywhere, Internal, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.EWS, Internal, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.OAB, Internal, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.ECP, Internal, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.OutlookAnywhere, External, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.EWS, External, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.OAB, External, ExchangeProduct.Exchange2013),
        new(EXHTTP, ClientService.ECP, External, ExchangeProduct.Exchange2013),
        new(MapiHttp, ClientService.MAPI, Internal, ExchangeProduct.Exchange2013),
        new(MapiHttp, ClientService.MAPI, External, ExchangeProduct.Exchange2013),
        new(WEB, ClientService.OWA, Internal),
        new(WEB, ClientService.OWA, External),
        new(MobileSync, ClientService.ActiveSync, External),
    ];

    private static readonly AutodiscoverSection[] Old = [EXCH, EXPR, WEB];
    private static readonly AutodiscoverSection[] New = [EXCH, EXPR, EXHTTP, MapiHttp, WEB];

    private static readonly IReadOnlyDictionary<AutodiscoverClient, AutodiscoverSection[]> Read =
        new Dictionary<AutodiscoverClient, AutodiscoverSection[]>
    {
        [AutodiscoverClient.Outlook2007Rtm] = Old,
        [AutodiscoverClient.Outlook2007] = Old,
        [AutodiscoverClient.Outlook2010] = New,
        [AutodiscoverClient.Outlook2013] = New,
        [AutodiscoverClient.Outlook2016] = New,
        [AutodiscoverClient.ActiveSync] = [MobileSync],
        [AutodiscoverClient.EwsClient] = [EXCH, EXPR],
    };

    public static IEnumerable<AutodiscoverSettingsRow> To(AutodiscoverClient client, ExchangeProduct product) => Rows.Where(r =>
        product >= r.First && product <= r.Last && Read[client].Contains(r.Section)
        && (client != AutodiscoverClient.EwsClient || r.Service == ClientService.EWS));
}
