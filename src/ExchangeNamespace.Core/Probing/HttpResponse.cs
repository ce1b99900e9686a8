using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Probing;

/// <summary>A response that was read whole, or whose body was cut at the limit.</summary>
internal sealed class HttpResponse
{
    public required int StatusCode { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body; bytes beyond the limit are left out.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The first header of a name; null without one.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
