using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>What is refused, by which id and for which parameter. A refused input gives no step.</summary>
public class RecoveryFaultTests
{
    private static readonly string[] Two = ["N1", "N2"];
    private static readonly string[] Four = ["N1", "N2", "N3", "N4"];

    [Fact]
    public void Without_the_confirmation_nothing_is_written() =>
        Refused(Of(RecoveryVariant.Recover, confirmed: false), FaultIds.OtherSiteNotConfirmed, "ConfirmOtherSiteDown", "N1");

    [Theory]
    [InlineData(ClusterWindows.Server2003)]
    [InlineData(ClusterWindows.Server2008)]
    public void A_node_without_a_complete_Exchange_is_not_forced(ClusterWindows windows) =>
        Refused(Of(RecoveryVariant.Recover, windows, exchange: ["N1"]), FaultIds.NodeNotFullExchange, "SurvivingNode", "N2");

    [Fact]
    public void The_article_s_four_nodes_of_which_one_has_no_Exchange() =>
        Refused(Of(RecoveryVariant.Recover, nodes: Four, up: ["N4", "N3"], exchange: ["N1", "N2", "N3"]), FaultIds.NodeNotFullExchange, "SurvivingNode", "N4");

    [Fact]
    public void A_second_survivor_without_Exchange_only_joins() =>
        Assert.Equal("N3", Recoveries.Plan(Of(RecoveryVariant.Recover, nodes: Four, up: ["N3", "N4"], exchange: ["N1", "N2", "N3"])).Steps.Single(s => s.Phase == StepPhase.ForceQuorum).RunOn);

    [Fact]
    public void A_node_without_Exchange_is_not_failed_back_to() =>
        Refused(Of(RecoveryVariant.FailBack, exchange: ["N2"]), FaultIds.NodeNotFullExchange, "TargetNode", "N1");

    [Fact]
    public void Nodes_with_quorum_are_not_forced() =>
        Refused(Of(RecoveryVariant.Recover, nodes: Four, up: ["N1", "N2", "N3"]), FaultIds.QuorumPresent, "SurvivingNode");

    [Fact]
    public void A_new_share_that_gives_no_quorum_either_is_refused() =>
        Refused(Of(RecoveryVariant.Recover, nodes: Four, up: ["N1"]), FaultIds.QuorumOutOfReach, "SurvivingNode");

    [Fact]
    public void All_nodes_up_is_no_recovery() =>
        Assert.Contains(Faults(Of(RecoveryVariant.Recover, up: Two)), f => f.Id == FaultIds.InputContradiction && f.Parameter == "SurvivingNode");

    [Theory]
    [InlineData("EXCluster", "EXCLUSTER", "ClusteredMailboxServer")]
    [InlineData("N1", "CMS1", "Node")]
    [InlineData("CLU1", "n2", "Node")]
    public void Two_things_of_one_name_are_refused(string cluster, string mailboxServer, string parameter) =>
        Refused(Of(RecoveryVariant.Recover, cluster: cluster, mailboxServer: mailboxServer), FaultIds.InputContradiction, parameter);

    [Theory]
    [InlineData("", FaultIds.NameEmpty)]
    [InlineData(null, FaultIds.NameEmpty)]
    [InlineData("sixteencharacter", FaultIds.NetBiosNameTooLong)]
    [InlineData("12345", FaultIds.ServerNameNumeric)]
    [InlineData("a b", FaultIds.NameHasSpace)]
    [InlineData("a&calc", FaultIds.NameBadCharacter)]
    [InlineData("a%b", FaultIds.NameBadCharacter)]
    [InlineData("a\"b", FaultIds.NameBadCharacter)]
    [InlineData("$(x)", FaultIds.NameBadCharacter)]
    [InlineData("é", FaultIds.NameBadCharacter)]
    [InlineData("a\nb", FaultIds.NameHasSpace)]
    public void Every_name_is_checked(string? bad, string id)
    {
        Refused(Of(RecoveryVariant.Recover, cluster: bad), id, "ClusterName", bad);
        Refused(Of(RecoveryVariant.Recover, mailboxServer: bad), id, "ClusteredMailboxServer", bad);
        Refused(Of(RecoveryVariant.Recover, nodes: ["N1", "N2", bad]), id, "Node", bad);
        Refused(Of(RecoveryVariant.Recover, up: [bad]), id, "SurvivingNode", bad);
        Refused(Of(RecoveryVariant.Recover, exchange: ["N1", bad]), id, "ExchangeNode", bad);
        if (bad is not null)
        {
            if (bad.Length > 0)
            {
                Refused(Of(RecoveryVariant.Recover, witness: bad), id, "WitnessServer", bad);
            }

            Refused(Of(RecoveryVariant.Recover, domain: bad), id, "Domain", bad);
            Refused(Of(RecoveryVariant.FailBack, target: bad), id, "TargetNode", bad);
        }
    }

