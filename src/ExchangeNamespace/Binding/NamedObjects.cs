using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>
/// The plan and the captured state that a half-typed command would get, where they are in variables. Nothing of the line is run: only a
/// variable that stands by itself is read, before the pipe, behind a parameter for plans or states, or as an argument without a name.
/// </summary>
internal static class NamedObjects
{
    private static readonly string[] Parameters = ["Plan", "State", "CurrentState"];

    public static IReadOnlyList<string> Servers(CommandAst command) => [.. Of(command).SelectMany(o => o switch
    {
        NamespacePlan plan => plan.Servers.Select(s => s.Name),
        ExchangeState state => state.Servers.Select(s => s.Name),
        _ => [],
    })];

    public static IReadOnlyList<string> Sites(CommandAst command) => [.. Of(command).SelectMany(o => o switch
    {
        NamespacePlan plan => plan.Sites.Select(s => s.Name),
        ExchangeState state => state.Servers.Select(s => s.Site.Value ?? string.Empty),
        _ => [],
    })];

    public static IReadOnlyList<string> Thumbprints(CommandAst command) =>
        [.. Of(command).OfType<ExchangeState>().SelectMany(s => s.Certificates).Select(c => c.Thumbprint.Value ?? string.Empty)];

    /// <summary>The machines that carry a certificate of the plan.</summary>
    public static IReadOnlyList<string> Machines(CommandAst command) =>
        [.. Of(command).OfType<NamespacePlan>().SelectMany(p => p.Certificates).SelectMany(c => c.InstallOn)];

    /// <summary>The hosts that have an address in the plan's DNS.</summary>
    public static IReadOnlyList<string> Hosts(CommandAst command) =>
        [.. Of(command).OfType<NamespacePlan>().SelectMany(p => p.DnsRecords)
            .Where(r => r.Type == DnsRecordType.Address).Select(r => r.Name.Value)];

    /// <summary>The names that a client asks for Autodiscover, for each mail domain.</summary>
    public static IReadOnlyList<string> AutodiscoverNames(CommandAst command) => [.. Of(command).SelectMany(o => o switch
    {
        NamespacePlan plan => plan.SmtpDomains.Select(d => d.Value),
        ExchangeState state => MailDomains.Of(state).Names,
        _ => [],
    }).SelectMany(d => new[] { d, AutodiscoverLabels.HostPrefix + d, AutodiscoverLabels.ServicePrefix + d })];

    private static IEnumerable<object> Of(CommandAst? command) => command is null ? [] : Variables(command).Select(Read).OfType<object>();

    private static IEnumerable<VariableExpressionAst> Variables(CommandAst command)
    {
        if (command.Parent is PipelineAst pipeline)
        {
            int place = pipeline.PipelineElements.IndexOf(command);
            if (place > 0 && pipeline.PipelineElements[place - 1] is CommandExpressionAst { Expression: VariableExpressionAst before })
            {
                yield return before;
            }
        }

        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            VariableExpressionAst? variable = command.CommandElements[i] switch
            {
                VariableExpressionAst alone => alone,
                CommandParameterAst { Argument: VariableExpressionAst glued } => glued,
                _ => null,
            };
            CommandParameterAst? parameter = command.CommandElements[i] as CommandParameterAst
                ?? command.CommandElements[i - 1] as CommandParameterAst;
            if (variable is not null
                && (parameter is null || Parameters.Any(p => p.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase))))
            {
                yield return variable;
            }
        }
    }

    private static object? Read(VariableExpressionAst variable)
    {
        if (variable.Splatted || !variable.VariablePath.IsVariable)
        {
            return null;
        }

        try
        {
            object? value = ScriptBlock.Create("$ExecutionContext.SessionState.PSVariable.GetValue($args[0])")
                .InvokeReturnAsIs(variable.VariablePath.UserPath);
            return Bare.Of(value);
        }
        catch (RuntimeException)
        {
            return null;
        }
    }
}
