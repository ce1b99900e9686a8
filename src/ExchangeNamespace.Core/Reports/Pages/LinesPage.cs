using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The lines of each server, to be copied.</summary>
internal static class LinesPage
{
    public static ReportPage Of(NamespacePlan plan, ReportWords words)
    {
        ILookup<string, ExchangeCommand> commands = CommandBuilder.Build(plan, new CommandSelection())
            .ToLookup(c => c.Target, StringComparer.OrdinalIgnoreCase);
        return new ReportPage("lines", words["lines.title"],
        [
            new Paragraph(words["lines.lead"]),
            .. plan.Servers.Select((s, i) => new Part(TextPart.Code(s.Name),
                commands.Contains(s.Name)
                    ? [Block(commands[s.Name], words.Format("lines.shell", ShellGenerations.Describe(ShellGenerations.Of(s.Version))))]
                    : [new Paragraph(words["lines.none"])],
                Anchors.Server(i))),
            .. commands.Contains(string.Empty)
                ? [new Part(words["lines.organization"], [Block(commands[string.Empty], words["lines.once"])])]
                : Array.Empty<ReportBlock>(),
        ]);
    }

    private static CodeLines Block(IEnumerable<ExchangeCommand> commands, string caption) =>
        new(caption, [.. commands.SelectMany(c => c.WithCaution())]);
}
