using System.Collections.Generic;
using System.IO;
using ExchangeNamespace.Requests;
using Newtonsoft.Json;

namespace ExchangeNamespace.Serialization;

/// <summary>Writes a design file from plain values: indented, line ends LF, ASCII only.</summary>
internal static class DesignWriter
{
    public static void Write(IReadOnlyDictionary<string, object?> design, TextWriter writer) =>
        JsonMembers.Document(writer, RequestReader.DesignSchemaVersion, json => Members(json, design));

    private static void Members(JsonTextWriter json, IReadOnlyDictionary<string, object?> members)
    {
        foreach (KeyValuePair<string, object?> member in members)
        {
            json.WritePropertyName(member.Key);
            Value(json, member.Value);
        }
    }

    private static void Value(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> members:
                json.WriteStartObject();
                Members(json, members);
                json.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                json.WriteStartArray();
                foreach (object? item in items)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }
}
