using ExchangeNamespace.Autodiscover;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

public class GraphTests
{
    [Fact]
    public void A_walk_is_a_flowchart()
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS"), Walk.By(AutodiscoverClient.ActiveSync, all: true), ("contoso.com", "OtherPage"), ("_autodiscover._tcp.contoso.com", "mail.contoso.com"));

        Assert.Equal(
            """
            flowchart TD
                n1(["a#64;contoso.com<br/>ActiveSync, not domain-joined<br/>External"])
                n2["1 RootDomain<br/>https#58;//contoso.com/autodiscover/autodiscover.xml<br/>NotAutodiscover"]
                n1 --> n2
                n3["2 AutodiscoverHost<br/>https#58;//autodiscover.contoso.com/autodiscover/autodiscover.xml<br/>Hit"]
                n2 --> n3
                n4(["https#58;//autodiscover.contoso.com/autodiscover/autodiscover.xml"])
                n3 -->|"Hit"| n4
                n5["3 HttpRedirect<br/>http#58;//autodiscover.contoso.com/autodiscover/autodiscover.xml<br/>Depends"]
                n3 -->|"order not known"| n5
                n6["3 ServiceRecord<br/>#95;autodiscover.#95;tcp.contoso.com<br/>Hit"]
                n3 -->|"order not known"| n6
                n7(["https#58;//mail.contoso.com/autodiscover/autodiscover.xml"])
                n6 -->|"Hit"| n7
            """.ReplaceLineEndings("\n"),
            AutodiscoverGraph.Of(route));
    }
}
