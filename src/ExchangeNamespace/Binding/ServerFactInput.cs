using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;

namespace ExchangeNamespace.Binding;

/// <summary>Reads what is known of servers beside plan and capture: hashtables, table rows or objects.</summary>
internal static class ServerFactInput
{
    public static IReadOnlyDictionary<string, ServerFacts> Read(object[]? inputs, string parameter, ICollection<InputFault> faults)
    {
        Dictionary<string, ServerFacts> facts = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < (inputs?.Length ?? 0); i++)
        {
            string path = parameter + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (NamedValues.Of(inputs![i], ServerFacts.Members) is not { } values)
            {
                faults.Add(new InputFault(FaultIds.MemberWrongType, path, inputs[i],
                    $"{path} has no named values. Give a hashtable or a table row with Server and what is known of it."));
            }
            else if (ServerFacts.Read(values.Values, path, values.IsStrict, faults) is not { } read)
            {
                continue;
            }
            else if (facts.ContainsKey(read.Server))
            {
                faults.Add(new InputFault(FaultIds.MemberDuplicate, path, read.Server, $"{path}: {read.Server} stands twice. Keep one."));
            }
            else
            {
                facts.Add(read.Server, read);
            }
        }

        return facts;
    }
}
