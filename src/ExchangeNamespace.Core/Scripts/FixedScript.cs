using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Scripts;

/// <summary>A script with every replacement that is known: its new text, and what was changed and what is left.</summary>
internal sealed class FixedScript
{
    private readonly HashSet<ScriptFinding> _applied = [];
    private readonly IReadOnlyList<ScriptFinding> _findings;

    /// <summary>Fixes a script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="parts">The texts that it was given in; each is one text again.</param>
    /// <param name="findings">What was found in it.</param>
    public FixedScript(string text, IReadOnlyList<string> parts, IReadOnlyList<ScriptFinding> findings)
    {
        _findings = findings;
        Parts = ScriptFixer.Apply(text, parts, findings, _applied);
    }

    public IReadOnlyList<string> Parts { get; }

    /// <summary>A sentence for each change.</summary>
    public IEnumerable<string> Changes => _findings.Where(_applied.Contains).Select(ScriptChange.Describe);

    /// <summary>What has no known replacement, with its place.</summary>
    public IEnumerable<Finding> Left => _findings.Where(f => !_applied.Contains(f)).Select(f => f.Located());

    public bool HasChanges => _applied.Count > 0;

    public bool IsChanged(ScriptFinding finding) => _applied.Contains(finding);
}
