using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
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
public sealed class TestExchangeScriptCommand : ScriptSourceCmdlet, ICheckCommand
{
    private readonly List<string> _parts = [];
    private ExchangeVersion? _version;

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

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        _version = new ScriptCheckInput { ExchangeVersion = ExchangeVersion, Fix = Fix, Destination = Destination, Quiet = Quiet }
            .Read(faults);
        WriteFaults(faults);
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
                Files(path).ForEach(CheckFile);
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

        FixedScript script = new(text, _parts, findings);
        foreach (string change in script.Changes)
        {
            WriteWarning(change);
        }

        WriteFindings(script.Left);
        WriteObject(script.Parts, enumerateCollection: true);
    }

    private void CheckFile(string file)
    {
        ScriptSource source = ScriptSource.Read(file);
        IReadOnlyList<ScriptFinding> findings = Check(source.Text);
        FixedScript? script = Fix ? new FixedScript(source.Text, [source.Text], findings) : null;
        bool written = script is not null && WriteFixedFile(file, source, script);
        WriteObject(
            findings.Select(f => f.In(PathText.Of(file), written && script!.IsChanged(f))).Where(IsShown), enumerateCollection: true);
    }
}
