using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.State;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes one report with the namespace drawn: an HTML file that holds everything itself, or Markdown.</summary>
[Cmdlet(VerbsData.Export, "NamespaceReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNamespaceReportCommand : PlanFileCmdlet
{
    /// <summary>The captured state, or objects of Exchange: differences, certificates and versions as they are.</summary>
    [Parameter]
    [StateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>Results of the commands that check, and verdicts of Test-Namespace.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object?[]? Result { get; set; }

    /// <summary>The plan that is in force: the report says what changes.</summary>
    [Parameter]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Reference { get; set; }

    /// <summary>The calendar of a migration: its phases stand on the time line.</summary>
    [Parameter]
    [ValidateNotNull]
    [CalendarNotText]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public CalendarEntry[] Calendar { get; set; } = [];

    /// <summary>The title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Title { get; set; }

    /// <summary>For whom the report is: which pages it has.</summary>
    [Parameter]
    [SingleValue]
    public ReportAudience Audience { get; set; }

    /// <summary>The language of the report.</summary>
    [Parameter]
    [SingleValue]
    public ReportLanguage Culture { get; set; }

    /// <summary>The moment for which lifetimes and support are judged; now by default.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>Puts substitutes in the place of names, addresses and numbers of certificates.</summary>
    [Parameter]
    public SwitchParameter Redact { get; set; }

    /// <summary>A file for the names with their substitutes, which stays with the sender.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RedactionMapPath { get; set; }

    /// <summary>Opens the report.</summary>
    [Parameter]
    public SwitchParameter Show { get; set; }

    private protected override void WritePlan(NamespacePlan plan, string file)
    {
        List<InputFault> faults = [];
        ReportForm? form = ReportForms.Of(file, Path, faults);
        string? mapFile = RedactionMapPath is null ? null : FilePath.ResolveNew(this, RedactionMapPath);
        ExchangeState? state = Given(nameof(State)) ? StateInput.Read(State, nameof(State), faults) : null;
        IReadOnlyList<ICheckResult> results = ReportResultInput.Read(Result, nameof(Result), faults);
        faults.AddRange(ReportForms.Refused(Redact, file, mapFile));
        WriteFaults(faults);
        if (faults.Count > 0)
        {
            return;
        }

        if (mapFile is not null)
        {
            FileWriter.RefusePlace(this, mapFile, Force);
        }

        if (!ShouldProcess(file, "Write the report"))
        {
            return;
        }

        DateTime now = MomentOrNow(AsOf, nameof(AsOf));
        ReportMaker maker = new(new ReportRequest
        {
            Plan = plan,
            State = state,
            Results = ReportResult.Of(results),
            NotChecked = [.. results.OfType<NamespaceVerdict>().SelectMany(v => v.NotChecked).Select(n => n.Check.ToString()).Distinct()],
            Reference = Reference,
            Calendar = Calendar,
            Title = Title,
            Audience = Audience,
            Language = Culture,
            AsOf = now,
            ModuleVersion = ModuleVersion,
        }, Redact);
        string text = Interruptible(cancel => maker.Make(form!.Value, cancel));
        WriteText(file, writer => writer.Write(text));
        if (mapFile is not null)
        {
            WriteText(mapFile, writer => writer.Write(maker.MapText));
        }

        if (Show)
        {
            Open(file);
        }
    }

    private void Open(string file)
    {
        if (Desktop.Open(file) is { } reason)
        {
            WriteError(ErrorRecords.ReportNotShown(file, reason));
        }
    }
}
