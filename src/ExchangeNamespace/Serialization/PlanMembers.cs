using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// One object of a plan file. Unlike the reader of a design, which forgives what people type, this one takes exactly the form that is
/// written. A member that is refused gives a stand-in value beside its fault; a plan with a fault is never handed out.
/// </summary>
internal sealed class PlanMembers
{
    private readonly IReadOnlyDictionary<string, object?> _members;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _path;

    public PlanMembers(IReadOnlyDictionary<string, object?> members, string path, ICollection<InputFault> faults)
    {
        _members = members;
        _path = path;
        Faults = faults;
    }

    public ICollection<InputFault> Faults { get; }

    public string PathOf(string name) => _path.Length == 0 ? name : _path + "." + name;

    public string? OptionalText(string name)
    {
        if (Raw(name) is not { } value)
        {
            return null;
        }

        if (value is string text)
        {
            return OneLine(text, PathOf(name));
        }

        WrongType(name, value, "a text");
        return null;
    }

    public string Text(string name)
    {
        Require(name);
        return OptionalText(name) ?? string.Empty;
    }

    /// <summary>The texts of a list; null where the member is missing.</summary>
    public IReadOnlyList<string>? OptionalTexts(string name)
    {
        if (OptionalItems(name) is not { } items)
        {
            return null;
        }

        List<string> texts = new(items.Count);
        foreach (object? item in items)
        {
            if (item is not string text)
            {
                WrongType(name, item, "a list of texts");
            }
            else if (OneLine(text, PathOf(name)) is { } line)
            {
                texts.Add(line);
            }
        }

        return texts;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        Require(name);
        return OptionalTexts(name) ?? [];
    }

    public Fqdn? OptionalHost(string name) => OptionalText(name) is { } text ? Host(text, PathOf(name)) : null;

    public Fqdn Host(string name)
    {
        Require(name);
        return OptionalHost(name)!;
    }

    public IReadOnlyList<Fqdn> Hosts(string name) => [.. Texts(name).Select(t => Host(t, PathOf(name))!)];

    public IReadOnlyList<Fqdn> OptionalHosts(string name) => [.. (OptionalTexts(name) ?? []).Select(t => Host(t, PathOf(name))!)];

