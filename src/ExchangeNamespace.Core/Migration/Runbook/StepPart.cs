using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>Who takes a part of a step.</summary>
internal enum PartKind
{
    /// <summary>An Exchange Management Shell.</summary>
    ExchangeShell,

    /// <summary>Windows PowerShell or PowerShell.</summary>
    PowerShell,

    /// <summary>The command prompt.</summary>
    CommandPrompt,

    /// <summary>A person.</summary>
    ByHand,
}

/// <summary>A shell that runs lines of a step.</summary>
/// <param name="Kind">The kind of shell.</param>
/// <param name="Generation">Of which Exchange; null for other shells.</param>
internal readonly record struct PartShell(PartKind Kind, ShellGeneration? Generation = null)
{
    /// <summary>The shell in words, as it stands behind <c>in</c>.</summary>
    public override string ToString() => Kind switch
    {
        PartKind.ExchangeShell => "the Exchange Management Shell of " + ShellGenerations.Describe(Generation!.Value),
        PartKind.PowerShell => "PowerShell",
        PartKind.CommandPrompt => "the command prompt",
        PartKind.ByHand => "no shell",
        _ => throw Model.ClosedSet.Outside(Kind),
    };
}

/// <summary>A part of a step that one shell or person does, in order.</summary>
/// <param name="Shell">Who does it.</param>
/// <param name="Lines">Lines for a shell, sentences for a person.</param>
/// <param name="Remark">Why, or what to know before; empty for nothing.</param>
internal sealed record StepPart(PartShell Shell, IReadOnlyList<string> Lines, string Remark = "")
{
    /// <summary>Whether its lines have places in angle brackets that a person fills in first.</summary>
    public bool IsToFillIn { get; init; }
}
