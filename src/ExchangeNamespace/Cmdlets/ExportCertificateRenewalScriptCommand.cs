using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates.Deployment;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Writes the ordered lines of a certificate renewal, with a check after each step and the removal of the old certificate as the last
/// comment.
/// </summary>
[Cmdlet(VerbsData.Export, "CertificateRenewalScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RenewalStep), typeof(FileInfo))]
public sealed class ExportCertificateRenewalScriptCommand : CertificateScriptCmdlet
{
    private const string StepSet = "Step";

    private static readonly string[] OfRequests =
    [
        nameof(Country), nameof(StateOrProvince), nameof(Locality), nameof(Organization), nameof(FriendlyName), nameof(KeySize),
        nameof(RequestPath), nameof(CertificatePath),
    ];

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

    /// <summary>Writes the steps as objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    public SwitchParameter AsStep { get; set; }

    /// <summary>Writes one script that an ACME client calls, which brings a renewed certificate to every server.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Deploy { get; set; }

    /// <summary>Makes the new certificate the default SMTP certificate; without it the deployment keeps the one that is.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter OverwriteDefaultSmtp { get; set; }

    private protected override void ReadOptions(List<InputFault> faults)
    {
        if (OverwriteDefaultSmtp && !Deploy)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(OverwriteDefaultSmtp), OverwriteDefaultSmtp,
                "OverwriteDefaultSmtp goes with -Deploy only: in the other lines a person answers the question of Exchange."));
        }

        foreach (string name in OfRequests.Where(n => Deploy && Given(n)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, name, MyInvocation.BoundParameters[name],
                $"{name} does not go with -Deploy: the ACME client requests the certificate. Give it to New-SanCertificateRequest -As."));
        }
    }

    private void WriteDeployment()
    {
        List<InputFault> faults = [];
        DeploymentSet? set = DeploymentBuilder.Build(Plan, ReadInput(), OverwriteDefaultSmtp, faults);
        WriteFaults(faults);
        if (set is not null)
        {
            WriteFindings(set.Findings);
            string writer = ScriptFrame.Writer(ModuleVersion, DateTime.UtcNow);
            WriteShellFiles("deployment script", [.. set.Plans.Select(p => p.Shell)],
                shell => DeploymentScript.Lines(set.Plans.Single(p => p.Shell == shell), writer));
        }
    }

    private protected override void WritePlan()
    {
        if (Deploy)
        {
            WriteDeployment();
            return;
        }

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
        Request = ReadRequest(),
        Shell = Shell,
        State = State,
        OldThumbprints = OldThumbprint,
        ReceiveConnectors = ReceiveConnector,
        SendConnectors = SendConnector,
    };
}
