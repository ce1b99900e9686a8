using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>
/// Keeps the steps of a check in the order in which they begin. A record may have thousands of terms, so there is a bound.
/// </summary>
internal sealed class SpfTrace
{
    public const int MostSteps = 2000;

    private const int LongestPart = 300;

    private readonly List<SpfTraceEntry> _entries = [];

    /// <summary>How many steps were left out.</summary>
    public int LeftOut { get; private set; }

    public SpfTraceEntry Begin(int depth, string domain, string term, int lookups, int totalLookups)
    {
        SpfTraceEntry entry = new(depth, domain, term, lookups, totalLookups);
        if (_entries.Count < MostSteps)
        {
            _entries.Add(entry);
        }
        else
        {
            LeftOut++;
        }

        return entry;
    }

    public IReadOnlyList<SpfStep> Steps() => [.. _entries.Select(e => new SpfStep
    {
        Depth = e.Depth,
        Domain = VisibleText.Of(e.Domain, LongestPart),
        Term = VisibleText.Of(e.Term, LongestPart),
        Lookups = e.Lookups,
        TotalLookups = e.TotalLookups,
        Outcome = e.Match.Outcome,
        Reason = VisibleText.Of(e.Match.Reason, LongestPart),
    })];
}

/// <summary>A step that may not have ended yet.</summary>
internal sealed class SpfTraceEntry(int depth, string domain, string term, int lookups, int totalLookups)
{
    public int Depth { get; } = depth;

    public string Domain { get; } = domain;

    public string Term { get; } = term;

    public int Lookups { get; } = lookups;

    public int TotalLookups { get; } = totalLookups;

    public SpfMatch Match { get; set; } = new(SpfStepOutcome.NoMatch, string.Empty);
}

/// <summary>What became of a term, and why.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct SpfMatch(SpfStepOutcome Outcome, string Reason)
{
    public static SpfMatch Yes(string reason) => new(SpfStepOutcome.Match, reason);

    public static SpfMatch No(string reason) => new(SpfStepOutcome.NoMatch, reason);

    public static SpfMatch Temporary(string reason) => new(SpfStepOutcome.TempError, reason);

    public static SpfMatch Permanent(string reason) => new(SpfStepOutcome.PermError, reason);
}
