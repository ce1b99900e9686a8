using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>One host that a certificate is to serve.</summary>
/// <param name="Name">The host or server name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule, for example <c>S8</c>.</param>
internal sealed record NeededHost(string Name, string Reason, string Rule);

/// <summary>What a certificate is measured against.</summary>
internal sealed class CertificateNeeds
{
    private const string CoverRule = "S8";

    /// <summary>The hosts.</summary>
    public required IReadOnlyList<NeededHost> Hosts { get; init; }

    /// <summary>Who must issue it; null where it was not stated.</summary>
    public CertificateAuthority? Authority { get; init; }

    /// <summary>The plan; null for a list of hosts.</summary>
    public NamespacePlan? Plan { get; init; }

    /// <summary>The servers of the plan that carry it.</summary>
    public IReadOnlyList<PlannedServer> Servers { get; init; } = [];

    /// <summary>Reads what was given: a plan, or host names or addresses instead of one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="installedOn">Which certificate of the plan.</param>
    /// <param name="hostNames">The hosts.</param>
    /// <param name="authority">Who issues it; null where it was not stated.</param>
    /// <param name="faults">Takes what was refused.</param>
    /// <returns>The needs; null where nothing is left to measure against.</returns>
    public static CertificateNeeds? Read(NamespacePlan? plan, string? installedOn, IReadOnlyCollection<string> hostNames,
        CertificateAuthority? authority, ICollection<InputFault> faults)
    {
        const string HostName = "HostName";
        CertificateNeeds? needs = null;
        if (plan is null == (hostNames.Count == 0))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, HostName, hostNames,
                "Give either -Plan or -HostName: the certificate is measured against one of them."));
        }
        else if (plan is null)
        {
            IReadOnlyList<string> hosts = ReadHosts(hostNames, HostName, faults);
            needs = hosts.Count == 0 ? null : Of(hosts);
        }
        else if (!TryOf(plan, installedOn, out needs, out InputFault? fault))
        {
            faults.Add(fault);
        }

        return authority is { } stated ? needs?.IssuedBy(stated) : needs;
    }

    /// <summary>The needs of a list of hosts.</summary>
    public static CertificateNeeds Of(IEnumerable<string> hosts) => new()
    {
        Hosts = [.. hosts.Distinct(StringComparer.OrdinalIgnoreCase).Select(h => new NeededHost(h, "Asked for with HostName.", CoverRule))],
    };

    /// <summary>The needs of one certificate of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="installedOn">A server, or <see cref="PlannedCertificate.ReverseProxyMachine"/>; null where the plan has one
    /// certificate.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="fault">Why there are none.</param>
    /// <returns>Whether the certificate was found.</returns>
    public static bool TryOf(NamespacePlan plan, string? installedOn, [NotNullWhen(true)] out CertificateNeeds? needs,
        [NotNullWhen(false)] out InputFault? fault)
    {
        PlannedCertificate[] found = [
            .. plan.Certificates.Where(c => installedOn is null || c.IsOn(installedOn))];
        needs = null;
        fault = found.Length == 1 ? null
            : plan.Certificates.Count == 0
            ? new InputFault(FaultIds.CertificateNotPlanned, "Plan", plan,
                "The plan has no certificate: nothing in it changes a name that clients see.")
            : installedOn is null ? new InputFault(FaultIds.CertificateNotChosen, "InstalledOn", plan,
                $"The plan has {found.Length} certificates with different names. Say with -InstalledOn where this one belongs: "
                    + $"{Machines(plan)}.")
            : found.Length == 0 ? new InputFault(FaultIds.MachineNotInPlan, "InstalledOn", installedOn, 
                $"'{VisibleText.Short(installedOn)}' carries no certificate of the plan. "
                    + NearNames.Sentence(installedOn,
                        [.. plan.Certificates.SelectMany(c => c.InstallOn).Distinct(StringComparer.OrdinalIgnoreCase)],
                        "Machines that do are"))
            : null;
        if (fault is not null)
        {
            return false;
        }

        needs = Of(plan, found[0]);
        return true;
    }

    /// <summary>Whether mail servers ask for a host; a list of hosts does not say what each is for.</summary>
    public bool IsForMail(string host) =>
        Plan is { } plan
            && new[] { plan.MailHost, plan.Mail?.SendingHost }.Any(m => string.Equals(m?.Value, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same needs of a certificate whose issuer is stated.</summary>
    public CertificateNeeds IssuedBy(CertificateAuthority authority) =>
        new() { Hosts = Hosts, Authority = authority, Plan = Plan, Servers = Servers };

    private static List<string> ReadHosts(IEnumerable<string> texts, string parameter, ICollection<InputFault> faults)
    {
        List<string> hosts = [];
        foreach (string text in texts)
        {
            if (AddressSyntax.TryNormalise(text, out string? address))
            {
                hosts.Add(address);
            }
            else if (NameSyntax.TryNormalise(WithoutFinalDot(text), parameter, out string? name, out InputFault? fault))
            {
                hosts.Add(name);
            }
            else
            {
                faults.Add(fault);
            }
        }

        return hosts;
    }

    /// <summary>A host with one final dot is the same host, as in DNS; a name on a certificate has none.</summary>
    private static string WithoutFinalDot(string host) =>
        host is { Length: > 1 } && host[host.Length - 1] == '.' && host[host.Length - 2] != '.' ? host.Substring(0, host.Length - 1) : host;

    private static CertificateNeeds Of(NamespacePlan plan, PlannedCertificate certificate)
    {
        bool isProxyAlone = certificate.Sites.Count == 0;
        bool hasProxy = plan.Certificates.Any(c => c.Sites.Count == 0);
        PlannedServer[] servers = [
            .. plan.Servers.Where(
                s => isProxyAlone ? s.InternetFacing : certificate.IsOn(s.Name))];
        List<NeededHost> hosts = [.. certificate.Names.Where(n => n.Name[0] != '*').Select(n => new NeededHost(n.Name, n.Reason, n.Rule))];

        // A wildcard of the plan stands for names that the plan does not list again on the certificate.
        string[] wildcards = [.. certificate.Names.Select(n => n.Name).Where(n => n[0] == '*')];
        hosts.AddRange(plan.DnsRecords
            .Where(r => r.Type != DnsRecordType.MX && CertificateNameMatcher.Covers(wildcards, r.Name.Value))
            .Select(r => new NeededHost(r.Name.Value, r.Reason, CoverRule)));
        foreach (ServiceAssignment assignment in servers.Select(s => s.Services).Distinct().SelectMany(s => s)
            .Where(a => a.Service != ClientService.PowerShell))
        {
            hosts.AddRange(isProxyAlone ? [] : Host(assignment, assignment.Internal));
            hosts.AddRange(isProxyAlone || !hasProxy ? Host(assignment, assignment.External) : []);
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        return new CertificateNeeds { Hosts = [.. hosts.Where(h => seen.Add(h.Name))], Authority = certificate.Issuer, Plan = plan,
            Servers = servers };
    }

    private static IEnumerable<NeededHost> Host(ServiceAssignment assignment, UrlSetting setting) =>
        setting.Value is { } value ? [new NeededHost(HostText.Of(value), $"{assignment.Service} is reached under it.", CoverRule)] : [];

    private static string Machines(NamespacePlan plan) =>
        string.Join("; ", plan.Certificates.Select(c => NameList.Describe([.. c.InstallOn])));
}
