using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;

namespace ExchangeNamespace.Design;

/// <summary>Reads the document of an inferred design with the readers of every other design.</summary>
internal static class DesignReader
{
    private const string Server = "Server";

    public static (NamespaceRequest? Request, IReadOnlyList<InputFault> Faults) Read(IReadOnlyDictionary<string, object?> document,
        DateTime today)
    {
        ServerReader reader = new();
        RequestParts parts = new();
        List<InputFault> faults = [];
        foreach (KeyValuePair<string, object?> member in document)
        {
            if (member.Key != Server)
            {
                parts.State(member.Key, member.Value);
                continue;
            }

            int index = 0;
            foreach (object? item in (IEnumerable<object?>)member.Value!)
            {
                ServerReading reading = reader.Read((IReadOnlyDictionary<string, object?>)item!,
                    $"{Server}[{index++.ToString(CultureInfo.InvariantCulture)}]", strict: true);
                parts.Add(reading);
                faults.AddRange(reading.Faults);
            }
        }

        (NamespaceRequest? request, FaultList refused) = parts.Read(today);
        return (request, [.. faults, .. refused]);
    }
}
