using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>
/// Judges each directory of a server. Supported and secured are two questions: a lower value than recommended is supported and not
/// secured, a higher one secured and not supported.
/// </summary>
internal static class DirectoryJudge
{
    private const string Ask = "Give the server's applicationHost.config with -IisConfiguration.";

    public static IEnumerable<ProtectionCheck> Judge(ProtectedServer server)
    {
        foreach (DirectoryValue value in server.Directories)
        {
            yield return Judge(server, value);
        }
    }

    private static ProtectionCheck Judge(ProtectedServer server, DirectoryValue value)
    {
        string subject = $"{server.Name}\\{value.Directory.Name} ({ProtectedDirectory.SiteName(value.Directory.Site)})";
        bool isAgent = value.Directory.IsPublishedByHybridAgent && server.Facts.HybridAgent == true;
        TokenCheckingMode? wanted = server.Build switch
        {
            null => null,
            ExtendedProtectionBuild.None or ExtendedProtectionBuild.TooOld => TokenCheckingMode.None,
            ExtendedProtectionBuild.UpdateNotShown or ExtendedProtectionBuild.Supported =>
                isAgent ? TokenCheckingMode.None : value.Directory.Wanted,
            _ => throw ClosedSet.Outside(server.Build.Value),
        };
        bool isFiltered = value.Directory.HadFilter && server.Iis?.IsFiltered(value.Directory.Path) == true;
        List<Finding> findings = [];
        (ProtectionVerdict verdict, CheckSummary own) = value.Value is null
            ? (ProtectionVerdict.NotJudged, CheckSummary.Unknown(
                "The capture shows None or no value, which does not tell what IIS does.", Ask, DirectoryFindings.Rule))
            : Judge(server, value, subject, wanted, isFiltered, findings);
        CheckSummary summary = CheckSummary.Of(findings, own);
        return new ProtectionCheck
        {
            Subject = subject,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            Verdict = verdict,
            Server = server.Name,
            Directory = value.Directory.Name,
            WebSite = value.Directory.Site,
            Value = value.Value,
            Recommended = wanted,
            Supported = server.Build is null or ExtendedProtectionBuild.UpdateNotShown && value.Value != TokenCheckingMode.None
                ? null : value.Value <= wanted,
            Secured = wanted is null ? null : isFiltered && value.Value is not null ? true : value.Value >= wanted,
            Findings = findings,
        };
    }

    private static (ProtectionVerdict Verdict, CheckSummary Own) Judge(ProtectedServer server, DirectoryValue value, string subject,
        TokenCheckingMode? wanted, bool isFiltered, List<Finding> findings)
    {
        if (wanted is not { } recommended)
        {
            return (ProtectionVerdict.NotJudged, CheckSummary.Unknown($"It is {value.Value}, and the version of the server is not known.",
                "Give a plan or a capture of Get-ExchangeServer, or Build with -ServerFact.", DirectoryFindings.Rule));
        }

        TokenCheckingMode mode = value.Value!.Value;
        if (mode > TokenCheckingMode.None && value.IsFromIis && value.Directory.WantsSsl
            && !server.Iis!.RequiresSsl(value.Directory.Path))
        {
            findings.Add(DirectoryFindings.TlsNotRequired(subject, value));
        }

        if (server.Build is ExtendedProtectionBuild.None or ExtendedProtectionBuild.TooOld && mode > TokenCheckingMode.None)
        {
            findings.Insert(0, DirectoryFindings.WithoutSupport(subject, value, server.Version!.ToString(),
                hasWay: server.Build == ExtendedProtectionBuild.TooOld));
            return (ProtectionVerdict.NotSupported, CheckSummary.Passed(string.Empty));
        }

        if (mode > recommended)
        {
            findings.Insert(0, server.Facts.HybridAgent == true && value.Directory.IsPublishedByHybridAgent
                ? ServerFindings.HybridAgent(subject, mode) : DirectoryFindings.Higher(subject, value, recommended));
            return (ProtectionVerdict.Higher, CheckSummary.Passed(string.Empty));
        }

        if (mode < recommended && server.Build == ExtendedProtectionBuild.Supported)
        {
            findings.Insert(0, DirectoryFindings.Lower(subject, value, recommended, isFiltered));
            return (ProtectionVerdict.Lower, CheckSummary.Passed(string.Empty));
        }

        return server.Build == ExtendedProtectionBuild.UpdateNotShown && recommended > TokenCheckingMode.None
            ? (ProtectionVerdict.NotJudged, CheckSummary.Unknown(
                mode == recommended ? $"It is {mode}, as recommended once the update of August 2022 is on the server."
                    : $"It is {mode}; recommended is {recommended} once the update of August 2022 is on the server.",
                ServerJudge.StateBuild, DirectoryFindings.Rule))
            : (ProtectionVerdict.AsRecommended, CheckSummary.Passed($"It is {mode}, as recommended."));
    }
}
