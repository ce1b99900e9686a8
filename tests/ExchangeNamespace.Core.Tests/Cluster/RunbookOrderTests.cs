using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>Rules that hold for every runbook, whatever it was asked for.</summary>
public class RunbookOrderTests
{
    [Fact]
    public void The_random_inputs_reach_every_kind_of_runbook()
    {
        HashSet<(RecoveryVariant, ClusterWindows)> planned = [];
        HashSet<string> refused = [];
        Recoveries.Any.Sample(
            input =>
            {
                List<InputFault> faults = [];
                bool isPlanned = ClusterRecoveryPlanner.Plan(input, faults) is not null;
                Assert.NotEqual(isPlanned, faults.Count > 0);
                lock (planned)
                {
                    refused.UnionWith(faults.Select(f => f.Id));
                    if (isPlanned)
                    {
                        planned.Add((input.Variant, input.Windows));
                    }
                }
            },
            iter: RandomCases.Of(usual: 1_000, full: 5_000));

        Assert.Equal(6, planned.Count);
        Assert.Equal([FaultIds.InputContradiction, FaultIds.QuorumOutOfReach, FaultIds.QuorumPresent], refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cluster_that_obeys_the_steps_ends_with_the_mailbox_server_running() => ForEach((input, runbook) =>
    {
        ClusterModel model = new(input);
        foreach (RunbookStep step in runbook.Steps)
        {
            model.Do(step);
        }

        Assert.True(model.MailboxServerRuns);
        Assert.Equal(input.TargetNode ?? input.SurvivingNodes[0], model.MailboxServerNode);
    });

    [Fact]
    public void Steps_are_numbered_and_complete() => ForEach((_, runbook) =>
    {
        Assert.Equal(Enumerable.Range(1, runbook.Steps.Count), runbook.Steps.Select(s => s.Number));
        Assert.All(runbook.Steps, step => Assert.All(
            new[] { step.RunOn, step.Command, step.Purpose, step.CheckBefore, step.CheckAfter, step.Undo, step.Source, step.Rule },
            text => Assert.True(text.Length > 0 && !text.Any(char.IsControl), text)));
    });

    [Fact]
    public void Every_cmd_line_is_one_command_with_one_program() => ForEach((_, runbook) =>
    {
        string[] programs = ["mkdir", "net", "icacls", "cluster", "reg", "shutdown"];
        foreach (RunbookStep step in runbook.Steps.Where(s => s.Shell == StepShell.Cmd))
        {
            List<string>? arguments = CmdModel.Arguments(step.Command);
            Assert.True(arguments is not null, step.Command);
            Assert.Contains(arguments[0], programs);
        }
    });

    [Fact]
    public void Names_arrive_in_the_lines_unchanged() => ForEach((input, runbook) =>
    {
        if (input.WitnessServer is null)
        {
            return;
        }

        string name = input.ShareName ?? "FSM_New_" + input.ClusterName;
        string folder = input.ShareFolder ?? @"C:\" + name;
        string account = (input.Domain is null ? string.Empty : input.Domain + @"\") + input.ClusterName + "$";
        Assert.Equal(["mkdir", folder], CmdModel.Arguments(runbook.Steps[0].Command));
        Assert.Equal(["net", "share", name + "=" + folder, $"/GRANT:{account},FULL"], CmdModel.Arguments(runbook.Steps[1].Command));
        Assert.Equal(["icacls", folder, "/grant", @"BUILTIN\Administrators:(OI)(CI)F", account + ":(OI)(CI)F"], CmdModel.Arguments(runbook.Steps[2].Command));
    });

    [Fact]
    public void Force_quorum_is_only_in_a_recovery_and_never_in_its_short_form() => ForEach((input, runbook) =>
    {
        List<RunbookStep> forced = [.. runbook.Steps.Where(s => s.Command.Contains("/forcequorum", StringComparison.OrdinalIgnoreCase))];
        Assert.All(runbook.Steps, step => Assert.DoesNotContain("/fq", step.Command, StringComparison.OrdinalIgnoreCase));
        Assert.All(runbook.Steps, step => Assert.DoesNotContain("/fo ", step.Command + " ", StringComparison.OrdinalIgnoreCase));
        if (input.Variant != RecoveryVariant.Recover)
        {
            Assert.Empty(forced);
        }
        else if (input.Windows == ClusterWindows.Server2008)
        {
            Assert.Equal((input.SurvivingNodes[0], "net start clussvc /forcequorum"), (Assert.Single(forced).RunOn, forced[0].Command));
        }
        else
        {
            Assert.Equal(input.SurvivingNodes, forced.Select(s => s.RunOn));
            Assert.Equal("net start clussvc /forcequorum " + string.Join(',', input.SurvivingNodes), Assert.Single(forced.Select(s => s.Command).Distinct()));
        }
    });

    [Fact]
    public void The_text_says_the_same_as_the_steps_and_marks_all_else_as_comment() => ForEach((_, runbook) =>
    {
        List<string> lines = [.. RunbookRenderer.Render(runbook)];
        Assert.All(lines, line => Assert.True(line.All(c => c is >= ' ' and <= '~'), line));
        Assert.Equal(
            runbook.Steps.Where(s => s.Shell is not (StepShell.Wizard or StepShell.Manual)).Select(s => s.Command),
            lines.Where(line => line.Length > 0 && line[0] != '#'));
        Assert.Equal(
            runbook.Steps.Where(s => s.Shell is StepShell.Wizard or StepShell.Manual).Select(s => "# DO: " + s.Command),
            lines.Where(line => line.StartsWith("# DO: ", StringComparison.Ordinal)));
    });

    private static void ForEach(Action<ClusterRecoveryInput, Runbook> check) => Recoveries.Any.Sample(
        input =>
        {
            if (ClusterRecoveryPlanner.Plan(input, []) is { } runbook)
            {
                check(input, runbook);
            }
        },
        iter: RandomCases.Of(usual: 400, full: 2_000));
}
