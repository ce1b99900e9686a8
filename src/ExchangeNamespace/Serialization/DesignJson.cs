using System;
using System.Collections.Generic;
using System.Threading;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Reads a design file as the members that <c>RequestReader</c> takes, names without regard to case. Here only the form is judged;
/// which members there are and what they may hold is decided in one place for parameters and design files.
/// </summary>
internal static class DesignJson
{
    /// <summary>Reads a design file.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="supported">The schema version that the caller understands.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The members without the schema version; null with the faults when the file was refused.</returns>
    public static (IReadOnlyDictionary<string, object?>? Members, IReadOnlyList<InputFault> Faults) Read(
        string json, int supported, CancellationToken cancel = default)
    {
        if (FileKind.Capture(json) is { } capture)
        {
            return (null, [capture]);
        }

        (Dictionary<string, object?>? members, FaultList faults) = FaultList.Collect(
            refused => JsonTree.Read(json, StringComparer.OrdinalIgnoreCase, refused, cancel));
        if (members is not null && FileKind.Plan(members) is { } plan)
        {
            return (null, [plan]);
        }

        if (members is null || !SchemaVersion.Check(members, supported, faults) || faults.Count > 0)
        {
            return (null, faults);
        }

        members.Remove(SchemaVersion.Member);
        return (members, faults);
    }
}
