using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Emission;

/// <summary>What a script is made from, which its header says.</summary>
public enum ScriptBasis
{
    /// <summary>The plan alone.</summary>
    Plan,

    /// <summary>The plan and a captured state: only what changes something.</summary>
    CurrentState,

    /// <summary>The captured values that a script of <see cref="CurrentState"/> replaces.</summary>
    Undo,
}

/// <summary>
/// The frame of a script file: a header, a section per server, the reason above each line. Each command line equals its one-liner.
/// </summary>
public static class ScriptRenderer
{
    /// <summary>Streams the lines of the script for one shell.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="generation">The shell.</param>
    /// <param name="commands">The commands for that shell, in order.</param>
    /// <param name="basis">What the commands are made from.</param>
    /// <returns>Lines without line ends.</returns>
    public static IEnumerable<string> Render(NamespacePlan plan, ShellGeneration generation, IEnumerable<ExchangeCommand> commands,
        ScriptBasis basis = ScriptBasis.Plan)
    {
        foreach (string line in basis == ScriptBasis.Undo ? UndoHeader(plan, generation) : Header(plan, generation, basis))
        {
            yield return line.Length == 0 ? line : ScriptComment.Line(line);
        }

        string? target = null;
        foreach (ExchangeCommand command in commands)
        {
            if (target != command.Target)
            {
                target = command.Target;
                yield return string.Empty;
                yield return ScriptComment.Line(target.Length == 0 ? "=== the organisation" : $"=== {target} (Exchange {command.Version})");
            }

            yield return ScriptComment.Line(command.Reason);
            yield return command.ToString();
        }
    }

    private static IEnumerable<string> UndoHeader(NamespacePlan plan, ShellGeneration generation)
    {
        yield return $"Takes namespace {plan.ExternalHost} back: run in the Exchange Management Shell of "
            + $"{ShellGenerations.Describe(generation)}, after the script that changed it.";
        yield return "The lines put back the values as they were captured; what changed since then is overwritten.";
    }

    private static IEnumerable<string> Header(NamespacePlan plan, ShellGeneration generation, ScriptBasis basis)
    {
        yield return $"Namespace {plan.ExternalHost}: run in the Exchange Management Shell of {ShellGenerations.Describe(generation)}.";
        yield return $"DNS model of {plan.ExternalZone}: {plan.DnsModel}. Certificate rules of {DayText.Of(plan.AsOf)}.";
        yield return string.Empty;
        yield return "Before the first line is run:";
        foreach (string condition in Names(plan).Concat(Certificates(plan, generation)))
        {
            yield return condition;
        }

        yield return basis == ScriptBasis.Plan
            ? "- the present values are captured: there is no undo in this file, because it was written without them"
            : "- nothing was changed since the capture: the lines are those that change it; -Undo writes the script that takes them back";
        foreach (Finding finding in plan.Findings.Where(f => f.Severity != FindingSeverity.Information))
        {
            yield return $"{finding.Severity} {finding.Code}, {finding.Subject}: {finding.Message}";
        }
    }

    // By where they lead, because in a mixed site only the newest servers may answer to a name.
    private static IEnumerable<string> Names(NamespacePlan plan) => Inside(plan)
        .GroupBy(r => r.Name)
        .Select(name =>
            (name.Key.Value, Answer: string.Join(", ", name.Select(r => r.Value ?? "an address that was not stated").Distinct())))
        .GroupBy(name => name.Answer, name => name.Value)
        .Select(answer => $"- inside, {string.Join(", ", answer)} {(answer.Skip(1).Any() ? "lead" : "leads")} to {answer.Key}");

    private static IEnumerable<DnsRecord> Inside(NamespacePlan plan)
    {
        HashSet<Fqdn> mailHosts = MailHosts.WithoutUrl(plan);
        return plan.DnsRecords.Where(r => r.View == DnsView.Internal && r.Type != DnsRecordType.MX && !mailHosts.Contains(r.Name));
    }

    private static IEnumerable<string> Certificates(NamespacePlan plan, ShellGeneration generation)
    {
        var here = new HashSet<string>(plan.Servers.Where(s => ShellGenerations.Of(s.Version) == generation).Select(s => s.Name));
        return from certificate in plan.Certificates
               let machines = certificate.InstallOn.Where(here.Contains).ToList()
               where machines.Count > 0
               select $"- the certificate with {string.Join(", ", certificate.Names.Select(n => n.Name))} is bound to IIS on "
                   + $"{string.Join(", ", machines)}";
    }
}
