using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Cluster;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>
/// A cluster that does what the text of a step says and fails where a real one would: no share before its folder, no witness before
/// its permission, no service without more than half of the votes or force, no second forced cluster, nothing on it before it runs.
/// </summary>
internal sealed class ClusterModel
{
    private readonly ClusterRecoveryInput _input;
    private readonly HashSet<string> _up;
    private readonly HashSet<string> _stopped = [];
    private readonly HashSet<string> _running = [];
    private bool _folder;
    private bool _share;
    private bool _permission;
    private bool _resource;
    private bool _witness;
    private bool _forced;
    private string _clusterGroup;

    public ClusterModel(ClusterRecoveryInput input)
    {
        _input = input;
        _up = [.. input.SurvivingNodes.Select(n => n!)];
        MailboxServerNode = _clusterGroup = input.SurvivingNodes[0]!;
        if (input.Variant != RecoveryVariant.Recover)
        {
            _running.UnionWith(_up);
            MailboxServerRuns = true;
        }
    }

    public bool MailboxServerRuns { get; private set; }

    public string MailboxServerNode { get; private set; }

    private bool Is2003 => _input.Windows == ClusterWindows.Server2003;

    public void Do(RunbookStep step)
    {
        string[] words = step.Command.Split(' ');
        switch (words[0])
        {
            case "mkdir":
                Assert.Equal(_input.WitnessServer, step.RunOn);
                _folder = true;
                break;
            case "net" when words[1] == "share":
                Assert.True(_folder && step.RunOn == _input.WitnessServer);
                _share = true;
                break;
            case "icacls":
                Assert.True(_share && step.RunOn == _input.WitnessServer);
                _permission = true;
                break;
            case "net":
                Service(step, words);
                break;
            case "cluster" when step.Command.Contains("\"Cluster Group\" /move:", StringComparison.Ordinal):
                Assert.True(ClusterRuns && !MailboxServerRuns);
                _clusterGroup = step.Command.Split(':')[1];
                Assert.Contains(_clusterGroup, _running);
                break;
            case "cluster" or "Configure":
                Quorum(step);
                break;
            case "reg":
                Assert.Equal("query", words[1]);
                break;
            case "shutdown":
                Restart(step.RunOn);
                break;
            case "bring":
                Assert.True(ClusterRuns && !_forced);
                _up.Add(words[1]);
                _running.Add(words[1]);
                break;
            case "open":
                Assert.True(MailboxServerRuns);
                break;
            default:
                MailboxServer(words);
                break;
        }
    }

    private bool ClusterRuns => _running.Count > 0;

    private bool HasVotes(int nodes)
    {
        bool voteOfWitness = !Is2003 || _input.Nodes.Count == 2;
        return (nodes + (voteOfWitness && _witness ? 1 : 0)) * 2 > _input.Nodes.Count + (voteOfWitness ? 1 : 0);
    }

    private void Service(RunbookStep step, string[] words)
    {
        Assert.Equal("clussvc", words[2]);
        Assert.Contains(step.RunOn, _up);
        if (words[1] == "stop")
        {
            Assert.False(ClusterRuns, "A node is stopped while the cluster runs.");
            _stopped.Add(step.RunOn);
            return;
        }

        if (words.Length == 3)
        {
            Assert.True(ClusterRuns || HasVotes(1), "A node starts without quorum.");
        }
        else if (Is2003)
        {
            Assert.Equal(_up.Order(), words[4].Split(',').Order());
            Assert.Subset(_stopped, _up);
            _forced = true;
        }
        else
        {
            Assert.False(ClusterRuns, "Force quorum while the cluster runs.");
            Assert.Contains(step.RunOn, _input.ExchangeNodes);
            Assert.Subset(_stopped, _up.Where(n => n != step.RunOn).ToHashSet());
            _forced = true;
        }

        _running.Add(step.RunOn);
    }

    private void Quorum(RunbookStep step)
    {
        Assert.True(ClusterRuns && _folder && _share && _permission, "The witness is used before it exists.");
        if (step.Command.Contains("/create", StringComparison.Ordinal))
        {
            _resource = true;
        }
        else if (step.Command.EndsWith("/online", StringComparison.Ordinal))
        {
            Assert.True(_resource);
        }
        else
        {
            Assert.True(_resource || step.Shell == StepShell.Wizard || Is2003);
            _witness = true;
        }
    }

    private void Restart(string node)
    {
        Assert.False(MailboxServerRuns);
        Assert.Contains(node, _running);
        Assert.True(HasVotes(_up.Count), "A restart without the votes for a normal start.");
        _forced = false;
    }

    private void MailboxServer(string[] words)
    {
        Assert.True(ClusterRuns, "Nothing starts before quorum.");
        Assert.Equal(["-Identity", _input.ClusteredMailboxServer], words.Skip(1).Take(2));
        switch (words[0])
        {
            case "Start-ClusteredMailboxServer":
                Assert.False(MailboxServerRuns);
                Assert.True(HasVotes(_up.Count) || (_forced && Is2003) || _input.Variant != RecoveryVariant.Recover);
                MailboxServerRuns = true;
                break;
            case "Stop-ClusteredMailboxServer":
                Assert.True(MailboxServerRuns);
                MailboxServerRuns = false;
                break;
            case "Move-ClusteredMailboxServer":
                Assert.False(MailboxServerRuns);
                Assert.Equal("-TargetMachine", words[3]);
                Assert.Equal(_clusterGroup, words[4]);
                Assert.Contains(words[4], _running);
                MailboxServerNode = words[4];
                break;
            default:
                Assert.Equal("Get-ClusteredMailboxServerStatus", words[0]);
                break;
        }
    }
}
