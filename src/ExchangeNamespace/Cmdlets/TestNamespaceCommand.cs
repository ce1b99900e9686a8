using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.State;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes every check that plan, captured settings and the named servers allow, and comes to one verdict.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Namespace", SupportsShouldProcess = true)]
[OutputType(typeof(NamespaceCheckResult), typeof(NamespaceVerdict), typeof(string), typeof(bool))]
public sealed class TestNamespaceCommand : VerdictCmdlet, ICheckCommand
{
    private readonly List<NamespacePlan> _plans = [];

    /// <summary>The plan.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The captured state, or objects of Exchange.</summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>The moment for which lifetimes and support are judged; now by default.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>Writes objects, or the text of a monitoring system.</summary>
    [Parameter]
    [SingleValue]
    public VerdictForm As { get; set; }

    /// <summary>A file with the problems of an earlier call: what differs is reported, and the file is brought up to date.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _plans.AddRange(Plan is null ? [] : [Plan]);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            Report(Judge(MomentOrNow(AsOf, nameof(AsOf))));
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        WriteAnswer();
    }

    private NamespaceVerdict Judge(DateTime now)
    {
        NamespaceVerdict none = VerdictMaker.Make("(nothing)", [], CheckTable.NotMade(CheckInputs.None), now);
        try
        {
            string? file = Baseline is null ? null : FileWriter.ResolvePlace(this, Baseline, force: true);
            IReadOnlyList<BaselineEntry>? before = File.Exists(file) ? ReadBaseline(file!) : [];
            NamespaceVerdict? verdict = before is null || ReadMaterial(now) is not { } material ? null : Make(material, now);
            if (verdict is null || file is null)
            {
                return verdict ?? none;
            }

            NamespaceVerdict beside = VerdictMaker.Beside(verdict, before!, out IReadOnlyList<BaselineEntry> next);
            if (ShouldProcess(file, "Bring the baseline up to date"))
            {
                FileWriter.Write(this, file, force: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                    writer => JsonFactory.WriteBaseline(next, writer));
            }

            return beside;
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
            return none;
        }
    }

    private IReadOnlyList<BaselineEntry>? ReadBaseline(string file)
    {
        (IReadOnlyList<BaselineEntry>? problems, IReadOnlyList<InputFault> faults) = Interruptible(
            stopped => JsonFactory.ReadBaseline(FilePath.ReadAll(file, FileLimits.PlanBytes), stopped));
        WriteFaults(FileFaults.Of(file, faults));
        return problems;
    }

    /// <summary>What was given, read; null where something of it was refused.</summary>
    private CheckMaterial? ReadMaterial(DateTime now)
    {
        List<InputFault> faults = [.. Refused(_plans.Count, Given(nameof(State)), As != VerdictForm.Object && Quiet)];
        ExchangeState? state = Given(nameof(State)) ? StateInput.Read(State, nameof(State), faults) : null;
        WriteFaults(faults);
        return faults.Count > 0 ? null : new CheckMaterial
        {
            Plan = _plans.Count == 0 ? null : _plans[0],
            State = state,
            Now = now,
            CertificateReader = CertificateFactory.Create,
        };
    }

    private void Report(NamespaceVerdict verdict)
    {
        WriteObject(verdict.Results.Where(r => IsShown(r) && As == VerdictForm.Object), enumerateCollection: true);
        if (!Quiet)
        {
            WriteObject(VerdictText.Of(verdict, As) ?? (object)verdict, enumerateCollection: true);
        }

        VerdictText.SetExitCode(SessionState, verdict, As);
    }
}
