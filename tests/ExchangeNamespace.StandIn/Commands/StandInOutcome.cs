using System.Management.Automation;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>What a command hands back to the function that stands for it.</summary>
/// <param name="Output">Objects for the pipeline.</param>
/// <param name="Failure">The error to end with; null when it went well.</param>
public sealed record StandInOutcome(object[] Output, ErrorRecord? Failure);
