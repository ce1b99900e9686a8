using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ExchangeNamespace.HelpBuilder.Tests;

/// <summary>The real PowerShell engine, one runspace per instance.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine()
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.Open();
    }

    /// <summary>Runs a script; any error record fails the test.</summary>
    public Collection<PSObject> Run(string script, params object[] arguments)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (object argument in arguments)
        {
            shell.AddArgument(argument);
        }

        Collection<PSObject> result = shell.Invoke();
        return shell.Streams.Error.Count == 0
            ? result
            : throw new InvalidOperationException(string.Join("; ", shell.Streams.Error.Select(e => e.ToString())));
    }

    public void Dispose() => _runspace.Dispose();
}
