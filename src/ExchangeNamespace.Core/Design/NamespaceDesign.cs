using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>The design that describes a captured organisation, with the evidence of each member and what contradicts it.</summary>
public sealed class NamespaceDesign
{
    internal NamespaceDesign()
    {
    }

    /// <summary>The members in the order of the design file.</summary>
    public required IReadOnlyList<DesignMember> Members { get; init => field = Indexable.Of(value); }

    /// <summary>Contradictions, what a design cannot say, and what was not captured.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>What the design states; null where something without which there is no plan was not captured.</summary>
    internal NamespaceRequest? Request { get; init; }

    /// <summary>The members of the design file as plain named values.</summary>
    internal IReadOnlyDictionary<string, object?> Document { get; init; } = new Dictionary<string, object?>();

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Request?.ExternalHost.Value ?? "(no external host)"}, {Request?.Servers.Count ?? 0} server(s), {Members.Count} member(s), "
            + $"{Findings.Count(f => f.Severity != FindingSeverity.Information)} finding(s) to read";
}
