using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What every command of the module does alike: faults become error records, findings go to the stream of their severity.</summary>
public abstract class NamespaceCmdlet : PSCmdlet
{
    private readonly HashSet<(string Code, string Subject)> _said = [];

    /// <summary>The version of the module, as its manifest has it.</summary>
    private protected static string ModuleVersion { get; } = typeof(NamespaceCmdlet).Assembly.GetName().Version.ToString(3);

    /// <summary>Whether the user gave a parameter, whatever its value.</summary>
    private protected bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>The moment that a parameter names, in UTC where it names no zone; now where it was not given.</summary>
    private protected DateTime MomentOrNow(DateTime moment, string parameter) =>
        !Given(parameter) ? DateTime.UtcNow
        : moment.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(moment, DateTimeKind.Utc)
        : moment.ToUniversalTime();

    private protected void WriteFaults(IEnumerable<InputFault> faults)
    {
        foreach (InputFault fault in faults)
        {
            WriteError(ErrorRecords.Fault(fault));
        }
    }

    /// <summary>The faults of a file. Where it is not JSON there is no value to show, so the file is what the fault is about.</summary>
    private protected static IEnumerable<InputFault> OfFile(string file, IEnumerable<InputFault> faults) =>
        faults.Select(f => f.Id == FaultIds.JsonInvalid ? f with { Value = file, Message = $"'{PathText.Of(file)}': {f.Message}" } : f);

    /// <summary>The servers that were named, each known to the plan; null for all. One that is not in the plan is an error.</summary>
    private protected bool SelectServers(NamespacePlan plan, string[]? named, out ISet<string>? servers)
    {
        servers = named is null ? null : new HashSet<string>(named.Select(n => n ?? string.Empty), StringComparer.OrdinalIgnoreCase);
        if (servers is null)
        {
            return true;
        }

        CommandSelection wanted = new() { Servers = servers };
        HashSet<string> known = new(plan.Servers.Where(wanted.Includes).SelectMany(s => new[] { s.Name, s.Fqdn?.Value ?? s.Name }), StringComparer.OrdinalIgnoreCase);
        List<string> unknown = [.. servers.Where(s => !known.Contains(s))];
        foreach (string server in unknown)
        {
            WriteError(ErrorRecords.ServerNotInPlan(server));
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
                    WriteWarning($"{finding.Code} {finding.Subject}: {finding.Message} {finding.Remedy}".TrimEnd());
                    break;
                default:
                    break;
            }
        }
    }
}
