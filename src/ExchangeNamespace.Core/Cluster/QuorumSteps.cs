using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Cluster;

/// <summary>Points the quorum of a running cluster to the new share (S59).</summary>
internal static class QuorumSteps
{
    private const string ResourceType = "File Share Witness";

    public static IEnumerable<RunbookStep> Repoint(ClusterRecoveryRequest request)
    {
        if (request.Share is not { } share)
        {
            return [];
        }

        return request.Windows == ClusterWindows.Server2003 ? [Resource2003(request, share)]
            : request.QuorumTool == QuorumTool.Wizard ? [Wizard(request, share)]
            : Lines2008(request, share);
    }

    private static RunbookStep Wizard(ClusterRecoveryRequest request, WitnessShare share) => Step(
        request,
        share,
        StepShell.Wizard,
        "Configure Cluster Quorum Settings: Node and File Share Majority -> " + share.Path,
        $"Points the quorum to the new share. In Failover Cluster Management: cluster {request.ClusterName}, More Actions.",
        $"the summary of {request.ClusterName} names {share.Path}, and the witness is online.",
        "run the wizard again with the former share, while that one is reachable.",
        StepEvidence.Documented,
        RunbookSources.Article);

    private static IEnumerable<RunbookStep> Lines2008(ClusterRecoveryRequest request, WitnessShare share)
    {
        // A resource of the plain name exists already, so the new one carries the name of its share.
        string resource = CmdLiteral.Quote(ResourceType + " " + share.Name);
        string cluster = "cluster /cluster:" + CmdLiteral.Quote(request.ClusterName);
        yield return Line(
            $"{cluster} res {resource} /create /group:{CmdLiteral.Quote("Cluster Group")} /type:{CmdLiteral.Quote(ResourceType)} /priv "
                + $"SharePath={CmdLiteral.Quote(share.Path)}",
            "Makes a witness resource for the new share, beside the one of the old share.",
            $"{cluster} res {resource} shows it, offline.",
            $"{cluster} res {resource} /delete, while the quorum does not use it.");
        yield return Line(
            $"{cluster} res {resource} /online",
            "Brings the witness resource online.",
            $"{cluster} res {resource} shows Online.",
            $"{cluster} res {resource} /offline, while the quorum does not use it.");
        yield return Line(
            $"{cluster} /quorum:{resource}",
            "Points the quorum to the new witness.",
            $"{cluster} /quorum names {ResourceType} {share.Name}. The resource of the old share can be deleted then.",
            $"{cluster} /quorum: with the former resource, while its share is reachable.");

        RunbookStep Line(string command, string purpose, string after, string undo) =>
            Step(request, share, StepShell.Cmd, command, purpose, after, undo, StepEvidence.Composed, RunbookSources.ClusterExe2008);
    }

    private static RunbookStep Resource2003(ClusterRecoveryRequest request, WitnessShare share) => Step(
        request,
        share,
        StepShell.Cmd,
        $"cluster {CmdLiteral.Quote(request.ClusterName)} res {CmdLiteral.Quote(request.QuorumResource)} /priv "
            + $"MNSFileShare={CmdLiteral.Quote(share.Path)}",
        "Points the majority node set to the new share. This takes effect when the resource is brought online the next time: "
            + (request.Variant == RecoveryVariant.Recover ? "the restart below does that."
                : "the move of the Cluster Group below does that."),
        $"cluster {CmdLiteral.Quote(request.ClusterName)} res {CmdLiteral.Quote(request.QuorumResource)} /priv shows MNSFileShare with "
            + $"{share.Path}.",
        "the same line with the former share, while that one is reachable.",
        StepEvidence.Composed,
        RunbookSources.Witness2003);

    private static RunbookStep Step(
        ClusterRecoveryRequest request, WitnessShare share, StepShell shell, string command, string purpose, string after, string undo,
        StepEvidence evidence, string source) => new()
        {
            Phase = StepPhase.Quorum,
            RunOn = request.Survivor,
            Shell = shell,
            Command = command,
            Purpose = purpose,
            CheckBefore = $"the cluster runs, and {share.Path} opens from {request.Survivor}.",
            CheckAfter = after,
            Undo = undo,
            Evidence = evidence,
            Source = source,
            Rule = "S59",
        };
}
