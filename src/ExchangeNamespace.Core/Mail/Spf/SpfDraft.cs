using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>A record in the making.</summary>
/// <param name="Text">The record.</param>
/// <param name="Fresh">What it would be if there were none yet.</param>
/// <param name="FirstFindings">The findings so far.</param>
internal sealed record SpfDraft(string Text, string Fresh, IReadOnlyList<Finding> FirstFindings)
{
    public IReadOnlyList<Finding> Findings { get; set; } = FirstFindings;

    /// <summary>Whether it only hands over to the record of the parent.</summary>
    public bool IsHandedOver { get; init; }

    public int Lookups { get; set; }

    public bool IsComplete { get; set; } = true;
}
