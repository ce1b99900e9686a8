using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>Holds what the JSON reader of the module made of a text against System.Text.Json, which accepts RFC 8259 and nothing else.</summary>
internal static class SecondReader
{
    /// <summary>What differs; null where both read the same.</summary>
    public static string? Difference(IReadOnlyDictionary<string, object?> read, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
            return Difference("$", read, document.RootElement);
        }
        catch (JsonException e)
        {
            return "The second reader refuses it: " + e.Message;
        }
        catch (InvalidOperationException)
        {
            // An escape is half a surrogate pair: RFC 8259 allows it, and the second reader gives no text for it.
            return null;
        }
    }

    private static string? Difference(string path, object? read, JsonElement element) => (read, element.ValueKind) switch
    {
        (null, JsonValueKind.Null) or (true, JsonValueKind.True) or (false, JsonValueKind.False) => null,
        (string one, JsonValueKind.String) when one == element.GetString() => null,
        (long one, JsonValueKind.Number) when element.TryGetInt64(out long other) && one == other => null,
        (double one, JsonValueKind.Number) when one.Equals(element.GetDouble()) => null,
        (IReadOnlyList<object?> list, JsonValueKind.Array) when list.Count == element.GetArrayLength() =>
            list.Zip(element.EnumerateArray(), (r, e) => (r, e)).Select((p, i) => Difference(path + "[" + i + "]", p.r, p.e))
                .FirstOrDefault(d => d is not null),
        (IReadOnlyDictionary<string, object?> members, JsonValueKind.Object) when members.Count == element.EnumerateObject().Count() =>
            element.EnumerateObject().Select(p => members.TryGetValue(p.Name, out object? value)
                ? Difference(path + "." + p.Name, value, p.Value) : path + "." + p.Name + " is missing").FirstOrDefault(d => d is not null),
        _ => $"{path}: {read ?? "null"} and {element}",
    };
}
