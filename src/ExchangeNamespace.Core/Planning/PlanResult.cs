using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning;

/// <summary>What planning gives: a plan, or the reasons against it; faults of single servers come beside a plan of the others.</summary>
/// <param name="Plan">The plan; null when a fault of the whole request or of every server stands in the way.</param>
/// <param name="Faults">The refused inputs.</param>
public sealed record PlanResult(NamespacePlan? Plan, IReadOnlyList<InputFault> Faults)
{
    /// <summary>How the plan came to what was not stated; empty without a plan.</summary>
    public IEnumerable<string> Assumptions { get; init; } = [];
}
