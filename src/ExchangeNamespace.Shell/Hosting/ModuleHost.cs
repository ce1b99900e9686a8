using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>
/// A PowerShell runspace that has imported a module from its manifest. Scripts run on the calling thread, one at a time,
/// and share the runspace's variables as successive lines of one console do.
/// </summary>
public sealed class ModuleHost : IDisposable
{
    /// <summary>The manifest at the root of the repository.</summary>
    public const string ManifestName = "ExchangeNamespace.psd1";

    /// <summary>Where PowerShell leaves what a script file gave to <c>exit</c>, or else the last native program that failed.</summary>
    private const string ExitVariable = "global:LASTEXITCODE";

    private readonly ConsoleHost _host;
    private readonly Runspace _runspace;
    private readonly object _gate = new();
    private PowerShell? _running;

    private ModuleHost(ConsoleHost host, Runspace runspace)
    {
        _host = host;
        _runspace = runspace;
    }

    /// <summary>Opens a runspace without any module.</summary>
    /// <param name="console">Where <see cref="Print"/> prints; nowhere when null.</param>
    public static ModuleHost OpenEmpty(HostConsole? console = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        EngineSupplement.AddTo(state);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        ConsoleHost host = new(console ?? HostConsole.None);
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        return new ModuleHost(host, runspace);
    }

    /// <summary>Opens a runspace and imports a module.</summary>
    /// <param name="manifestPath">The manifest; null takes the built one, found above the folder of this program.</param>
    /// <param name="console">Where <see cref="Print"/> prints; nowhere when null.</param>
    /// <exception cref="RuntimeException">The module cannot be imported.</exception>
    /// <exception cref="FileNotFoundException">There is no manifest above the folder of this program.</exception>
    public static ModuleHost Open(string? manifestPath = null, HostConsole? console = null)
    {
        string path = Path.GetFullPath(manifestPath ?? FindManifest());
        ModuleHost opened = OpenEmpty(console);
        try
        {
            using PowerShell shell = PowerShell.Create(opened._runspace);
            shell.AddCommand("Import-Module").AddParameter("Name", path).AddParameter("ErrorAction", ActionPreference.Stop).Invoke();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The manifest of the repository that this program was built in.</summary>
    /// <exception cref="FileNotFoundException">No folder above the program holds one.</exception>
    public static string FindManifest()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, ManifestName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No {ManifestName} above '{AppContext.BaseDirectory}'; name one with -Module.", ManifestName);
    }

    /// <summary>Runs a script and collects all it writes.</summary>
    /// <param name="script">The text of the script.</param>
    /// <param name="arguments">Values for its <c>param()</c> block or <c>$args</c>, in order.</param>
    public HostRun Run(string script, params object?[] arguments) => Run(script, onRecord: null, arguments);

    /// <summary>Runs a script, tells of each thing it writes at the moment of writing, and collects them all.</summary>
    /// <param name="script">The text of the script.</param>
    /// <param name="onRecord">Called while the script runs, on its thread.</param>
    /// <param name="arguments">Values for its <c>param()</c> block or <c>$args</c>, in order.</param>
    public HostRun Run(string script, Action<HostRecord>? onRecord, params object?[] arguments)
    {
        using PowerShell shell = CreateShell();
        shell.AddScript(script);
        AddArguments(shell, arguments);
        RecordCollector collector = new(onRecord);
        (Exception? failure, bool wasStopped) = Invoke(shell, collector.Attach(shell));
        ErrorRecord? terminating = failure is null ? null : RecordOf(failure);
        if (terminating is not null)
        {
            collector.Add(HostStream.Error, terminating);
        }

        return new HostRun(collector.Records, terminating, wasStopped, ExitCode(collector.HasError || wasStopped));
    }

    /// <summary>Runs a script and prints what it writes as PowerShell's console does.</summary>
    /// <param name="script">The text of the script.</param>
    /// <param name="arguments">Values for its <c>param()</c> block or <c>$args</c>, in order.</param>
    /// <returns>
    /// The exit code: what the script gave to <c>exit</c> or left in <c>$LASTEXITCODE</c>, else 1 after any error and 0 after none.
    /// </returns>
    public int Print(string script, params object?[] arguments)
    {
        using PowerShell shell = CreateShell();
        shell.AddScript(script);
        AddArguments(shell, arguments);
        _runspace.SessionStateProxy.SetVariable(ExitVariable, null);
        return ExitVariableOr(PrintFormatted(shell));
    }

    /// <summary>Runs a script file and prints what it writes as PowerShell's console does.</summary>
    /// <param name="path">The file, ending in .ps1.</param>
    /// <param name="arguments">Words as on a command line: <c>-Name value</c> binds by name, the rest by position.</param>
    /// <returns>The exit code: what the script gave to <c>exit</c>, else 1 after any error and 0 after none.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public int PrintFile(string path, IEnumerable<string> arguments)
    {
        string fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            throw new FileNotFoundException($"There is no script '{fullPath}'.", fullPath);
        }

        using PowerShell shell = CreateShell();
        Command command = new(fullPath, isScript: false);
        foreach (string argument in arguments)
        {
            command.Parameters.Add(ScriptArgument.Parse(argument));
        }

        shell.Commands.AddCommand(command);
        _runspace.SessionStateProxy.SetVariable(ExitVariable, null);
        int code = PrintFormatted(shell);
        return shell.HadErrors ? ExitVariableOr(code) : code;
    }

    /// <summary>Prints an error as PowerShell's console does.</summary>
    /// <param name="exception">The error.</param>
    public void PrintError(Exception exception)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.Commands.AddCommand(OutDefault());
        _host.ShowAsError(() => shell.Invoke(new[] { RecordOf(exception) }));
    }

    /// <summary>Stops the running script from another thread. Does nothing when none runs.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _running?.BeginStop(callback: null, state: null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    private static Command OutDefault() => new("Out-Default")
    {
        MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
    };

    private static ErrorRecord RecordOf(Exception exception) => exception is IContainsErrorRecord { ErrorRecord: { } record }
        ? new ErrorRecord(record, exception)
        : new ErrorRecord(exception, "HostFailure", ErrorCategory.NotSpecified, targetObject: null);

    private static void AddArguments(PowerShell shell, object?[] arguments)
    {
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }
    }

    private PowerShell CreateShell()
    {
        _host.BeginRun();
        return PowerShell.Create(_runspace);
    }

    private int PrintFormatted(PowerShell shell)
    {
        shell.Commands.AddCommand(OutDefault());
        (Exception? failure, bool wasStopped) = Invoke(shell, output: null);
        if (failure is not null)
        {
            PrintError(failure);
        }

        return ExitCode(_host.HasShownError || wasStopped);
    }

    private (Exception? Failure, bool WasStopped) Invoke(PowerShell shell, PSDataCollection<PSObject>? output)
    {
        lock (_gate)
        {
            _running = shell;
        }

        try
        {
            shell.Invoke<PSObject>(input: null, output ?? []);
            return (null, shell.InvocationStateInfo.State == PSInvocationState.Stopped);
        }
        catch (PipelineStoppedException)
        {
            return (null, true);
        }
        catch (Exception exception) when (exception is RuntimeException or HostException)
        {
            return (exception, false);
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }
        }
    }

    private int ExitVariableOr(int code) =>
        _runspace.SessionStateProxy.GetVariable(ExitVariable) is int given and not 0 ? given : code;

    private int ExitCode(bool hasFailed) => _host.RequestedExitCode is { } code and not 0 ? code : hasFailed ? 1 : 0;
}
