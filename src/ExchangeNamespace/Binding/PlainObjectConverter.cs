using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Turns what PowerShell binds into plain texts, Booleans, numbers, lists and named members, so that parameters and design files
/// are read by the same code. Only text forms of other objects count: in a remote shell nothing else arrives.
/// </summary>
internal sealed class PlainObjectConverter
{
    /// <summary>Deeper than any design; ends a structure that contains itself.</summary>
    private const int MaximumDepth = 16;

    /// <summary>More values than any one parameter has; ends what refers to itself many times, or enumerates for ever.</summary>
    private const int MaximumValues = 500_000;

    private const string Deserialized = "Deserialized.";

    private int _left = MaximumValues;

    private PlainObjectConverter()
    {
    }

    /// <summary>
    /// The neutral form of a value. What cannot be read, because it throws or has no end, stays the object it was, which no reader takes.
    /// </summary>
    public static object? From(object? value) => new PlainObjectConverter().Convert(value, depth: 0);

    /// <summary>
    /// Whether an object was of a type of its own before it went through a remote shell or a file; what is left of it is its text.
    /// </summary>
    public static bool IsDeserialized(PSObject source) =>
        source.TypeNames.Count > 0 && source.TypeNames[0].StartsWith(Deserialized, StringComparison.Ordinal)
            && source.TypeNames[0] != Deserialized + typeof(PSCustomObject).FullName;

    /// <summary>The values of all properties of an object.</summary>
    public static IReadOnlyDictionary<string, object?> Properties(PSObject source) => new PlainObjectConverter().All(source, depth: 0);

    /// <summary>The values of the named properties that an object has.</summary>
    public static Dictionary<string, object?> Properties(PSObject source, IEnumerable<string> names)
    {
        PlainObjectConverter tree = new();
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (source.Properties[name] is { } property)
            {
                members[name] = tree.Convert(Read(property), depth: 1);
            }
        }

        return members;
    }

    /// <summary>The text form of an object; null where it throws.</summary>
    public static string? Text(object value)
    {
        try
        {
            return value as string ?? PSObject.AsPSObject(value).ToString();
        }
        catch (ExtendedTypeSystemException)
        {
            return null;
        }
    }

    private object? Convert(object? value, int depth)
    {
        object? bare = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        if (ReferenceEquals(bare, AutomationNull.Value))
        {
            return null;
        }

        if (depth > MaximumDepth || --_left < 0)
        {
            return bare;
        }

        // An enumeration arrives as a number that carries its name as text, other types as bags of their properties.
        if (value is PSObject remote && bare is not (null or string or bool or DateTime or IEnumerable) && IsDeserialized(remote))
        {
            return Text(remote) ?? bare;
        }

        return bare switch
        {
            null => null,
            string or bool or long or double or DateTime => bare,
            SwitchParameter given => given.IsPresent,
            int or short or byte => System.Convert.ToInt64(bare, CultureInfo.InvariantCulture),
            byte[] => bare,
            PSObject custom => Bag(custom, depth),
            PSPropertyInfo unreadable => unreadable,
            IDictionary dictionary => Whole(() => Entries(dictionary, depth)) ?? bare,
            IEnumerable items => Whole(() => Items(items, depth)) ?? bare,
            _ => Text(value!) ?? bare,
        };
    }

    /// <summary>A serialized object of which only its text was kept is that text.</summary>
    private object Bag(PSObject source, int depth)
    {
        Dictionary<string, object?> members = All(source, depth);
        return members.Count == 0 && Text(source) is { Length: > 0 } text ? text : members;
    }

    private Dictionary<string, object?> All(PSObject source, int depth)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in source.Properties)
        {
            members[property.Name] = Convert(Read(property), depth + 1);
        }

        return members;
    }

    private Dictionary<string, object?> Entries(IDictionary dictionary, int depth)
    {
        // Ordinal: two keys that differ in letter case only are both kept, and the reader refuses them.
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            members[Text(entry.Key) ?? entry.Key.GetType().Name] = Convert(entry.Value, depth + 1);
        }

        return members;
    }

    private List<object?>? Items(IEnumerable items, int depth)
    {
        List<object?> list = [];
        foreach (object? item in items)
        {
            if (_left <= 0)
            {
                return null;
            }

            list.Add(Convert(item, depth + 1));
        }

        return list;
    }

    /// <summary>What an enumerator of a foreign type throws says nothing to the user; that its object is no list does.</summary>
    private static object? Whole(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return null;
        }
    }

    /// <summary>The value of a property; the property itself where its getter throws.</summary>
    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return property;
        }
    }
}
