using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Tests.Support;

/// <summary>The nine whole versions by which the fact collections sort what they know.</summary>
internal static class VersionKeys
{
    public static readonly IReadOnlyList<string> All = ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013", "2016", "2019", "SE"];

    /// <summary>The version that a text names.</summary>
    public static ExchangeVersion Read(string text) =>
        ExchangeVersionReader.TryParse(text, "ExchangeVersion", out ExchangeVersion? version, out InputFault? fault)
            ? version
            : throw new ArgumentException(fault.Message, nameof(text));

    /// <summary>The newest level of a whole version: what its collection means where it names no level.</summary>
    public static ExchangeVersion Newest(string key) => Read(Levels(key).Last().Build.ToString());

    /// <summary>Every level of a whole version, oldest first.</summary>
    public static IEnumerable<ExchangeRelease> Levels(string key) => ExchangeReleases.All
        .Where(r => r.Update is null && r.Kind != "Preview" && VersionRanges.Parse(key).Contains(Read(r.Build.ToString())));

    /// <summary>The whole versions of a cell.</summary>
    public static IEnumerable<string> Parse(string cell) => All.Where(k => VersionRanges.Parse(cell).Contains(Newest(k)));
}
