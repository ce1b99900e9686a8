using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Cluster;

/// <summary>
/// Force quorum (S56, S58). Server 2003 wants the list of the remaining nodes on each of them, and there <c>/fq</c> means FixQuorum,
/// so the short form is never written. Server 2008 wants one node, which gives its configuration to all that join.
/// </summary>
internal static class ForceQuorumSteps
{
    public const string StopCommand = "net stop clussvc";
    public const string StartCommand = "net start clussvc";
    private const string ParametersKey = @"HKLM\SYSTEM\CurrentControlSet\Services\ClusSvc\Parameters";

    public static IEnumerable<RunbookStep> Force(ClusterRecoveryRequest request) =>
        request.Windows == ClusterWindows.Server2003 ? Force2003(request) : Force2008(request);

    /// <summary>The forced state ends with a normal start, for which the votes must be there.</summary>
    public static IEnumerable<RunbookStep> EndForcedState(ClusterRecoveryRequest request)
    {
        if (request.Share is null)
        {
            return [];
        }

        bool is2003 = request.Windows == ClusterWindows.Server2003;
        IEnumerable<string> forced = is2003 ? request.Survivors : request.Survivors.Take(1);
        return CheckNotForced(request).Concat(forced.Select(node => new RunbookStep
        {
            Phase = StepPhase.Restart,
            RunOn = node,
            Shell = StepShell.Cmd,
            Command = "shutdown -r -t 0",
            Purpose = $"Restarts {node}, so that the Cluster service starts normally and no longer forced.",
            CheckBefore =
                $"the quorum uses {request.Share.Path}: {request.VotesAfter!.VotesUp} of {request.VotesAfter.Votes} votes are present and "
                    + $"{request.VotesAfter.VotesNeeded} are needed.",
            CheckAfter = $"the Cluster service runs on {node} without /forcequorum, and the Cluster Group is online.",
            Undo = "nothing to take back; if the service does not start, force quorum again and look at the share.",
            Evidence = StepEvidence.Composed,
            Source = RunbookSources.Article,
            Rule = "S60",
            DocumentedForm = "restart " + node,
        }));
    }

    /// <summary>On Server 2003 a registry value can keep a node forced; a node that starts while another is forced corrupts data.</summary>
    public static IEnumerable<RunbookStep> CheckNotForced(ClusterRecoveryRequest request) =>
        request.Windows == ClusterWindows.Server2008 ? [] : request.Survivors.Select(node => new RunbookStep
        {
            Phase = StepPhase.Unforce,
            RunOn = node,
            Shell = StepShell.Cmd,
            Command = $"reg query {ParametersKey} /v ForceQuorum",
            Purpose = "Looks whether a registry value keeps the node forced.",
            CheckBefore = "every node outside the forced list has its Cluster service stopped.",
            CheckAfter = $"the value is not found. If it is there: reg delete {ParametersKey} /v ForceQuorum. The service has no "
                + "/forcequorum among its start parameters.",
            Undo = "nothing to take back: the line only reads.",
            Evidence = StepEvidence.Composed,
            Source = RunbookSources.Force2003,
            Rule = "S56",
        });

    private static IEnumerable<RunbookStep> Force2003(ClusterRecoveryRequest request)
    {
        string list = string.Join(",", request.Survivors);
        foreach (string node in request.Survivors)
        {
            yield return Stop(node, RunbookSources.Force2003, "all remaining nodes stop before the first of them is forced.");
        }

        foreach (string node in request.Survivors)
        {
            yield return new RunbookStep
            {
                Phase = StepPhase.ForceQuorum,
                RunOn = node,
                Shell = StepShell.Cmd,
                Command = StartCommand + " /forcequorum " + list,
                Purpose = $"Starts the Cluster service with the nodes {list} as if they were all. The list is the same on each of them and "
                    + "has no spaces.",
                CheckBefore = Proof(request)
                    + $" The Cluster service is stopped on {list}. The switch is written out: on Windows Server 2003 the short form FQ is "
                    + "another one.",
                CheckAfter = $"cluster {request.ClusterName} node shows {node} up.",
                Undo = StopCommand + " on every node of the list, then a normal start once a majority is back.",
                Evidence = StepEvidence.Documented,
                Source = RunbookSources.Force2003,
                Rule = "S58",
            };
        }
    }

    private static IEnumerable<RunbookStep> Force2008(ClusterRecoveryRequest request)
    {
        List<string> others = [.. request.Survivors.Skip(1)];
        foreach (string node in others)
        {
            yield return Stop(node, RunbookSources.Article, "no node tries to form the cluster while one is forced.");
        }

        yield return new RunbookStep
        {
            Phase = StepPhase.ForceQuorum,
            RunOn = request.Survivor,
            Shell = StepShell.Cmd,
            Command = StartCommand + " /forcequorum",
            Purpose = $"Starts the Cluster service on {request.Survivor} without quorum. Its configuration becomes authoritative: every "
                + "node that joins later receives it.",
            CheckBefore = Proof(request)
                + $" The Cluster service is stopped on {request.Survivor}. Exchange is completely installed on {request.Survivor}, and it "
                + "has the newest configuration of the cluster.",
            CheckAfter = $"cluster {request.ClusterName} node shows {request.Survivor} up; the clustered mailbox server "
                + $"{request.MailboxServer} is among the groups.",
            Undo = "nothing takes it back: the pushed configuration stays. The forced state itself ends when a majority is present.",
            Evidence = StepEvidence.Documented,
            Source = RunbookSources.Article,
            Rule = "S58",
        };
        foreach (string node in others)
        {
            yield return new RunbookStep
            {
                Phase = StepPhase.Join,
                RunOn = node,
                Shell = StepShell.Cmd,
                Command = StartCommand,
                Purpose = $"Lets {node} join the forced cluster; it receives the configuration of {request.Survivor}.",
                CheckBefore = $"{request.Survivor} is up and shows the right configuration.",
                CheckAfter = $"cluster {request.ClusterName} node shows {node} up.",
                Undo = StopCommand,
                Evidence = StepEvidence.Composed,
                Source = RunbookSources.Article,
                Rule = "S56",
            };
        }
    }

    private static RunbookStep Stop(string node, string source, string why) => new()
    {
        Phase = StepPhase.StopService,
        RunOn = node,
        Shell = StepShell.Cmd,
        Command = StopCommand,
        Purpose = $"Stops the Cluster service on {node}: {why}",
        CheckBefore = $"you are on {node}. Where the service is stopped already the line says so and does no harm.",
        CheckAfter = "sc query clussvc shows STOPPED.",
        Undo = StartCommand,
        Evidence = source == RunbookSources.Article ? StepEvidence.Composed : StepEvidence.Documented,
        Source = source,
        Rule = "S56",
    };

    private static string Proof(ClusterRecoveryRequest request) =>
        $"{string.Join(", ", request.Lost)} and the old witness are off and stay off: seen there, or by the management boards.";
}
