using System;
using System.Collections.Generic;

namespace ExchangeNamespace.State.CliXml;

/// <summary>An object of a CliXml document: its type names and those of its properties that were asked for, as plain values.</summary>
internal sealed class CliXmlObject
{
    /// <summary>Stands for a value that has no plain form: a script block, a secure string, a dictionary, an object without text.</summary>
    public static readonly object Unreadable = new();

    /// <summary>The type names, the nearest first.</summary>
    public IReadOnlyList<string> TypeNames { get; set; } = [];

    /// <summary>Texts, Booleans, whole numbers, dates, bytes, lists of them, null, or <see cref="Unreadable"/>.</summary>
    public Dictionary<string, object?> Members { get; } = new(StringComparer.OrdinalIgnoreCase);
}
