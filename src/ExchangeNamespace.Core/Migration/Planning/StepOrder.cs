using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Puts steps in order: what a step needs comes first, then hop and phase decide, then the order in which they were made.
/// </summary>
internal static class StepOrder
{
    public static IReadOnlyList<MigrationStep> Of(IReadOnlyList<StepDraft> drafts)
    {
        List<StepDraft> open = [.. drafts.OrderBy(d => d.Hop).ThenBy(d => d.Phase)];
        HashSet<StepDraft> done = [];
        List<MigrationStep> steps = new(open.Count);
        while (open.Count > 0)
        {
            StepDraft next = open.First(d => d.Needs.All(done.Contains));
            open.Remove(next);
            done.Add(next);
            steps.Add(next.Numbered(steps.Count + 1));
        }

        return steps;
    }
}
