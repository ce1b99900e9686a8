using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

/// <summary>Reads texts on a fixed day, on which every row of the catalogue is out.</summary>
internal static class Reading
{
    public static readonly DateTime Day = ExchangeReleases.All.Max(r => r.AvailableFrom).AddDays(14);

    public static ExchangeBuildInfo One(string text, DateTime? asOf = null) => Assert.Single(All(text, asOf));

    public static IReadOnlyList<ExchangeBuildInfo> All(string text, DateTime? asOf = null)
    {
        List<InputFault> faults = [];
        IReadOnlyList<ExchangeBuildInfo> found = ExchangeBuildReader.Read(text, asOf ?? Day, "Version", faults);
        Assert.Empty(faults);
        return found;
    }

    public static InputFault Fault(string? text)
    {
        List<InputFault> faults = [];
        Assert.Empty(ExchangeBuildReader.Read(text, Day, "Version", faults));
        return Assert.Single(faults);
    }

    public static string[] Builds(IEnumerable<ExchangeUpdate> updates) => [.. updates.Select(u => u.Build.ToString())];
}
