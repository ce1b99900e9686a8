using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>What the catalogue says about one version text on one day.</summary>
public sealed class ExchangeBuildInfo
{
    /// <summary>The text as it was given; null where a row was listed and not asked for.</summary>
    public string? InputText { get; init; }

    /// <summary>The server that the text came from; null without one.</summary>
    public string? Server { get; init; }

    /// <summary>How well the text names the build.</summary>
    public required BuildMatch Match { get; init; }

    /// <summary>The product.</summary>
    public required ExchangeProduct Product { get; init; }

    /// <summary><c>RTM</c>, <c>SPn</c>, <c>CUn</c> or <c>Preview</c>; null for an unlisted build between two levels.</summary>
    public string? Level { get; init; }

    /// <summary>
    /// The update on the level; null for the level itself and where it is unknown, which <see cref="IsUpdateKnown"/> tells apart.
    /// </summary>
    public string? Update { get; init; }

    /// <summary>Whether <see cref="Update"/> is known: false for AdminDisplayVersion texts and unlisted builds.</summary>
    public bool IsUpdateKnown => Match is not (BuildMatch.LevelOnly or BuildMatch.Unlisted);

    /// <summary>
    /// <c>RTM</c>, <c>SP</c>, <c>CU</c>, <c>Preview</c>, <c>RU</c>, <c>SU</c> or <c>HU</c>; null where the update is unknown.
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>The KB number; null when no source gives it, or where the update is unknown.</summary>
    public string? Kb { get; init; }

    /// <summary>
    /// <c>YYYY-MM-DD</c>, or <c>YYYY-MM</c> where only the month is known; null where the update is unknown. Sorts as text.
    /// </summary>
    public string? ReleaseDate { get; init; }

    /// <summary>The build: of the row, of the level where the update is unknown, or as given where it is unlisted.</summary>
    public required Version Build { get; init; }

    /// <summary>The build as file versions show it, for example <c>15.02.1748.037</c>.</summary>
    public string LongBuild => ExchangeRelease.ToLongBuild(Build);

    /// <summary>What the shell shows in AdminDisplayVersion for this level; null where the level is unknown.</summary>
    public string? AdminDisplayVersion { get; init; }

    /// <summary>The half-year name of the cumulative update, for example <c>2022H1</c>; null without one.</summary>
    public string? HalfYearName { get; init; }

    /// <summary>The name in Microsoft's words, with "update unknown" or "unlisted build" where that is the case.</summary>
    public required string Name { get; init; }

    /// <summary>The day for which everything that depends on time is stated.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>
    /// Support of the product on that day. Older service packs and cumulative updates leave support earlier; no table of those days is at
    /// hand.
    /// </summary>
    public required SupportState SupportState { get; init; }

    /// <summary>The last day of the product's mainstream support; null for a product without phases.</summary>
    public DateTime? MainstreamEnd { get; init; }

    /// <summary>The last day of the product's extended support.</summary>
    public required DateTime ExtendedEnd { get; init; }

    /// <summary>The KB numbers that a source lists as replaced. Empty means not documented, never "replaces nothing".</summary>
    public IReadOnlyList<string> Replaces { get; init => field = Indexable.Of(value); } = [];

    /// <summary>On what basis <see cref="Replaces"/> is known; null when it is empty.</summary>
    public string? ReplacesBasis { get; init; }

    /// <summary>
    /// The earlier rollups of the same service pack, which a rollup of Exchange 2007 or 2010 contains. Derived, not listed by a source of
    /// its own.
    /// </summary>
    public IReadOnlyList<ExchangeUpdate> ReplacesDerived { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The rule by which <see cref="ReplacesDerived"/> was derived; null when it is empty.</summary>
    public string? ReplacesDerivedBasis { get; init; }

    /// <summary>The updates of the product, released by that day, for which a source lists this KB number as replaced.</summary>
    public IReadOnlyList<ExchangeUpdate> ReplacedBy { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The later rollups of the same service pack, released by that day. Derived.</summary>
    public IReadOnlyList<ExchangeUpdate> ReplacedByDerived { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The newest row of the same product and level on that day; null where the level is unknown or not released yet.</summary>
    public ExchangeUpdate? NewestUpdate { get; init; }

    /// <summary>Whether this is <see cref="NewestUpdate"/>; null where the update is unknown, because then nothing can be said.</summary>
    public bool? IsNewest { get; init; }

    /// <summary>The newest row of the product on that day; null before its first release.</summary>
    public ExchangeUpdate? NewestOfProduct { get; init; }

    /// <summary>
    /// The date of the newest row of the catalogue. Where <see cref="AsOf"/> is later, what is said to be newest is so up to this day, and
    /// <see cref="Missing"/> lacks what came after it.
    /// </summary>
    public required DateTime KnownUntil { get; init; }

    /// <summary><see cref="IsNewest"/> as text, and <c>to 2026-11-10</c> where it is so only as far as the catalogue reaches.</summary>
    public string Newest => IsNewest == true && AsOf > KnownUntil ? "to " + DayText.Of(KnownUntil) : IsNewest?.ToString() ?? string.Empty;

    /// <summary>
    /// The updates of the same level with a higher build, released by that day, oldest first. Empty where <see cref="IsUpdateKnown"/> is
    /// false and any of <see cref="Candidates"/> may be installed.
    /// </summary>
    public IReadOnlyList<ExchangeUpdate> Missing { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The rows that the text may stand for, where it names the level only.</summary>
    public IReadOnlyList<ExchangeUpdate> Candidates { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The nearest row below an unlisted build; null without one.</summary>
    public ExchangeUpdate? Lower { get; init; }

    /// <summary>The nearest row above an unlisted build; null without one.</summary>
    public ExchangeUpdate? Higher { get; init; }

    /// <summary>Other numbers that a source prints for the same release.</summary>
    public IReadOnlyList<Version> AlternativeBuilds { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Fixes that a source links to the update; a few only, never all of them.</summary>
    public IReadOnlyList<UpdateFix> Fixes { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Remarks: what the text leaves open, what the catalogue knows of conflicts, and how far it reaches.</summary>
    public IReadOnlyList<string> Notes { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The codes of the sources of the row; empty where no row is named.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>The name with KB number and build.</summary>
    /// <returns>For example <c>Exchange Server 2019 CU14 Mar24SU (KB5036401, 15.2.1544.9)</c>.</returns>
    public override string ToString() => Name + " (" + (Kb is null ? string.Empty : Kb + ", ") + Build + ")";
}
