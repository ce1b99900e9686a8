using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Reports what the shell of an Exchange version refuses in a script. Nothing of the script runs; a text is judged when all of it has come
/// in.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ExchangeScript", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ScriptFinding), typeof(string), typeof(bool))]
public sealed class TestExchangeScriptCommand : LineCmdlet, ICheckCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ScriptSet = "Script";

    private readonly List<string> _parts = [];
    private ExchangeVersion? _version;

    /// <summary>The script files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>The script files, without wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The text of a script; several texts are read as the lines of one.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ScriptSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Script { get; set; }

    /// <summary>The version whose shell is to run it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The plan whose hosts the script is to have.</summary>
    [Parameter]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Plan { get; set; }

    /// <summary>Writes every replacement that is known: quotes, dashes, names, URLs, hosts.</summary>
    [Parameter]
    public SwitchParameter Fix { get; set; }

    /// <summary>The file for the fixed script; the script's own file by default.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public string? Destination { get; set; }

    /// <summary>Replaces a file that exists, the script's own file too.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!ExchangeVersionReader.TryParse(ExchangeVersion, nameof(ExchangeVersion), out _version, out InputFault? fault))
        {
            WriteFaults([fault]);
        }
        else if (Destination is not null && !Fix)
        {
            _version = null;
            WriteFaults([
                new InputFault(FaultIds.InputContradiction, nameof(Destination), Destination,
                    "-Destination is the file for the fixed script. Give -Fix with it.")]);
        }
        else if (Quiet && Fix)
        {
            _version = null;
            WriteFaults([
                new InputFault(FaultIds.InputContradiction, nameof(Quiet), null,
                    "-Quiet tells whether the script is right as it stands, and -Fix changes it. Give one of the two.")]);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_version is null)
        {
            return;
        }

        if (ParameterSetName == ScriptSet)
        {
            _parts.AddRange(Script!);
            return;
        }

        foreach (string path in (ParameterSetName == PathSet ? Path : LiteralPath)!)
        {
            try
            {
                List<string> files = [.. FilePath.ResolveItems(this, path, ParameterSetName == LiteralPathSet).Where(File.Exists)];
                if (files.Count == 0)
                {
                    throw new FileFault(ErrorRecords.PathNotFileSystem(path));
                }

                if (Destination is not null && files.Count > 1)
                {
                    throw new FileFault(ErrorRecords.PathAmbiguous(path));
                }

                files.ForEach(CheckFile);
            }
            catch (FileFault fault)
            {
                WriteError(fault.Record);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_version is not null && ParameterSetName == ScriptSet)
        {
            CheckText();
        }

        WriteAnswer();
    }

    private void CheckText()
    {
        string text = string.Join("\n", _parts);
        IReadOnlyList<ScriptFinding> findings = Check(text);
        if (Fix)
        {
            WriteFixed(text, findings);
        }
        else
        {
            WriteObject(findings.Where(IsShown), enumerateCollection: true);
        }
    }

    private IReadOnlyList<ScriptFinding> Check(string text)
    {
        try
        {
            IReadOnlyList<ScriptFinding> findings = ScriptLinter.Check(
                ScriptReader.Read(text, () => Stopping), _version!, () => Stopping, Plan);
            HasChecked();
            return findings;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>One text out for each text in. Each change is a warning, and what is left goes where findings go.</summary>
    private void WriteFixed(string text, IReadOnlyList<ScriptFinding> findings)
    {
        if (!MayWriteLines("the fixed script"))
        {
            return;
        }

        HashSet<ScriptFinding> applied = [];
        IReadOnlyList<string> parts = ScriptFixer.Apply(text, _parts, findings, applied);
        foreach (ScriptFinding change in findings.Where(applied.Contains))
        {
            WriteWarning(ScriptChange.Describe(change));
        }

        WriteFindings(findings.Where(f => !applied.Contains(f)).Select(f => f.Located()));
        WriteObject(parts, enumerateCollection: true);
    }

    private void CheckFile(string file)
    {
        ScriptSource source = ScriptSource.Read(file);
        IReadOnlyList<ScriptFinding> findings = Check(source.Text);
        HashSet<ScriptFinding> applied = [];
        if (Fix)
        {
            string target = Destination is null ? file : FilePath.ResolveNew(this, Destination);
            string text = ScriptFixer.Apply(source.Text, [source.Text], findings, applied)[0];
            if (applied.Count > 0 && !WriteFile(target, text, source))
            {
                applied.Clear();
            }
        }

        WriteObject(findings.Select(f => f.In(PathText.Of(file), applied.Contains(f))).Where(IsShown), enumerateCollection: true);
    }

    private bool WriteFile(string target, string text, ScriptSource source)
    {
        if (!source.IsExact)
        {
            throw new FileFault(ErrorRecords.FileNotText(target, source.Encoding.WebName));
        }

        FileWriter.RefuseExisting(this, target, Force);
        if (!ShouldProcess(target, "Write the fixed script"))
        {
            return false;
        }

        FileWriter.Write(this, target, Force, source.Encoding, writer => writer.Write(text));
        return true;
    }
}
