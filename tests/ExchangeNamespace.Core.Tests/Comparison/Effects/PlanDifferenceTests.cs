using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison.Effects;

/// <summary>What one change of a design means.</summary>
public class PlanDifferenceTests
{
    private static readonly (string, object?)[] Base =
        [("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"), ("ExternalIPAddress", "192.0.2.1")];

    [Fact]
    public void A_plan_does_not_differ_from_itself() => Assert.Empty(PlanDifference.Of(Make(), Make()));

    [Fact]
    public void Another_host_for_one_service_changes_lines_names_and_both_views()
    {
        IReadOnlyList<PlanChange> changes = PlanDifference.Of(Make(("ServiceHost", Plans.Members(("OWA", "owa.contoso.com"), ("ECP", "owa.contoso.com")))), Make());

        Assert.Equal(
            [
                "Changed OWA InternalUrl: https://mail.contoso.com/owa -> https://owa.contoso.com/owa",
                "Changed OWA ExternalUrl: https://mail.contoso.com/owa -> https://owa.contoso.com/owa",
                "Changed ECP InternalUrl: https://mail.contoso.com/ecp -> https://owa.contoso.com/ecp",
                "Changed ECP ExternalUrl: https://mail.contoso.com/ecp -> https://owa.contoso.com/ecp",
                "Added mail.contoso.com owa.contoso.com:  -> owa.contoso.com",
                "Added External owa.contoso.com Address:  -> 192.0.2.1 in contoso.com",
                "Added Internal owa.contoso.com Address:  -> (address not stated) in contoso.com",
            ],
            changes.Select(c => c.ToString()));
        PlanChange owa = changes[0];
        Assert.Equal(["EX1", "EX2"], owa.Servers);
        Assert.Equal(
            [
                "Set-OwaVirtualDirectory -Identity \"EX1\\owa (Default Web Site)\" -InternalUrl https://owa.contoso.com/owa -ExternalUrl https://owa.contoso.com/owa",
                "Set-OwaVirtualDirectory -Identity \"EX2\\owa (Default Web Site)\" -InternalUrl https://owa.contoso.com/owa -ExternalUrl https://owa.contoso.com/owa",
            ],
            owa.Lines);
        Assert.Contains("https://mail.contoso.com/owa", Assert.Single(owa.Undo, u => u.Contains("EX1", System.StringComparison.Ordinal)));
        Assert.Contains("bookmarks", owa.Clients);
    }

    [Fact]
    public void Servers_join_and_leave()
    {
        NamespacePlan more = Plans.Make(new object[] { "EX1", "EX2", "EX3" }, Base);
        PlanChange joins = Assert.Single(PlanDifference.Of(more, Make()), c => c.Kind == PlanChangeKind.Server);
        PlanChange leaves = Assert.Single(PlanDifference.Of(Make(), more), c => c.Kind == PlanChangeKind.Server);

        Assert.Equal(("Added Server EX3:  -> SE, Internet-facing"), joins.ToString());
        Assert.All(joins.Lines, l => Assert.Contains("EX3", l));
        Assert.True(joins.Lines.Count > 6);
        Assert.Equal((PlanChangeAction.Removed, 0), (leaves.Action, leaves.Lines.Count));
        Assert.Contains("load balancer", leaves.Clients);
    }

    [Fact]
    public void Another_version_is_told_and_has_the_lines_of_the_new_shell()
    {
        NamespacePlan old = Plans.Make("EX1", [("ExchangeVersion", "2019"), .. Base.Where(m => m.Item1 != "ExchangeVersion")]);
        IReadOnlyList<PlanChange> changes = PlanDifference.Of(Plans.Make("EX1", Base), old);

        Assert.Contains("Changed Server EX1: 2019, Internet-facing -> SE, Internet-facing", changes.Select(c => c.ToString()));
    }

    [Fact]
    public void What_the_new_plan_leaves_alone_is_told_and_has_no_line()
    {
        PlanChange left = PlanDifference.Of(Make(("KeepInternalUrl", true)), Make()).First(c => c is { Subject: "OWA", Item: "InternalUrl" });

        Assert.Equal(("https://mail.contoso.com/owa", "(left as it is)"), (left.Old, left.New));
        Assert.Empty(left.Lines);
    }

    [Fact]
    public void What_the_reference_leaves_alone_has_a_line_and_no_way_back()
    {
        PlanChange set = PlanDifference.Of(Make(), Make(("KeepInternalUrl", true))).First(c => c is { Subject: "OWA", Item: "InternalUrl" });

        Assert.Equal(("(left as it is)", "https://mail.contoso.com/owa"), (set.Old, set.New));
        Assert.Equal(2, set.Lines.Count);
        Assert.DoesNotContain(set.Undo, u => u.Contains("InternalUrl", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Zones_and_mail_have_rows()
    {
        IReadOnlyList<string> changes = [.. PlanDifference.Of(
            Make(("DnsModel", "Pinpoint"), ("MailHost", "smtp.contoso.com"), ("SendingHost", "out.contoso.com"), ("SendingIPAddress", "192.0.2.9")),
            Make(("MailHost", "mx.contoso.com"))).Select(c => c.ToString())];

        Assert.Contains("Changed contoso.com DnsModel: Split -> Pinpoint", changes);
        Assert.Contains("Changed Mail MailHost: mx.contoso.com -> smtp.contoso.com", changes);
        Assert.Contains("Changed Mail SendingHost: mx.contoso.com -> out.contoso.com", changes);
        Assert.Contains("Changed Mail SendingAddresses: 192.0.2.1 -> 192.0.2.9", changes);
        Assert.Contains("Added External contoso.com MX:  -> 10 smtp.contoso.com in contoso.com", changes);
        Assert.Contains("Removed External contoso.com MX: 10 mx.contoso.com in contoso.com -> ", changes);
    }

    [Fact]
    public void The_page_of_a_change_request_has_tables_effects_lines_and_the_way_back()
    {
        NamespacePlan plan = Plans.Make("EX1", [.. Base, ("ServiceHost", Plans.Members(("EWS", "ews.contoso.com")))]);
        string page = string.Join("\n", PlanChangeDocument.Of(plan, PlanDifference.Of(plan, Plans.Make("EX1", Base))));

        Assert.StartsWith("# Change of the namespace mail.contoso.com\n\n5 changes; lines for EX1.\n\n## Servers and services\n\n| Site | Servers | Service | Setting | Old | New |\n|---|---|---|---|---|---|\n", page);
        Assert.Contains("| EX1 | EWS | InternalUrl | https:\\//mail.contoso.com/EWS/Exchange.asmx | https:\\//ews.contoso.com/EWS/Exchange.asmx |", page);
        Assert.Contains("\n## Lines\n\n```powershell\nSet-WebServicesVirtualDirectory ", page);
        Assert.Contains("\n## Lines that take it back\n\n```powershell\nSet-WebServicesVirtualDirectory ", page);
        Assert.Contains("\n## Who notices\n\n- Inside: Outlook", page);
    }

    [Fact]
    public void A_page_without_a_change_says_so() =>
        Assert.Equal(["# Change of the namespace mail.contoso.com", string.Empty, "Both plans set the same: nothing changes."], PlanChangeDocument.Of(Make(), []));

    private static NamespacePlan Make(params (string Name, object? Value)[] members) =>
        Plans.Make(new object[] { "EX1", "EX2" }, [.. Base.Where(b => !members.Any(m => m.Name == b.Item1)), .. members]);
}
