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
              client(["a#64;contoso.com<br/>ActiveSync#44; not domain-joined<br/>External"])
              step0["RootDomain<br/>https#58;#47;#47;contoso.com/autodiscover/autodiscover.xml<br/>NotAutodiscover"]
              client --> step0
              step1["AutodiscoverHost<br/>https#58;#47;#47;autodiscover.contoso.com/autodiscover/autodiscover.xml<br/>Hit"]
              step0 --> step1
              subgraph rank3 ["order not known"]
                step2["HttpRedirect<br/>http#58;#47;#47;autodiscover.contoso.com/autodiscover/autodiscover.xml<br/>Depends"]
                step3["ServiceRecord<br/>#95;autodiscover#46;#95;tcp.contoso.com<br/>Hit"]
              end
              step1 --> rank3
              endpoint0{{"https#58;#47;#47;autodiscover.contoso.com/autodiscover/autodiscover.xml"}}
              step1 ==>|"Hit"| endpoint0
              endpoint1{{"https#58;#47;#47;mail.contoso.com/autodiscover/autodiscover.xml"}}
              step3 ==>|"Hit"| endpoint1

            """.ReplaceLineEndings("\n"),
            AutodiscoverGraph.Of(route));
    }
}
