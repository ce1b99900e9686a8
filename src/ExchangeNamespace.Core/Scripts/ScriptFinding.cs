using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts;

/// <summary>Something in a script that the shell of one Exchange version refuses, and where.</summary>
public sealed class ScriptFinding : ICheckResult
{
    /// <summary>The script and the line.</summary>
    public string Subject => string.Format(CultureInfo.InvariantCulture, "{0} line {1}", Source, Line);

    /// <summary>
    /// What the finding means for the script: passed where -Fix has written the replacement, unknown where the catalogue does not hold what
    /// the line calls.
    /// </summary>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <summary>What was found.</summary>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>What was found, with code, severity, message and remedy.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The file; null for a text that came in as such.</summary>
    public string? Path { get; init; }

    /// <summary>The file, or <c>(text)</c>, to group findings by.</summary>
    public string Source => Path ?? "(text)";

    /// <summary>The line, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The character in the line, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>
    /// The text that the finding is about, as it stands in the script, with hidden characters as code points; cut where it is very long.
    /// </summary>
    public required string Extent { get; init => field = ShownText.Of(value); }

    /// <summary>What to write instead of <see cref="Extent"/>; null where that is not known.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether the line is right with the replacement alone, so that -Fix writes it.</summary>
    public bool CanFix { get; init; }

    /// <summary>Whether -Fix has written the replacement.</summary>
    public bool Fixed { get; init; }

    /// <summary>The version that the script was checked for.</summary>
    public required ExchangeVersion Version { get; init; }

    /// <summary>The code of the finding.</summary>
    public string Code => Finding.Code;

    /// <summary>How much the finding matters.</summary>
    public FindingSeverity Severity => Finding.Severity;

    private CheckSummary Summary => field ??=
        Code is ScriptFindingCodes.CmdletNotChecked or ScriptFindingCodes.ParameterNotChecked
            ? CheckSummary.Unknown(Finding.Message, Finding.Remedy, Finding.Rule)
            : CheckSummary.Of(Fixed ? [] : [Finding], CheckSummary.Passed(Finding.Message));

    internal TextSpan Span { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}({1},{2}): {3} {4}: {5}", Source, Line, Column, Code, Severity, Message);

    /// <summary>The finding with its place before the subject, for streams that show nothing else.</summary>
    internal Finding Located() => new()
    {
        Code = Code,
        Severity = Severity,
        Subject = string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}", Line, Column),
        Message = Message,
        Remedy = Finding.Remedy,
        Rule = Finding.Rule,
        Values = Finding.Values,
    };

    internal ScriptFinding In(string? path, bool isFixed) => new()
    {
        Finding = Finding,
        Path = path,
        Line = Line,
        Column = Column,
        Extent = Extent,
        Replacement = Replacement,
        CanFix = CanFix,
        Fixed = isFixed,
        Version = Version,
        Span = Span,
    };
}
