using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;

namespace ExchangeNamespace.Proof.Support;

/// <summary>A line was not read as what it should be.</summary>
internal sealed class NotOneCommandException(string text, string why) : Exception(why + "\n" + text);

/// <summary>One argument as the real parser reads it: null, a Boolean, or one or more texts.</summary>
internal sealed record ParsedArgument(string Parameter, object? Value);

/// <summary>
/// One command as the real parser reads it. Nothing is run: a value is a constant, a list of constants, or a sum of texts and
/// <c>[char]</c> codes; everything else is refused.
/// </summary>
internal sealed record ParsedCommand(string Text, string Name, IReadOnlyList<ParsedArgument> Arguments)
{
    /// <summary>A switch that is on.</summary>
    public static readonly object On = new();

    /// <summary>Reads a text that must be exactly one command.</summary>
    public static ParsedCommand Read(string line) => ReadScript(line) is [var only]
        ? only
        : throw new NotOneCommandException(line, "Not exactly one statement.");

    /// <summary>Reads a script that must consist of commands and comments only.</summary>
    public static IReadOnlyList<ParsedCommand> ReadScript(string script)
    {
        ScriptBlockAst ast = Parser.ParseInput(script, out Token[] tokens, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new NotOneCommandException(script, "Parse error: " + errors[0].Message);
        }

        bool plain = ast is { ParamBlock: null, BeginBlock: null, ProcessBlock: null, DynamicParamBlock: null, ScriptRequirements: null, EndBlock.Unnamed: true }
            && ast.UsingStatements.Count == 0 && ast.Attributes.Count == 0 && (ast.EndBlock.Traps?.Count ?? 0) == 0
            && !tokens.Any(t => t.Kind == TokenKind.Semi);
        return plain
            ? [.. ast.EndBlock.Statements.Select(statement => Command(statement, script))]
            : throw new NotOneCommandException(script, "More than commands.");
    }

    private static ParsedCommand Command(StatementAst statement, string script)
    {
        if (statement is not PipelineAst { Background: false, PipelineElements: [CommandAst { InvocationOperator: TokenKind.Unknown, Redirections.Count: 0 } command] }
            || command.CommandElements[0] is not StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } name)
        {
            throw new NotOneCommandException(script, "Not one plain command.");
        }

        List<ParsedArgument> arguments = [];
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is not CommandParameterAst parameter)
            {
                throw new NotOneCommandException(script, "An argument without a name: " + command.CommandElements[i].Extent.Text);
            }

            ExpressionAst? value = parameter.Argument ?? (i + 1 < command.CommandElements.Count ? command.CommandElements[i + 1] as ExpressionAst : null);
            if (parameter.Argument is null && value is not null)
            {
                i++;
            }

            arguments.Add(new ParsedArgument(parameter.ParameterName, value is null ? On : Value(value, script)));
        }

        return new ParsedCommand(command.Extent.Text, name.Value, arguments);
    }

    private static object? Value(ExpressionAst expression, string script) => expression switch
    {
        VariableExpressionAst { Splatted: false } variable => variable.VariablePath.UserPath.ToUpperInvariant() switch
        {
            "NULL" => null,
            "TRUE" => true,
            "FALSE" => false,
            _ => throw new NotOneCommandException(script, "A variable: " + variable.Extent.Text),
        },
        ArrayLiteralAst list => list.Elements.Select(e => Constant(e, script)).ToArray(),
        _ => new[] { Constant(expression, script) },
    };

    private static string Constant(ExpressionAst expression, string script) => expression switch
    {
        StringConstantExpressionAst text => text.Value,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } inner] } } => Sum(inner.Expression, script),
        _ => throw new NotOneCommandException(script, "Not a constant text: " + expression.Extent.Text + " (" + expression.GetType().Name + ")"),
    };

    private static string Sum(ExpressionAst expression, string script) => expression switch
    {
        BinaryExpressionAst { Operator: TokenKind.Plus, Right: ConvertExpressionAst { Type.TypeName.Name: "char", Child: ConstantExpressionAst { Value: int code } } } sum =>
            Sum(sum.Left, script) + (char)code,
        BinaryExpressionAst { Operator: TokenKind.Plus, Right: StringConstantExpressionAst text } sum => Sum(sum.Left, script) + text.Value,
        BinaryExpressionAst { Operator: TokenKind.Plus, Right: ParenExpressionAst parts } sum => Sum(sum.Left, script) + Constant(parts, script),
        StringConstantExpressionAst first => first.Value,
        ParenExpressionAst parts => Constant(parts, script),
        _ => throw new NotOneCommandException(script, "Not a sum of texts and character codes: " + expression.Extent.Text),
    };
}
