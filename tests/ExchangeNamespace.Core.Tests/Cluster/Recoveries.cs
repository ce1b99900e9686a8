using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>Inputs for recovery runbooks: the article's, and random ones.</summary>
internal static class Recoveries
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Well-formed input of every kind; some of it asks for what cannot be had.</summary>
    public static Gen<ClusterRecoveryInput> Any { get; } =
        from prefix in Gen.String[Gen.Char[Letters + "0123456789"], 0, 8]
        from variant in Gen.Enum<RecoveryVariant>()
        from windows in Gen.Enum<ClusterWindows>()
        from count in Gen.Int[2, 6]
        from up in Gen.Int[1, 5]
        from shareText in Gen.String[Gen.Char["ab c&^()'_-.,{}@~#"], 1, 12]
        from options in Gen.Int[0, 63]
        select Input("n" + prefix, variant, windows, count, Math.Min(up, count - 1), "s" + shareText + "e", options);

    /// <summary>The article's cluster.</summary>
    public static ClusterRecoveryInput Article(RecoveryVariant variant, ClusterWindows windows = ClusterWindows.Server2008, QuorumTool tool = QuorumTool.Wizard) => new()
    {
        Variant = variant,
        Windows = windows,
        ClusterName = "EXCluster",
        ClusteredMailboxServer = "Cluster",
        Nodes = ["SHUD-EXCN1", "SHUD-EXCN2"],
        SurvivingNodes = ["SHUD-EXCN2"],
        ExchangeNodes = ["SHUD-EXCN1", "SHUD-EXCN2"],
        WitnessServer = variant == RecoveryVariant.FailBack ? null : "SHUD-EXC1",
        QuorumTool = tool,
        OtherSiteIsDown = variant == RecoveryVariant.Recover,
    };

    public static Runbook Plan(ClusterRecoveryInput input)
    {
        List<InputFault> faults = [];
        return ClusterRecoveryPlanner.Plan(input, faults) ?? throw new InvalidOperationException(string.Join("\n", faults));
    }

    private static ClusterRecoveryInput Input(string prefix, RecoveryVariant variant, ClusterWindows windows, int count, int up, string share, int options)
    {
        string[] nodes = [.. Enumerable.Range(1, count).Select(n => prefix + "-" + n)];
        bool is2008 = windows == ClusterWindows.Server2008;
        bool hasShare = variant == RecoveryVariant.FailBackGeo || (variant == RecoveryVariant.Recover && (is2008 || count == 2));
        string[] survivors = [.. nodes.Reverse().Take(up)];
        return new ClusterRecoveryInput
        {
            Variant = variant,
            Windows = windows,
            ClusterName = prefix + "clu",
            ClusteredMailboxServer = prefix + "cms",
            Nodes = nodes,
            SurvivingNodes = survivors,
            ExchangeNodes = nodes,
            TargetNode = variant == RecoveryVariant.Recover ? null : nodes[0],
            WitnessServer = !hasShare ? null : (options & 1) == 0 ? "hub" : "hub.contoso.com",
            ShareName = hasShare && (options & 2) != 0 ? share.Replace(',', '_') : null,
            ShareFolder = hasShare && (options & 4) != 0 ? @"D:\w\" + share : null,
            Domain = hasShare && (options & 8) != 0 ? "CONTOSO" : null,
            QuorumTool = is2008 && (options & 16) != 0 ? QuorumTool.ClusterExe : QuorumTool.Wizard,
            QuorumResource = !is2008 && (options & 32) != 0 ? "MNS & witness" : null,
            OtherSiteIsDown = variant == RecoveryVariant.Recover,
        };
    }
}
