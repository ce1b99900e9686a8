using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Verdicts;
using Newtonsoft.Json;

namespace ExchangeNamespace.Serialization;

/// <summary>A verdict as JSON, and the baseline of a verdict as a file: members in a fixed order, line ends LF, ASCII only.</summary>
internal static class VerdictJson
{
    private const int CurrentSchemaVersion = 1;

    /// <summary>Writes a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(NamespaceVerdict verdict, TextWriter writer) => Document(writer, json =>
    {
        Text(json, "subject", verdict.Subject);
        Text(json, "outcome", verdict.Outcome.ToString());
        Text(json, "message", verdict.Message);
        Text(json, "checkedAt", Moment(verdict.CheckedAt));
        Number(json, "checked", verdict.Checked);
        Number(json, "passed", verdict.Passed);
        Number(json, "warnings", verdict.Warnings);
        Number(json, "failed", verdict.Failed);
        Number(json, "unknown", verdict.Unknown);
        Items(json, "results", verdict.Results, Result);
        Items(json, "notChecked", verdict.NotChecked, (j, n) =>
        {
            Text(j, "check", n.Check.ToString());
            Text(j, "needs", n.Needs);
        });
    });

    /// <summary>Writes a baseline.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(IEnumerable<BaselineEntry> problems, TextWriter writer) => Document(writer, json =>
        Items(json, FileKind.BaselineMember, problems, (j, p) =>
        {
            Text(j, "check", p.Check.ToString());
            Text(j, "subject", p.Subject);
            Text(j, "rule", p.Rule);
            Text(j, "code", p.Code);
            Text(j, "outcome", p.Outcome.ToString());
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
        Text(json, "check", result.Check.ToString());
        Text(json, "subject", result.Subject);
        Text(json, "outcome", result.Outcome.ToString());
        Text(json, "message", result.Message);
        Text(json, "remedy", result.Remedy);
        Text(json, "rule", result.Rule);
        if (result.Change is not VerdictChange.None and var change)
        {
            Text(json, "change", change.ToString());
        }

        if (result.ValidUntil is { } end)
        {
            Text(json, "validUntil", Moment(end));
        }

        Items(json, "findings", result.Findings, (j, f) =>
        {
            Text(j, "code", f.Code);
            Text(j, "severity", f.Severity.ToString());
            Text(j, "subject", f.Subject);
            Text(j, "message", f.Message);
            Text(j, "remedy", f.Remedy);
            Text(j, "rule", f.Rule);
        });
    }

    private static void Document(TextWriter writer, Action<JsonTextWriter> members)
    {
        string newLine = writer.NewLine;
        writer.NewLine = "\n";
        try
        {
            using (JsonTextWriter json = new(writer))
            {
                json.CloseOutput = false;
                json.Culture = CultureInfo.InvariantCulture;
                json.Formatting = Formatting.Indented;
                json.StringEscapeHandling = StringEscapeHandling.EscapeNonAscii;
                json.WriteStartObject();
                Number(json, SchemaVersion.Member, CurrentSchemaVersion);
                members(json);
                json.WriteEndObject();
            }

            writer.WriteLine();
        }
        finally
        {
            writer.NewLine = newLine;
        }
    }

    private static void Items<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<JsonTextWriter, T> members)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Number(JsonTextWriter json, string name, int value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static string Moment(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