    [Theory]
    [InlineData("", FaultIds.TextNotForCmd)]
    [InlineData("100%", FaultIds.TextNotForCmd)]
    [InlineData("a!b", FaultIds.TextNotForCmd)]
    [InlineData("a\"b", FaultIds.TextNotForCmd)]
    [InlineData("-x", FaultIds.TextNotForCmd)]
    [InlineData("a\\b", FaultIds.NameBadCharacter)]
    [InlineData("a=b", FaultIds.NameBadCharacter)]
    [InlineData("a,b", FaultIds.NameBadCharacter)]
    [InlineData("a ", FaultIds.NameBadCharacter)]
    public void Share_names_are_checked(string bad, string id) => Refused(Of(RecoveryVariant.Recover, share: bad), id, "ShareName", bad);

    [Theory]
    [InlineData("", FaultIds.ValueNotListed)]
    [InlineData("FSM", FaultIds.ValueNotListed)]
    [InlineData("C:\\", FaultIds.ValueNotListed)]
    [InlineData("C:\\a\\", FaultIds.ValueNotListed)]
    [InlineData("C:\\a\\..\\Windows", FaultIds.ValueNotListed)]
    [InlineData("C:\\a\\..", FaultIds.ValueNotListed)]
    [InlineData("\\\\server\\share", FaultIds.ValueNotListed)]
    [InlineData("1:\\a", FaultIds.ValueNotListed)]
    [InlineData("C:\\%TEMP%", FaultIds.TextNotForCmd)]
    [InlineData("C:\\a\"b", FaultIds.TextNotForCmd)]
    [InlineData("C:\\a|b", FaultIds.NameBadCharacter)]
    [InlineData("C:\\a:b", FaultIds.NameBadCharacter)]
    public void Share_folders_are_checked(string bad, string id) => Refused(Of(RecoveryVariant.Recover, folder: bad), id, "ShareFolder", bad);

    [Fact]
    public void Texts_that_are_too_long_are_refused()
    {
        Refused(Of(RecoveryVariant.Recover, share: new string('a', 81)), FaultIds.NameTooLong, "ShareName");
        Refused(Of(RecoveryVariant.Recover, folder: "C:\\" + new string('a', 241)), FaultIds.NameTooLong, "ShareFolder");
    }

    [Fact]
    public void The_witness_is_not_a_part_of_the_cluster()
    {
        foreach (string own in new[] { "n1", "CLU1", "CMS1", "N2.contoso.com" })
        {
            Refused(Of(RecoveryVariant.Recover, witness: own), FaultIds.InputContradiction, "WitnessServer", own);
        }
    }

