using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.MemberReading;

/// <summary>
/// The one reader of named members: of parameters, a hashtable, a table row, a design or plan file, or a captured object. The policy says
/// what it takes. Every fault names the path of the member; <see cref="Finish"/> judges the members that were not asked for.
/// </summary>
internal sealed class MemberReader
{
    /// <summary>About as many as a server has, so that the list of one is not grown row by row.</summary>
    private const int UsualMemberCount = 16;

    /// <summary>What tables write for the two Boolean values.</summary>
    private static readonly Dictionary<string, bool> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["True"] = true, ["$true"] = true, ["Yes"] = true, ["1"] = true,
        ["False"] = false, ["$false"] = false, ["No"] = false, ["0"] = false,
    };

    private readonly IReadOnlyDictionary<string, object?> _members;
    private readonly MemberPolicy _policy;
    private readonly List<string> _asked = new(UsualMemberCount);
    private readonly string? _path;

    /// <param name="members">The members.</param>
    /// <param name="path">
    /// Where they stand; null for a reading that is made again with a path where it has faults, because the paths of thousands of rows
    /// cost as much as reading them.
    /// </param>
    /// <param name="policy">What is taken.</param>
    /// <param name="faults">Receives the faults.</param>
    public MemberReader(IReadOnlyDictionary<string, object?> members, string? path, MemberPolicy policy, ICollection<InputFault> faults)
    {
        _path = path;
        _policy = policy;
        _members = members;
        Faults = faults;
        if (!policy.IgnoresCase
            || (members is Dictionary<string, object?> own && ReferenceEquals(own.Comparer, StringComparer.OrdinalIgnoreCase)))
        {
            // No name can stand twice in it, and one copy for each of thousands of rows is saved.
            return;
        }

        Dictionary<string, object?> merged = new(StringComparer.OrdinalIgnoreCase);
        _members = merged;
        foreach (KeyValuePair<string, object?> member in members)
        {
            if (merged.ContainsKey(member.Key))
            {
                Refuse(FaultIds.MemberDuplicate, VisibleText.Short(member.Key), member.Value,
                    "stands twice, in two letter cases. Keep one.");
            }

            merged[member.Key] = member.Value;
        }
    }

    public ICollection<InputFault> Faults { get; }

    private StringComparison Case => _policy.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>
    /// The members that a reading asks for. The code that reads is their only list, so that what is taken from an object of Exchange and
    /// what is read from it cannot differ.
    /// </summary>
    /// <param name="read">Reads from a reader that has nothing but what is given.</param>
    /// <param name="given">Values without which it would stop asking.</param>
    public static IReadOnlyList<string> AskedBy(Action<MemberReader> read, params (string Name, object? Value)[] given)
    {
        MemberReader reader = new(given.ToDictionary(g => g.Name, g => g.Value), string.Empty,
            MemberPolicy.Forgiving with { Unknown = UnknownMembers.Ignore }, []);
        read(reader);
        return [.. reader._asked.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the member is there, with a value or without.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Where a member stands, under the name that it was given.</summary>
    public string PathOf(string name)
    {
        if (_path is null)
        {
            return name;
        }

        string given = _policy.IgnoresCase && _members.Keys.FirstOrDefault(k => string.Equals(k, name, Case)) is { } key
            ? VisibleText.Short(key)
            : name;
        return _path.Length == 0 ? given : _path + "." + given;
    }

    /// <summary>The raw value; null where the member is missing or null.</summary>
    public object? Raw(string name)
    {
        _asked.Add(name);
        return _members.TryGetValue(name, out object? value) ? value : null;
    }

    /// <summary>Whether the member is there without a value, where that says something else than no member.</summary>
    public bool IsNull(string name) => Raw(name) is null && Has(name);

    /// <summary>A reader of members that stand inside these.</summary>
    public MemberReader Inner(IReadOnlyDictionary<string, object?> members, string path) => new(members, path, _policy, Faults);

    /// <summary>A text of one line.</summary>
    public string? Text(string name) => Unchecked(name, "a text") is { } text && IsLine(name, text) ? text : null;

    /// <summary>A text that may hold any character.</summary>
    public string? AnyText(string name) => Unchecked(name, "a text");

    public Fqdn? Host(string name) =>
        (_policy.ChecksEachLine ? Text(name) : Unchecked(name, "a host name")) is { } text ? Host(text, PathOf(name)) : null;

    public Fqdn? Host(string text, string path)
    {
        if (!Fqdn.TryParse(text, path, out Fqdn? host, out InputFault? fault))
        {
            Faults.Add(fault);
        }

        return host;
    }

    public bool? Boolean(string name)
    {
        switch (Raw(name))
        {
            case null:
            case string { Length: 0 } when _policy.IgnoresCase:
                return null;
            case bool value:
                return value;
            case string text when _policy.TakesTextAsBoolean && bool.TryParse(text.TrimStart('$'), out bool parsed):
                return parsed;
            case var other:
                WrongType(name, other, _policy.Boolean);
                return null;
        }
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

    /// <summary>A Boolean value that may come from a cell of a table, where people write it in more ways.</summary>
    public bool? Cell(string name)
    {
        switch (Raw(name))
        {
            case string text when text.Trim().Length == 0:
                return null;
            case string text when Words.TryGetValue(text.Trim(), out bool meant):
                return meant;
            case null or bool:
                return Boolean(name);
            case var other:
                WrongType(name, other, "$true or $false; a table may also say Yes or No, 1 or 0");
                return null;
        }
    }

    public DateTime? Date(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case DateTime value:
                return value.Date;
            // The day as written: turned into local time it would depend on the machine.
            case string text when MomentText.Day(text) is { } day:
                return day;
            case var other:
                WrongType(name, other, "a date such as 2026-03-15");
                return null;
        }
    }

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case T value:
                return value;
            case string text:
                return Choice<T>(text, PathOf(name));
            case var other:
                WrongType(name, other, "one of " + Listed<T>());
                return null;
        }
    }

    public T? Choice<T>(string text, string path)
        where T : struct, Enum
    {
        string? known = Enum.GetNames(typeof(T)).FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return (T)Enum.Parse(typeof(T), known);
        }

        Faults.Add(new InputFault(FaultIds.ValueNotListed, path, text,
            $"{path}: '{VisibleText.Short(text)}' is not one of {Listed<T>()}."));
        return null;
    }

    /// <summary>A list of texts; null where the member is missing. What is no text is refused and left out.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Raw(name) is not { } value || ItemsOf(name, value) is not { } items)
        {
            return null;
        }

        List<string> texts = [];
        foreach (object? item in items)
        {
            if (texts.Count >= _policy.MostItems)
            {
                WrongType(name, value, _policy.ListOfTexts);
                break;
            }

            if (Plain(item) is not { } text)
            {
                WrongType(name, item, _policy.ListOfTexts);
            }
            else if (!_policy.ChecksEachLine || IsLine(name, text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    public IReadOnlyDictionary<string, object?>? Members(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case IReadOnlyDictionary<string, object?> members:
                return members;
            case var other:
                WrongType(name, other, "named members (a hashtable)");
                return null;
        }
    }

    public IReadOnlyList<object?>? Items(string name) =>
        Raw(name) is { } value && ItemsOf(name, value) is { } items ? items as IReadOnlyList<object?> ?? [.. items] : null;

    public void Refuse(string id, string name, object? value, string what) =>
        Faults.Add(new InputFault(id, PathOf(name), value, $"{PathOf(name)} {what}"));

    public void WrongType(string name, object? value, string wanted) =>
        Refuse(_policy.WrongTypeId, name, _policy.HidesOtherValues ? value as string : value, $"is not {wanted}.{_policy.WrongTypeAdvice}");

    /// <summary>Judges the members that were not asked for, as the policy says.</summary>
    /// <param name="unrelated">Names that were judged before and resemble no known one; receives those of this reader.</param>
    /// <param name="passedOver">Names that are known and not read.</param>
    public void Finish(ISet<string>? unrelated = null, IEnumerable<string>? passedOver = null)
    {
        if (_policy.Unknown == UnknownMembers.Ignore)
        {
            return;
        }

        _asked.AddRange(passedOver ?? []);

        foreach (string name in _members.Keys.Where(k => !_asked.Exists(a => string.Equals(a, k, Case)) && unrelated?.Contains(k) != true))
        {
            string? near = NearMiss.Find(name, _asked);
            if (_policy.Unknown == UnknownMembers.Refuse)
            {
                RefuseUnknown(name, near);
            }
            else if (near is null)
            {
                unrelated?.Add(name);
            }
            else
            {
                Unknown(name, $"'{VisibleText.Short(name)}' looks like a mistyped {near}.");
            }
        }
    }

    private void RefuseUnknown(string name, string? near)
    {
        IEnumerable<string> sorted = _asked.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(a => a, StringComparer.Ordinal);
        string whole = _policy.IgnoresCase ? "the design" : "the plan";
        Unknown(name, $"'{VisibleText.Short(name)}' is not a member of {(_path is null or { Length: 0 } ? whole : _path)}."
            + (near is null ? $" Known: {string.Join(", ", sorted)}." : $" Did you mean {near}?"));
    }

    private void Unknown(string name, string message) =>
        Faults.Add(new InputFault(FaultIds.MemberUnknown, PathOf(VisibleText.Short(name)), name, message));

    /// <summary>The value as text with any characters; null beside a fault where it is something else.</summary>
    private string? Unchecked(string name, string wanted)
    {
        if (Raw(name) is not { } value)
        {
            return null;
        }

        string? text = Plain(value);
        if (text is null)
        {
            WrongType(name, value, wanted);
        }

        return text;
    }

    private string? Plain(object? value) => value switch
    {
        string text when text.Length <= _policy.LongestText => text,
        long number when _policy.TakesScalarAsText => number.ToString(CultureInfo.InvariantCulture),
        bool flag when _policy.TakesScalarAsText => flag ? bool.TrueString : bool.FalseString,
        _ => null,
    };

    private IEnumerable<object?>? ItemsOf(string name, object value)
    {
        switch (value)
        {
            case IEnumerable<object?> items:
                return items;
            case var single when _policy.TakesOneAsList:
                return [single];
            case var other:
                WrongType(name, other, "a list");
                return null;
        }
    }

    private bool IsLine(string name, string text)
    {
        if (!TextSyntax.BreaksLine(text))
        {
            return true;
        }

        Refuse(FaultIds.TextHasControlCharacter, name, text, _policy.BrokenLine is { } reason
            ? $"'{VisibleText.Short(text)}' contains a line break or control character, {reason}."
            : "contains a line break or control character. A one-line command cannot carry it.");
        return false;
    }

    private static string Listed<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames(typeof(T)));
}
