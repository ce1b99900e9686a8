using System.Text;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A design file is refused with reasons, or gives a plan for which all holds that holds for plans.</summary>
internal static class DesignTarget
{
    public static void Read(byte[] bytes)
    {
        if (SamplePlan.Of(Encoding.UTF8.GetString(bytes)) is { } plan)
        {
            PlanTarget.Hold(plan);
        }
    }
}
