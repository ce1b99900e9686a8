using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison;

/// <summary>What a row of a comparison comes to.</summary>
internal static class SettingSummary
{
    /// <summary>The rule behind a row without a finding, where it is not that services carry names (S13).</summary>
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["SCP"] = "S3",
        ["Certificate"] = "S8",
        ["OutlookProvider"] = "S8",
        ["ClientAccessArray"] = "S29",
        ["ExternalHost"] = "S2",
        ["Organization"] = "S13",
        ["SendConnector"] = "S46",
        ["ReceiveConnector"] = "S46",
    };

    private const string Lines = "Run the lines of Export-VirtualDirectoryScript -CurrentState.";

    private const string NotCaptured = "The setting, or what it is judged by, was not captured, so it was not compared.";

    private const string Capture = "Capture the state again with the script of Export-StateCaptureScript.";

    public static string RuleOf(string service) => Rules.TryGetValue(service, out string? other) ? other : "S13";

    public static CheckSummary Of(SettingVerdict verdict, string rule, string planned, string current, Finding? finding)
    {
        CheckSummary own = verdict switch
        {
            SettingVerdict.Equal => CheckSummary.Passed("The setting is as planned."),
            SettingVerdict.Irrelevant => CheckSummary.Passed("The difference has no effect on clients."),
            SettingVerdict.Differs => CheckSummary.Failed($"Planned is {planned}, captured is {current}.", Lines, rule),
            SettingVerdict.Missing => CheckSummary.Failed($"Planned is {planned}, and the server has no value.", Lines, rule),
            SettingVerdict.Extra => CheckSummary.Failed($"The server has {current}, which is not planned.", Lines, rule),
            SettingVerdict.Unknown => CheckSummary.Unknown(NotCaptured, Capture, rule),
            _ => throw ClosedSet.Outside(verdict),
        };
        return finding is null ? own : CheckSummary.Of([finding], own.Outcome == CheckOutcome.Passed ? own : own.In(finding));
    }
}
