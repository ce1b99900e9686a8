using System;
using System.Collections.Generic;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports;

/// <summary>What a report is made of.</summary>
internal sealed record ReportRequest
{
    /// <summary>The plan.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>The captured settings; null where none were given.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The certificates of the captured servers.</summary>
    public IReadOnlyList<ReportCertificate> Certificates { get; init; } = [];

    /// <summary>The results of checks.</summary>
    public IReadOnlyList<ReportResult> Results { get; init; } = [];

    /// <summary>The checks that a verdict says were not made, by their names.</summary>
    public IReadOnlyList<string> NotChecked { get; init; } = [];

    /// <summary>The plan that is in force; null where none was given.</summary>
    public NamespacePlan? Reference { get; init; }

    /// <summary>The calendar of a migration; empty where none was given.</summary>
    public IReadOnlyList<CalendarEntry> Calendar { get; init; } = [];

    /// <summary>The title; null for the usual one.</summary>
    public string? Title { get; init; }

    /// <summary>For whom it is.</summary>
    public ReportAudience Audience { get; init; }

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; init; }

    /// <summary>The moment for which lifetimes and support are judged, UTC.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The version of the module.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>The SHA-256 of each input.</summary>
    public IReadOnlyList<ReportInput> Inputs { get; init; } = [];

    /// <summary>Whether names and addresses are substitutes.</summary>
    public bool IsRedacted { get; init; }
}

/// <summary>An input of a report.</summary>
/// <param name="Key">The words for it, below <c>input.</c> in the table of words.</param>
/// <param name="Hash">Its SHA-256 in hexadecimal.</param>
internal sealed record ReportInput(string Key, string Hash);
