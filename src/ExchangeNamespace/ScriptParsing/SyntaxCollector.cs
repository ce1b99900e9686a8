using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Scripts;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>Puts what one stretch of a script says into the model.</summary>
internal sealed class SyntaxCollector(ScriptModel model, SafeText harmless, int offset)
{
    private const string TooDeep = "ScriptTooComplicated";

    /// <summary>Whether a type exists depends on what is loaded where the script is read, and says nothing about where it runs.</summary>
    private static readonly string[] AboutTypes = ["TypeNotFound", "CustomAttributeTypeNotFound", "AmbiguousTypeReference"];

    private static readonly Dictionary<string, ShellFeature> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["using"] = ShellFeature.UsingStatement,
        ["configuration"] = ShellFeature.Configuration,
        ["workflow"] = ShellFeature.Workflow,
    };

    private readonly VersionChecks _checks = new(harmless);

    public void Collect(ScriptBlockAst tree, Token[] tokens, IReadOnlyList<ParseError> errors)
    {
        foreach (ParseError error in errors.Where(e => !AboutTypes.Contains(e.ErrorId)))
        {
            model.Faults.Add(error.ErrorId == TooDeep
                ? new ScriptFault(ScriptFaultKind.NotAnalysed, Span(error.Extent), "A statement is too deep to be read.")
                : new ScriptFault(ScriptFaultKind.Syntax, Span(error.Extent), harmless.Restore(error.Message)));
        }

        CollectTokens(tokens);
        if (errors.All(e => e.ErrorId != TooDeep))
        {
            tree.Find(Visit, searchNestedScriptBlocks: true);
        }
    }

    private void CollectTokens(IEnumerable<Token> tokens)
    {
        Token? last = null;
        foreach (Token token in tokens)
        {
            model.Marks.AddRange(Typography.Marks(token, offset));
            if (FeatureFinder.Of(token, last) is { } feature)
            {
                model.Features.Add(new ScriptFeature(feature, Span(token.Extent)));
            }

            if (token is StringExpandableToken { NestedTokens: { } nested })
            {
                CollectTokens(nested);
            }

            last = token;
        }
    }

    private bool Visit(Ast ast)
    {
        if (FeatureFinder.Of(ast) is { } feature)
        {
            model.Features.Add(new ScriptFeature(feature, Span(ast.Extent)));
        }

        switch (ast)
        {
            case VariableExpressionAst { VariablePath: { IsDriveQualified: true } path } when IsUsing(path.DriveName):
                model.Features.Add(new ScriptFeature(ShellFeature.UsingVariable, Span(ast.Extent)));
                break;
            case FunctionDefinitionAst function:
                model.OwnCommands.Add(harmless.Restore(function.Name.Substring(function.Name.IndexOf(':') + 1)));
                break;
            case CommandAst command:
                AddCommand(command);
                break;
            default:
                break;
        }

        return false;
    }

    private void AddCommand(CommandAst command)
    {
        if (command.CommandElements[0] is not StringConstantExpressionAst name)
        {
            return;
        }

        TextSpan nameSpan = Span(name.Extent);
        string text = harmless.Restore(name.Value);
        bool hasInput = command.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != command;
        if (!hasInput && IsBareStatement(command, name) && Keywords.TryGetValue(text, out ShellFeature keyword))
        {
            model.Features.Add(new ScriptFeature(keyword, nameSpan));
            return;
        }

        List<ScriptArgument> arguments = [.. command.CommandElements.Skip(1).Select(Argument)];
        model.Commands.Add(new ScriptCommand(text, nameSpan, Span(command.Extent), arguments, hasInput)
        {
            IsVersionChecked = _checks.IsInside(command),
        });
        model.StrayBackticks.AddRange(command.CommandElements.Skip(1).Select(StrayBacktick).OfType<TextSpan>());
        if (text.Equals("Set-Alias", StringComparison.OrdinalIgnoreCase) || text.Equals("New-Alias", StringComparison.OrdinalIgnoreCase))
        {
            int first = arguments.FindIndex(a => a.Parameter is null && a.Value?.Single is { Kind: ScriptValueKind.Text });
            if (first >= 0)
            {
                model.OwnCommands.Add(arguments[first].Value!.Single!.Text);
            }
        }
    }

    /// <summary>
    /// A backtick of a value without quotes before the end of a line, or of a variable before a parameter. Else it is meant.
    /// </summary>
    private TextSpan? StrayBacktick(CommandElementAst element)
    {
        if (element is not (StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord }
            or ExpandableStringExpressionAst { StringConstantType: StringConstantType.BareWord }))
        {
            return null;
        }

        TextSpan span = Span(element.Extent);
        for (int i = span.Start; i + 1 < span.End; i++)
        {
            if (model.Text[i] != '`')
            {
                continue;
            }

            bool isBeforeParameter = element is ExpandableStringExpressionAst && model.Text[i + 1] == ' '
                && i + 3 < span.End && model.Text[i + 2] == '-' && char.IsLetter(model.Text[i + 3]);
            if (isBeforeParameter || model.Text[i + 1] is '\r' or '\n')
            {
                return new TextSpan(i, i + 2);
            }

            i++;
        }

        return null;
    }

    private bool IsUsing(string drive) => harmless.Restore(drive).Equals("using", StringComparison.OrdinalIgnoreCase);

    private static bool IsBareStatement(CommandAst command, StringConstantExpressionAst name) =>
        command.InvocationOperator == TokenKind.Unknown && name.StringConstantType == StringConstantType.BareWord;

    private ScriptArgument Argument(CommandElementAst element) => element switch
    {
        CommandParameterAst parameter => new ScriptArgument(Span(parameter.Extent))
        {
            Parameter = harmless.Restore(parameter.ParameterName),
            NameSpan = new TextSpan(Span(parameter.Extent).Start + 1, Span(parameter.Extent).Start + 1 + parameter.ParameterName.Length),
            Value = parameter.Argument is null ? null : Value(parameter.Argument),
        },
        VariableExpressionAst { Splatted: true } splat => new ScriptArgument(Span(splat.Extent)) { IsSplat = true },
        ExpressionAst value => new ScriptArgument(Span(value.Extent)) { Value = Value(value) },
        _ => new ScriptArgument(Span(element.Extent)) {
            Value = new ScriptValue([new ScriptItem(ScriptValueKind.Unknown, string.Empty, Span(element.Extent), false)],
                Span(element.Extent)) },
    };

    private ScriptValue Value(ExpressionAst expression) => new(
        expression is ArrayLiteralAst list ? [.. list.Elements.Select(Item)] : [Item(expression)], Span(expression.Extent));

    private ScriptItem Item(ExpressionAst expression)
    {
        (ScriptValueKind kind, string text) = expression switch
        {
            StringConstantExpressionAst constant => (ScriptValueKind.Text, harmless.Restore(constant.Value)),
            ConstantExpressionAst number => (ScriptValueKind.Number, number.Extent.Text),
            VariableExpressionAst { Splatted: false } variable => variable.VariablePath.UserPath.ToUpperInvariant() switch
            {
                "NULL" => (ScriptValueKind.Null, string.Empty),
                "TRUE" or "FALSE" => (ScriptValueKind.Boolean, string.Empty),
                _ => (ScriptValueKind.Unknown, string.Empty),
            },
            ParenExpressionAst => (ScriptValueKind.Parentheses, string.Empty),
            ScriptBlockExpressionAst => (ScriptValueKind.ScriptBlock, string.Empty),
            _ => (ScriptValueKind.Unknown, string.Empty),
        };
        return new ScriptItem(kind, text, Span(expression.Extent),
            expression is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord });
    }

    // Some faults at the end of a text lie behind it.
    private TextSpan Span(IScriptExtent extent) =>
        new(Math.Min(offset + extent.StartOffset, model.Text.Length), Math.Min(offset + extent.EndOffset, model.Text.Length));
}
