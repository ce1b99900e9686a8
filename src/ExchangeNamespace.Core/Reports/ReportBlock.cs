using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Reports.Drawing;

namespace ExchangeNamespace.Reports;

/// <summary>A part of a page. Each format writes each kind in its own way.</summary>
internal abstract record ReportBlock;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(ReportText Text) : ReportBlock;

/// <summary>A remark set apart.</summary>
internal sealed record Remark(ReportText Text) : ReportBlock;

/// <summary>A list.</summary>
internal sealed record Items(IReadOnlyList<ReportText> Texts) : ReportBlock;

/// <summary>Terms with what belongs to each.</summary>
internal sealed record Terms(IReadOnlyList<Term> Rows) : ReportBlock;

/// <summary>A term.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What belongs to it.</param>
/// <param name="Id">The anchor by which other pages lead to it; null for none.</param>
internal sealed record Term(ReportText Name, ReportText Text, string? Id = null);

/// <summary>Numbers at a glance.</summary>
internal sealed record Figures(IReadOnlyList<KeyFigure> Values) : ReportBlock;

/// <summary>One number at a glance.</summary>
/// <param name="Value">The number or day.</param>
/// <param name="Label">What it counts.</param>
/// <param name="Outcome">How good it is; null where that is not the question.</param>
internal sealed record KeyFigure(string Value, string Label, CheckOutcome? Outcome = null);

/// <summary>The verdict of the report.</summary>
internal sealed record VerdictBlock(CheckOutcome Outcome, string Label, ReportText Text) : ReportBlock;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The heads of the columns. The first column names the row.</param>
/// <param name="Rows">The rows, as many cells each as there are columns.</param>
internal sealed record Table(ReportText Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : ReportBlock;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Outcome">The sign that stands before it; null for none.</param>
internal sealed record Cell(ReportText Text, CheckOutcome? Outcome = null)
{
    public static implicit operator Cell(string text) => new(text);

    public static implicit operator Cell(TextPart part) => new(part);

    public static implicit operator Cell(ReportText text) => new(text);
}

/// <summary>Lines to run, which can be copied.</summary>
/// <param name="Caption">Where they are run.</param>
/// <param name="Rows">The lines.</param>
internal sealed record CodeLines(ReportText Caption, IReadOnlyList<string> Rows) : ReportBlock;

/// <summary>A drawing.</summary>
internal sealed record Drawn(Picture Picture, ReportText Caption) : ReportBlock;

/// <summary>A part of a page with a heading of its own.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Blocks">What stands below it.</param>
/// <param name="Id">Its anchor; null for none.</param>
/// <param name="Outcome">The sign before the heading; null for none.</param>
internal sealed record Part(ReportText Heading, IReadOnlyList<ReportBlock> Blocks, string? Id = null, CheckOutcome? Outcome = null)
    : ReportBlock;
