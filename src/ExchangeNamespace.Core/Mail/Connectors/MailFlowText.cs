using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>The lines of a mail-flow script: commands as they are, everything else as comments.</summary>
public static class MailFlowText
{
    private const string ChecksTitle =
        "Proof of each record; ask the inside and the outside DNS server by putting its address after the name (S53):";
    private const string ChecksNote =
        "A message about the name of the DNS server itself means that it has no reverse record; it is harmless.";

    /// <summary>The lines for one shell without a frame: the commands, then the checks.</summary>
    /// <param name="script">The script.</param>
    /// <returns>Lines without line ends.</returns>
    public static IEnumerable<string> Lines(MailFlowScript script) => script.Commands.Select(c => c.ToString()).Concat(Checks(script));

    /// <summary>The script file of one shell: a header, a section per server, the reason above each line, and the checks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="script">The script.</param>
    /// <param name="shell">The shell.</param>
    /// <returns>Lines without line ends.</returns>
    public static IEnumerable<string> File(NamespacePlan plan, MailFlowScript script, ShellGeneration shell)
    {
        foreach (string line in Header(plan, script, shell))
        {
            yield return line.Length == 0 ? line : ScriptComment.Line(line);
        }

        string? target = null;
        foreach (ExchangeCommand command in script.Commands.Where(c => ShellGenerations.Of(c.Version) == shell))
        {
            if (target != command.Target)
            {
                target = command.Target;
                yield return string.Empty;
                yield return ScriptComment.Line(target.Length == 0 ? "=== the organisation" : $"=== {target} (Exchange {command.Version})");
            }

            yield return ScriptComment.Line(command.Reason);
            foreach (string line in command.WithCaution())
            {
                yield return line;
            }

            if (command.Undo is not null)
            {
                yield return ScriptComment.Line("Undo: " + command.Undo);
            }
        }

        yield return string.Empty;
        foreach (string line in Checks(script))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Checks(MailFlowScript script) =>
        script.Commands.Count == 0 ? [] : new[] { ChecksTitle }.Concat(script.Checks).Append(ChecksNote).Select(ScriptComment.Line);

    private static IEnumerable<string> Header(NamespacePlan plan, MailFlowScript script, ShellGeneration shell)
    {
        yield return $"Mail host {plan.MailHost}, mail sent as {plan.Mail!.SendingHost}: run in the Exchange Management Shell of "
            + $"{ShellGenerations.Describe(shell)}.";
        yield return string.Empty;
        yield return "Before the first line is run:";
        yield return $"- the records of the plan answer outside (the checks are at the end): MX, {plan.MailHost}, PTR, SPF";
        yield return $"- a certificate with {plan.MailHost} is there and enabled for SMTP, or STARTTLS is not offered (S49)";
        yield return "- the Default connectors keep their names: blank, the server, or its full name (S44)";
        foreach (Finding finding in script.Findings)
        {
            yield return $"{finding.Severity} {finding.Code}, {finding.Subject}: {finding.Message} {finding.Remedy}".TrimEnd();
        }
    }
}
