using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>What the rules read, and where they put what they find.</summary>
internal sealed class FindingSink(ScriptModel script, ScriptTarget target, PlannedHosts? plan, Func<bool> isStopping)
{
    private const int LongestExtent = 200;

    private readonly LineMap _lines = new(script.Text);
    private readonly List<int> _faults = [.. script.Faults.Select(f => f.Span.Start).OrderBy(s => s)];
    private readonly List<ScriptFinding> _findings = [];

    public ScriptModel Script { get; } = script;

    public ScriptTarget Target { get; } = target;

    /// <summary>The hosts of the plan that the script is held against; null without one.</summary>
    public PlannedHosts? Plan { get; } = plan;

    public IReadOnlyList<ScriptFinding> Findings => _findings;

    public void Error(string code, TextSpan span, string subject, string message, string remedy, string? replacement = null,
        bool canFix = false, params string[] values) =>
        Add(Diagnostics.Findings.Error(code, subject, message, remedy, "1E", values), span, replacement, canFix);

    public void Warning(string code, TextSpan span, string subject, string message, string remedy, string? replacement = null,
        bool canFix = false) =>
        Add(Diagnostics.Findings.Warning(code, subject, message, remedy, "1E"), span, replacement, canFix);

    public void Information(string code, TextSpan span, string subject, string message, string remedy, string? replacement = null,
        bool canFix = false) =>
        Add(Diagnostics.Findings.Information(code, subject, message, remedy, "1E"), span, replacement, canFix);

    /// <summary>Ends the check where the caller asked to stop.</summary>
    public void ThrowIfStopping()
    {
        if (isStopping())
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>Whether the parser stumbled inside a stretch.</summary>
    public bool IsBroken(TextSpan span)
    {
        int index = _faults.BinarySearch(span.Start);
        index = index < 0 ? ~index : index;
        return index < _faults.Count && _faults[index] <= span.End;
    }

    /// <summary>Whether a backtick has made one value of several pieces inside a stretch.</summary>
    public bool HasStrayBacktick(TextSpan span) => Script.StrayBackticks.Exists(b => b.Start >= span.Start && b.Start < span.End);

    /// <summary>The version as messages name it.</summary>
    public string VersionText => "Exchange " + Target.Version;

    /// <summary>A list of names for a message.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase));

    private void Add(Finding finding, TextSpan span, string? replacement, bool canFix)
    {
        ThrowIfStopping();
        (int line, int column) = _lines.Find(span.Start);
        _findings.Add(new ScriptFinding
        {
            Finding = finding,
            Line = line,
            Column = column,
            Extent = span.Length <= LongestExtent ? span.Of(Script.Text) : Script.Text.Substring(span.Start, LongestExtent) + "...",
            Replacement = replacement,
            CanFix = canFix && replacement is not null,
            Version = Target.Version,
            Span = span,
        });
    }
}
