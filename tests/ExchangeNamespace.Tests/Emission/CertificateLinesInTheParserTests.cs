using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Certificates;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>The engine's own parser reads each line of a certificate as one statement with the commands and values meant.</summary>
public class CertificateLinesInTheParserTests
{
    private static readonly string[] Versions = ["2007RTM", "2007SP1", "2010", "2013", "2016CU20", "2016CU23", "2019CU11", "2019CU12", "SE"];

    private static readonly IReadOnlyList<NamespacePlan> Plans =
    [
        .. Versions.Select(v => CertificatePlans.Plan(v, ("MailHost", "smtp.contoso.com"), ("ReverseProxy", "SharedCertificate"), ("CertificateName", new object[] { "*.fabrikam.com" }))),
        .. Versions.Select(v => CertificatePlans.Plan(v, ("CertificateAuthority", "SelfSigned"))),
    ];

    [Fact]
    public void Hostile_values_stay_the_values_of_one_statement() => Gen.Select(Hostile.OneLine, Gen.Int[0, Plans.Count - 1], Gen.Bool).Sample((value, index, complete) =>
    {
        string file = string.Concat(value.Where(c => !"/\\:*?\"<>|[]".Contains(c, StringComparison.Ordinal))).Trim() + "_";
        CertificateRequestInput input = new()
        {
            Country = "US",
            StateOrProvince = value,
            Organization = value.Length <= 60 ? value : null,
            FriendlyName = value.Length <= 60 ? value : null,
            RequestPath = "C:\\x\\" + file,
            CertificatePath = "\\\\s\\x\\" + file,
            Complete = complete,
        };
        foreach (ExchangeCommand command in CertificatePlans.Make(Plans[index], input).Requests.SelectMany(r => r.Commands)
            .Where(c => c.Parameters.All(p => p.Name is not ("Thumbprint" or "Password"))))
        {
            Check(command, input);
        }
    });

    [Fact]
    public void A_comment_above_a_line_holds_no_statement()
    {
        foreach (NamespacePlan plan in Plans)
        {
            string[] comments = [.. CertificatePlans.Lines(plan, new CertificateRequestInput { Complete = true }).Where(l => l.StartsWith('#'))];
            Assert.NotEmpty(comments);
            Assert.All(comments, c => Assert.Empty(Statements(c)));
        }
    }

    private static void Check(ExchangeCommand command, CertificateRequestInput input)
    {
        string line = command.ToString();
        Assert.All(line, c => Assert.InRange(c, ' ', '~'));
        Assert.Equal(command.IsByHand, Statements(line).Count == 0);
        StatementAst statement = Assert.Single(Statements(command.IsByHand ? line["# ".Length..] : line));
        List<CommandAst> commands = [.. statement.FindAll(a => a is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Where(c => c.GetCommandName() != "Read-Host")];
        List<ExchangeCommand> expected = command.PipeTo is null ? [command] : [command, command.PipeTo];
        Assert.Equal(expected.Select(c => c.Name), commands.Select(c => c.GetCommandName()));
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Parameters.Select(p => p.Name), commands[i].CommandElements.OfType<CommandParameterAst>().Select(p => p.ParameterName));
        }

        Dictionary<string, object?> arguments = Arguments(commands[0]);
        if (arguments.TryGetValue("SubjectName", out object? subject))
        {
            Assert.Contains("S=" + X500Literal.Quote(input.StateOrProvince!), Assert.IsType<string>(subject));
            Assert.Equal(input.FriendlyName, arguments.GetValueOrDefault("FriendlyName"));
        }

        string[] files = [input.RequestPath!, input.CertificatePath!];
        object? path = arguments.GetValueOrDefault("Path") ?? arguments.GetValueOrDefault("RequestFile") ?? arguments.GetValueOrDefault("FileData") ?? OutputFile(statement);
        if (command.Name != "iisreset" && (command.Parameters[0].Name == "GenerateRequest" || command.PipeTo is not null))
        {
            Assert.Contains(Assert.IsType<string>(path), files);
        }
    }

    private static string? OutputFile(StatementAst statement) =>
        statement.Find(a => a is InvokeMemberExpressionAst { Member: StringConstantExpressionAst { Value: "WriteAllBytes" } }, searchNestedScriptBlocks: true) is InvokeMemberExpressionAst call
            ? (string?)Value(call.Arguments[0])
            : null;

    private static Dictionary<string, object?> Arguments(CommandAst command)
    {
        Dictionary<string, object?> arguments = [];
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            var parameter = (CommandParameterAst)command.CommandElements[i];
            ExpressionAst? argument = parameter.Argument;
            if (argument is null && i + 1 < command.CommandElements.Count && command.CommandElements[i + 1] is ExpressionAst next)
            {
                argument = next;
                i++;
            }

            arguments.Add(parameter.ParameterName, argument is null ? true : Value(argument));
        }

        return arguments;
    }

    // Evaluates the few shapes that lines consist of; any other shape fails the test.
    private static object? Value(ExpressionAst expression) => expression switch
    {
        StringConstantExpressionAst text => text.Value,
        ConstantExpressionAst constant => constant.Value,
        VariableExpressionAst variable => variable.VariablePath.UserPath,
        ArrayLiteralAst list => list.Elements.Select(Value).ToArray(),
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Value(inner.Expression),
        BinaryExpressionAst { Operator: TokenKind.Plus } sum => string.Concat(Value(sum.Left), Value(sum.Right)),
        ConvertExpressionAst { Type.TypeName.FullName: "char" } code => ((char)(int)Value(code.Child)!).ToString(),
        InvokeMemberExpressionAst { Member: StringConstantExpressionAst { Value: "ReadAllBytes" }, Arguments: [{ } path] } => Value(path),
        _ => throw new InvalidOperationException("Unexpected in a line: " + expression),
    };

    private static IReadOnlyList<StatementAst> Statements(string line)
    {
        ScriptBlockAst script = Parser.ParseInput(line, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return script.EndBlock.Statements;
    }
}
