using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cluster;

/// <summary>Writes the runbooks of S54 to S62: out of a lost site, and back again.</summary>
public static class ClusterRecoveryPlanner
{
    /// <summary>Writes a runbook.</summary>
    /// <param name="input">What was said about the cluster.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The runbook; null after a fault.</returns>
    public static Runbook? Plan(ClusterRecoveryInput input, ICollection<InputFault> faults)
    {
        List<InputFault> found = [];
        ClusterRecoveryRequest? request = ClusterRecoveryReader.Read(input, found);
        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        return request is null ? null : request.Variant == RecoveryVariant.Recover ? Recover(request) : FailBack(request);
    }

    private static Runbook Recover(ClusterRecoveryRequest request) => new(
        $"Recovery of cluster {request.ClusterName} with clustered mailbox server {request.MailboxServer} on "
            + $"{string.Join(", ", request.Survivors)}, Windows Server {ClusterWindowsText.Of(request.Windows)}",
        [
            .. WitnessShareSteps.Make(request),
            .. ForceQuorumSteps.Force(request),
            .. QuorumSteps.Repoint(request),
            .. ForceQuorumSteps.EndForcedState(request),
            .. MailboxServerSteps.Start(request),
        ],
        [.. RecoveryFindings(request)])
    {
        VotesBefore = request.VotesBefore,
        VotesAfter = request.VotesAfter,
    };

    private static Runbook FailBack(ClusterRecoveryRequest request) => new(
        $"Fail-back of clustered mailbox server {request.MailboxServer} of cluster {request.ClusterName} from {request.Survivor} to "
            + $"{request.Target}, Windows Server {ClusterWindowsText.Of(request.Windows)}",
        [
            .. WitnessShareSteps.Make(request),
            .. ForceQuorumSteps.CheckNotForced(request),
            MailboxServerSteps.BringOnline(request),
            .. QuorumSteps.Repoint(request),
            .. MailboxServerSteps.MoveBack(request),
        ],
        [.. ShareFindings(request), ClusterFindings.Order(request.MailboxServer)]);

    private static IEnumerable<Finding> RecoveryFindings(ClusterRecoveryRequest request)
    {
        yield return ClusterFindings.BothSitesForced(request.Lost);
        if (request.Windows == ClusterWindows.Server2008)
        {
            yield return ClusterFindings.ForcedNode(request.Survivor);
        }
        else
        {
            yield return ClusterFindings.OutsideList(request.Lost);
        }

        foreach (Finding finding in ShareFindings(request)
            .Concat((request.VotesAfter ?? request.VotesBefore)?.Findings.Where(f => f.Code != ClusterFindingCodes.NoQuorum) ?? []))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> ShareFindings(ClusterRecoveryRequest request) =>
        request.Share is null ? [] : [ClusterFindings.ShareAccount(request.Share.Account, request.MailboxServer)];
}
