using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Judges certificates, requests and endpoints against a plan or a list of hosts.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NamespaceCertificate", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NamespaceCertificate), typeof(bool))]
public sealed class TestNamespaceCertificateCommand : CertificateSourceCmdlet, ICheckCommand
{

    private readonly List<object> _piped = [];
    private bool _isNamed;

    /// <summary>The plan whose hosts must be covered.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrPath]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The server of the plan, or ReverseProxy, that carries the certificate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
    public string? InstalledOn { get; set; }

    /// <summary>The hosts that must be covered, instead of a plan.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] HostName { get; set; } = [];

    /// <summary>Who issues it, for the rules of public authorities; what the plan says by default.</summary>
    [Parameter]
    [SingleValue]
    public CertificateAuthority CertificateAuthority { get; set; }

    /// <summary>The services of Exchange that it is for.</summary>
    [Parameter]
    [SingleValue(IsList = true)]
    public CertificateService[] Service { get; set; } = [];

    /// <summary>The moment for which it is judged; now by default.</summary>
    [Parameter]
    [Day]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _isNamed = Given(nameof(Certificate));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == CertificateSet && !_isNamed)
        {
            // Some rules look at all certificates of a server.
            _piped.AddRange(Certificate);
            return;
        }

        JudgeAll();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_piped.Count > 0)
        {
            Certificate = [.. _piped];
            JudgeAll();
        }

        WriteAnswer();
    }

    private void JudgeAll()
    {
        List<InputFault> faults = [];
        CertificateNeeds? needs = CertificateNeeds.Read(Plan, InstalledOn, HostName,
            Given(nameof(CertificateAuthority)) ? CertificateAuthority : null, faults);
        WriteFaults(faults);
        if (needs is null)
        {
            return;
        }

        try
        {
            Judge(needs, ParameterSetName switch
            {
                EndpointSet => Live(),
                CertificateSet => Objects(),
                _ => Files(),
            });
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Judge(CertificateNeeds needs, IEnumerable<FoundCertificate> found)
    {
        FoundCertificates certificates = new(found) { Needs = needs, Services = Service, Now = MomentOrNow(AsOf, nameof(AsOf)) };
        foreach (FoundCertificate one in certificates.All)
        {
            NamespaceCertificate verdict = Interruptible(stopped => certificates.Judge(one, Timeout, stopped));
            if (IsShown(verdict))
            {
                WriteFindings(verdict.Findings);
                WriteObject(verdict);
            }
        }
    }
}
