using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cluster;

/// <summary>Reads what was said about a cluster. Nothing is guessed, and a contradiction is a fault.</summary>
internal static class ClusterRecoveryReader
{
    private const string DefaultQuorumResource = "Majority Node Set";

    public static ClusterRecoveryRequest? Read(ClusterRecoveryInput input, List<InputFault> faults)
    {
        int before = faults.Count;
        string cluster = Name(input.ClusterName, nameof(input.ClusterName), faults);
        string mailboxServer = Name(input.ClusteredMailboxServer, nameof(input.ClusteredMailboxServer), faults);
        List<string> nodes = Names(input.Nodes, "Node", faults);
        List<string> survivors = Names(input.SurvivingNodes, "SurvivingNode", faults);
        List<string> exchange = Names(input.ExchangeNodes, "ExchangeNode", faults);
        string resource = Text(input.QuorumResource ?? DefaultQuorumResource, nameof(input.QuorumResource), faults);
        if (faults.Count > before)
        {
            return null;
        }

        RefuseSameNames(cluster, mailboxServer, nodes, faults);
        RefuseStrangers(survivors, "SurvivingNode", nodes, faults);
        RefuseStrangers(exchange, "ExchangeNode", nodes, faults);
        List<string> lost = [.. nodes.Where(n => !Has(survivors, n))];
        string target = string.Empty;
        if (input.Variant == RecoveryVariant.Recover)
        {
            RefuseUnprovenRecovery(input, survivors, lost, exchange, faults);
        }
        else
        {
            target = ReadTarget(input, nodes, survivors, lost, exchange, faults);
        }

        RefuseUnusedParameters(input, faults);
        WitnessShare? share = ReadShare(input, cluster, nodes, faults);
        bool shareIsNeeded = NeedsShare(input, nodes.Count);
        if (faults.Count > before || (shareIsNeeded && share is null))
        {
            return null;
        }

        (QuorumVote? now, QuorumVote? after) = input.Variant == RecoveryVariant.Recover
            ? RecoveryVotes(input.Windows, nodes.Count, survivors.Count, shareIsNeeded, faults)
            : (null, null);
        return faults.Count > before
            ? null
            : new ClusterRecoveryRequest
            {
                Variant = input.Variant,
                Windows = input.Windows,
                ClusterName = cluster,
                MailboxServer = mailboxServer,
                Nodes = nodes,
                Survivors = survivors,
                Lost = lost,
                Target = target,
                Share = share,
                QuorumTool = input.QuorumTool,
                QuorumResource = resource,
                VotesBefore = now,
                VotesAfter = after,
            };
    }

    /// <summary>A recovery makes a share wherever the quorum model has one, a fail-back only where the site changes.</summary>
    private static bool NeedsShare(ClusterRecoveryInput input, int nodes) => input.Variant switch
    {
        RecoveryVariant.Recover => HasShareWitness(input.Windows, nodes),
        RecoveryVariant.FailBack => false,
        RecoveryVariant.FailBackGeo => true,
        _ => throw ClosedSet.Outside(input.Variant),
    };

    private static bool HasShareWitness(ClusterWindows windows, int nodes) =>
        windows == ClusterWindows.Server2008 || nodes == QuorumRules.NodesOfShareWitness2003;

    private static string Name(string? text, string parameter, List<InputFault> faults)
    {
        if (ServerName.TryParse(text, parameter, out string? name, out _, out InputFault? fault))
        {
            return name;
        }

        faults.Add(fault);
        return string.Empty;
    }

