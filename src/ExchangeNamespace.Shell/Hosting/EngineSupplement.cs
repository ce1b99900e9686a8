using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using ExchangeNamespace.Shell.Commands;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>
/// The few commands that scripts expect everywhere and that the engine does not hold by itself, because PowerShell keeps
/// them in a module that is not published as a package.
/// </summary>
internal static class EngineSupplement
{
    private static readonly Type[] Commands =
    [
        typeof(InvokeExpressionCommand),
        typeof(WriteErrorCommand),
        typeof(WriteHostCommand),
        typeof(WriteOutputCommand),
        typeof(WriteVerboseCommand),
        typeof(WriteWarningCommand),
    ];

    public static void AddTo(InitialSessionState state)
    {
        foreach (Type command in Commands)
        {
            CmdletAttribute attribute = command.GetCustomAttribute<CmdletAttribute>()!;
            string name = attribute.VerbName + "-" + attribute.NounName;
            if (state.Commands[name].Count == 0)
            {
                state.Commands.Add(new SessionStateCmdletEntry(name, command, helpFileName: null));
            }
        }
    }
}
