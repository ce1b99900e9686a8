using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.MemberReading;

/// <summary>
/// Members that must be there. A member that is refused gives a stand-in value beside its fault; what was read with a fault is never
/// handed out.
/// </summary>
internal static class RequiredMembers
{
    public static string RequiredText(this MemberReader reader, string name) => reader.Require(name).Text(name) ?? string.Empty;

    public static IReadOnlyList<string> RequiredTexts(this MemberReader reader, string name) => reader.Require(name).Texts(name) ?? [];

    public static Fqdn RequiredHost(this MemberReader reader, string name) => reader.Require(name).Host(name)!;

    public static IReadOnlyList<Fqdn> RequiredHosts(this MemberReader reader, string name) => reader.Require(name).Hosts(name);

    /// <summary>The hosts of a list; an empty list where the member is missing.</summary>
    public static IReadOnlyList<Fqdn> Hosts(this MemberReader reader, string name) =>
        [.. (reader.Texts(name) ?? []).Select(t => reader.Host(t, reader.PathOf(name))!)];

    public static bool RequiredBoolean(this MemberReader reader, string name) => reader.Require(name).Boolean(name) ?? false;

    public static int RequiredNumber(this MemberReader reader, string name, int maximum) => reader.Require(name).Number(name, maximum);

    /// <summary>A member of an enumeration, in its own letters; of the given ones where only some may stand there.</summary>
    public static T RequiredChoice<T>(this MemberReader reader, string name, params T[] among)
        where T : struct, Enum
    {
        if (reader.Require(name).Text(name) is not { } text)
        {
            return default;
        }

        string[] names = among.Length == 0 ? Enum.GetNames(typeof(T)) : Array.ConvertAll(among, a => a.ToString());
        if (Array.IndexOf(names, text) >= 0)
        {
            return (T)Enum.Parse(typeof(T), text);
        }

        reader.Refuse(FaultIds.ValueNotListed, name, text, $"'{VisibleText.Short(text)}' is not one of {string.Join(", ", names)}.");
        return default;
    }

    /// <summary>A day in the one form that the module writes.</summary>
    public static DateTime RequiredDay(this MemberReader reader, string name)
    {
        if (reader.Require(name).Text(name) is not { } text)
        {
            return default;
        }

        if (!DateTime.TryParseExact(text, DayText.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            reader.WrongType(name, text, "a date such as 2026-03-15");
        }

        return date;
    }

    /// <summary>Refuses a member that is missing.</summary>
    /// <returns>The reader.</returns>
    public static MemberReader Require(this MemberReader reader, string name)
    {
        if (reader.Raw(name) is null)
        {
            reader.Refuse(FaultIds.MemberMissing, name, null, "is missing.");
        }

        return reader;
    }
}
