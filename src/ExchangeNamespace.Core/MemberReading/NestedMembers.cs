using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.MemberReading;

/// <summary>Objects inside objects: each is read to its end, so that its unknown members are refused.</summary>
internal static class NestedMembers
{
    public static T? Object<T>(this MemberReader reader, string name, Func<MemberReader, T> read)
        where T : class
    {
        switch (reader.Raw(name))
        {
            case null:
                return null;
            case IReadOnlyDictionary<string, object?> members:
                return ReadAll(reader.Inner(members, reader.PathOf(name)), read);
            case var other:
                reader.WrongType(name, other, "an object");
                return null;
        }
    }

    public static T RequiredObject<T>(this MemberReader reader, string name, Func<MemberReader, T> read)
        where T : class => reader.Require(name).Object(name, read)!;

    /// <summary>The objects of a list; an empty list where the member is missing.</summary>
    public static IReadOnlyList<T> Objects<T>(this MemberReader reader, string name, Func<MemberReader, T> read) =>
        Objects(reader, reader.Items(name) ?? [], reader.PathOf(name), read);

    public static IReadOnlyList<T> RequiredObjects<T>(this MemberReader reader, string name, Func<MemberReader, T> read) =>
        reader.Require(name).Objects(name, read);

    /// <summary>The objects of a list of lists, which must be there.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> RequiredLists<T>(this MemberReader reader, string name, Func<MemberReader, T> read)
    {
        List<IReadOnlyList<T>> lists = [];
        foreach (object? item in reader.Require(name).Items(name) ?? [])
        {
            string path = Indexed(reader.PathOf(name), lists.Count);
            if (item is not IReadOnlyList<object?> items)
            {
                Refuse(reader, path, null, "a list");
                items = [];
            }

            lists.Add(Objects(reader, items, path, read));
        }

        return lists;
    }

    private static IReadOnlyList<T> Objects<T>(MemberReader reader, IReadOnlyList<object?> items, string path, Func<MemberReader, T> read)
    {
        List<T> values = new(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is IReadOnlyDictionary<string, object?> members)
            {
                values.Add(ReadAll(reader.Inner(members, Indexed(path, i)), read));
            }
            else
            {
                Refuse(reader, Indexed(path, i), items[i] as string, "an object");
            }
        }

        return values;
    }

    private static T ReadAll<T>(MemberReader reader, Func<MemberReader, T> read)
    {
        T value = read(reader);
        reader.Finish();
        return value;
    }

    private static void Refuse(MemberReader reader, string path, object? value, string wanted) =>
        reader.Faults.Add(new InputFault(FaultIds.MemberWrongType, path, value, $"{path} is not {wanted}."));

    private static string Indexed(string path, int index) => path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
