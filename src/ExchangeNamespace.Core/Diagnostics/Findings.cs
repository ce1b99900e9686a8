using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Diagnostics;

/// <summary>Makes findings of each severity. The codes stand with their subjects: plan, certificate requests, clusters, tunnels.</summary>
internal static class Findings
{
    public static Finding Information(string code, string subject, string message, string remedy, string rule, params string[] values) =>
        Create(FindingSeverity.Information, code, subject, message, remedy, rule, values);

    public static Finding Warning(string code, string subject, string message, string remedy, string rule, params string[] values) =>
        Create(FindingSeverity.Warning, code, subject, message, remedy, rule, values);

    public static Finding Error(string code, string subject, string message, string remedy, string rule, params string[] values) =>
        Create(FindingSeverity.Error, code, subject, message, remedy, rule, values);

    /// <summary>A warning about servers: its subject names the first of them, <see cref="Finding.Servers"/> all.</summary>
    public static Finding Warning(string code, IReadOnlyList<string> servers, string message, string remedy, string rule,
        params string[] values) => new()
    {
        Code = code,
        Severity = FindingSeverity.Warning,
        Subject = NameList.Describe(servers),
        Message = message,
        Remedy = remedy,
        Rule = rule,
        Values = values,
        Servers = servers,
    };

    private static Finding Create(FindingSeverity severity, string code, string subject, string message, string remedy, string rule,
        string[] values) => new()
    {
        Code = code,
        Severity = severity,
        Subject = subject,
        Message = message,
        Remedy = remedy,
        Rule = rule,
        Values = values,
    };
}
