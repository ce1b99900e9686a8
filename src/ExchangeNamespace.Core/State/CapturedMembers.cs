using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>The members of one captured object: each is known, null or absent.</summary>
internal static class CapturedMembers
{
    /// <summary>Larger than any certificate.</summary>
    private const int MaximumBytes = 64 * 1024;

    private static readonly char[] FlagSeparators = [','];

    /// <summary>A text of one line.</summary>
    public static Captured<string> CapturedText(this MemberReader row, string name) => Of(row, name, row.Text(name));

    /// <summary>
    /// A text that may hold any character, such as the name of a certificate. What a terminal would act on is made visible.
    /// </summary>
    public static Captured<string> CapturedRawText(this MemberReader row, string name) =>
        Of(row, name, row.AnyText(name) is { } text ? Visible(text) : null);

    public static Captured<bool> CapturedFlag(this MemberReader row, string name) =>
        row.Boolean(name) is { } flag ? Captured.Known(flag)
        : row.Has(name) ? Captured.Null<bool>()
        : default;

    /// <summary>A moment, in universal time.</summary>
    public static Captured<DateTime> CapturedTime(this MemberReader row, string name)
    {
        switch (row.Raw(name))
        {
            case null:
                return row.Has(name) ? Captured.Null<DateTime>() : default;
            case DateTime time:
                return Captured.Known(
                    time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime());
            case string text
                when DateTime.TryParseExact(text, "o", CultureInfo.InvariantCulture,
                    DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime parsed):
                return Captured.Known(parsed);
            case var other:
                row.WrongType(name, other, "a date");
                return default;
        }
    }

    public static Captured<IReadOnlyList<byte>> CapturedBytes(this MemberReader row, string name)
    {
        switch (row.Raw(name))
        {
            case null:
                return row.Has(name) ? Captured.Null<IReadOnlyList<byte>>() : default;
            case byte[] { Length: <= MaximumBytes } bytes:
                return Captured.Known<IReadOnlyList<byte>>(bytes);
            case var other:
                row.WrongType(name, other, $"at most {MaximumBytes} bytes");
                return default;
        }
    }

    /// <summary>A list of texts; one text is a list of one, an empty text of none.</summary>
    public static Captured<IReadOnlyList<string>> CapturedItems(this MemberReader row, string name) =>
        List(row, name, text => text.Length == 0 ? [] : [text]);

    /// <summary>Names of a flags enumeration: a list, or one text with commas.</summary>
    public static Captured<IReadOnlyList<string>> CapturedFlags(this MemberReader row, string name) =>
        List(row, name, text => text.Split(FlagSeparators).Select(t => t.Trim()).Where(t => t.Length > 0));

    /// <summary>Any setting as a list of texts; a Boolean is <c>True</c> or <c>False</c>.</summary>
    public static Captured<IReadOnlyList<string>> CapturedSetting(this MemberReader row, string name) =>
        Of(row, name, row.Texts(name));

    private static Captured<IReadOnlyList<string>> List(MemberReader row, string name, Func<string, IEnumerable<string>> split) =>
        Of<IReadOnlyList<string>>(row, name, row.Texts(name) is { } texts ? [.. texts.SelectMany(split)] : null);

    private static Captured<T> Of<T>(MemberReader row, string name, T? value)
        where T : class =>
        value is not null ? Captured.Known(value)
        : row.Has(name) ? Captured.Null<T>()
        : default;

    private static string Visible(string text) => !TextSyntax.BreaksLine(text)
        ? text
        : string.Concat(
            text.Select(c =>
                TextSyntax.BreaksLine(c) ? "<U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + ">" : c.ToString()));
}
