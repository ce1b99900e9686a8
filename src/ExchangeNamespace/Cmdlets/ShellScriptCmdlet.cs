using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// What the commands that write Exchange Management Shell lines of a plan do alike: the lines of one shell, or a file for each shell of one
/// plan.
/// </summary>
public abstract class ShellScriptCmdlet : ScriptFileCmdlet
{
    private bool _stopped;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The version whose shell's lines are wanted; needed where a plan has several.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The shell that was asked for; null for all.</summary>
    private protected ShellGeneration? Shell { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        ReadOptions(faults);
        if (ExchangeVersion is not null)
        {
            if (ShellGenerations.TryParse(ExchangeVersion, nameof(ExchangeVersion), out ShellGeneration shell, out InputFault? fault))
            {
                Shell = shell;
            }
            else
            {
                faults.Add(fault);
            }
        }

        _stopped = faults.Count > 0;
        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!RefusesSecond(Plan) && !_stopped)
        {
            WritePlan();
        }
    }

    /// <summary>Reads what does not depend on the plan; a fault stops the command.</summary>
    private protected virtual void ReadOptions(List<InputFault> faults)
    {
    }

    /// <summary>Writes what is wanted of the plan.</summary>
    private protected abstract void WritePlan();

    /// <summary>Lines of several shells in one stream would be pasted into one: that is an error.</summary>
    private protected bool RefusesMixedShells(IReadOnlyCollection<ShellGeneration> shells)
    {
        if (ParameterSetName != LinesSet || shells.Count <= 1)
        {
            return false;
        }

        WriteError(ErrorRecords.MixedShells(Plan, shells.Select(ShellGenerations.Describe)));
        return true;
    }

    /// <summary>Writes a file for each shell.</summary>
    /// <param name="what">What the files hold, for the question whether to write them.</param>
    /// <param name="shells">The shells.</param>
    /// <param name="render">The lines for a shell.</param>
    /// <param name="verify">How the result is checked, as comments at the end.</param>
    private protected void WriteFiles(
        string what,
        IReadOnlyList<ShellGeneration> shells,
        Func<ShellGeneration, IEnumerable<string>> render,
        Func<ShellGeneration, IEnumerable<string>>? verify = null) => WriteShellFiles(what, shells,
            shell => ScriptFrame.Enclose(render(shell), ModuleVersion, DateTime.UtcNow, verify?.Invoke(shell) ?? []));

    /// <summary>Writes a file for each shell, with nothing around its lines.</summary>
    /// <param name="what">What the files hold, for the question whether to write them.</param>
    /// <param name="shells">The shells.</param>
    /// <param name="lines">All lines for a shell.</param>
    private protected void WriteShellFiles(string what, IReadOnlyList<ShellGeneration> shells,
        Func<ShellGeneration, IEnumerable<string>> lines) => WithFile(named =>
    {
        List<string> written = [];
        foreach ((string file, ShellGeneration shell) in ScriptFile.PerShell(this, named, shells, Force))
        {
            WriteFile(file, $"Write the {what} for {ShellGenerations.Describe(shell)}", () => lines(shell));
            written.Add(file);
        }

        TellFiles(named, written);
    });
}
