using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Completes Exchange versions.</summary>
public sealed class ExchangeVersionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(ExchangeVersionReader.CommonTexts, wordToComplete);
}

/// <summary>Completes client-access services.</summary>
public sealed class ClientServiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(ClientService)), wordToComplete);
}

/// <summary>Completes certificate services.</summary>
public sealed class CertificateServiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(CertificateService)), wordToComplete);
}

/// <summary>Completes the ways in which names leave a certificate.</summary>
public sealed class NameWayCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(NameWays.All.Select(w => w.ToString()), wordToComplete);
}

/// <summary>Completes DNS models.</summary>
public sealed class DnsModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(DnsModel)).Prepend("Auto"), wordToComplete);
}

/// <summary>Completes servers of the plan or captured state that is in a variable.</summary>
public sealed class ServerCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingNames(NamedObjects.Servers(commandAst), wordToComplete);
}

/// <summary>Completes sites of the plan or captured state that is in a variable.</summary>
public sealed class SiteCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingNames(NamedObjects.Sites(commandAst), wordToComplete);
}

/// <summary>Completes thumbprints of the captured state that is in a variable.</summary>
public sealed class ThumbprintCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingNames(NamedObjects.Thumbprints(commandAst), wordToComplete);
}

/// <summary>Completes machines with a certificate of the plan that is in a variable.</summary>
public sealed class MachineCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingNames(NamedObjects.Machines(commandAst), wordToComplete);
}

/// <summary>Completes a hashtable by service: one for each service, to be filled in.</summary>
public sealed class ServiceTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(ClientService)).Select(s => $"@{{ {s} = '' }}"), wordToComplete);
}

/// <summary>Completes the hashtable of a site.</summary>
public sealed class SiteTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Words.SiteTables, wordToComplete);
}

/// <summary>
/// Completes a hashtable with what is known of a name of Autodiscover: one for each name that a client asks for the mail domains of the
/// plan or state that is in a variable.
/// </summary>
public sealed class KnownTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingTables(NamedObjects.AutodiscoverNames(commandAst), wordToComplete);
}

/// <summary>Completes a hashtable with an address for each server of the plan that is in a variable, one for each server.</summary>
public sealed class ServerTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingTables(NamedObjects.Servers(commandAst), wordToComplete);
}

/// <summary>Completes a hashtable with an address for each host of the plan that is in a variable, one for each host.</summary>
public sealed class HostTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.MatchingTables(NamedObjects.Hosts(commandAst), wordToComplete);
}

/// <summary>Completes the hashtable of a listener.</summary>
public sealed class ListenerTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(["@{ 443 = '' }"], wordToComplete);
}

/// <summary>Completes hours of the week.</summary>
public sealed class WeeklyHoursCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(["'Sat 20:00-24:00'", "'Sat 22:00-02:00'", "'Mon-Thu 20:00-23:00'", "'Mon-Fri 09:00-17:00'"], wordToComplete);
}

/// <summary>Completes a hashtable by phase of a migration: one for each phase, to be filled in.</summary>
public sealed class PhaseTableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(MigrationPhase)).Select(p => $"@{{ {p} = '1:00' }}"), wordToComplete);
}

/// <summary>Completes yes and no.</summary>
public sealed class BooleanCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(["$true", "$false"], wordToComplete);
}

/// <summary>Completes nothing: the parameter takes no file, and without an answer PowerShell would offer the files of the folder.</summary>
public sealed class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching([], wordToComplete);
}

/// <summary>Words that begin with what has been typed.</summary>
internal static class Words
{
    /// <summary>What a site can state, as a table to be filled in.</summary>
    public static readonly IReadOnlyList<string> SiteTables =
        ["@{ Name = ''; ExternalHost = '' }", "@{ Name = ''; InternalHost = '' }", "@{ Name = ''; InternetFacing = $false }"];

    /// <summary>The words; where none fits, what was typed, because PowerShell takes an empty answer as leave to offer files.</summary>
    public static IEnumerable<CompletionResult> Matching(IEnumerable<string> words, string typed) => Matching(words, typed, w => w);

    /// <summary>
    /// Names of a plan or state, each once. They are text of others and stand in the line as literals; what no line can carry is left out.
    /// </summary>
    public static IEnumerable<CompletionResult> MatchingNames(IEnumerable<string> names, string typed) => Matching(
        names.Where(n => n.Length > 0 && PowerShellLiteral.CanQuote(n)).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase),
        typed,
        n => PowerShellLiteral.Quote(n, LiteralForm.Bare));

    /// <summary>A table for each name, its value to be filled in.</summary>
    public static IEnumerable<CompletionResult> MatchingTables(IEnumerable<string> names, string typed) => Matching(
        names.Where(n => n.Length > 0 && PowerShellLiteral.CanQuote(n)).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Select(n => $"@{{ {PowerShellLiteral.Quote(n, LiteralForm.SingleQuoted)} = '' }}"),
        typed);

    private static IEnumerable<CompletionResult> Matching(IEnumerable<string> words, string typed, Func<string, string> print)
    {
        string start = (typed ?? string.Empty).Trim('\'', '"');
        CompletionResult[] found =
        [
            .. words.Where(w => w.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .Select(w => new CompletionResult(print(w), ShownText.Of(w), CompletionResultType.ParameterValue, ShownText.Of(w))),
        ];
        return found.Length > 0 ? found : [new CompletionResult(string.IsNullOrEmpty(typed) ? " " : typed)];
    }
}
