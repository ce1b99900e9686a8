using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Turns what PowerShell binds into plain texts, Booleans, numbers, lists and named members, so that parameters and design files
/// are read by the same code. Only text forms of other objects count: in a remote shell nothing else arrives.
/// </summary>
internal static class NeutralTree
{
    /// <summary>Deeper than any design; ends a structure that contains itself.</summary>
    private const int MaximumDepth = 16;

    private const string Deserialized = "Deserialized.";

    public static object? From(object? value, int depth = 0)
    {
        object? bare = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        if (depth > MaximumDepth)
        {
            return bare?.ToString();
        }

        // An enumeration arrives as a number that carries its name as text, other types as bags of their properties.
        if (value is PSObject remote && bare is not (null or string or bool or DateTime or IEnumerable) && IsDeserialized(remote))
        {
            return Text(remote);
        }

        return bare switch
        {
            null => null,
            string or bool or long or double or DateTime => bare,
            SwitchParameter given => given.IsPresent,
            int or short or byte => Convert.ToInt64(bare, CultureInfo.InvariantCulture),
            PSObject custom => Properties(custom, depth),
            IDictionary dictionary => Entries(dictionary, depth),
            IEnumerable items => items.Cast<object?>().Select(i => From(i, depth + 1)).ToList(),
            _ => Text(value!),
        };
    }

    /// <summary>Whether an object was of a type of its own before it went through a remote shell or a file; what is left of it is its text.</summary>
    public static bool IsDeserialized(PSObject source) =>
        source.TypeNames.Count > 0 && source.TypeNames[0].StartsWith(Deserialized, StringComparison.Ordinal) && source.TypeNames[0] != Deserialized + typeof(PSCustomObject).FullName;

    /// <summary>The values of all properties of an object.</summary>
    public static IReadOnlyDictionary<string, object?> Properties(PSObject source, int depth = 0)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in source.Properties)
        {
            members[property.Name] = From(Read(property), depth + 1);
        }

        return members;
    }

    /// <summary>The values of the named properties that an object has.</summary>
    public static IReadOnlyDictionary<string, object?> Properties(PSObject source, IEnumerable<string> names)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (source.Properties[name] is { } property)
            {
                members[name] = From(Read(property), depth: 1);
            }
        }

        return members;
    }

    private static Dictionary<string, object?> Entries(IDictionary dictionary, int depth)
    {
        // Ordinal: two keys that differ in letter case only are both kept, and the reader refuses them.
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            members[Text(entry.Key)] = From(entry.Value, depth + 1);
        }

        return members;
    }

    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private static string Text(object value) => PSObject.AsPSObject(value).ToString();
}