    private static List<string> Names(IReadOnlyList<string?> texts, string parameter, List<InputFault> faults)
    {
        List<string> names = [];
        if (texts.Count == 0)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, parameter, null, $"-{parameter} is empty. Give at least one node."));
        }
        else if (texts.Count > QuorumReader.MaximumNodes)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, parameter, texts.Count,
                $"-{parameter} has {texts.Count} names. No cluster has more than {QuorumReader.MaximumNodes} nodes."));
            return names;
        }

        foreach (string? text in texts)
        {
            string name = Name(text, parameter, faults);
            if (name.Length > 0 && Has(names, name))
            {
                faults.Add(new InputFault(FaultIds.ServerDuplicate, parameter, text, $"{name} was given twice."));
            }

            names.Add(name);
        }

        return names;
    }

    private static bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static void RefuseSameNames(string cluster, string mailboxServer, List<string> nodes, List<InputFault> faults)
    {
        if (Same(cluster, mailboxServer))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "ClusteredMailboxServer", mailboxServer,
                $"The cluster and the clustered mailbox server are both called {cluster}. Each has a computer account of its own, and the "
                    + "share permission belongs to that of the cluster (S57)."));
        }

        foreach (string node in nodes.Where(n => Same(n, cluster) || Same(n, mailboxServer)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Node", node,
                $"{node} is the name of the cluster or of the clustered mailbox server, so it cannot be that of a node."));
        }

        if (nodes.Count < 2)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "Node", nodes.Count,
                "-Node is to name all nodes of the cluster, those that are down among them: at least two."));
        }
    }

    private static void RefuseStrangers(IEnumerable<string> names, string parameter, List<string> nodes, List<InputFault> faults)
    {
        foreach (string name in names.Where(n => !Has(nodes, n)))
        {
            faults.Add(new InputFault(FaultIds.NodeNotInCluster, parameter, name,
                $"{name} is not among the nodes of -Node: {string.Join(", ", nodes)}."));
        }
    }

    private static void RefuseUnprovenRecovery(
        ClusterRecoveryInput input, List<string> survivors, List<string> lost, List<string> exchange, List<InputFault> faults)
    {
        if (lost.Count == 0)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "SurvivingNode", string.Join(", ", survivors),
                "All nodes are up, so there is nothing to force."));
        }

        if (!input.OtherSiteIsDown)
        {
            faults.Add(new InputFault(FaultIds.OtherSiteNotConfirmed, "ConfirmOtherSiteDown", string.Join(", ", lost),
                $"Quorum that is forced while {string.Join(" or ", lost)} runs brings the resources online twice and corrupts data. Make "
                    + "sure that each of them is off and stays off, then give -ConfirmOtherSiteDown."));
        }

        // On 2008 one node becomes the pattern of all; on 2003 each node of the list may take the mailbox server.
        IEnumerable<string> forced = input.Windows == ClusterWindows.Server2008 ? survivors.Take(1) : survivors;
        foreach (string node in forced.Where(n => !Has(exchange, n)))
        {
            faults.Add(NotFullExchange("SurvivingNode", node,
                "Forcing quorum there wipes the Exchange configuration of the cluster from the nodes that join later"));
        }
    }

    private static InputFault NotFullExchange(string parameter, string node, string why) => new(
        FaultIds.NodeNotFullExchange, parameter, node,
        $"{node} is not among the nodes of -ExchangeNode, on which Exchange is completely installed. {why} (S56).");

    private static string ReadTarget(
        ClusterRecoveryInput input, List<string> nodes, List<string> survivors, List<string> lost, List<string> exchange,
        List<InputFault> faults)
    {
        if (input.OtherSiteIsDown)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "ConfirmOtherSiteDown", true,
                "-ConfirmOtherSiteDown belongs to -Variant Recover: a fail-back brings the other node up."));
        }

        string target;
        if (input.TargetNode is not null)
        {
            target = Name(input.TargetNode, nameof(input.TargetNode), faults);
        }
        else if (lost.Count == 1)
        {
            target = lost[0];
        }
        else
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(input.TargetNode), null,
                "Name the node to fail back to with -TargetNode: it does not follow from -Node and -SurvivingNode."));
            return string.Empty;
        }

        if (target.Length == 0)
        {
            return target;
        }

        RefuseStrangers([target], nameof(input.TargetNode), nodes, faults);
        if (Same(target, survivors[0]))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.TargetNode), target,
                $"{target} is the node that runs the clustered mailbox server now. Give the other one."));
        }

        if (!Has(exchange, target))
        {
            faults.Add(NotFullExchange(nameof(input.TargetNode), target, "The clustered mailbox server cannot run there"));
        }

        return target;
    }

    private static void RefuseUnusedParameters(ClusterRecoveryInput input, List<InputFault> faults)
    {
        if (input.TargetNode is not null && input.Variant == RecoveryVariant.Recover)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.TargetNode), input.TargetNode,
                "-TargetNode belongs to a fail-back. A recovery works on the first node of -SurvivingNode."));
        }

        if (input.QuorumResource is not null && input.Windows != ClusterWindows.Server2003)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.QuorumResource), input.QuorumResource,
                "-QuorumResource names the majority node set resource of Windows Server 2003. Leave it out for 2008."));
        }

        if (input.QuorumTool == QuorumTool.ClusterExe && input.Windows == ClusterWindows.Server2003)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.QuorumTool), input.QuorumTool.ToString(),
                "-QuorumTool is for Windows Server 2008. On 2003 the share is always set with cluster.exe."));
        }
    }

    private static WitnessShare? ReadShare(ClusterRecoveryInput input, string cluster, List<string> nodes, List<InputFault> faults)
    {
        if (!NeedsShare(input, nodes.Count))
        {
            RefuseShareParameters(input, faults);
            return null;
        }

        if (!HasShareWitness(input.Windows, nodes.Count))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.Variant), input.Variant.ToString(),
                "On Windows Server 2003 the file share witness is for clusters of two nodes (KB921181). Use -Variant FailBack."));
            return null;
        }

        if (input.WitnessServer is null)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(input.WitnessServer), null,
                "Name the server that gets the new witness share with -WitnessServer; a Hub Transport server at the site of the node is "
                    + "recommended."));
            return null;
        }

        int before = faults.Count;
        if (!ServerName.TryParse(input.WitnessServer, nameof(input.WitnessServer), out string? server, out Fqdn? full,
            out InputFault? fault))
        {
            faults.Add(fault);
            return null;
        }

        if (Has(nodes, server) || Same(server, cluster) || Same(server, input.ClusteredMailboxServer!))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.WitnessServer), input.WitnessServer,
                $"{server} belongs to the cluster itself. A witness there fails together with it."));
        }

        string name = WindowsNames.Share(input.ShareName ?? "FSM_New_" + cluster, nameof(input.ShareName), faults);
        string folder = input.ShareFolder is null ? @"C:\" + name
            : WindowsNames.Folder(input.ShareFolder, nameof(input.ShareFolder), faults);
        string domain = input.Domain is null ? string.Empty : Name(input.Domain, nameof(input.Domain), faults) + @"\";
        return faults.Count > before ? null : new WitnessShare(full?.Value ?? server, name, folder, domain + cluster + "$");
    }

    private static void RefuseShareParameters(ClusterRecoveryInput input, List<InputFault> faults)
    {
        string why = input.Variant == RecoveryVariant.FailBack
            ? "A fail-back at the same site keeps the witness share. Leave it out, or use -Variant FailBackGeo."
            : "On Windows Server 2003 the file share witness is for clusters of two nodes (KB921181). Leave it out.";
        foreach ((string parameter, string? value) in new[]
        {
            (nameof(input.WitnessServer), input.WitnessServer), (nameof(input.ShareName), input.ShareName),
            (nameof(input.ShareFolder), input.ShareFolder), (nameof(input.Domain), input.Domain),
        })
        {
            if (value is not null)
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, parameter, value, $"-{parameter} has no use here. {why}"));
            }
        }
    }

    private static string Text(string text, string parameter, List<InputFault> faults)
    {
        if (text.Length > 0 && CmdLiteral.CanQuote(text))
        {
            return text;
        }

        faults.Add(WindowsNames.NotForCmd(text, parameter));
        return string.Empty;
    }

    private static (QuorumVote Now, QuorumVote? After) RecoveryVotes(ClusterWindows windows, int nodes, int survivors, bool share,
        List<InputFault> faults)
    {
        QuorumModel model = windows == ClusterWindows.Server2003 ? QuorumModel.MajorityNodeSet : QuorumModel.NodeAndFileShareMajority;
        QuorumVote now = QuorumRules.Count(model, windows, nodes, survivors, share ? false : null);
        QuorumVote? after = share ? QuorumRules.Count(model, windows, nodes, survivors, true) : null;
        if (now.HasQuorum)
        {
            faults.Add(new InputFault(FaultIds.QuorumPresent, "SurvivingNode", survivors,
                $"Even without a witness these nodes have quorum ({now}). Do not force quorum: start the Cluster service normally."));
        }
        else if (after?.HasQuorum == false)
        {
            faults.Add(new InputFault(FaultIds.QuorumOutOfReach, "SurvivingNode", survivors,
                string.Format(CultureInfo.InvariantCulture,
                    "Even with the new share the nodes have no majority ({0}), so that the first restart would stop the cluster again. "
                        + "Bring more nodes up, or evict the lost ones, first.", after)));
        }

        return (now, after);
    }
}
