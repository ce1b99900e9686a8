namespace ExchangeNamespace.Verdicts;

/// <summary>A check that was not made: nothing is said for or against what it looks at.</summary>
/// <param name="Check">The check.</param>
/// <param name="Needs">What it would need.</param>
public sealed record CheckNotMade(NamespaceCheck Check, string Needs)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Check}: {Needs}";
}
