using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison;

/// <summary>One setting of the plan beside what was captured, or one check of the captured state.</summary>
public sealed class SettingComparison
{
    internal SettingComparison()
    {
    }

    /// <summary>The server; for a site or the organisation its name in parentheses.</summary>
    public required string Server { get; init; }

    /// <summary>The service or subject, for example <c>OWA</c>, <c>Certificate</c>, <c>SendConnector</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The setting, for example <c>ExternalUrl</c>.</summary>
    public required string Setting { get; init; }

    /// <summary>How the two stand to each other.</summary>
    public required SettingVerdict Verdict { get; init; }

    /// <summary>What the plan wants; <c>(null)</c> where it clears the value.</summary>
    public required string Planned { get; init; }

    /// <summary>What was captured; <c>(null)</c> and <c>(not captured)</c> are told apart.</summary>
    public required string Current { get; init; }

    /// <summary>What to know about it; empty for nothing.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>The finding behind it; null for none.</summary>
    public Finding? Finding { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Server} {Service} {Setting}: {Verdict}";
}
