using System;
using System.Text.Json.Serialization;

namespace ExchangeNamespace.Specs;

/// <summary>What came out of one It.</summary>
/// <param name="File">The name of the spec file.</param>
/// <param name="Name">Describe, Context and It with a dot between.</param>
/// <param name="Result">Pester's word for it.</param>
/// <param name="Message">Why it failed or was skipped.</param>
internal sealed record SpecResult(string File, string Name, string Result, string Message)
{
    /// <summary>A result that is neither passed nor skipped has failed, one that was not run among them.</summary>
    [JsonIgnore]
    public SpecOutcome Outcome => Result switch
    {
        "Passed" => SpecOutcome.Passed,
        "Skipped" or "Inconclusive" => SpecOutcome.Skipped,
        _ => SpecOutcome.Failed,
    };

    public override string ToString() => $"{File}: {Name}: {Result}";
}

internal enum SpecOutcome
{
    Passed,
    Failed,
    Skipped,
}
