using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What one term of a record costs.</summary>
public sealed class SpfCostLine
{
    /// <summary>0 for the record itself, 1 for one that it includes, and so on.</summary>
    public required int Depth { get; init; }

    /// <summary>The domain whose record the term stands in.</summary>
    public required string Domain { get; init; }

    /// <summary>The term as written.</summary>
    public required string Term { get; init; }

    /// <summary>The look-ups of the term, with those of the record it leads to.</summary>
    public required int Lookups { get; init; }

    /// <summary>Whether it finds nothing in DNS.</summary>
    public required bool IsVoid { get; init; }

    /// <summary>Whether DNS did not answer, so that nothing is known of what it leads to.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public required string Problem { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{new string(' ', 2 * Depth)}{Term}: {Lookups}{(Problem.Length > 0 ? " (" + Problem + ")" : string.Empty)}";
}

/// <summary>What a record costs a receiver that has to read all of it, includes and redirections followed (RFC 7208 4.6.4).</summary>
public sealed class SpfCost
{
    /// <summary>The terms that ask DNS; ten are allowed.</summary>
    public required int Lookups { get; init; }

    /// <summary>The terms that find nothing; two are allowed. A term with a macro of the sender is not counted.</summary>
    public required int VoidLookups { get; init; }

    /// <summary>Whether everything could be followed; false where DNS did not answer, or the record never ends.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The characters of the record itself.</summary>
    public required int Length { get; init; }

    /// <summary>The terms that cost something or are wrong, in order.</summary>
    public required IReadOnlyList<SpfCostLine> Lines { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Lookups} of {SpfRecord.MostLookups}{(IsComplete ? string.Empty : " or more")}";
}
