using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Requests;

/// <summary>
/// Reads named members whose origin no longer matters: parameters, a hashtable, a design file. Every fault names the path of the member;
/// an unknown member is refused at the end.
/// </summary>
internal sealed class MemberReader
{
    /// <summary>About as many as a server has, so that the list of one is not grown row by row.</summary>
    private const int UsualMemberCount = 16;

    private static readonly string[] DateForms = [DayText.Form, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>What tables write for the two Boolean values.</summary>
    private static readonly Dictionary<string, bool> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["True"] = true, ["$true"] = true, ["Yes"] = true, ["1"] = true,
        ["False"] = false, ["$false"] = false, ["No"] = false, ["0"] = false,
    };

    private readonly Dictionary<string, object?> _members;
    private readonly List<string> _asked = new(UsualMemberCount);
    private readonly string _path;

    public MemberReader(IEnumerable<KeyValuePair<string, object?>> members, string path, ICollection<InputFault> faults)
    {
        _path = path;
        Faults = faults;
        if (members is Dictionary<string, object?> own && ReferenceEquals(own.Comparer, StringComparer.OrdinalIgnoreCase))
        {
            // No name can stand twice in it, and one copy for each of thousands of rows is saved.
            _members = own;
            return;
        }

        _members = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> member in members)
        {
            if (_members.ContainsKey(member.Key))
            {
                Refuse(FaultIds.MemberDuplicate, VisibleText.Short(member.Key), member.Value,
                    "stands twice, in two letter cases. Keep one.");
            }

            _members[member.Key] = member.Value;
        }
    }

    public ICollection<InputFault> Faults { get; }

    /// <summary>
    /// The members that a reading asks for. The code that reads is their only list, so that what is taken from an object of Exchange and
    /// what is read from it cannot differ.
    /// </summary>
    /// <param name="read">Reads from a reader that has nothing but what is given.</param>
    /// <param name="given">Values without which it would stop asking.</param>
    public static IReadOnlyList<string> AskedBy(Action<MemberReader> read, params (string Name, object? Value)[] given)
    {
        MemberReader reader = new(given.Select(g => new KeyValuePair<string, object?>(g.Name, g.Value)), string.Empty, []);
        read(reader);
        return [.. reader._asked.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the member is there, with a value or without.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Where a member stands, under the name that it was given.</summary>
    public string PathOf(string name)
    {
        string given = _members.Keys.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) is { } key
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

    public string? Text(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case string text when TextSyntax.BreaksLine(text):
                Refuse(FaultIds.TextHasControlCharacter, name, text,
                    "contains a line break or control character. A one-line command cannot carry it.");
                return null;
            case string text:
                return text;
            case var other:
                WrongType(name, other, "a text");
                return null;
        }
    }

    public Fqdn? Host(string name)
    {
        if (Raw(name) is not { } value)
        {
            return null;
        }

        if (value is not string text)
        {
            WrongType(name, value, "a host name");
            return null;
        }

        return Host(text, PathOf(name));
    }

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
                return null;
            case bool value:
                return value;
            case string text when text.Length == 0:
                return null;
            case string text when bool.TryParse(text.TrimStart('$'), out bool parsed):
                return parsed;
            case var other:
                WrongType(name, other, "$true or $false");
                return null;
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
            case string text
                when DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset parsed):
                return parsed.Date;
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

    /// <summary>A list of texts; one text counts as a list of one. Null where the member is missing.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        switch (Raw(name))
        {
            case null:
                return null;
            case string text:
                return [text];
            case IEnumerable<object?> items:
                List<string> texts = [];
                foreach (object? item in items)
                {
                    if (item is string text)
                    {
                        texts.Add(text);
                    }
                    else
                    {
                        WrongType(name, item, "a list of texts");
                    }
                }

                return texts;
            case var other:
                WrongType(name, other, "a list of texts");
                return null;
        }
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

    public IReadOnlyList<object?>? Items(string name) => Raw(name) switch
    {
        null => null,
        IReadOnlyList<object?> items => items,
        var single => [single],
    };

    public void Refuse(string id, string name, object? value, string what) =>
        Faults.Add(new InputFault(id, PathOf(name), value, $"{PathOf(name)} {what}"));

    public void WrongType(string name, object? value, string wanted) =>
        Refuse(FaultIds.MemberWrongType, name, value, $"is not {wanted}.");

    /// <summary>Refuses unknown members.</summary>
    public void Finish()
    {
        foreach (KeyValuePair<string, object?> member in Unasked())
        {
            IEnumerable<string> sorted = _asked.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(a => a, StringComparer.Ordinal);
            string near = NearMiss.Find(member.Key, _asked) is { } known ? $" Did you mean {known}?"
                : $" Known: {string.Join(", ", sorted)}.";
            Faults.Add(new InputFault(FaultIds.MemberUnknown, PathOf(VisibleText.Short(member.Key)), member.Key,
                $"'{VisibleText.Short(member.Key)}' is not a member of {(_path.Length == 0 ? "the design" : _path)}.{near}"));
        }
    }

    /// <summary>
    /// Refuses unknown members that look like a mistyped known one; the others belong to the object that the values were read from.
    /// </summary>
    /// <param name="unrelated">Names that were judged before and are none; receives those of this reader.</param>
    public void FinishLeniently(ISet<string> unrelated)
    {
        foreach (KeyValuePair<string, object?> member in Unasked())
        {
            if (unrelated.Contains(member.Key))
            {
                continue;
            }

            if (NearMiss.Find(member.Key, _asked) is not { } known)
            {
                unrelated.Add(member.Key);
            }
            else
            {
                Faults.Add(new InputFault(FaultIds.MemberUnknown, PathOf(VisibleText.Short(member.Key)), member.Key,
                    $"'{VisibleText.Short(member.Key)}' looks like a mistyped {known}."));
            }
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Unasked()
    {
        foreach (KeyValuePair<string, object?> member in _members)
        {
            if (!_asked.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            {
                yield return member;
            }
        }
    }


    private static string Listed<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames(typeof(T)));
}
