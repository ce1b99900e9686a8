using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Verdicts;
using Newtonsoft.Json;
using static ExchangeNamespace.Serialization.JsonMembers;

namespace ExchangeNamespace.Serialization;

/// <summary>A verdict as JSON, and the baseline of a verdict as a file: members in a fixed order, line ends LF, ASCII only.</summary>
internal static class VerdictJson
{
    private const int CurrentSchemaVersion = 1;

    /// <summary>Writes a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(NamespaceVerdict verdict, TextWriter writer) => Document(writer, CurrentSchemaVersion, json =>
    {
        Value(json, "subject", verdict.Subject);
        Value(json, "outcome", verdict.Outcome.ToString());
        Value(json, "message", verdict.Message);
        Value(json, "checkedAt", Moment(verdict.CheckedAt));
        Number(json, "checked", verdict.Checked);
        Number(json, "passed", verdict.Passed);
        Number(json, "warnings", verdict.Warnings);
        Number(json, "failed", verdict.Failed);
        Number(json, "unknown", verdict.Unknown);
        Items(json, "results", verdict.Results, Result);
        Items(json, "notChecked", verdict.NotChecked, (j, n) =>
        {
            Value(j, "check", n.Check.ToString());
            Value(j, "needs", n.Needs);
        });
    });

    /// <summary>Writes a baseline.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(IEnumerable<BaselineEntry> problems, TextWriter writer) => Document(writer, CurrentSchemaVersion, json =>
        Items(json, FileKind.BaselineMember, problems, (j, p) =>
        {
            Value(j, "check", p.Check.ToString());
            Value(j, "subject", p.Subject);
            Value(j, "rule", p.Rule);
            Value(j, "code", p.Code);
            Value(j, "outcome", p.Outcome.ToString());
        }));

    /// <summary>Reads a baseline. Every value is checked, because anybody may have edited the file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The problems; null with the faults when the file was refused.</returns>
    public static (IReadOnlyList<BaselineEntry>? Problems, IReadOnlyList<InputFault> Faults) ReadBaseline(string text,
        CancellationToken cancel = default)
    {
        if (FileKind.Capture(text) is { } capture)
        {
            return (null, [capture]);
        }

        (IReadOnlyList<BaselineEntry>? problems, FaultList faults) = FaultList.Collect(refused =>
        {
            Dictionary<string, object?>? members = JsonTree.Read(text, StringComparer.Ordinal, refused, cancel);
            if (members is not null && refused.Count == 0 && FileKind.NotBaseline(members) is { } other)
            {
                refused.Add(other);
                return null;
            }

            return members is not null && SchemaVersion.Check(members, CurrentSchemaVersion, refused) ? Baseline(members, refused) : null;
        });
        return (faults.Count == 0 ? problems : null, faults);
    }

    private static IReadOnlyList<BaselineEntry> Baseline(IReadOnlyDictionary<string, object?> members, ICollection<InputFault> faults)
    {
        MemberReader root = new(members, string.Empty, MemberPolicy.Exact, faults);
        root.Number(SchemaVersion.Member, CurrentSchemaVersion);
        IReadOnlyList<BaselineEntry> problems = root.RequiredObjects(FileKind.BaselineMember, p => new BaselineEntry(
            p.RequiredChoice<NamespaceCheck>("check"), p.RequiredText("subject"), p.RequiredText("rule"), p.RequiredText("code"),
            p.RequiredChoice<CheckOutcome>("outcome")));
        root.Finish();
        return problems;
    }

    private static void Result(JsonTextWriter json, NamespaceCheckResult result)
    {
        Value(json, "check", result.Check.ToString());
        Value(json, "subject", result.Subject);
        Value(json, "outcome", result.Outcome.ToString());
        Value(json, "message", result.Message);
        Value(json, "remedy", result.Remedy);
        Value(json, "rule", result.Rule);
        if (result.Change is not VerdictChange.None and var change)
        {
            Value(json, "change", change.ToString());
        }

        if (result.ValidUntil is { } end)
        {
            Value(json, "validUntil", Moment(end));
        }

        Items(json, "findings", result.Findings, Finding);
    }

    private static string Moment(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
