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
[Cmdlet(VerbsDiagnostic.Test, "NamespaceCertificate", DefaultParameterSetName = PlanSet)]
[OutputType(typeof(NamespaceCertificate), typeof(string), typeof(bool))]
public sealed class TestNamespaceCertificateCommand : CertificateSourceCmdlet, ICheckCommand
{
    private readonly List<object> _piped = [];
    private bool _isNamed;

    /// <summary>The plan whose hosts must be covered.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = CertificateSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = EndpointSet)]
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
    [Moment]
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
        if (RefusesText(Quiet))
        {
            return;
        }

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

        WriteText(MomentOrNow(AsOf, nameof(AsOf)));
        WriteAnswer();
    }

    private void JudgeAll()
    {
        CertificateAuthority? authority = Given(nameof(CertificateAuthority)) ? CertificateAuthority : null;
        try
        {
            if (ParameterSetName == PlanSet && HostName.Length == 0)
            {
                JudgePlanned(Plan!, InstalledOn, Service, authority, MomentOrNow(AsOf, nameof(AsOf)));
            }
            else
            {
                JudgeGiven(authority);
            }
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

    private void JudgeGiven(CertificateAuthority? authority)
    {
        List<InputFault> faults = [];
        CertificateNeeds? needs = CertificateNeeds.Read(Plan, InstalledOn, HostName, authority, faults);
        WriteFaults(faults);
        if (needs is null)
        {
            return;
        }

        FoundCertificates certificates = new(ParameterSetName switch
        {
            EndpointSet => Live(),
            CertificateSet => Objects(),
            _ => Files(),
        }) { Needs = needs, Services = Service, Now = MomentOrNow(AsOf, nameof(AsOf)) };
        foreach (FoundCertificate one in certificates.All)
        {
            Report(Interruptible(stopped => certificates.Judge(one, Timeout, stopped)));
        }
    }
}
