namespace ExchangeNamespace.Check;

/// <summary>One result of a test project.</summary>
/// <param name="Name">The test.</param>
/// <param name="Outcome">What came out.</param>
/// <param name="Text">Why it failed or was skipped; what a passed test said.</param>
internal sealed record TestResult(string Name, Outcome Outcome, string Text);

internal enum Outcome
{
    Passed,
    Failed,
    Skipped,
}
