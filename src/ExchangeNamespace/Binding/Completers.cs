using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Binding;

/// <summary>Completes Exchange versions.</summary>
public sealed class ExchangeVersionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(ExchangeVersionReader.CommonTexts, wordToComplete);
}

/// <summary>Completes client-access services.</summary>
public sealed class ClientServiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(ClientService)), wordToComplete);
}

/// <summary>Completes certificate services.</summary>
public sealed class CertificateServiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(CertificateService)), wordToComplete);
}

/// <summary>Completes the ways in which names leave a certificate.</summary>
public sealed class NameWayCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(NameWays.All.Select(w => w.ToString()), wordToComplete);
}

/// <summary>Completes DNS models.</summary>
public sealed class DnsModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Matching(Enum.GetNames(typeof(DnsModel)).Prepend("Auto"), wordToComplete);
}

/// <summary>Words that begin with what has been typed.</summary>
internal static class Words
{
    public static IEnumerable<CompletionResult> Matching(IEnumerable<string> words, string typed)
    {
        string start = (typed ?? string.Empty).Trim('\'', '"');
        return words.Where(w => w.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(w => new CompletionResult(w));
    }
}
