using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ExchangeNamespace.Diagnostics;
using Newtonsoft.Json;

namespace ExchangeNamespace.Serialization;

/// <summary>A JSON document member by member, in the order of the calls: indented, line ends LF, ASCII only.</summary>
internal static class JsonMembers
{
    /// <summary>Writes a document whose first member is its schema version.</summary>
    public static void Document(TextWriter writer, int schemaVersion, Action<JsonTextWriter> members)
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
                Number(json, SchemaVersion.Member, schemaVersion);
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

    public static void Items<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<JsonTextWriter, T> members)
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

    public static void Texts(JsonTextWriter json, string name, IEnumerable<string> texts)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>The members of a finding, as every document has them.</summary>
    public static void Finding(JsonTextWriter json, Finding finding)
    {
        Value(json, "code", finding.Code);
        Value(json, "severity", finding.Severity.ToString());
        Value(json, "subject", finding.Subject);
        Value(json, "message", finding.Message);
        Value(json, "remedy", finding.Remedy);
        Value(json, "rule", finding.Rule);
    }

    public static void Value(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Number(JsonTextWriter json, string name, long value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
