using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Design.Questions;

/// <summary>
/// The remarks of an inferred design. Those on members that are asked for are no longer true once the question is answered.
/// </summary>
internal static class KnownComments
{
    public const string Member = "Comment";

    /// <summary>The remarks on members that no question asks for; null where none is left.</summary>
    public static object? Unasked(object? comments)
    {
        List<object?> kept = [.. (comments as IEnumerable<object?> ?? []).OfType<string>().Where(c => !IsAsked(c))];
        return kept.Count == 0 ? null : kept;
    }

    private static bool IsAsked(string comment) => QuestionTable.Rows.SelectMany(r => r.Mends).Any(
        m => comment.StartsWith(m + " (", StringComparison.Ordinal) || comment.Contains(": " + m + " ("));
}
