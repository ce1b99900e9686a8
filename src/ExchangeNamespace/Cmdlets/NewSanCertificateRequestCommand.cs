using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the certificate requests of a plan, what completes them, or the names with their reasons.</summary>
[Cmdlet(VerbsCommon.New, "SanCertificateRequest", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ExchangeCommand), typeof(CertificateNameEntry), typeof(CertificateNameChoice),
    typeof(MachineCertificate))]
public sealed class NewSanCertificateRequestCommand : AcmeOrderCmdlet
{
    private const string NameSet = "Name";
    private const string ChoiceSet = "Choice";
    private const string MachineSet = "Machine";

    private CertificateRequestOptions? _options;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>Names beyond those of the plan, wildcards allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? AdditionalName { get; set; }

    /// <summary>How many names a certificate may have.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int MaximumNames { get; set; }

    /// <summary>The ways in which names may leave a certificate; all by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameWayCompleter))]
    public string[]? ReduceBy { get; set; }

    /// <summary>Gives the certificates of all servers the same common name, as hybrid mail needs it; as the plan says by default.</summary>
    [Parameter]
    public SwitchParameter Hybrid { get; set; }

    /// <summary>Writes what completes a pending request instead of the request.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    public SwitchParameter Complete { get; set; }

    /// <summary>The version whose shell's lines are wanted; needed where a certificate is for several.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>Writes the command objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet)]
    public SwitchParameter AsCommand { get; set; }

    /// <summary>Writes the names with their reasons.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    public SwitchParameter AsName { get; set; }

    /// <summary>Writes each way in which each name can leave its certificate, with its price.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ChoiceSet)]
    public SwitchParameter AsChoice { get; set; }

    /// <summary>Writes what each machine carries, the reverse proxy among them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MachineSet)]
    public SwitchParameter AsMachine { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        _options = CertificateRequestReader.Read(
            ReadOrder() with
            {
                AdditionalNames = AdditionalName,
                MaximumNames = Given(nameof(MaximumNames)) ? MaximumNames : null,
                ReduceBy = ReduceBy,
                Hybrid = Given(nameof(Hybrid)) ? Hybrid.IsPresent : null,
                Complete = Complete,
                ExchangeVersion = ExchangeVersion,
            },
            faults);
        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_options is null)
        {
            return;
        }

        if (ParameterSetName is NameSet or ChoiceSet or MachineSet)
        {
            WriteView(_options);
            return;
        }

        if (!MayWriteLines($"the certificate request of {Plan.ExternalHost}"))
        {
            return;
        }

        CertificateRequestSet set = CertificateRequestBuilder.Build(Plan, _options);
        WriteFaults(set.Faults);
        WriteVerbose(set.Assumptions);

        WriteFindings(set.Findings);
        foreach (RequestedCertificate request in set.Requests)
        {
            WriteObject(ParameterSetName == CommandSet ? request.Commands : request.Lines, enumerateCollection: true);
        }
    }

    private void WriteView(CertificateRequestOptions options)
    {
        CertificateView view = CertificateView.Of(Plan, options);
        WriteFaults(view.Faults);
        WriteFindings(view.Findings);
        WriteObject(
            ParameterSetName switch
            {
                NameSet => view.Names,
                ChoiceSet => view.Choices,
                _ => (object)view.Machines,
            },
            enumerateCollection: true);
    }
}
