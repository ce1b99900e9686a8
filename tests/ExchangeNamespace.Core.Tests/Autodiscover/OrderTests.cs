using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Autodiscover;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

/// <summary>The order tables per client. Steps in brackets are in no claimed order. Sources: KB 940881, KB 2212902, KB 2612922, KB 3211279, hh352638, MS-OXDISCO, EWS Managed API.</summary>
public class OrderTests
{
    [Theory]
    [InlineData(AutodiscoverClient.Outlook2007Rtm, "ServiceConnectionPoint RootDomain AutodiscoverHost HttpRedirect LocalXml")]
    [InlineData(AutodiscoverClient.Outlook2007, "ServiceConnectionPoint RootDomain AutodiscoverHost [HttpRedirect ServiceRecord] LocalXml")]
    [InlineData(AutodiscoverClient.Outlook2010, "ServiceConnectionPoint RootDomain AutodiscoverHost [LocalXml HttpRedirect ServiceRecord] LastKnownGood")]
    [InlineData(AutodiscoverClient.Outlook2013, "ServiceConnectionPoint RootDomain AutodiscoverHost [LocalXml HttpRedirect ServiceRecord] LastKnownGood")]
    [InlineData(AutodiscoverClient.Outlook2016, "Restart PreferredLocalXml LastKnownGood Microsoft365Priority ServiceConnectionPoint RootDomain AutodiscoverHost [LocalXml HttpRedirect ServiceRecord] Microsoft365Failsafe")]
    [InlineData(AutodiscoverClient.ActiveSync, "RootDomain AutodiscoverHost [HttpRedirect ServiceRecord]")]
    [InlineData(AutodiscoverClient.EwsClient, "ServiceConnectionPoint RootDomain AutodiscoverHost [HttpRedirect ServiceRecord]")]
    public void Each_client_has_its_order(AutodiscoverClient client, string expected)
    {
        IEnumerable<string> places = AutodiscoverOrder.Of(client).GroupBy(r => r.Place).Select(g => g.Count() == 1 ? g.Single().Method.ToString() : "[" + string.Join(' ', g.Select(r => r.Method)) + "]");

        Assert.Equal(expected, string.Join(' ', places));
    }

    [Fact]
    public void Every_client_has_an_order_and_every_row_a_source()
    {
        foreach (AutodiscoverClient client in Enum.GetValues<AutodiscoverClient>())
        {
            IReadOnlyList<OrderRow> rows = AutodiscoverOrder.Of(client);
            Assert.All(rows, r => Assert.False(string.IsNullOrWhiteSpace(r.Source)));
            Assert.Equal(rows.Select(r => r.Method).Distinct().Count(), rows.Count);
            Assert.Equal(rows.Select(r => r.Place).Order(), rows.Select(r => r.Place));
        }
    }

    [Fact]
    public void Nobody_claims_an_order_of_redirect_and_service_record()
    {
        foreach (AutodiscoverClient client in Enum.GetValues<AutodiscoverClient>().Where(c => c != AutodiscoverClient.Outlook2007Rtm))
        {
            OrderRow redirect = AutodiscoverOrder.Of(client).Single(r => r.Method == AutodiscoverMethod.HttpRedirect);
            OrderRow record = AutodiscoverOrder.Of(client).Single(r => r.Method == AutodiscoverMethod.ServiceRecord);
            Assert.Equal((redirect.Place, OrderCertainty.Disputed, OrderCertainty.Disputed), (record.Place, redirect.Certainty, record.Certainty));
        }
    }

    [Fact]
    public void Steps_of_one_place_are_disputed_and_others_are_not()
    {
        foreach (AutodiscoverClient client in Enum.GetValues<AutodiscoverClient>())
        {
            Assert.All(AutodiscoverOrder.Of(client).GroupBy(r => r.Place), g => Assert.Equal(g.Count() > 1, g.All(r => r.Certainty == OrderCertainty.Disputed)));
        }
    }
}
