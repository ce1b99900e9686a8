using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Migration.Simulation;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the runbook of a migration, and on which day each of its steps is done.</summary>
[Cmdlet(VerbsData.Export, "NamespaceMigrationScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(CalendarEntry), typeof(FileInfo), typeof(DirectoryInfo))]
public sealed class ExportNamespaceMigrationScriptCommand : MigrationCalendarCmdlet
{
    private int _migrations;

    /// <summary>The migration.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [MigrationNotText]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespaceMigration Migration { get; set; } = null!;

    /// <summary>The file to write: Markdown where its name ends in .md, data where it ends in .json.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>The folder to write: the page, a script for each step and shell, a checklist and the data.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    public string? Folder { get; set; }

    /// <summary>Writes the calendar as objects.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CalendarSet)]
    public SwitchParameter Calendar { get; set; }

    /// <summary>Writes the calendar as a Gantt chart in Mermaid.</summary>
    [Parameter(ParameterSetName = CalendarSet)]
    public SwitchParameter AsGraph { get; set; }

    /// <summary>Replaces a file that exists, or the files of an earlier runbook in the folder.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = FolderSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file or folder that was made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = FolderSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName is PathSet or FolderSet && ++_migrations > 1)
        {
            WriteError(ErrorRecords.SecondMigration(Migration));
            return;
        }

        List<InputFault> faults = [];
        MigrationCalendar? calendar = ReadCalendar(Migration, faults);
        WriteFaults(faults);
        if (faults.Count > 0 || (ParameterSetName == LinesSet && !MayWriteLines($"the migration of {Migration.Present.ExternalHost}")))
        {
            return;
        }

        NamespaceMigration simulated = SimulatedMigration.Of(Migration);
        WriteFindings(simulated.Findings.Except(Migration.Findings).Concat(calendar?.Findings ?? []));
        if (ParameterSetName == CalendarSet)
        {
            WriteObject(AsGraph ? string.Join("\n", CalendarGantt.Of(calendar!)) : calendar!.Entries, enumerateCollection: true);
            return;
        }

        Write(new RunbookMaker(simulated, calendar, ModuleVersion, Now));
    }

    private void Write(RunbookMaker maker)
    {
        try
        {
            if (ParameterSetName == LinesSet)
            {
                WriteObject(maker.Document, enumerateCollection: true);
            }
            else if (ParameterSetName == FolderSet)
            {
                WriteFolder(maker, FolderWriter.ResolvePlace(this, Folder!, Force));
            }
            else
            {
                WriteFile(maker, FilePath.ResolveNew(this, Path!));
            }
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
    }

    private void WriteFile(RunbookMaker maker, string file)
    {
        if (RunbookMaker.FormFault(file) is { } fault)
        {
            WriteFaults([fault]);
            return;
        }

        FileWriter.RefusePlace(this, file, Force);
        if (ShouldProcess(file, "Write the runbook"))
        {
            FileWriter.Write(this, file, Force, RunbookMaker.Encoding, writer => maker.Write(file, writer));
            PassOn(new FileInfo(file));
        }
    }

    private void WriteFolder(RunbookMaker maker, string folder)
    {
        if (ShouldProcess(folder, "Write the runbook as files"))
        {
            FolderWriter.Write(this, folder, maker.Files());
            PassOn(new DirectoryInfo(folder));
        }
    }

    private void PassOn(FileSystemInfo made)
    {
        if (PassThru)
        {
            WriteObject(made);
        }
    }
}
