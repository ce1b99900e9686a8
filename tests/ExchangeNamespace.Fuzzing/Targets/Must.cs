using System;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>What ends a run where a promise does not hold.</summary>
internal static class Must
{
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void Hold(bool promise, string text)
    {
        if (!promise)
        {
            throw new InvalidOperationException(text);
        }
    }

    /// <summary>A message goes to a console and to logs, so it has no control character.</summary>
    public static void BeShown(string message) => Hold(!message.AsSpan().ContainsAnyInRange('\0', '\x1F'), "A control character: " + message);
}
