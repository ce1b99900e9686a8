using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.SplitDns;

/// <summary>The sentences of the findings about split DNS.</summary>
internal static class SplitDnsFindings
{
    public static Finding Failure(Fqdn subject, DnsView view, DnsServerAddress server, DnsAnswerStatus status)
    {
        string who = $"The server {server} of the {Side(view)} view";
        (string code, string message, string remedy) = status switch
        {
            DnsAnswerStatus.Timeout =>
                (SplitDnsFindingCodes.ServerSilent, $"{who} did not answer in time.",
                    "Check that it runs and that no firewall is between, or give a longer -Timeout."),
            DnsAnswerStatus.Unreachable =>
                (SplitDnsFindingCodes.ServerSilent, $"{who} cannot be reached: nothing listens there, or there is no route.",
                    "Check the address and that the service runs."),
            DnsAnswerStatus.ServFail =>
                (SplitDnsFindingCodes.ServerRefuses, $"{who} failed on the question (SERVFAIL).",
                    "Look in its log: a zone that did not load, a forwarder that does not answer, or a signature that is not valid."),
            DnsAnswerStatus.Refused =>
                (SplitDnsFindingCodes.ServerRefuses, $"{who} refuses the question (REFUSED).",
                    "Ask a server that holds the zone or resolves for this machine."),
            DnsAnswerStatus.Lame =>
                (SplitDnsFindingCodes.ServerLame, $"{who} is lame: it refers to others, neither holds the zone nor resolves for others.",
                    "Load the zone there, or take the server out of the list."),
            DnsAnswerStatus.Truncated =>
                (SplitDnsFindingCodes.AnswerUnusable,
                    $"The answer of the server {server} of the {Side(view)} view is cut short, and the whole one could not be had "
                        + "over TCP.", "Open TCP port 53 as well as UDP."),
            DnsAnswerStatus.WrongId =>
                (SplitDnsFindingCodes.AnswerUnusable,
                    $"The answer of the server {server} of the {Side(view)} view belongs to another question.",
                    "A device between may forge or mix up answers: ask the server directly."),
            DnsAnswerStatus.Malformed =>
                (SplitDnsFindingCodes.AnswerUnusable, $"The answer of the server {server} of the {Side(view)} view cannot be read.",
                    "Check what listens on that port and what changes packets on the way."),
            DnsAnswerStatus.Answered or DnsAnswerStatus.NoData or DnsAnswerStatus.NxDomain or DnsAnswerStatus.AliasLoop
                or DnsAnswerStatus.AliasEndless or DnsAnswerStatus.ServerError =>
                (SplitDnsFindingCodes.ServerRefuses, $"{who} reports an error.", "Look in its log."),
            _ => throw ClosedSet.Outside(status),
        };
        return Make(code, FindingSeverity.Warning, subject, message, remedy, "S1");
    }

    public static Finding Error(string code, Fqdn subject, string message, string remedy, string rule, params string[] values) =>
        Make(code, FindingSeverity.Error, subject, message, remedy, rule, values);

    public static Finding Warning(string code, Fqdn subject, string message, string remedy, string rule, params string[] values) =>
        Make(code, FindingSeverity.Warning, subject, message, remedy, rule, values);

    public static Finding Information(string code, Fqdn subject, string message, string remedy, string rule, params string[] values) =>
        Make(code, FindingSeverity.Information, subject, message, remedy, rule, values);

    public static string Side(DnsView view) => view == DnsView.Internal ? "inside" : "outside";

    private static Finding Make(string code, FindingSeverity severity, Fqdn subject, string message, string remedy, string rule,
        IReadOnlyList<string>? values = null) => new()
    {
        Code = code,
        Severity = severity,
        Subject = subject.Value,
        Message = message,
        Remedy = remedy,
        Rule = rule,
        Values = values ?? [],
    };
}
