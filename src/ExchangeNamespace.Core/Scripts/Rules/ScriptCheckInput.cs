using System.Collections.Generic;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>What is stated about the check of a script, and which of it goes together.</summary>
internal sealed class ScriptCheckInput
{
    public required string? ExchangeVersion { get; init; }

    /// <summary>Whether the script is fixed.</summary>
    public required bool Fix { get; init; }

    /// <summary>The file for the fixed script; null where none was named.</summary>
    public required string? Destination { get; init; }

    /// <summary>Whether only one Boolean is wanted.</summary>
    public required bool Quiet { get; init; }

    /// <summary>The version whose shell the script is for; null where something was refused.</summary>
    public ExchangeVersion? Read(ICollection<InputFault> faults)
    {
        InputFault? refused = !ExchangeVersionReader.TryParse(
            ExchangeVersion, nameof(ExchangeVersion), out ExchangeVersion? version, out InputFault? fault) ? fault
            : Destination is not null && !Fix ? new InputFault(FaultIds.InputContradiction, nameof(Destination), Destination,
                "-Destination is the file for the fixed script. Give -Fix with it.")
            : Quiet && Fix ? new InputFault(FaultIds.InputContradiction, nameof(Quiet), null,
                "-Quiet tells whether the script is right as it stands, and -Fix changes it. Give one of the two.")
            : null;
        if (refused is null)
        {
            return version;
        }

        faults.Add(refused);
        return null;
    }
}
