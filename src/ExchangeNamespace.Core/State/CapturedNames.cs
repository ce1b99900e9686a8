using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.State;

/// <summary>The names of captured objects and servers, which may stand in identities, paths and distinguished names.</summary>
internal static class CapturedNames
{
    private static readonly char[] PathSeparators = ['/', '\\'];

    /// <summary>The name and identity of an object; null beside a fault where neither is there.</summary>
    public static (string Name, string Identity)? NameAndIdentity(this MemberReader row)
    {
        Captured<string> identity = row.CapturedText("Identity");
        Captured<string> name = FirstKnown(row.CapturedText("Name"), DirectoryPart(identity), identity);
        if (name.IsKnown)
        {
            return (name.Value!, identity.Value ?? name.Value!);
        }

        row.Refuse(FaultIds.StateObjectIncomplete, "Name", null, "is missing. Capture Name and Identity too.");
        return null;
    }

    /// <summary>A server's NetBIOS name from a name, a full name or a directory path; null beside a fault.</summary>
    public static string? ServerOf(this MemberReader row, string property, Captured<string> text)
    {
        Captured<string> last = LastPart(text);
        if (ServerName.TryParse(last.Value, property, out string? name, out _, out InputFault? fault))
        {
            return name;
        }

        row.Refuse(FaultIds.StateObjectIncomplete, property, text.Value, "names no server: " + fault.Message);
        return null;
    }

    public static Captured<string> FirstKnown(params Captured<string>[] values) =>
        values.FirstOrDefault(v => v is { IsKnown: true, Value.Length: > 0 });

    public static Captured<string> ServerPart(Captured<string> identity) =>
        identity.IsKnown && identity.Value!.IndexOf('\\') is > 0 and int at ? Captured.Known(identity.Value.Substring(0, at)) : default;

    public static Captured<string> DirectoryPart(Captured<string> identity) =>
        identity.IsKnown && identity.Value!.IndexOf('\\') is > 0 and int at ? Captured.Known(identity.Value.Substring(at + 1)) : default;

    /// <summary>The last part of a directory path, or the first name of a distinguished name.</summary>
    public static Captured<string> LastPart(Captured<string> text)
    {
        if (!text.IsKnown)
        {
            return text;
        }

        string value = text.Value!;
        int slash = value.LastIndexOfAny(PathSeparators);
        if (slash >= 0)
        {
            value = value.Substring(slash + 1);
        }
        else if (value.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
        {
            int comma = value.IndexOf(',');
            value = comma < 0 ? value.Substring(3) : value.Substring(3, comma - 3);
        }

        return Captured.Known(value);
    }
}
