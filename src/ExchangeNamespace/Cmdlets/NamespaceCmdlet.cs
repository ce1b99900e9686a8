using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// What every command of the module does alike: faults become error records, findings go to the stream of their severity.
/// </summary>
public abstract class NamespaceCmdlet : StoppableCmdlet
{
    private readonly HashSet<(string Code, string Subject)> _said = [];
    private readonly CheckAnswer _answer = new();

    /// <summary>The version of the module, as its manifest has it.</summary>
    private protected static string ModuleVersion { get; } = typeof(NamespaceCmdlet).Assembly.GetName().Version.ToString(3);

    /// <summary>Whether the user gave a parameter, whatever its value.</summary>
    private protected bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>The day by UTC, which is the same on every computer at a time.</summary>
    private protected static DateTime Today => DateTime.SpecifyKind(DateTime.UtcNow.Date, DateTimeKind.Unspecified);

    /// <summary>The moment that a parameter names, in UTC where it names no zone; now where it was not given.</summary>
    private protected DateTime MomentOrNow(DateTime moment, string parameter) =>
        !Given(parameter) ? DateTime.UtcNow
        : moment.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(moment, DateTimeKind.Utc)
        : moment.ToUniversalTime();

    /// <summary>Takes a result into the answer of -Quiet.</summary>
    /// <returns>Whether the command writes it too: not with -Quiet.</returns>
    private protected bool IsShown(ICheckResult result)
    {
        _answer.Add(result.Outcome);
        return !IsQuiet;
    }

    /// <summary>Says what a check came to that has no result of its own.</summary>
    private protected void HasChecked(CheckOutcome outcome = CheckOutcome.Passed) => _answer.Add(outcome);

    /// <summary>Writes the one answer of -Quiet; the last thing that a command does.</summary>
    private protected void WriteAnswer()
    {
        if (IsQuiet)
        {
            WriteObject(_answer.Holds);
        }
    }

    /// <summary>What was refused was not checked, so that the answer of -Quiet cannot be true.</summary>
    private protected new void WriteError(ErrorRecord error)
    {
        _answer.Refuse();
        base.WriteError(error);
    }

    private bool IsQuiet => this is ICheckCommand { Quiet.IsPresent: true };

    /// <summary>Every warning is shown like every other text of the module.</summary>
    private protected new void WriteWarning(string text) => base.WriteWarning(ShownText.Of(text));

    /// <summary>So is every remark.</summary>
    private protected new void WriteVerbose(string text) => base.WriteVerbose(ShownText.Of(text));

    /// <summary>Texts that are worked out only where the user wants to read them.</summary>
    private protected void WriteVerbose(IEnumerable<string> texts)
    {
        bool isWanted = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? asked)
            ? asked is SwitchParameter { IsPresent: true }
            : GetVariableValue("VerbosePreference") is not ActionPreference.SilentlyContinue and not ActionPreference.Ignore;
        foreach (string text in isWanted ? texts : [])
        {
            WriteVerbose(text);
        }
    }

    private protected void WriteFaults(IEnumerable<InputFault> faults)
    {
        foreach (InputFault fault in faults)
        {
            WriteError(ErrorRecords.Fault(fault));
        }
    }

    /// <summary>
    /// The servers of the plan that were named, by name, full name or with wildcards; null for all. A name or pattern that fits no server
    /// of the plan is an error.
    /// </summary>
    private protected bool SelectServers(NamespacePlan plan, string[]? named, out ISet<string>? servers)
    {
        servers = PlanServers.Select(plan, named, out IReadOnlyList<string> unknown);
        foreach (string name in unknown)
        {
            WriteError(ErrorRecords.ServerNotInPlan(name, plan.Servers.Select(s => s.Name)));
        }

        return unknown.Count == 0;
    }

    /// <summary>Says each finding once, however many results it concerns.</summary>
    private protected void WriteNewFindings(IEnumerable<Finding> findings) =>
        WriteFindings(findings.Where(f => _said.Add((f.Code, f.Subject))));

    private protected void WriteFindings(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            switch (finding.Severity)
            {
                case FindingSeverity.Error:
                    WriteError(ErrorRecords.Finding(finding));
                    break;
                case FindingSeverity.Warning:
                    WriteWarning(TextOf(finding));
                    break;
                case FindingSeverity.Information:
                    WriteInformation(TextOf(finding), [finding.Code]);
                    break;
                default:
                    throw ClosedSet.Outside(finding.Severity);
            }
        }
    }

    private static string TextOf(Finding finding) =>
        $"{finding.Code} {finding.Subject}: {finding.Message} {finding.Remedy}".TrimEnd();
}
