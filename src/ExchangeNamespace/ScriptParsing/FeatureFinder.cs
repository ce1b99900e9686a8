using System;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>
/// Recognises the pieces of the language that not every PowerShell reads. Kinds that 5.1 does not know are compared by name.
/// </summary>
internal static class FeatureFinder
{
    private static readonly string[] FilterParameters = ["FilterScript", "InputObject", "Begin", "Process", "End", "RemainingScripts",
        "Verbose", "Debug", "ErrorAction", "ErrorVariable", "OutVariable", "OutBuffer"];

    /// <summary>The piece that a token is; null for anything older.</summary>
    public static ShellFeature? Of(Token token, Token? before) => token.Kind switch
    {
        TokenKind.Comment when token.Text.StartsWith("<#", StringComparison.Ordinal) => ShellFeature.BlockComment,
        TokenKind.AndAnd or TokenKind.OrOr => ShellFeature.PipelineChain,
        TokenKind.Pipe when before is { Kind: TokenKind.NewLine } => ShellFeature.PipelineChain,
        TokenKind.Generic when token.Text == "--%" => ShellFeature.StopParsing,
        TokenKind.NewLine or TokenKind.EndOfInput when before is { Kind: TokenKind.Ampersand } => ShellFeature.BackgroundOperator,
        _ => token.Kind.ToString() is "QuestionDot" or "QuestionLBracket" ? ShellFeature.NullConditional : null,
    };

    /// <summary>The piece that a node is; null for anything older.</summary>
    public static ShellFeature? Of(Ast ast) => ast switch
    {
        TryStatementAst => ShellFeature.TryCatch,
        DataStatementAst => ShellFeature.DataSection,
        TypeDefinitionAst => ShellFeature.TypeDefinition,
        AttributeAst => ShellFeature.CmdletBinding,
        VariableExpressionAst variable => OfVariable(variable),
        BinaryExpressionAst binary => OfOperator(binary.Operator),
        AssignmentStatementAst assignment => OfOperator(assignment.Operator),
        UnaryExpressionAst unary => OfOperator(unary.TokenKind),
        ConvertExpressionAst { Child: HashtableAst } cast => cast.Type.TypeName.Name.ToUpperInvariant() switch
        {
            "ORDERED" => ShellFeature.OrderedTable,
            "PSCUSTOMOBJECT" => ShellFeature.CustomObjectTable,
            _ => null,
        },
        InvokeMemberExpressionAst { Member: StringConstantExpressionAst member } call => OfCall(call.Static, member.Value),
        RedirectionAst redirection => OfStream(redirection.FromStream),
        CommandAst command => OfCommand(command),
        _ => ast.GetType().Name == "TernaryExpressionAst" ? ShellFeature.Ternary : null,
    };

    private static ShellFeature? OfVariable(VariableExpressionAst variable) => variable.Splatted ? ShellFeature.Splatting
        : string.Equals(variable.VariablePath.UserPath, "PSItem", StringComparison.OrdinalIgnoreCase) ? ShellFeature.PSItemVariable
        : null;

    private static ShellFeature? OfOperator(TokenKind kind) => kind switch
    {
        TokenKind.Join or TokenKind.Isplit or TokenKind.Csplit => ShellFeature.JoinSplitOperator,
        TokenKind.Iin or TokenKind.Cin or TokenKind.Inotin or TokenKind.Cnotin => ShellFeature.InOperator,
        TokenKind.Shl or TokenKind.Shr => ShellFeature.BitShiftOperator,
        _ => kind.ToString() is "QuestionQuestion" or "QuestionQuestionEquals" ? ShellFeature.NullCoalescing : null,
    };

    private static ShellFeature? OfCall(bool isStatic, string member) => member.ToUpperInvariant() switch
    {
        "NEW" when isStatic => ShellFeature.NewMethod,
        "FOREACH" or "WHERE" when !isStatic => ShellFeature.MethodOnCollection,
        _ => null,
    };

    private static ShellFeature? OfStream(RedirectionStream stream) => stream switch
    {
        RedirectionStream.Output or RedirectionStream.Error => null,
        RedirectionStream.Information => ShellFeature.InformationRedirection,
        _ => ShellFeature.StreamRedirection,
    };

    private static ShellFeature? OfCommand(CommandAst command)
    {
        string name = command.GetCommandName()?.ToUpperInvariant() ?? string.Empty;
        bool isWhere = name is "WHERE-OBJECT" or "WHERE" or "?";
        bool isForEach = name is "FOREACH-OBJECT" or "FOREACH" or "%";
        if (!isWhere && !isForEach)
        {
            return null;
        }

        bool isNew = command.CommandElements.Skip(1).Any(e => e is CommandParameterAst parameter
            ? !FilterParameters.Any(f => f.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase))
            : e is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } && e == command.CommandElements[1]);
        return !isNew ? null : isWhere ? ShellFeature.SimpleWhere : ShellFeature.SimpleForEach;
    }
}
