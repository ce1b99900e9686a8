using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Serialization;

/// <summary>A plan as JSON: written the same on every machine, read with suspicion, equal after both.</summary>
internal static class PlanJson
{
    /// <summary>Writes a plan: indented, line ends LF, ASCII only, so that no code page on the way can change a name.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(NamespacePlan plan, TextWriter writer) => PlanWriter.Write(plan, writer);

    /// <summary>Reads a plan. Every value is checked as if it had been typed, because anybody may have edited the file.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The plan; null with the faults when anything was refused.</returns>
    public static (NamespacePlan? Plan, IReadOnlyList<InputFault> Faults) Read(string json, CancellationToken cancel = default)
    {
        if (FileKind.Capture(json) is { } capture)
        {
            return (null, [capture]);
        }

        (NamespacePlan? plan, FaultList faults) = FaultList.Collect(refused =>
        {
            Dictionary<string, object?>? members = JsonTree.Read(json, StringComparer.Ordinal, refused, cancel);
            if (members is not null && FileKind.Design(members) is { } design)
            {
                refused.Add(design);
                return null;
            }

            return members is not null && SchemaVersion.Check(members, NamespacePlan.CurrentSchemaVersion, refused)
                ? PlanReader.Read(members, refused) : null;
        });
        return (faults.Count == 0 ? plan : null, faults);
    }
}
