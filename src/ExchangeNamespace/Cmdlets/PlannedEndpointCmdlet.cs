using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>The servers and hosts of a plan whose certificates are checked, at which ports, and as what the results are written.</summary>
public abstract class PlannedEndpointCmdlet : EndpointCertificateCmdlet
{
    private readonly List<NamespaceCheckResult> _results = [];
    private string _subject = "(endpoints)";
    private bool _isRefused;

    /// <summary>The port of https.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpsPort { get; set; } = 443;

    /// <summary>The port of mail servers.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int SmtpPort { get; set; } = 25;

    /// <summary>The port of IMAP4 with TLS from the start.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int ImapPort { get; set; } = 993;

    /// <summary>The port of POP3 with TLS from the start.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int PopPort { get; set; } = 995;

    /// <summary>The port at which programs that read mail by POP or IMAP send.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int SubmissionPort { get; set; } = 587;

    /// <summary>Writes objects, or the text of a monitoring system.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = EndpointSet)]
    [SingleValue]
    public VerdictForm As { get; set; }

    /// <summary>Asks every server and host of a plan, judges what each shows, and compares the certificates with each other.</summary>
    private protected void JudgePlanned(NamespacePlan plan, string? installedOn, CertificateService[] services,
        CertificateAuthority? authority, DateTime now)
    {
        _subject = plan.ExternalHost.Value;
        List<InputFault> faults = [];
        PlannedPorts ports = new(HttpsPort, SmtpPort, ImapPort, PopPort, SubmissionPort);
        IReadOnlyList<PlannedEndpoint> endpoints = PlannedEndpoint.Of(plan, installedOn, services, ports, faults);
        WriteFaults(faults);
        List<(NamespaceCertificate, PlannedCertificate?)> results = [];
        foreach ((PlannedEndpoint endpoint, FoundCertificate found) in Ask(endpoints, e => e.Question))
        {
            CertificateNeeds needs = authority is { } stated ? endpoint.Needs.IssuedBy(stated) : endpoint.Needs;
            FoundCertificates alone = new([found]) { Needs = needs, Services = [], Now = now };
            results.Add((Interruptible(stopped => alone.Judge(found, Timeout, stopped)), endpoint.Certificate));
        }

        foreach (NamespaceCertificate verdict in SameCertificate.Compare(results))
        {
            Report(verdict);
        }
    }

    /// <summary>Takes a result; with a text to write, its findings stay in it.</summary>
    private protected void Report(NamespaceCertificate verdict)
    {
        if (As != VerdictForm.Object)
        {
            _results.Add(NamespaceCheckResult.Of(NamespaceCheck.Endpoint, verdict, verdict.Findings,
                validUntil: verdict.Certificate?.NotAfter));
        }
        else if (IsShown(verdict))
        {
            WriteFindings(verdict.Findings);
            WriteObject(verdict);
        }
    }

    /// <summary>Writes the text of all results, and the exit code of a plug-in; nothing where objects were written.</summary>
    private protected void WriteText(DateTime now)
    {
        if (As != VerdictForm.Object && !_isRefused)
        {
            NamespaceVerdict verdict = VerdictMaker.Make(_subject, VerdictMaker.Order(_results), [], now);
            WriteObject(VerdictText.Of(verdict, As), enumerateCollection: true);
            VerdictText.SetExitCode(SessionState, verdict, As);
        }
    }

    /// <summary>Whether a text and the one Boolean were both asked for, which is an error.</summary>
    private protected bool RefusesText(bool isQuiet)
    {
        if (isQuiet && As != VerdictForm.Object && !_isRefused)
        {
            _isRefused = true;
            WriteFaults([new InputFault(FaultIds.InputContradiction, "Quiet", null,
                "-Quiet writes one Boolean, and -As a text. Give one of the two.")]);
        }

        return _isRefused;
    }
}
