using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>Holds emitted lines against the parser of PowerShell: each is one command whose arguments are constants.</summary>
internal static class LineCheck
{
    public static void Hold(IEnumerable<ExchangeCommand> commands)
    {
        foreach (string line in commands.Select(c => c.IsByHand ? c.ToString()[2..] : c.ToString()))
        {
            Must.Hold(line.All(c => c is >= ' ' and <= '~'), "Not printable ASCII: " + line);
            ScriptBlockAst script = Parser.ParseInput(line, out _, out ParseError[] errors);
            Must.Hold(errors.Length == 0, "Not a command: " + line);
            Must.Hold(script.EndBlock?.Statements is [PipelineAst { PipelineElements: [CommandAst] }], "More than one command: " + line);
            Must.Hold(script.FindAll(IsForeign, searchNestedScriptBlocks: true).FirstOrDefault() is null, "More than values: " + line);
        }
    }

    /// <summary>What can run or change: a variable other than the constants, a script, a call that is no cast of character codes.</summary>
    private static bool IsForeign(Ast ast) => ast switch
    {
        VariableExpressionAst variable => variable.VariablePath.UserPath.ToLowerInvariant() is not ("true" or "false" or "null"),
        SubExpressionAst or ScriptBlockExpressionAst or InvokeMemberExpressionAst or ExpandableStringExpressionAst => true,
        CommandAst command => command.GetCommandName() is null || command.Redirections.Count > 0,
        _ => false,
    };
}
