using System;
using System.Collections.Generic;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cluster;

/// <summary>Starts, stops and moves the clustered mailbox server (S60, S61). Every line binds from Exchange 2007 RTM to SP3.</summary>
internal static class MailboxServerSteps
{
    private const string ClusterGroup = "Cluster Group";

    private static readonly Lazy<ExchangeVersion> Version = new(() =>
        ExchangeVersionReader.TryParse("2007SP1", nameof(Version), out ExchangeVersion? version, out InputFault? fault) ? version
            : throw new InvalidOperationException(fault.Message));

    public static IEnumerable<RunbookStep> Start(ClusterRecoveryRequest request)
    {
        yield return StartStep(request, request.Survivor);
        yield return Status(request, request.Survivor, "S60");
        yield return Client(request, request.Survivor, "S60", "a mailbox opens in Outlook and in Outlook Web Access.");
    }

    public static RunbookStep BringOnline(ClusterRecoveryRequest request) => new()
    {
        Phase = StepPhase.Join,
        RunOn = request.Target,
        Shell = StepShell.Manual,
        Command = "bring " + request.Target + " online",
        Purpose = $"Starts {request.Target}, which joins the cluster and receives its present configuration.",
        CheckBefore =
            "the running nodes have quorum without being forced: no Cluster service was started with /forcequorum since its last "
                + "normal start.",
        CheckAfter = $"cluster {request.ClusterName} node shows {request.Target} up, and replication to it is healthy: Exchange refuses "
            + "the move while it is not.",
        Undo = ForceQuorumSteps.StopCommand + " on " + request.Target,
        Evidence = StepEvidence.Documented,
        Source = RunbookSources.Article,
        Rule = "S61",
    };

    public static IEnumerable<RunbookStep> MoveBack(ClusterRecoveryRequest request)
    {
        yield return Exchange(
            request,
            StepPhase.StopMailboxServer,
            StopCommand(request),
            "Takes the clustered mailbox server offline. A restart of the operating system does not bring it online again; only the start "
                + "below does.",
            $"replication to {request.Target} is healthy, no backup runs, and users know of the outage.",
            $"{request.MailboxServer} is offline.",
            StartCommand(request).ToString(),
            "S61");
        yield return new RunbookStep
        {
            Phase = StepPhase.Move,
            RunOn = request.Survivor,
            Shell = StepShell.Cmd,
            Command = $"cluster group {CmdLiteral.Quote(ClusterGroup)} /move:{CmdLiteral.Quote(request.Target)}",
            Purpose = $"Moves the group of the cluster itself to {request.Target}.",
            CheckBefore = $"{request.Target} is up.",
            CheckAfter = $"cluster group {CmdLiteral.Quote(ClusterGroup)} shows {request.Target}, Online.",
            Undo = $"cluster group {CmdLiteral.Quote(ClusterGroup)} /move:{CmdLiteral.Quote(request.Survivor)}",
            Evidence = StepEvidence.Documented,
            Source = RunbookSources.Article,
            Rule = "S61",
        };
        yield return Exchange(
            request,
            StepPhase.Move,
            MoveCommand(request, request.Target),
            $"Moves the clustered mailbox server to {request.Target}. Never move it with cluster.exe or Cluster Administrator.",
            $"{request.MailboxServer} is offline, {request.Target} is among its redundant servers and runs no other clustered mailbox "
                + "server.",
            $"{request.MailboxServer} is on {request.Target}, still offline; the Cluster Group is there, online.",
            MoveCommand(request, request.Survivor).ToString(),
            "S61");
        yield return StartStep(request, request.Survivor);
        yield return Status(request, request.Survivor, "S61");
        yield return Client(request, request.Target, "S61", "replication to the passive node is healthy, and Outlook connects.");
    }

    private static RunbookStep StartStep(ClusterRecoveryRequest request, string node) => Exchange(
        request,
        StepPhase.StartMailboxServer,
        StartCommand(request),
        "Brings the clustered mailbox server online.",
        "the cluster has quorum, the clustered mailbox server is not running, and its data is there.",
        "the report names every database as mounted: a completed start alone does not mean that.",
        StopCommand(request).ToString(),
        request.Variant == RecoveryVariant.Recover ? "S60" : "S61",
        node);

    private static RunbookStep Status(ClusterRecoveryRequest request, string node, string rule) => new()
    {
        Phase = StepPhase.Verify,
        RunOn = node,
        Shell = StepShell.ExchangeManagementShell,
        Command = Command("Get-ClusteredMailboxServerStatus", request, "Asks for the state.").ToString(),
        Purpose = "Shows on which node the clustered mailbox server runs and whether it is online.",
        CheckBefore = "the start has reported.",
        CheckAfter = "the state is Online, on the right node.",
        Undo = "nothing to take back: the line only reads.",
        Evidence = StepEvidence.Composed,
        Source = RunbookSources.Status,
        Rule = rule,
    };

    private static RunbookStep Client(ClusterRecoveryRequest request, string node, string rule, string after) => new()
    {
        Phase = StepPhase.Verify,
        RunOn = "a client",
        Shell = StepShell.Manual,
        Command = $"open a mailbox on {request.MailboxServer}",
        Purpose = $"Verifies that clients reach {request.MailboxServer} on {node}.",
        CheckBefore = "the state is Online.",
        CheckAfter = after,
        Undo = "nothing to take back.",
        Evidence = StepEvidence.Documented,
        Source = RunbookSources.Article,
        Rule = rule,
    };

    private static RunbookStep Exchange(
        ClusterRecoveryRequest request, StepPhase phase, ExchangeCommand command, string purpose, string before, string after, string undo,
        string rule, string? node = null) => new()
        {
            Phase = phase,
            RunOn = node ?? request.Survivor,
            Shell = StepShell.ExchangeManagementShell,
            Command = command.ToString(),
            Purpose = purpose,
            CheckBefore = before,
            CheckAfter = after,
            Undo = undo,
            Evidence = StepEvidence.Documented,
            Source = RunbookSources.Article + "; " + RunbookSources.MailboxServer,
            Rule = rule,
        };

    private static ExchangeCommand StartCommand(ClusterRecoveryRequest request) =>
        Command("Start-ClusteredMailboxServer", request, "Brings the clustered mailbox server online.");

    private static ExchangeCommand StopCommand(ClusterRecoveryRequest request) =>
        Command("Stop-ClusteredMailboxServer", request, "Takes the clustered mailbox server offline.",
            ("StopReason", "Recovering CCR Node", LiteralForm.DoubleQuoted));

    private static ExchangeCommand MoveCommand(ClusterRecoveryRequest request, string node) => Command(
        "Move-ClusteredMailboxServer",
        request,
        "Moves the clustered mailbox server.",
        ("TargetMachine", node, LiteralForm.Bare),
        ("MoveComment", "Moving CCR", LiteralForm.DoubleQuoted));

    private static ExchangeCommand Command(
        string name, ClusterRecoveryRequest request, string reason, params (string Name, string Value, LiteralForm Form)[] more)
    {
        List<CommandParameter> parameters = [new("Identity", CommandValue.Text(request.MailboxServer, LiteralForm.Bare))];
        foreach ((string parameter, string value, LiteralForm form) in more)
        {
            parameters.Add(new CommandParameter(parameter, CommandValue.Text(value, form)));
        }

        return new ExchangeCommand(name, parameters)
        {
            Phase = CommandPhase.ClusteredMailboxServer,
            Target = request.MailboxServer,
            Version = Version.Value,
            Reason = reason,
        };
    }
}
