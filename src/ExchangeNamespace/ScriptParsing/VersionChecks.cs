using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Scripts;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>
/// Finds commands that run only where the script has asked which PowerShell it runs in. It says nothing about syntax, which the parser must
/// read before any question is asked.
/// </summary>
internal sealed class VersionChecks(SafeText harmless)
{
    private static readonly string[] Variables = ["PSVersionTable", "PSEdition", "IsCoreCLR"];

    private readonly Dictionary<Ast, bool> _known = [];

    /// <summary>Whether a command stands in a branch of a question about the version of PowerShell.</summary>
    public bool IsInside(CommandAst command)
    {
        for (Ast? inner = command, outer = command.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IfStatementAst choice && choice.Clauses.Any(c => c.Item1 != inner && Asks(c.Item1)))
            {
                return true;
            }

            if (outer is SwitchStatementAst { Condition: { } condition } && condition != inner && Asks(condition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asked once for each condition, because many commands may stand behind one.</summary>
    private bool Asks(Ast condition)
    {
        if (!_known.TryGetValue(condition, out bool asks))
        {
            asks = condition.Find(IsVersion, searchNestedScriptBlocks: false) is not null;
            _known.Add(condition, asks);
        }

        return asks;
    }

    private bool IsVersion(Ast ast) => ast is VariableExpressionAst variable
        && Variables.Contains(Name(harmless.Restore(variable.VariablePath.UserPath)), StringComparer.OrdinalIgnoreCase);

    private static string Name(string path) => path.Substring(path.IndexOf(':') + 1);
}
