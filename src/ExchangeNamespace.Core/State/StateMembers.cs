using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>Reads the captured values of one object: each is known, null or absent, and one of the wrong type is a fault.</summary>
internal sealed class StateMembers(IReadOnlyDictionary<string, object?> members, string path, ICollection<InputFault> faults)
{
    /// <summary>Longer than any value that is read.</summary>
    private const int MaximumText = 8192;

    private const int MaximumItems = 5000;

    /// <summary>Larger than any certificate.</summary>
    private const int MaximumBytes = 64 * 1024;

    private static readonly char[] FlagSeparators = [','];

    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A text of one line.</summary>
    public Captured<string> Text(string name) => Read(name, v => OneLine(name, v), "a text");

    /// <summary>
    /// A text that may hold any character: a banner, the name of a certificate. What a terminal would act on is made visible.
    /// </summary>
    public Captured<string> RawText(string name) => Read(name, v => Plain(v) is { } text ? Visible(text) : null, "a text");

    public Captured<bool> Flag(string name)
    {
        if (!members.TryGetValue(name, out object? value))
        {
            return default;
        }

        switch (value)
        {
            case null:
                return Captured.Null<bool>();
            case bool flag:
                return Captured.Known(flag);
            case string text when bool.TryParse(text, out bool flag):
                return Captured.Known(flag);
            default:
                WrongType(name, value, "a Boolean");
                return default;
        }
    }

    /// <summary>A moment, in universal time.</summary>
    public Captured<DateTime> Time(string name)
    {
        if (!members.TryGetValue(name, out object? value))
        {
            return default;
        }

        switch (value)
        {
            case null:
                return Captured.Null<DateTime>();
            case DateTime time:
                return Captured.Known(
                    time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime());
            case string text
                when DateTime.TryParseExact(text, "o", CultureInfo.InvariantCulture,
                    DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime parsed):
                return Captured.Known(parsed);
            default:
                WrongType(name, value, "a date");
                return default;
        }
    }

    public Captured<IReadOnlyList<byte>> Bytes(string name)
    {
        if (!members.TryGetValue(name, out object? value))
        {
            return default;
        }

        switch (value)
        {
            case null:
                return Captured.Null<IReadOnlyList<byte>>();
            case byte[] { Length: <= MaximumBytes } bytes:
                return Captured.Known<IReadOnlyList<byte>>(bytes);
            default:
                WrongType(name, value, $"at most {MaximumBytes} bytes");
                return default;
        }
    }

    /// <summary>A list of texts; one text is a list of one.</summary>
    public Captured<IReadOnlyList<string>> Items(string name) => List(name, text => text.Length == 0 ? [] : [text]);

    /// <summary>Names of a flags enumeration: a list, or one text with commas.</summary>
    public Captured<IReadOnlyList<string>> Flags(string name) =>
        List(name, text => text.Split(FlagSeparators).Select(t => t.Trim()).Where(t => t.Length > 0));

    /// <summary>Any setting as a list of texts; a Boolean is <c>True</c> or <c>False</c>.</summary>
    public Captured<IReadOnlyList<string>> Setting(string name) => List(name, text => [text]);

    public void Refuse(string id, string name, object? value, string what) =>
        faults.Add(new InputFault(id, path + "." + name, value, $"{path}.{name} {what}"));

    private static string Visible(string text) => !TextSyntax.BreaksLine(text)
        ? text
        : string.Concat(
            text.Select(c =>
                TextSyntax.BreaksLine(c) ? "<U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + ">" : c.ToString()));

    private static string? Plain(object value) => value switch
    {
        string { Length: <= MaximumText } text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? bool.TrueString : bool.FalseString,
        _ => null,
    };

    private Captured<string> Read(string name, Func<object, string?> read, string wanted)
    {
        if (!members.TryGetValue(name, out object? value))
        {
            return default;
        }

        if (value is null)
        {
            return Captured.Null<string>();
        }

        if (read(value) is { } text)
        {
            return Captured.Known(text);
        }

        WrongType(name, value, wanted);
        return default;
    }

    private Captured<IReadOnlyList<string>> List(string name, Func<string, IEnumerable<string>> split)
    {
        if (!members.TryGetValue(name, out object? value))
        {
            return default;
        }

        if (value is null)
        {
            return Captured.Null<IReadOnlyList<string>>();
        }

        List<string> texts = [];
        foreach (object? item in value is IReadOnlyList<object?> list ? list : [value])
        {
            if (item is null || OneLine(name, item) is not { } text || texts.Count >= MaximumItems)
            {
                WrongType(name, value, $"a text or a list of at most {MaximumItems} texts");
                return default;
            }

            texts.AddRange(split(text));
        }

        return Captured.Known<IReadOnlyList<string>>(texts.ToArray());
    }

    private string? OneLine(string name, object value)
    {
        if (Plain(value) is not { } text)
        {
            return null;
        }

        if (TextSyntax.BreaksLine(text))
        {
            Refuse(FaultIds.TextHasControlCharacter, name, value,
                $"'{VisibleText.Short(text)}' contains a line break or control character, which no such value of Exchange has.");
            return string.Empty;
        }

        return text;
    }

    private void WrongType(string name, object? value, string wanted) =>
        Refuse(FaultIds.StateValueInvalid, name, value as string, $"is not {wanted}. Is the capture of Exchange, and whole?");
}
