using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Cluster;

/// <summary>A new file share witness: folder, share, permission (S57).</summary>
internal static class WitnessShareSteps
{
    private const string Administrators = @"BUILTIN\Administrators";

    public static IEnumerable<RunbookStep> Make(ClusterRecoveryRequest request)
    {
        if (request.Share is not { } share)
        {
            yield break;
        }

        string folder = CmdLiteral.Quote(share.Folder);
        yield return Step(
            share,
            "mkdir " + folder,
            $"Makes the folder of the witness share for cluster {request.ClusterName}.",
            $"{share.Server} is a server of its own at the site of {(request.Target.Length > 0 ? request.Target : request.Survivor)}, a "
                + "Hub Transport server by preference, named directly and not by an alias (CNAME); the folder does not exist.",
            $"the folder {share.Folder} exists and is empty.",
            "rmdir " + folder + ", once the share is gone.");
        yield return Step(
            share,
            $"net share {CmdLiteral.Quote(share.Name)}={folder} /GRANT:{share.Account},FULL",
            $"Shares the folder for the computer account of the cluster, {share.Account}, not for that of the clustered mailbox server.",
            "the folder exists; the name of the account is that of the cluster.",
            $"net share {CmdLiteral.Quote(share.Name)} shows the folder and FULL for {share.Account}.",
            $"net share {CmdLiteral.Quote(share.Name)} /delete, while no quorum uses it.");
        yield return Step(
            share,
            $"icacls {folder} /grant {CmdLiteral.Quote(Administrators + ":(OI)(CI)F")} {CmdLiteral.Quote(share.Account + ":(OI)(CI)F")}",
            "Lets the cluster and the administrators write into the folder and what comes below it. Other entries stay: cacls with /G and "
                + "without /E would replace the whole list, and ask first (E7).",
            "the share exists. On Windows Server 2003 icacls comes with Service Pack 2.",
            $"icacls {folder} lists {share.Account} with (OI)(CI)(F), and {share.Path} opens from {request.Survivor}.",
            $"icacls {folder} /remove:g {share.Account}",
            StepEvidence.Composed,
            $"cacls {folder} /G {Administrators}:F {share.Account}:F");
    }

    private static RunbookStep Step(
        WitnessShare share, string command, string purpose, string before, string after, string undo,
        StepEvidence evidence = StepEvidence.Documented, string? documented = null) => new()
        {
            Phase = StepPhase.WitnessShare,
            RunOn = share.Server,
            Shell = StepShell.Cmd,
            Command = command,
            Purpose = purpose,
            CheckBefore = before,
            CheckAfter = after,
            Undo = undo,
            Evidence = evidence,
            Source = RunbookSources.Article,
            Rule = "S57",
            DocumentedForm = documented,
        };
}
