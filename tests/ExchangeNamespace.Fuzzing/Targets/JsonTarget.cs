using System;
using System.Collections.Generic;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>What is read as JSON is JSON for a second reader too, with the same values.</summary>
internal static class JsonTarget
{
    public static void Read(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        List<InputFault> faults = [];
        Dictionary<string, object?>? read = JsonTree.Read(text, StringComparer.Ordinal, faults);
        SamplePlan.Show(faults);
        if (read is not null && faults.Count == 0)
        {
            string? difference = SecondReader.Difference(read, text);
            Must.Hold(difference is null, difference ?? string.Empty);
        }
    }
}
