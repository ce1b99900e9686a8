using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What macros stand for.</summary>
/// <param name="Sender">The sender.</param>
/// <param name="Domain">The domain whose record is read.</param>
internal sealed record SpfMacroValues(SpfSender Sender, string Domain)
{
    /// <summary>The name of an address, of the receiver and of the time where they are unknown (RFC 7208 7.2, 7.3).</summary>
    public const string Unknown = "unknown";

    /// <summary>The name of the address that leads back to it.</summary>
    public string ValidatedName { get; init; } = Unknown;

    /// <summary>The receiver.</summary>
    public string Receiver { get; init; } = Unknown;

    /// <summary>The time, as seconds since 1970.</summary>
    public long Time { get; init; }
}

/// <summary>Expands macros (RFC 7208 7). Whatever a record asks for, the result has a bound.</summary>
internal static class SpfMacroExpander
{
    /// <summary>What is longer is no explanation that anybody would read.</summary>
    public const int LongestExplanation = 4096;

    /// <summary>A name to ask for: only its right end matters, the rest is cut away by labels.</summary>
    public static string ExpandDomain(SpfMacroString macro, SpfMacroValues values)
    {
        List<string> parts = [];
        int length = 0;
        for (int i = macro.Parts.Count - 1; i >= 0 && length <= 2 * NameSyntax.MaximumName; i--)
        {
            string part = Expand(macro.Parts[i], values);
            parts.Add(part);
            length += part.Length;
        }

        parts.Reverse();
        return SpfDomain.Truncate(SpfDomain.Normalise(string.Concat(parts)));
    }

    /// <summary>An explanation; null where it would be longer than anybody would read.</summary>
    public static string? ExpandText(SpfMacroString macro, SpfMacroValues values)
    {
        StringBuilder text = new();
        foreach (SpfMacroPart part in macro.Parts)
        {
            text.Append(Expand(part, values));
            if (text.Length > LongestExplanation)
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static string Expand(SpfMacroPart part, SpfMacroValues values)
    {
        if (part.Literal is not null)
        {
            return part.Literal;
        }

        string value = Value(part.Letter, values);
        if (part.Keep != int.MaxValue || part.Reverses || part.Delimiters != ".")
        {
            string[] pieces = value.Split(part.Delimiters.ToCharArray());
            if (part.Reverses)
            {
                Array.Reverse(pieces);
            }

            value = string.Join(".", pieces.Skip(Math.Max(0, pieces.Length - part.Keep)));
        }

        return part.Escapes ? Escape(value) : value;
    }

    private static string Value(char letter, SpfMacroValues values)
    {
        SpfSender sender = values.Sender;
        return letter switch
        {
            's' => sender.MailFrom,
            'l' => sender.LocalPart,
            'o' => sender.Domain,
            'd' => values.Domain,
            'i' => sender.IsIPv4 ? AddressSyntax.Write(sender.Address) : Nibbles(sender.Address),
            'p' => values.ValidatedName,
            'v' => sender.IsIPv4 ? "in-addr" : "ip6",
            'h' => sender.Hello,
            'c' => AddressSyntax.Write(sender.Address),
            'r' => values.Receiver,
            _ => values.Time.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Nibbles(IPAddress address) =>
        string.Join(".", address.GetAddressBytes().SelectMany(b => b.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>Everything but the unreserved characters of RFC 3986 2.3.</summary>
    private static string Escape(string value)
    {
        StringBuilder text = new(value.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            char c = (char)b;
            if (HostCharacters.IsLdh(c) || c is '.' or '_' or '~')
            {
                text.Append(c);
            }
            else
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
