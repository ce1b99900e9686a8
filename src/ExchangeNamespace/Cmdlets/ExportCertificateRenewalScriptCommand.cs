using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Writes the ordered lines of a certificate renewal, with a check after each step and the removal of the old certificate as the last
/// comment.
/// </summary>
[Cmdlet(VerbsData.Export, "CertificateRenewalScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RenewalStep), typeof(FileInfo))]
public sealed class ExportCertificateRenewalScriptCommand : ShellScriptCmdlet
{
    private const string StepSet = "Step";

    /// <summary>Captured settings: services of the old certificate, connectors that name it, and the principal name.</summary>
    [Parameter]
    [ValidateNotNull]
    [StateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ExchangeState? State { get; set; }

    /// <summary>The thumbprints of the certificates that are replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ThumbprintCompleter))]
    public string[]? OldThumbprint { get; set; }

    /// <summary>Receive connectors to lead to the new certificate, each as SERVER\Name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ReceiveConnector { get; set; }

    /// <summary>Send connectors to lead to the new certificate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SendConnector { get; set; }

    /// <summary>The services to enable; those of the old certificate by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CertificateServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>Names beyond those of the plan, wildcards allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? AdditionalName { get; set; }

    /// <summary>Country of the subject: two letters.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Country { get; set; }

    /// <summary>State or province of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? StateOrProvince { get; set; }

    /// <summary>Locality of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Locality { get; set; }

    /// <summary>Organisation of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Organization { get; set; }

    /// <summary>The name that administrators see in lists, at most 63 characters.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? FriendlyName { get; set; }

    /// <summary>The length of the key: 2048 or 4096 bits.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
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

    /// <summary>Writes the steps as objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    public SwitchParameter AsStep { get; set; }

    private protected override void WritePlan()
    {
        List<InputFault> faults = [];
        RenewalScript? script = RenewalBuilder.Build(Plan, ReadInput(), faults);
        WriteFaults(faults);
        if (script is null || RefusesMixedShells(script.Shells))
        {
            return;
        }

        if (ParameterSetName != PathSet && !MayWriteLines($"the certificate renewal of {Plan.ExternalHost}"))
        {
            return;
        }

        WriteFindings(script.Findings);
        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles("renewal", script.Shells, shell => RenewalText.File(Plan, script, shell));
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
            StateOrProvince = StateOrProvince,
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
        Shell = Shell,
        State = State,
        OldThumbprints = OldThumbprint,
        ReceiveConnectors = ReceiveConnector,
        SendConnectors = SendConnector,
    };
}
