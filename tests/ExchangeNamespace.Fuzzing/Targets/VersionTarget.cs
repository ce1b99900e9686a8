using System;
using System.Collections.Generic;
using System.Text;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A version text names builds, or is refused with one reason.</summary>
internal static class VersionTarget
{
    private static readonly DateTime Today = new(2026, 6, 1);

    public static void Read(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (!ExchangeVersionReader.TryParse(text, "ExchangeVersion", out _, out InputFault? fault))
        {
            Must.BeShown(fault.Message);
        }

        List<InputFault> faults = [];
        IReadOnlyList<ExchangeBuildInfo> builds = ExchangeBuildReader.Read(text, Today, "Build", faults);
        Must.Hold(builds.Count == 0 == (faults.Count == 1), "A text names builds or is refused once.");
        SamplePlan.Show(faults);
    }
}
