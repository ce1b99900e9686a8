using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What is wrong at a moment, with the path that leads there.</summary>
internal sealed record Trouble(string Code, FindingSeverity Severity, string Subject, string Message, string Remedy, string Rule)
{
    /// <summary>From the client to what is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    public static Trouble Error(string code, string subject, string message, string remedy, string rule, params string[] path) =>
        new(code, FindingSeverity.Error, subject, message, remedy, rule) { Path = path };

    public Finding ToFinding(string when) => new()
    {
        Code = Code,
        Severity = Severity,
        Subject = Subject,
        Message = $"{when}: {Message}",
        Remedy = Remedy,
        Rule = Rule,
        Values = Path,
    };
}

/// <summary>What a question came to: good, not known, or a trouble.</summary>
internal readonly record struct Judgement(bool IsKnown, Trouble? Trouble)
{
    public static readonly Judgement Good = new(true, null);

    public static readonly Judgement Unknown = new(false, null);

    public static Judgement Bad(Trouble trouble) => new(true, trouble);

    /// <summary>The worse of two: an error, a warning, not known, good.</summary>
    public Judgement And(Judgement other) => Weight(other) > Weight(this) ? other : this;

    private static int Weight(Judgement judgement) =>
        judgement.Trouble is { } trouble ? 2 + (int)trouble.Severity : judgement.IsKnown ? 0 : 1;
}
