using System.IO;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A captured file is refused with reasons, or gives clean lines and a comparison that can be shown.</summary>
internal static class CaptureTarget
{
    public static void Read(byte[] bytes)
    {
        StateReader reader = new();
        using MemoryStream stream = new(bytes);
        reader.ReadFile(stream, "Get-OwaVirtualDirectory.xml", false);
        ExchangeState? state = reader.Finish();
        SamplePlan.Show(reader.Faults);
        Must.Hold(state is null == (reader.Faults.Count > 0), "A capture is read or refused.");
        if (state is null)
        {
            return;
        }

        LineCheck.Hold(new ChangePlanner(state, new CommandSelection()).Build(SamplePlan.Two)
            .SelectMany(c => c.Undo is null ? new[] { c } : [c, c.Undo]));
        foreach (SettingComparison comparison in PlanComparer.Compare(SamplePlan.Two, state))
        {
            Must.BeShown(comparison.Current);
        }
    }
}
