using System.Collections.Generic;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>The arguments of a command as the binder of PowerShell would give them to the parameters.</summary>
internal sealed class CommandBinding(ScriptCommand command, CmdletEntry cmdlet)
{
    public ScriptCommand Command { get; } = command;

    public CmdletEntry Cmdlet { get; } = cmdlet;

    /// <summary>Named parameters with their values; a switch may have none.</summary>
    public Dictionary<CmdletParameter, ScriptValue?> Named { get; } = [];

    /// <summary>Values without a name, in order.</summary>
    public List<ScriptValue> Loose { get; } = [];

    /// <summary>False where an argument is not known: what is missing could be in it.</summary>
    public bool IsComplete { get; set; } = true;
}