    [Fact]
    public void What_has_no_use_is_said()
    {
        Refused(Of(RecoveryVariant.Recover, target: "N1"), FaultIds.InputContradiction, "TargetNode");
        Refused(Of(RecoveryVariant.FailBack, confirmed: true), FaultIds.InputContradiction, "ConfirmOtherSiteDown");
        Refused(Of(RecoveryVariant.FailBack, witness: "HUB1"), FaultIds.InputContradiction, "WitnessServer");
        Refused(Of(RecoveryVariant.FailBack, domain: "CONTOSO"), FaultIds.InputContradiction, "Domain");
        Refused(Of(RecoveryVariant.Recover, resource: "MNS"), FaultIds.InputContradiction, "QuorumResource");
        Refused(Of(RecoveryVariant.Recover, ClusterWindows.Server2003, tool: QuorumTool.ClusterExe), FaultIds.InputContradiction, "QuorumTool");
        Refused(Of(RecoveryVariant.Recover, ClusterWindows.Server2003, Four, ["N1", "N2"], witness: "HUB1"), FaultIds.InputContradiction, "WitnessServer");
        Refused(Of(RecoveryVariant.FailBackGeo, ClusterWindows.Server2003, Four, ["N1", "N2", "N3"]), FaultIds.InputContradiction, "Variant");
    }

    [Fact]
    public void What_is_needed_is_asked_for()
    {
        Refused(Of(RecoveryVariant.Recover, witness: null, share: "X"), FaultIds.MemberMissing, "WitnessServer");
        Refused(Of(RecoveryVariant.FailBackGeo, witness: null, share: "X"), FaultIds.MemberMissing, "WitnessServer");
        Refused(Of(RecoveryVariant.FailBack, nodes: Four, up: ["N1"]), FaultIds.MemberMissing, "TargetNode");
        Refused(Of(RecoveryVariant.Recover, up: []), FaultIds.MemberMissing, "SurvivingNode");
        Refused(Of(RecoveryVariant.Recover, nodes: ["N2"]), FaultIds.ValueOutOfRange, "Node");
        Refused(Of(RecoveryVariant.FailBack, target: "N9"), FaultIds.NodeNotInCluster, "TargetNode", "N9");
        Refused(Of(RecoveryVariant.FailBack, target: "n2"), FaultIds.InputContradiction, "TargetNode", "n2");
        Refused(Of(RecoveryVariant.Recover, up: ["N9"]), FaultIds.NodeNotInCluster, "SurvivingNode", "N9");
        Refused(Of(RecoveryVariant.Recover, exchange: ["N2", "N9"]), FaultIds.NodeNotInCluster, "ExchangeNode", "N9");
    }

    private static void Refused(ClusterRecoveryInput input, string id, string parameter, object? value = null)
    {
        List<InputFault> faults = Faults(input);
        Assert.Contains(faults, f => f.Id == id && f.Parameter == parameter && (value is null || Equals(value, f.Value)));
        Assert.All(faults, f => Assert.DoesNotContain(f.Message, char.IsControl));
    }

    private static List<InputFault> Faults(ClusterRecoveryInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(ClusterRecoveryPlanner.Plan(input, faults));
        return faults;
    }

    private static ClusterRecoveryInput Of(
        RecoveryVariant variant,
        ClusterWindows windows = ClusterWindows.Server2008,
        string?[]? nodes = null,
        string?[]? up = null,
        string?[]? exchange = null,
        string? cluster = "CLU1",
        string? mailboxServer = "CMS1",
        string? witness = "",
        string? share = null,
        string? folder = null,
        string? domain = null,
        string? target = null,
        string? resource = null,
        QuorumTool tool = QuorumTool.Wizard,
        bool? confirmed = null) => new()
        {
            Variant = variant,
            Windows = windows,
            ClusterName = cluster,
            ClusteredMailboxServer = mailboxServer,
            Nodes = nodes ?? Two,
            SurvivingNodes = up ?? ["N2"],
            ExchangeNodes = exchange ?? [.. nodes ?? Two],
            WitnessServer = witness is { Length: > 0 } ? witness : witness is null || variant == RecoveryVariant.FailBack ? null : "HUB9",
            ShareName = share,
            ShareFolder = folder,
            Domain = domain,
            TargetNode = target,
            QuorumTool = tool,
            QuorumResource = resource,
            OtherSiteIsDown = confirmed ?? variant == RecoveryVariant.Recover,
        };
}
