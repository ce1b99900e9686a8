using System;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A quoted text is one argument with exactly that value, for the parser of PowerShell.</summary>
internal static class LiteralTarget
{
    public static void Read(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (!PowerShellLiteral.CanQuote(text))
        {
            return;
        }

        foreach (LiteralForm form in Enum.GetValues<LiteralForm>())
        {
            string literal = PowerShellLiteral.Quote(text, form);
            ScriptBlockAst script = Parser.ParseInput("Set-It -Value " + literal, out _, out ParseError[] errors);
            Must.Hold(errors.Length == 0 && literal.All(c => c is >= ' ' and <= '~'), "No literal: " + literal);
            CommandAst? command = script.EndBlock.Statements is [PipelineAst { PipelineElements: [CommandAst one] }] ? one : null;
            Must.Hold(command?.CommandElements.Count == 3, "More than one argument: " + literal);
            Must.Hold(Value(command!.CommandElements[2]) is not { } value || value == text, "Another value: " + literal);
        }
    }

    /// <summary>The constant that an argument is; null where the engine has to work it out.</summary>
    private static string? Value(CommandElementAst argument) => argument switch
    {
        StringConstantExpressionAst constant => constant.Value,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Value(inner.Expression),
        _ => null,
    };
}
