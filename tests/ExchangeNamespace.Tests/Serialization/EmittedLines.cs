using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Reads the lines of a plan as PowerShell does: each is one known command that names each parameter once and computes nothing.</summary>
internal sealed class EmittedLines
{
    private static readonly HashSet<string> Cmdlets = [.. ServiceCatalog.Default.Dialects.Select(d => d.Cmdlet), "Set-OutlookProvider"];

    private readonly HashSet<string> _seen = [];

    public void Check(NamespacePlan plan)
    {
        foreach (ExchangeCommand command in CommandBuilder.Build(plan, new CommandSelection()))
        {
            string line = command.ToString();
            if (_seen.Add(line))
            {
                Check(line);
            }
        }
    }

    private static void Check(string line)
    {
        Assert.DoesNotContain(line, c => c is < ' ' or > '~');
        ScriptBlockAst script = Parser.ParseInput(line, out _, out ParseError[] errors);
        Assert.True(errors.Length == 0, line);
        PipelineAst pipeline = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        CommandAst command = Assert.IsType<CommandAst>(Assert.Single(pipeline.PipelineElements));
        Assert.Contains(command.GetCommandName(), Cmdlets);
        Assert.Equal(script.Extent.Text.Length, command.Extent.Text.Length);

        string[] parameters = [.. command.CommandElements.OfType<CommandParameterAst>().Select(p => p.ParameterName.ToUpperInvariant())];
        Assert.Equal(parameters.Distinct(), parameters);
        Assert.Empty(script.FindAll(Computes, searchNestedScriptBlocks: true));
    }

    private static bool Computes(Ast ast) =>
        ast is SubExpressionAst or ScriptBlockExpressionAst or MemberExpressionAst or ExpandableStringExpressionAst or RedirectionAst
        || ast is VariableExpressionAst { VariablePath.UserPath: not ("true" or "True" or "false" or "False" or "null") }
        || ast is TypeConstraintAst { TypeName.FullName: not "char" };
}
