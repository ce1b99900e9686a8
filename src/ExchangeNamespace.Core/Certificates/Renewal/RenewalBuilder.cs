using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The ordered steps of a renewal, over all shells.</summary>
/// <param name="Steps">The steps of the shells that were asked for.</param>
/// <param name="Shells">The shells that have steps.</param>
/// <param name="Findings">The findings.</param>
/// <param name="IssuedFiles">The files of the issued certificates, which later lines read.</param>
internal sealed record RenewalScript(
    IReadOnlyList<RenewalStep> Steps, IReadOnlyList<ShellGeneration> Shells, IReadOnlyList<Finding> Findings,
        IReadOnlyList<string> IssuedFiles);

/// <summary>
/// Writes the renewal of every certificate of a plan: request, import, services, other machines, connectors, principal name, proxy, checks,
/// and last the removal of the old one as a comment. Each certificate is requested on the first of its servers with the newest shell.
/// </summary>
internal sealed class RenewalBuilder
{
    private readonly NamespacePlan _plan;
    private readonly RenewalInput _input;
    private readonly CertificateRequestOptions _options;
    private readonly OldCertificates _old;
    private readonly ICollection<InputFault> _faults;
    private readonly List<Finding> _findings = [];
    private readonly List<RenewalStep> _steps = [];
    private readonly List<RenewalStep> _removals = [];
    private readonly Dictionary<string, PlannedServer> _servers;
    private readonly RenewalServices _services;

    private RenewalBuilder(NamespacePlan plan, RenewalInput input, CertificateRequestOptions options, OldCertificates old,
        ICollection<InputFault> faults)
    {
        _plan = plan;
        _input = input;
        _options = options;
        _old = old;
        _faults = faults;
        _servers = plan.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        _services = new RenewalServices(plan, input, options, old, faults, _findings);
    }

    /// <summary>Builds the steps; null when something was refused.</summary>
    public static RenewalScript? Build(NamespacePlan plan, RenewalInput input, ICollection<InputFault> faults)
    {
        int before = faults.Count;
        CertificateRequestOptions? options = CertificateRequestReader.Read(input.Request, faults);
        OldCertificates old = OldCertificates.Read(input, faults);
        return options is null || faults.Count > before ? null : new RenewalBuilder(plan, input, options, old, faults).Build(before);
    }

    private RenewalScript? Build(int before)
    {
        IReadOnlyList<PlannedCertificate?> certificates = CertificateChanges.Apply(_plan, _options, _faults, _findings);
        List<RenewalCertificate> renewals = [];
        for (int i = 0; i < certificates.Count; i++)
        {
            if (certificates[i] is { } certificate
                && Prepare(certificate, certificates.Count > 1 ? (i + 1).ToString(CultureInfo.InvariantCulture) : null) is { } renewal)
            {
                renewals.Add(renewal);
            }
        }

        foreach (RenewalCertificate renewal in renewals)
        {
            _steps.AddRange(renewal.Steps(_removals, _findings));
        }

        if (renewals.Count > 0)
        {
            ConnectorSteps connectors = new(_plan, _input, _old, renewals, _findings, _faults);
            _steps.AddRange(connectors.Steps());
            _steps.AddRange(PrincipalName(renewals));
            _steps.AddRange(renewals.SelectMany(r => r.Proxy()));
            _steps.AddRange(renewals.SelectMany(r => r.Verify(_plan)));
            _steps.AddRange(_removals);
        }

        if (_faults.Count > before)
        {
            return null;
        }

        for (int i = 0; i < _steps.Count; i++)
        {
            _steps[i].Number = i + 1;
        }

        List<RenewalStep> chosen = [.. _steps.Where(s => _input.Shell is null || s.Shell == _input.Shell)];
        return new RenewalScript(chosen, [.. chosen.Select(s => s.Shell).Distinct().OrderBy(s => s)], _findings,
            [.. renewals.Select(r => r.Issued.Text).Distinct(StringComparer.Ordinal)]);
    }

    private RenewalCertificate? Prepare(PlannedCertificate certificate, string? suffix)
    {
        List<PlannedServer> servers = [.. certificate.InstallOn.Where(_servers.ContainsKey).Select(n => _servers[n])];
        if (servers.Count == 0)
        {
            _findings.Add(RenewalFindings.RenewedOutsideExchange(certificate.LeadingName));
            return null;
        }

        if (CertificateSubject.Create(certificate, _options, _faults) is not { } subject)
        {
            return null;
        }

        PlannedServer keeper = servers.OrderByDescending(s => ShellGenerations.Of(s.Version)).First();
        WindowsFilePath request = _options.RequestFile(subject.CommonName, suffix);
        WindowsFilePath issued = _options.IssuedFile(request, suffix);
        return new RenewalCertificate(certificate, subject, _options, keeper, servers, request, issued, _old, s => _services.Of(s, subject),
            _plan.AsOf);
    }

    /// <summary>
    /// The organisation has one principal name: that of the plan, or, where the plan needs none, the subject if something else is set.
    /// </summary>
    private IEnumerable<RenewalStep> PrincipalName(IReadOnlyList<RenewalCertificate> renewals)
    {
        const string Provider = "EXPR";
        const string Prefix = "msstd:";
        string? present = _input.State?.OutlookProviders.FirstOrDefault(
            p => string.Equals(p.Name, Provider, StringComparison.OrdinalIgnoreCase))?.CertPrincipalName.Value;
        OutlookProviderSetting? wanted = _plan.OutlookProvider
            ?? (string.IsNullOrEmpty(present)
                || renewals.Any(r => string.Equals(present, Prefix + r.Subject.CommonName, StringComparison.OrdinalIgnoreCase))
                || renewals.Count > 1
                ? null
                : new OutlookProviderSetting { Provider = Provider, CertPrincipalName = Prefix + renewals[0].Subject.CommonName,
                    Reason = $"Outlook is told to expect {VisibleText.Short(present!)}, which is not the subject of the new "
                        + "certificate." });
        if (wanted is null || string.Equals(present, wanted.CertPrincipalName, StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        PlannedServer newest = _plan.Servers.OrderByDescending(s => s.Version).First();
        RenewalCommands commands = new(newest);
        yield return new RenewalStep
        {
            Kind = RenewalStepKind.PrincipalName,
            Title = $"Set the principal name that Outlook expects to {wanted.CertPrincipalName}, for the whole organisation.",
            Target = newest.Name,
            Shell = ShellGenerations.Of(newest.Version),
            Commands = [commands.SetPrincipalName(wanted)],
            Expect = $"It is {wanted.CertPrincipalName}.",
            Checks = [commands.PrincipalName(wanted.Provider)],
        };
    }
}
