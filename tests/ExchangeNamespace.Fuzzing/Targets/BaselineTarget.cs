using System.Collections.Generic;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A baseline is read, or refused with reasons.</summary>
internal static class BaselineTarget
{
    public static void Read(byte[] bytes)
    {
        (IReadOnlyList<BaselineEntry>? problems, IReadOnlyList<InputFault> faults) = JsonFactory.ReadBaseline(Encoding.UTF8.GetString(bytes));
        Must.Hold(problems is null == (faults.Count > 0), "A baseline is read or refused.");
        SamplePlan.Show(faults);
    }
}
