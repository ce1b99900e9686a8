using System;

namespace ExchangeNamespace.Model;

/// <summary>
/// A value that an enumeration has no member for, or that does not belong where it stands: an error of this module, never of its user.
/// </summary>
internal static class ClosedSet
{
    /// <summary>The error to throw in the last arm of a switch over an enumeration.</summary>
    public static InvalidOperationException Outside<T>(T value)
        where T : struct, Enum => new($"{typeof(T).Name} {value} has no place here.");
}
