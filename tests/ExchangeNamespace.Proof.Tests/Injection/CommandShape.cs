using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Proof.Support;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>
/// What a line does, without its values: the commands, variables, types and members that it names. A value that stays a value changes
/// none of them.
/// </summary>
internal static class CommandShape
{
    /// <summary>What a line names; nothing for a comment.</summary>
    public static IReadOnlyList<string> Of(string line)
    {
        LineProof.AssertPrintable(line);
        ScriptBlockAst ast = Parser.ParseInput(line, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new NotOneCommandException(line, "Parse error: " + errors[0].Message);
        }

        return ast.EndBlock.Statements.Count <= 1 && ast.ScriptRequirements is null && ast.ParamBlock is null
            ? [.. ast.FindAll(_ => true, searchNestedScriptBlocks: true).Select(Name).Where(n => n.Length > 0)]
            : throw new NotOneCommandException(line, "More than one statement.");
    }

    private static string Name(Ast part) => part switch
    {
        CommandAst command => "command " + command.GetCommandName(),
        CommandParameterAst parameter => "parameter " + parameter.ParameterName,
        VariableExpressionAst variable => "variable " + variable.VariablePath.UserPath,
        ConvertExpressionAst { Type.TypeName.Name: "char", Child: ConstantExpressionAst { Value: int } } => string.Empty,
        TypeExpressionAst type => "type " + type.TypeName.Name,
        MemberExpressionAst member => "member " + member.Member.Extent.Text,
        AssignmentStatementAst assignment => "assignment to " + assignment.Left.Extent.Text,
        ConvertExpressionAst or SubExpressionAst or ExpandableStringExpressionAst or ScriptBlockExpressionAst or RedirectionAst => part.GetType().Name + " " + (part is ConvertExpressionAst or ScriptBlockExpressionAst or SubExpressionAst ? string.Empty : part.Extent.Text),
        _ => string.Empty,
    };
}
