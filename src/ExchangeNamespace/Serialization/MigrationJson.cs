using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Migration.Runbook;
using ExchangeNamespace.Model;
using Newtonsoft.Json;
using static ExchangeNamespace.Serialization.JsonMembers;

namespace ExchangeNamespace.Serialization;

/// <summary>A migration with its calendar as JSON, for other programs. Members have a fixed order; what is not known is left out.</summary>
internal static class MigrationJson
{
    private const int CurrentSchemaVersion = 1;

    /// <summary>Writes a migration.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="calendar">Its days; null where no start was stated.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    public static void Write(NamespaceMigration migration, MigrationCalendar? calendar, TextWriter writer) =>
        Document(writer, CurrentSchemaVersion, json =>
    {
        Value(json, "externalHost", migration.Present.ExternalHost.Value);
        Texts(json, "from", Versions(migration.Present));
        Texts(json, "to", Versions(migration.Target));
        Number(json, "hops", migration.Plans.Count);
        Items(json, "findings", AllFindings.Of(migration, calendar), Finding);
        Items(json, "steps", migration.Steps, Step);
        if (calendar is not null)
        {
            json.WritePropertyName("calendar");
            json.WriteStartObject();
            Calendar(json, calendar);
            json.WriteEndObject();
        }
    });

    private static void Step(JsonTextWriter json, MigrationStep step)
    {
        Number(json, "number", step.Number);
        Value(json, "id", step.Id);
        Number(json, "hop", step.Hop);
        Value(json, "phase", step.Phase.ToString());
        Value(json, "title", step.Title);
        Value(json, "place", step.Place.ToString());
        Optional(json, "shellVersion", step.ShellVersion?.ToString());
        Texts(json, "servers", step.Servers);
        Texts(json, "dependsOn", step.DependsOn);
        Items(json, "before", step.Before, Check);
        Items(json, "actions", StepParts.Of(step), Part);
        Items(json, "effects", step.Effects, (j, e) =>
        {
            Value(j, "clients", e.Clients);
            Value(j, "text", e.Text);
        });
        Items(json, "after", step.After, Check);
        Items(json, "takeBack", StepParts.Back(step), Part);
        Value(json, "takeBackNote", step.TakeBackNote);
        if (step.Wait is { } wait)
        {
            json.WritePropertyName("wait");
            json.WriteStartObject();
            Number(json, "seconds", (long)Math.Ceiling(wait.Duration.TotalSeconds));
            Value(json, "reason", wait.Reason);
            Value(json, "source", wait.Source);
            Value(json, "certainty", wait.Certainty.ToString());
            json.WriteEndObject();
        }

        Value(json, "rule", step.Rule);
        Value(json, "source", step.Source);
        Value(json, "certainty", step.Certainty.ToString());
    }

    private static void Part(JsonTextWriter json, StepPart part)
    {
        Value(json, "by", part.Shell.Kind.ToString());
        Optional(json, "exchange", part.Shell.Generation is { } generation ? ShellGenerations.Product(generation) : null);
        Texts(json, "lines", part.Lines);
        Optional(json, "remark", part.Remark.Length > 0 ? part.Remark : null);
        if (part.IsToFillIn)
        {
            json.WritePropertyName("fillIn");
            json.WriteValue(true);
        }
    }

    private static void Check(JsonTextWriter json, MigrationCheck check)
    {
        Value(json, "text", check.Text);
        Optional(json, "line", check.Line);
        Value(json, "expected", check.Expected);
    }

    private static void Calendar(JsonTextWriter json, MigrationCalendar calendar)
    {
        Value(json, "timeZone", calendar.TimeZone);
        Value(json, "start", Moment(calendar.Start));
        Value(json, "end", Moment(calendar.End));
        Texts(json, "maintenanceWindows", calendar.Windows);
        Texts(json, "workingHours", calendar.WorkingHours);
        Items(json, "entries", calendar.Entries, (j, e) =>
        {
            Value(j, "kind", e.Kind.ToString());
            Optional(j, "step", e.Step?.Id);
            Value(j, "title", e.Title);
            Value(j, "begin", Moment(e.Begin));
            Value(j, "end", Moment(e.End));
            Value(j, "window", e.Window.ToString());
            Value(j, "reason", e.Reason);
            if (e.WaitUntil is { } until)
            {
                Value(j, "waitUntil", Moment(until));
                Value(j, "waitReason", e.WaitReason);
            }
        });
        Texts(json, "unplaced", calendar.Unplaced.Select(s => s.Id));
    }

    private static void Optional(JsonTextWriter json, string name, string? value)
    {
        if (value is not null)
        {
            Value(json, name, value);
        }
    }

    private static IEnumerable<string> Versions(NamespacePlan plan) => plan.Servers.Select(s => s.Version.ToString()).Distinct();

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
