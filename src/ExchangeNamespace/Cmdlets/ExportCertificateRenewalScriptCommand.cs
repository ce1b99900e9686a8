using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the ordered lines of a certificate renewal, with a check after each step and the removal of the old certificate as the last comment.</summary>
[Cmdlet(VerbsData.Export, "CertificateRenewalScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RenewalStep), typeof(FileInfo))]
public sealed class ExportCertificateRenewalScriptCommand : NamespaceCmdlet
{
    private const string LinesSet = "Lines";
    private const string StepSet = "Step";
    private const string PathSet = "Path";

    private ShellGeneration? _shell;
    private bool _stopped;
    private int _plans;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>Captured settings: services of the old certificate, connectors that name it, and the principal name.</summary>
    [Parameter]
    [ValidateNotNull]
    public ExchangeState? State { get; set; }

    /// <summary>The thumbprints of the certificates that are replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? OldThumbprint { get; set; }

    /// <summary>Receive connectors to lead to the new certificate, each as SERVER\Name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReceiveConnector { get; set; }

    /// <summary>Send connectors to lead to the new certificate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SendConnector { get; set; }

    /// <summary>The services to enable; those of the old certificate by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CertificateServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>Names beyond those of the plan, wildcards allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AdditionalName { get; set; }

    /// <summary>Country of the subject: two letters.</summary>
    [Parameter]
    public string? Country { get; set; }

    /// <summary>State or province of the subject.</summary>
    [Parameter]
    public string? StateOrProvince { get; set; }

    /// <summary>Locality of the subject.</summary>
    [Parameter]
    public string? Locality { get; set; }

    /// <summary>Organisation of the subject.</summary>
    [Parameter]
    public string? Organization { get; set; }

    /// <summary>The name that administrators see in lists, at most 63 characters.</summary>
    [Parameter]
    public string? FriendlyName { get; set; }

    /// <summary>The length of the key: 2048 or 4096 bits.</summary>
    [Parameter]
    public int KeySize { get; set; } = CertificateRequestReader.DefaultKeySize;

    /// <summary>The request file on the server.</summary>
    [Parameter]
    public string? RequestPath { get; set; }

    /// <summary>The issued certificate on the server.</summary>
    [Parameter]
    public string? CertificatePath { get; set; }

    /// <summary>Gives the certificates of all servers the same common name, as hybrid mail needs it.</summary>
    [Parameter]
    public SwitchParameter Hybrid { get; set; }

    /// <summary>The version whose shell's lines are wanted; needed where a plan has several.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>Writes the steps as objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    public SwitchParameter AsStep { get; set; }

    /// <summary>The script file to write; one per shell where a plan has several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the files that were made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ExchangeVersion is null)
        {
            return;
        }

        if (ShellGenerations.TryParse(ExchangeVersion, nameof(ExchangeVersion), out ShellGeneration shell, out InputFault? fault))
        {
            _shell = shell;
        }
        else
        {
            _stopped = true;
            WriteFaults([fault]);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PathSet && ++_plans > 1)
        {
            WriteError(ErrorRecords.SecondPlan(Plan));
            return;
        }

        if (_stopped)
        {
            return;
        }

        List<InputFault> faults = [];
        RenewalScript? script = RenewalBuilder.Build(Plan, ReadInput(), faults);
        WriteFaults(faults);
        if (script is null)
        {
            return;
        }

        if (ParameterSetName == LinesSet && script.Shells.Count > 1)
        {
            WriteError(ErrorRecords.MixedShells(Plan, script.Shells.Select(ShellGenerations.Describe)));
            return;
        }

        WriteFindings(script.Findings);
        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles(script);
                break;
            case StepSet:
                WriteObject(script.Steps, enumerateCollection: true);
                break;
            default:
                WriteObject(RenewalText.Script(Plan, script), enumerateCollection: true);
                break;
        }
    }

    private RenewalInput ReadInput() => new()
    {
        Request = new CertificateRequestInput
        {
            Country = Country,
            State = StateOrProvince,
            Locality = Locality,
            Organization = Organization,
            FriendlyName = FriendlyName,
            KeySize = KeySize,
            RequestPath = RequestPath,
            CertificatePath = CertificatePath,
            Services = Service,
            AdditionalNames = AdditionalName,
            Hybrid = Hybrid,
        },
        Shell = _shell,
        State = State,
        OldThumbprints = OldThumbprint,
        ReceiveConnectors = ReceiveConnector,
        SendConnectors = SendConnector,
    };

    private void WriteFiles(RenewalScript script)
    {
        try
        {
            foreach ((string file, ShellGeneration shell) in ScriptFile.PerShell(FilePath.ResolveNew(this, Path!), script.Shells, Force))
            {
                if (ShouldProcess(file, "Write the renewal for " + ShellGenerations.Describe(shell)))
                {
                    ScriptFile.Write(this, file, Force, RenewalText.File(Plan, script, shell));
                    if (PassThru)
                    {
                        WriteObject(new FileInfo(file));
                    }
                }
            }
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
    }
}
