using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>What a version text asks for, before the catalogue is looked at.</summary>
internal abstract record BuildQuery;

/// <summary>A build by its number; a number of three parts has a revision of -1.</summary>
/// <param name="Build">The number, without the offset of the raw directory form.</param>
/// <param name="IsDisplayText">Whether the text has the form of AdminDisplayVersion, which never shows updates.</param>
internal sealed record NumberQuery(Version Build, bool IsDisplayText) : BuildQuery;

/// <summary>A build by its names. What is null was not named.</summary>
internal sealed record NameQuery(ExchangeProduct? Product, string? Level, string? HalfYearName, UpdateName? Update,
    string? Kb) : BuildQuery;

/// <summary>An update by name.</summary>
/// <param name="Text">Without a version number, for example <c>Update Rollup 8</c> or <c>Nov24SU</c>.</param>
/// <param name="Version">The number behind <c>v</c>; null without one.</param>
internal sealed record UpdateName(string Text, int? Version)
{
    public override string ToString() => Version is null ? Text : Text + " v" + Version;
}