    public bool? OptionalBoolean(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case bool value:
                return value;
            case var other:
                WrongType(name, other, "true or false");
                return null;
        }
    }

    public bool Boolean(string name)
    {
        Require(name);
        return OptionalBoolean(name) ?? false;
    }

    /// <summary>A whole number from 0 to <paramref name="maximum"/>; 0 where the member is missing.</summary>
    public int Number(string name, int maximum)
    {
        switch (Raw(name))
        {
            case null:
                return 0;
            case long value and >= 0 when value <= maximum:
                return (int)value;
            case long value:
                Refuse(FaultIds.ValueOutOfRange, name, value, $"is not from 0 to {maximum.ToString(CultureInfo.InvariantCulture)}.");
                return 0;
            case var other:
                WrongType(name, other, "a whole number");
                return 0;
        }
    }

    public int RequiredNumber(string name, int maximum)
    {
        Require(name);
        return Number(name, maximum);
    }

    /// <summary>A member of an enumeration; of the given ones where only some belong into a plan.</summary>
    public T Choice<T>(string name, params T[] among)
        where T : struct, Enum
    {
        Require(name);
        if (OptionalText(name) is not { } text)
        {
            return default;
        }

        string[] names = among.Length == 0 ? Enum.GetNames(typeof(T)) : Array.ConvertAll(among, a => a.ToString());
        if (Array.IndexOf(names, text) >= 0)
        {
            return (T)Enum.Parse(typeof(T), text);
        }

        Refuse(FaultIds.ValueNotListed, name, text, $"'{VisibleText.Short(text)}' is not one of {string.Join(", ", names)}.");
        return default;
    }

    public DateTime Date(string name)
    {
        Require(name);
        if (OptionalText(name) is not { } text)
        {
            return default;
        }

        if (!DateTime.TryParseExact(text, DayText.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            WrongType(name, text, "a date such as 2026-03-15");
        }

        return date;
    }

    public IReadOnlyList<T> Objects<T>(string name, Func<PlanMembers, T> read)
    {
        Require(name);
        return OptionalObjects(name, read);
    }

    public IReadOnlyList<T> OptionalObjects<T>(string name, Func<PlanMembers, T> read) =>
        Objects(OptionalItems(name) ?? [], PathOf(name), read);

    public IReadOnlyList<IReadOnlyList<T>> Lists<T>(string name, Func<PlanMembers, T> read)
    {
        Require(name);
        List<IReadOnlyList<T>> lists = [];
        foreach (object? item in OptionalItems(name) ?? [])
        {
            string path = Indexed(PathOf(name), lists.Count);
            if (item is not IReadOnlyList<object?> items)
            {
                Faults.Add(new InputFault(FaultIds.MemberWrongType, path, null, $"{path} is not a list."));
                items = [];
            }

            lists.Add(Objects(items, path, read));
        }

        return lists;
    }

    public T? OptionalObject<T>(string name, Func<PlanMembers, T> read)
        where T : class
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case IReadOnlyDictionary<string, object?> members:
                return ReadAll(new PlanMembers(members, PathOf(name), Faults), read);
            case var other:
                WrongType(name, other, "an object");
                return null;
        }
    }

    public T Object<T>(string name, Func<PlanMembers, T> read)
        where T : class
    {
        Require(name);
        return OptionalObject(name, read)!;
    }

    public void Refuse(string id, string name, object? value, string what) =>
        Faults.Add(new InputFault(id, PathOf(name), value, $"{PathOf(name)} {what}"));

    /// <summary>Refuses unknown members.</summary>
    public void Finish()
    {
        foreach (string name in _members.Keys.Where(n => !_asked.Contains(n)))
        {
            string known = string.Join(", ", _asked.OrderBy(a => a, StringComparer.Ordinal));
            Refuse(FaultIds.MemberUnknown, VisibleText.Short(name), name, $"is not a member here. Known: {known}.");
        }
    }

    private static T ReadAll<T>(PlanMembers members, Func<PlanMembers, T> read)
    {
        T value = read(members);
        members.Finish();
        return value;
    }

    private static string Indexed(string path, int index) => path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private IReadOnlyList<T> Objects<T>(IReadOnlyList<object?> items, string path, Func<PlanMembers, T> read)
    {
        List<T> values = new(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is IReadOnlyDictionary<string, object?> members)
            {
                values.Add(ReadAll(new PlanMembers(members, Indexed(path, i), Faults), read));
            }
            else
            {
                Faults.Add(new InputFault(FaultIds.MemberWrongType, Indexed(path, i), items[i] as string,
                    $"{Indexed(path, i)} is not an object."));
            }
        }

        return values;
    }

    private IReadOnlyList<object?>? OptionalItems(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case IReadOnlyList<object?> items:
                return items;
            case var other:
                WrongType(name, other, "a list");
                return null;
        }
    }

    private object? Raw(string name)
    {
        _asked.Add(name);
        return _members.TryGetValue(name, out object? value) ? value : null;
    }

    private void Require(string name)
    {
        if (Raw(name) is null)
        {
            Refuse(FaultIds.MemberMissing, name, null, "is missing.");
        }
    }

    private Fqdn? Host(string text, string path)
    {
        if (!Fqdn.TryParse(text, path, out Fqdn? host, out InputFault? fault))
        {
            Faults.Add(fault);
        }

        return host;
    }

    private string? OneLine(string text, string path)
    {
        if (!TextSyntax.BreaksLine(text))
        {
            return text;
        }

        Faults.Add(new InputFault(FaultIds.TextHasControlCharacter, path, text,
            $"{path} contains a line break or control character. A one-line command cannot carry it."));
        return null;
    }

    private void WrongType(string name, object? value, string wanted) =>
        Refuse(FaultIds.MemberWrongType, name, value as string, $"is not {wanted}.");
}
