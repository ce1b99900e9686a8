using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>Judges whether Extended Protection can be on at a server, and lists what is not known for that.</summary>
internal static class ServerJudge
{
    public const string StateBuild = "State Build of ExSetup.exe with -ServerFact: (Get-Command ExSetup.exe).FileVersionInfo.FileVersion.";

    private const string StateFacts = "State what is not known with -ServerFact, or run Microsoft's " + DirectoryFindings.Script
        + " -PrerequisitesCheckOnly.";

    public static ProtectionCheck Judge(ProtectedServer server, NamespacePlan? plan)
    {
        Finding[] findings = [.. Find(server, plan).OrderByDescending(f => f.Severity)];
        string[] unknown = [.. Unknown(server, plan)];
        (ProtectionVerdict verdict, CheckSummary own) = Verdict(server, findings, unknown);
        CheckSummary summary = CheckSummary.Of(findings, own);
        return new ProtectionCheck
        {
            Subject = server.Name,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            Verdict = verdict,
            Server = server.Name,
            Line = server.Offloads == true ? OffloadingRemedy.Line(server.Name, server.Version) : string.Empty,
            Findings = findings,
        };
    }

    private static (ProtectionVerdict Verdict, CheckSummary Own) Verdict(ProtectedServer server, Finding[] findings, string[] unknown)
    {
        if (server.Version is null)
        {
            return (ProtectionVerdict.NotJudged, CheckSummary.Unknown("The version of the server is not known.", StateBuild,
                DirectoryFindings.Rule));
        }

        if (server.Build == ExtendedProtectionBuild.None)
        {
            return (ProtectionVerdict.AsRecommended, CheckSummary.Passed(
                $"Microsoft has no guidance for Extended Protection on {server.Version}, whose servers leave it off."));
        }

        string missing = unknown.Length == 0 ? string.Empty : " Not known: " + string.Join(", ", unknown) + ".";
        if (findings.Length > 0)
        {
            return (server.IsTakenAsOn ? ProtectionVerdict.Contradicted : ProtectionVerdict.Blocked, CheckSummary.Passed(string.Empty));
        }

        return server.IsKnownOn == true
            ? (ProtectionVerdict.Ready, CheckSummary.Passed("Extended Protection is on, and nothing that is known speaks against it."
                + missing))
            : unknown.Length > 0
                ? (ProtectionVerdict.NotJudged, CheckSummary.Unknown(State(server) + " Nothing that is known speaks against it." + missing,
                    StateFacts, DirectoryFindings.Rule))
                : (ProtectionVerdict.Ready, CheckSummary.Passed(State(server) + " Nothing speaks against it."));
    }

    private static string State(ProtectedServer server) => server.IsTakenAsOn
        ? "Setup of its version turns Extended Protection on; whether it is on is not shown."
        : server.IsKnownOn == false ? "Extended Protection is off." : "Whether Extended Protection is on is not shown.";

    private static IEnumerable<Finding> Find(ProtectedServer server, NamespacePlan? plan)
    {
        if (server.Build is null or ExtendedProtectionBuild.None)
        {
            yield break;
        }

        if (server.Build == ExtendedProtectionBuild.TooOld)
        {
            yield return ServerFindings.TooOld(server);
        }

        if (server.Offloads == true)
        {
            yield return ServerFindings.Offloading(server);
        }

        if (server.Facts.SameCertificate == false)
        {
            yield return ServerFindings.OtherCertificate(server);
        }
        else if (server.Planned is not null && !ExtendedProtection.Allows(plan!.ReverseProxy))
        {
            yield return ServerFindings.SeparateCertificate(server);
        }

        PublicFolderLimit limit = ExtendedProtectionLevels.PublicFoldersOf(server.Version!);
        if (server.Facts.PublicFolders is { } folders && (limit, folders) is (PublicFolderLimit.NoMailbox, not PublicFolderMailboxes.None)
            or (PublicFolderLimit.NoHierarchy, PublicFolderMailboxes.Hierarchy))
        {
            yield return ServerFindings.PublicFolders(server, limit);
        }

        if (server.Facts.LmCompatibilityLevel is { } level and < ServerFacts.DefaultCompatibilityLevel)
        {
            yield return ServerFindings.NtlmVersion1(server, level);
        }

        if (server.Facts.SuppressExtendedProtection > 0)
        {
            yield return ServerFindings.Suppressed(server);
        }
    }

    private static IEnumerable<string> Unknown(ProtectedServer server, NamespacePlan? plan)
    {
        ServerFacts facts = server.Facts;
        (bool IsUnknown, string What)[] questions =
        [
            (server.Build == ExtendedProtectionBuild.UpdateNotShown, "the security update (Build)"),
            (server.Offloads is null, "SSL offloading (SslOffloading)"),
            (plan is null && facts.SameCertificate is null, "the certificate on a proxy (-Plan, SameCertificate)"),
            (facts.LmCompatibilityLevel is null, "NTLM of the first version (LmCompatibilityLevel)"),
            (facts.TlsVersion is null, "the versions of TLS (TlsVersion)"),
            (facts.SuppressExtendedProtection is null, "SuppressExtendedProtection"),
            (facts.PublicFolders is null && server.Version is { } version
                && ExtendedProtectionLevels.PublicFoldersOf(version) != PublicFolderLimit.Any, "public folders (PublicFolders)"),
            (facts.HybridAgent is null && plan is { Hybrid: not HybridUse.None }, "a Hybrid Agent (HybridAgent)"),
        ];
        return questions.Where(q => q.IsUnknown).Select(q => q.What);
    }
}
