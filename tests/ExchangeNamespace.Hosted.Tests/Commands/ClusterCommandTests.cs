using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ClusterCommandTests : CommandTest
{
    private const string Measure = "MeasureQuorumVoteCommand";
    private const string Recover = "ExportClusterRecoveryScriptCommand";
    private const string Tunnel = "ExportAdminTunnelScriptCommand";

    /// <summary>The article's cluster for splatting.</summary>
    private const string Cluster =
        """
        $c = @{ ClusterName = 'EXCluster'; ClusteredMailboxServer = 'Cluster'; WindowsVersion = '2008'; WarningAction = 'SilentlyContinue'
            Node = 'SHUD-EXCN1', 'SHUD-EXCN2'; SurvivingNode = 'SHUD-EXCN2'; ExchangeNode = 'SHUD-EXCN1', 'SHUD-EXCN2' }
        $r = $c + @{ WitnessServer = 'SHUD-EXC1'; ConfirmOtherSiteDown = $true }

        """;

    [Theory]
    [InlineData("NodeAndFileShareMajority 2 1", "3 1 2 False False")]
    [InlineData("NodeAndFileShareMajority 2 1 -WitnessUp", "3 2 2 True True")]
    [InlineData("NodeAndFileShareMajority -Node A, B -NodeUp B -WitnessUp:$true", "3 2 2 True True")]
    [InlineData("NodeMajority 3 3 -WindowsVersion 2008", "3 3 2 True ")]
    [InlineData("MajorityNodeSet 2 2", "2 2 2 True ")]
    [InlineData("MajorityNodeSet 2 2 -WitnessUp:$false", "3 2 2 True False")]
    [InlineData("NodeMajority @('A','B') @()", "2 0 2 False ")]
    public void Votes_are_measured(string arguments, string expected) =>
        Assert.Equal([expected], Lines($"Measure-QuorumVote {arguments} | ForEach-Object {{ \"$($_.Votes) $($_.VotesUp) $($_.VotesNeeded) $($_.HasQuorum) $($_.WitnessUp)\" }}"));

    [Theory]
    [InlineData("NodeMajority 2 3", "ValueOutOfRange", ErrorCategory.InvalidArgument, "NodeUp", 3)]
    [InlineData("NodeMajority 0 0", "ValueOutOfRange", ErrorCategory.InvalidArgument, "Node", 0)]
    [InlineData("NodeMajority A, B C", "NodeNotInCluster", ErrorCategory.ObjectNotFound, "NodeUp", "C")]
    [InlineData("NodeMajority A, A 1", "ServerDuplicate", ErrorCategory.ResourceExists, "Node", "A")]
    [InlineData("NodeMajority 2 2 -WitnessUp", "InputContradiction", ErrorCategory.InvalidData, "WitnessUp", true)]
    [InlineData("NodeMajority 2 2 -WindowsVersion 2003", "QuorumModelNotInVersion", ErrorCategory.NotImplemented, "Model", "NodeMajority")]
    public void A_state_that_cannot_be_is_refused(string arguments, string id, ErrorCategory category, string parameter, object target)
    {
        HostRun run = Run("Measure-QuorumVote " + arguments);

        ErrorRecord error = Fault(run, Measure, id, category);
        Assert.Equal(target, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
        Assert.Contains(parameter, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_single_point_of_failure_is_a_warning() =>
        Assert.StartsWith("EXN501 DiskOnly", Assert.Single(Run("Measure-QuorumVote DiskOnly 2 2 -WitnessUp").Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("Measure-QuorumVote NodeMajority 3 3", "Model NodesUp Votes VotesUp Needed Quorum MayFail")]
    [InlineData("Export-AdminTunnelScript home.contoso.com CAS01 -AsStep", "Number RunOn Shell Command")]
    public void There_is_a_table_view(string script, string columns) =>
        Assert.Equal(columns.Split(' '), ShellProcess.Run("-Command", script).Output[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Steps_are_objects_whose_text_is_the_command()
    {
        string[] lines = [.. Lines(Cluster + "Export-ClusterRecoveryScript @r -AsStep | ForEach-Object { \"$($_.RunOn)|$($_.Shell)|$_\" }")];

        Assert.Equal("SHUD-EXC1|Cmd|mkdir C:\\FSM_New_EXCluster", lines[0]);
        Assert.Contains("SHUD-EXCN2|Cmd|net start clussvc /forcequorum", lines);
        Assert.Contains("SHUD-EXCN2|ExchangeManagementShell|Start-ClusteredMailboxServer -Identity Cluster", lines);
    }

    [Fact]
    public void By_default_the_text_comes_line_by_line()
    {
        string[] lines = [.. Lines(Cluster + "Export-ClusterRecoveryScript @r")];

        Assert.Contains("net start clussvc /forcequorum", lines);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData("$r.Remove('ConfirmOtherSiteDown')", "OtherSiteNotConfirmed", ErrorCategory.InvalidOperation, "SHUD-EXCN1")]
    [InlineData("$r.ExchangeNode = 'SHUD-EXCN1'", "NodeNotFullExchange", ErrorCategory.InvalidOperation, "SHUD-EXCN2")]
    [InlineData("$r.SurvivingNode = 'N9'; $r.ExchangeNode = 'SHUD-EXCN1'", "NodeNotInCluster", ErrorCategory.ObjectNotFound, "N9")]
    [InlineData("$r.Remove('WitnessServer')", "MemberMissing", ErrorCategory.InvalidData, null)]
    [InlineData("$r.Node = 'SHUD-EXCN1', 'SHUD-EXCN2', 'N3', 'N4'", "QuorumOutOfReach", ErrorCategory.InvalidOperation, null)]
    [InlineData("$r.ShareName = '100%'", "TextNotForCmd", ErrorCategory.InvalidArgument, "100%")]
    public void A_dangerous_or_incomplete_recovery_is_refused(string change, string id, ErrorCategory category, string? target)
    {
        HostRun run = Run(Cluster + change + "; Export-ClusterRecoveryScript @r -AsStep");

        ErrorRecord error = Assert.Single(run.Errors, e => e.FullyQualifiedErrorId.StartsWith(id + ",", StringComparison.Ordinal));
        Assert.Equal((id + ",ExchangeNamespace.Cmdlets." + Recover, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        if (target is not null)
        {
            Assert.Equal(target, error.TargetObject?.ToString());
        }

        Assert.Empty(run.Output);
    }

    [Fact]
    public void The_Windows_version_is_one_of_two() =>
        Assert.StartsWith("ParameterArgumentValidationError", Assert.Single(Run(Cluster + "$r.WindowsVersion = '2012'; Export-ClusterRecoveryScript @r").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void The_dangers_are_warnings() =>
        Assert.Equal(
            ["EXN506", "EXN504", "EXN505"],
            Run(Cluster + "$r.Remove('WarningAction'); Export-ClusterRecoveryScript @r -AsStep").Warnings.Select(w => w[..6]));

    [Fact]
    public void A_file_is_whole_ASCII_with_CRLF_and_not_replaced_unasked()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "recovery.txt");

        HostRun first = Run("param($f)\n" + Cluster + "Export-ClusterRecoveryScript @r -Path $f -PassThru | ForEach-Object { $_.FullName }", file);
        byte[] bytes = File.ReadAllBytes(file);
        HostRun second = Run("param($f)\n" + Cluster + "Export-ClusterRecoveryScript @c -Variant FailBack -Path $f", file);

        Assert.Equal([file], first.Output);
        Assert.All(bytes, b => Assert.True(b is (>= 32 and < 127) or 13 or 10));
        Assert.EndsWith("\r\n", System.Text.Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(Lines(Cluster + "Export-ClusterRecoveryScript @r"), File.ReadAllLines(file));
        Fault(second, Recover, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal(bytes, File.ReadAllBytes(file));
        Assert.Empty(Run("param($f)\n" + Cluster + "Export-ClusterRecoveryScript @c -Variant FailBack -Path $f -Force", file).Errors);
        Assert.NotEqual(bytes, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("recovery.txt", "-WhatIf", null)]
    [InlineData("recovery.cmd", "", "RunbookIsNoScript")]
    [InlineData("recovery.PS1", "", "RunbookIsNoScript")]
    public void No_file_is_made(string name, string more, string? id)
    {
        using TemporaryFolder folder = new();

        HostRun run = Run("param($f)\n" + Cluster + "Export-ClusterRecoveryScript @r -Path $f " + more, Path.Combine(folder.Path, name));

        Assert.Equal(id is null ? [] : [id + ",ExchangeNamespace.Cmdlets." + Recover], run.Errors.Select(e => e.FullyQualifiedErrorId));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_tunnel_has_two_lines() =>
        Assert.Equal(
            ["plink -ssh -N -P 443 -l ann -L 3391:cas01:3389 home.contoso.com", "mstsc /v:localhost:3391"],
            Lines("Export-AdminTunnelScript home.contoso.com CAS01 -Client Plink -UserName ann -AsStep | ForEach-Object { $_.Command }"));

    [Fact]
    public void A_port_that_IIS_needs_is_a_warning() =>
        Assert.StartsWith(
            "EXN521 home.contoso.com:443: IIS listens",
            Assert.Single(Run("Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ '443' = 'IIS'; 25 = 'SMTP' } -AsStep").Warnings),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("-SshPort 70000", "ValueOutOfRange", ErrorCategory.InvalidArgument)]
    [InlineData("-UserName 'ann:secret'", "NameBadCharacter", ErrorCategory.InvalidArgument)]
    [InlineData("-UserName '%x%'", "TextNotForShell", ErrorCategory.InvalidArgument)]
    [InlineData("-Listener @{ https = 'IIS' }", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("-Listener @{ 443 = '' }", "MemberWrongType", ErrorCategory.InvalidType)]
    public void A_tunnel_that_cannot_be_is_refused(string arguments, string id, ErrorCategory category)
    {
        HostRun run = Run("Export-AdminTunnelScript home.contoso.com CAS01 " + arguments);

        Assert.DoesNotContain("secret", Fault(run, Tunnel, id, category).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
