using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

public class AssumptionTests
{
    private static readonly NamespacePlan Plan = Walk.Plan(new[]
    {
        Plans.Members(("Name", "EX1"), ("Site", "Paris")), Plans.Members(("Name", "EX2"), ("Site", "Rome")),
    });

    [Theory]
    [InlineData(false, null, null, null,
        "View: External, because neither -View nor -DomainJoined was given. "
            + "Site of the mailbox: Paris, that of the first server, because neither -MailboxSite nor -Site was given.")]
    [InlineData(true, null, "Rome", null,
        "View: Internal, because of -DomainJoined, and -View was not given. "
            + "Site of the mailbox: Rome, that of the client, because -MailboxSite was not given.")]
    [InlineData(true, DnsView.External, "Oslo", null,
        "Site of the mailbox: Paris, that of the first server, because -MailboxSite was not given and no server is in the site Oslo.")]
    [InlineData(true, DnsView.External, "Oslo", "Rome", "")]
    public void What_was_not_stated_is_told(bool joined, DnsView? view, string? site, string? mailboxSite, string sentences)
    {
        AutodiscoverInput input = new() { DomainJoined = joined, View = view, Site = site, MailboxSite = mailboxSite };
        AutodiscoverQuestion question = Walk.By(AutodiscoverClient.Outlook2016, joined, site, view);
        Assert.Equal(sentences, string.Join(" ", AutodiscoverAssumptions.Of(input, question, new PlanTopology(Plan))));
    }

    [Fact]
    public void Without_an_organisation_nothing_is_said_about_the_mailbox() => Assert.Empty(AutodiscoverAssumptions.Of(
        new() { View = DnsView.External }, Walk.By(AutodiscoverClient.Outlook2016), topology: null));
}
