using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>What the catalogue has for a query: a row, a level, or the place of an unlisted build between two rows.</summary>
internal sealed record BuildHit(BuildMatch Match, ExchangeProduct Product, Version Build)
{
    /// <summary>The row that is named; for a level its own row; null for an unlisted build.</summary>
    public ExchangeRelease? Row { get; init; }

    public string? Level { get; init; }

    public IReadOnlyList<ExchangeRelease> Candidates { get; init; } = [];

    public ExchangeRelease? Lower { get; init; }

    public ExchangeRelease? Higher { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public static BuildHit Of(ExchangeRelease row, BuildMatch match = BuildMatch.Exact) =>
        new(match, Releases.ProductOf(row), row.Build) { Row = row, Level = row.Level };
}
