using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>The named values of a hashtable, a table row or an object of Exchange.</summary>
internal sealed class NamedValues
{
    private NamedValues(IReadOnlyDictionary<string, object?> values, bool isStrict)
    {
        Values = values;
        IsStrict = isStrict;
    }

    /// <summary>The values.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; }

    /// <summary>Whether an unknown name is a mistake: in a hashtable it is, other objects have hundreds of properties.</summary>
    public bool IsStrict { get; }

    /// <summary>Reads an input; null for what has no named values, such as a text.</summary>
    /// <param name="input">The input.</param>
    /// <param name="known">The properties that count on an object of Exchange.</param>
    public static NamedValues? Of(object? input, IReadOnlyList<string> known)
    {
        object? bare = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        return bare switch
        {
            null or string or ValueType => null,
            IDictionary =>
                PlainObjectConverter.From(bare) is IReadOnlyDictionary<string, object?> values ? new NamedValues(values, true) : null,
            _ => new NamedValues(PlainObjectConverter.Properties(PSObject.AsPSObject(input), known), false),
        };
    }
}
