using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using ExchangeNamespace.Shell.Hosting;

namespace ExchangeNamespace.WineHost;

/// <summary>As much of pwsh as the specs ask for: <c>-File</c> with arguments, <c>-Command</c> and <c>-EncodedCommand</c>.</summary>
internal static class Session
{
    private const string ExitVariable = "global:LASTEXITCODE";

    public static int Run(string[] args)
    {
        ConsoleHost host = new(HostConsole.ForProcess(width: null));
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        using PowerShell shell = PowerShell.Create(runspace);
        bool isFile = AddCommand(shell, args);
        shell.Commands.AddCommand(OutDefault());
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            using PowerShell printer = PowerShell.Create(runspace);
            printer.Commands.AddCommand(OutDefault());
            host.ShowAsError(() => printer.Invoke(new[] { new ErrorRecord(exception.ErrorRecord, exception) }));
            return 1;
        }

        if (host.RequestedExitCode is { } requested)
        {
            return requested;
        }

        return isFile ? runspace.SessionStateProxy.GetVariable(ExitVariable) as int? ?? 0 : host.HasShownError ? 1 : 0;
    }

    /// <summary>Whether it is a script file, whose <c>exit</c> ends only itself.</summary>
    private static bool AddCommand(PowerShell shell, string[] args)
    {
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i].ToUpperInvariant())
            {
                case "-NOPROFILE" or "-NONINTERACTIVE" or "-NOLOGO":
                    break;
                case "-OUTPUTFORMAT" or "-EXECUTIONPOLICY":
                    i++;
                    break;
                case "-COMMAND":
                    shell.AddScript(string.Join(' ', args[(i + 1)..]));
                    return false;
                case "-ENCODEDCOMMAND":
                    shell.AddScript(Encoding.Unicode.GetString(Convert.FromBase64String(args[i + 1])));
                    return false;
                case "-FILE":
                    Command file = new(Path.GetFullPath(args[i + 1]), isScript: false);
                    foreach (string argument in args[(i + 2)..])
                    {
                        file.Parameters.Add(ScriptArgument.Parse(argument));
                    }

                    shell.Commands.AddCommand(file);
                    return true;
                default:
                    throw new ArgumentException($"this host does not know '{args[i]}'");
            }
        }

        throw new ArgumentException("nothing to run");
    }

    private static Command OutDefault() => new("Out-Default")
    {
        MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
    };
}
