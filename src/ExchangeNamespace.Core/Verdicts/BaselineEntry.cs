using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Verdicts;

/// <summary>One problem as a baseline keeps it. The first four values are its key; messages, which change, are left out.</summary>
/// <param name="Check">The check.</param>
/// <param name="Subject">What was checked.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Code">The code of the finding; empty without one.</param>
/// <param name="Outcome">What the check came to.</param>
internal sealed record BaselineEntry(NamespaceCheck Check, string Subject, string Rule, string Code, CheckOutcome Outcome)
{
    public (NamespaceCheck Check, string Subject, string Rule, string Code) Key => (Check, Subject, Rule, Code);

    public (NamespaceCheck Check, string Subject) Place => (Check, Subject);

    /// <summary>The rule with the code, as a message shows it.</summary>
    public override string ToString() => Code.Length > 0 ? Code : Rule;
}
