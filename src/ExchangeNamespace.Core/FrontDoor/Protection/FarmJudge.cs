using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>Judges what several servers have in common: the certificate, the versions of TLS, the values behind one name.</summary>
internal static class FarmJudge
{
    private const string Rule = DirectoryFindings.Rule;
    private const string Organisation = "Organisation";

    public static IEnumerable<ProtectionCheck> Judge(IReadOnlyList<ProtectedServer> servers, ProtectionInput input)
    {
        List<ProtectionCheck> checks = [];
        if (input.Plan is { } plan)
        {
            checks.Add(Certificate(plan, servers));
        }

        foreach (Finding finding in Differences(servers, input).Concat(Tls(servers)).Concat(OldServers(servers)))
        {
            checks.Add(Check(finding.Subject, ProtectionVerdict.Differs, CheckSummary.Passed(string.Empty), finding));
        }

        return checks;
    }

    private static ProtectionCheck Certificate(NamespacePlan plan, IReadOnlyList<ProtectedServer> servers)
    {
        string host = plan.ExternalHost.Value;
        PlannedCertificate[] shared = [.. plan.Certificates.Where(c => c.InstallOn.Contains(PlannedCertificate.ReverseProxyMachine))];
        if (plan.ReverseProxy == ReverseProxyStrategy.None)
        {
            return Check(host, ProtectionVerdict.Ready,
                CheckSummary.Passed("No proxy ends TLS by the plan: each server compares with its own certificate."));
        }

        if (!ExtendedProtection.Allows(plan.ReverseProxy))
        {
            string[] on = [.. servers.Where(s => s.IsTakenAsOn && s.Planned is not null).Select(s => s.Name)];
            const string Message = "The plan has another certificate on the proxy than on the servers, and Extended Protection wants one.";
            const string Remedy = "Use -ReverseProxy SharedCertificate.";
            return on.Length > 0
                ? Check(host, ProtectionVerdict.Contradicted, CheckSummary.Failed(Message + " It is on, by default or as known, at "
                    + NameList.Describe(on) + ".", Remedy, Rule))
                : Check(host, ProtectionVerdict.Blocked, CheckSummary.Warning(Message, Remedy, Rule));
        }

        string[] machines = [.. shared.SelectMany(c => c.InstallOn).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] names = [.. shared.SelectMany(c => c.Names).Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        Finding same = Findings.Information(ProtectionFindingCodes.SameCertificate, host,
            $"The certificate with {NameList.Describe(names)} must be the same one on {NameList.Describe(machines)}: clients compare what "
                + "the proxy shows with what the server has.",
            "Compare the certificates of proxy and servers after each renewal.", Rule, names);
        Finding order = Findings.Information(ProtectionFindingCodes.RenewalOrder, host,
            "Between its first and last replacement proxy and servers differ, and Windows authentication through the proxy fails where "
                + "Extended Protection is on.",
            $"To renew it: get the certificate, turn Extended Protection off with {DirectoryFindings.Script} -DisableExtendedProtection, "
                + "replace it on all servers and the proxy, turn Extended Protection on again.", Rule, names);
        return Check(host, ProtectionVerdict.Ready, CheckSummary.Passed(same.Message),
            servers.Any(s => s.IsTakenAsOn) ? [same, order] : [same]);
    }

    /// <summary>A client that is locked out works or fails with the server that answers.</summary>
    private static IEnumerable<Finding> Differences(IReadOnlyList<ProtectedServer> servers, ProtectionInput input) => servers
        .SelectMany(s => s.Directories.Where(d => d.Value is not null && d.Directory.Site == ExchangeWebSite.FrontEnd)
            .SelectMany(d => Hosts(s, d.Directory.Name, input).Select(h => (Host: h, Server: s.Name, Value: d))))
        .GroupBy(e => e.Host, StringComparer.OrdinalIgnoreCase)
        .Select(g => (Host: g.Key, Names: g.GroupBy(e => e.Value.Directory.Name)
            .Where(d => d.Select(e => e.Value.Value).Distinct().Count() > 1)
            .Select(d => $"{d.Key} ({string.Join(", ", d.GroupBy(e => e.Value.Value).Select(v =>
                $"{v.Key} at {NameList.Describe([.. v.Select(e => e.Server)])}"))})").ToArray()))
        .Where(d => d.Names.Length > 0)
        .Select(d => Findings.Warning(ProtectionFindingCodes.ServersDiffer, d.Host,
            $"Servers behind this name differ: {string.Join("; ", d.Names)}. A client that one of them locks out works or fails with the "
                + "server that answers.",
            "Bring all servers behind one name to the same state: " + DirectoryFindings.Sets, Rule));

    private static IEnumerable<string> Hosts(ProtectedServer server, string directory, ProtectionInput input)
    {
        IEnumerable<string?> captured = input.Captured(server.Name).Where(c => c.Name == directory && c.Service.IsDefault)
            .SelectMany(c => new[] { c.Service.Internal.Value, c.Service.External.Value });
        IEnumerable<string?> planned = (server.Planned?.Services ?? [])
            .Where(s => (ProtectedDirectory.NameOf(s.Service) ?? nameof(ClientService.Autodiscover)) == directory)
            .SelectMany(s => new[] { s.Internal.Value, s.External.Value });
        return captured.Concat(planned).OfType<string>().Where(v => v.Length > 0)
            .Select(v => ExchangeUrl.HostOf(v) ?? ExchangeUrl.NormaliseHost(v)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Finding> Tls(IReadOnlyList<ProtectedServer> servers)
    {
        (string Versions, string[] Names)[] groups = [.. servers.Where(s => s.Facts.TlsVersion is not null)
            .GroupBy(s => string.Join(" ", s.Facts.TlsVersion!), StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, g.Select(s => s.Name).ToArray()))];
        if (groups.Length < 2)
        {
            return [];
        }

        string message = "The servers speak different versions of TLS: "
            + string.Join("; ", groups.Select(g => $"{g.Versions} at {NameList.Describe(g.Names)}"))
            + ". Calls between servers fail with Extended Protection.";
        const string Remedy = "Set TLS alike on all servers, with SchUseStrongCrypto and SystemDefaultTlsVersions for .NET.";
        return
        [
            servers.Any(s => s.IsTakenAsOn)
                ? Findings.Error(ProtectionFindingCodes.TlsDiffers, Organisation, message, Remedy, Rule)
                : Findings.Warning(ProtectionFindingCodes.TlsDiffers, Organisation, message, Remedy, Rule),
        ];
    }

    private static IEnumerable<Finding> OldServers(IReadOnlyList<ProtectedServer> servers)
    {
        string[] old = [.. servers.Where(s => s.Build == ExtendedProtectionBuild.TooOld).Select(s => s.Name)];
        string[] on = [.. servers.Where(s => s.IsTakenAsOn && s.Build == ExtendedProtectionBuild.Supported).Select(s => s.Name)];
        return old.Length == 0 || on.Length == 0 ? [] :
        [
            Findings.Error(ProtectionFindingCodes.OldBesideProtected, Organisation,
                $"{NameList.Describe(old)} does not support Extended Protection, which is on, by default or as known, at "
                    + $"{NameList.Describe(on)}: calls between them fail.", "Update the old servers first.", Rule),
        ];
    }

    private static ProtectionCheck Check(string subject, ProtectionVerdict verdict, CheckSummary own, params Finding[] findings)
    {
        CheckSummary summary = CheckSummary.Of(findings, own);
        return new ProtectionCheck
        {
            Subject = subject,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            Verdict = verdict,
            Findings = findings,
        };
    }
}
