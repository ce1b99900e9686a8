using System.Collections.Generic;
using System.IO;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A plan file is refused with reasons, or gives clean lines and comes back as it was written.</summary>
internal static class PlanTarget
{
    public static void Read(byte[] bytes)
    {
        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = JsonFactory.ReadPlan(Encoding.UTF8.GetString(bytes));
        Must.Hold(plan is null == (faults.Count > 0), "A plan is read or refused.");
        SamplePlan.Show(faults);
        if (plan is not null)
        {
            Hold(plan);
        }
    }

    /// <summary>What holds for every plan.</summary>
    public static void Hold(NamespacePlan plan)
    {
        LineCheck.Hold(CommandBuilder.Build(plan, new CommandSelection()));
        string text = Write(plan);
        (NamespacePlan? again, IReadOnlyList<InputFault> faults) = JsonFactory.ReadPlan(text);
        Must.Hold(again is not null, "The plan that was written is refused: " + string.Join("; ", faults) + "\n" + text);
        Must.Hold(Write(again!) == text, "The plan comes back changed:\n" + text);
    }

    private static string Write(NamespacePlan plan)
    {
        using StringWriter writer = new();
        JsonFactory.WritePlan(plan, writer);
        return writer.ToString();
    }
}
