using System;
using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Dns;

/// <summary>
/// The only place that turns a value into text of a zone file (RFC 1035 5.1). What the format gives a meaning is escaped, and what is
/// not printable ASCII becomes its octets in UTF-8 as <c>\DDD</c>, so that zone text is ASCII on one line whatever the value.
/// </summary>
public static class ZoneLiteral
{
    /// <summary>The most octets of one character-string (RFC 1035 3.3).</summary>
    public const int MaximumOctets = 255;

    /// <summary>The zone itself as an owner name.</summary>
    public const string Apex = "@";

    /// <summary>Prints a full domain name with its final dot.</summary>
    /// <param name="name">Labels with dots between them, without a final dot.</param>
    /// <returns>The name, for example <c>mail.contoso.com.</c></returns>
    public static string Name(string name) => RelativeName(name) + ".";

    /// <summary>Prints a name relative to the origin.</summary>
    /// <param name="name">Labels with dots between them, or <see cref="Apex"/>.</param>
    /// <returns>The name without a final dot.</returns>
    public static string RelativeName(string name)
    {
        if (name == Apex)
        {
            return Apex;
        }

        StringBuilder builder = new();
        foreach (byte octet in Encoding.UTF8.GetBytes(name))
        {
            Append(builder, octet, (char)octet is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.');
        }

        return builder.ToString();
    }

    /// <summary>Prints the mailbox of an SOA record: the dots before the at sign belong to one label.</summary>
    /// <param name="localPart">What stands before the at sign.</param>
    /// <param name="domain">The domain.</param>
    /// <returns>The mailbox as a domain name with its final dot.</returns>
    public static string Mailbox(string localPart, string domain) => RelativeName(localPart).Replace(".", "\\.") + "." + Name(domain);

    /// <summary>Prints one character-string in quotes.</summary>
    /// <param name="text">At most <see cref="MaximumOctets"/> octets in UTF-8.</param>
    /// <returns>The character-string.</returns>
    /// <exception cref="ArgumentException">The text is longer.</exception>
    public static string Text(string text)
    {
        byte[] octets = Encoding.UTF8.GetBytes(text);
        if (octets.Length > MaximumOctets)
        {
            throw new ArgumentException("A character-string has at most 255 octets.", nameof(text));
        }

        StringBuilder builder = new("\"");
        foreach (byte octet in octets)
        {
            Append(builder, octet, (char)octet is >= ' ' and <= '~' and not '"' and not '\\');
        }

        return builder.Append('"').ToString();
    }

    /// <summary>Prints a comment line: nothing that could end it and nothing beyond ASCII.</summary>
    /// <param name="text">The comment.</param>
    /// <returns>The line.</returns>
    public static string Comment(string text)
    {
        StringBuilder builder = new("; ");
        foreach (char c in text)
        {
            builder.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return builder.ToString().TrimEnd();
    }

    private static void Append(StringBuilder builder, byte octet, bool plain)
    {
        if (plain)
        {
            builder.Append((char)octet);
        }
        else if ((char)octet is '"' or '\\')
        {
            builder.Append('\\').Append((char)octet);
        }
        else
        {
            builder.Append('\\').Append(octet.ToString("000", CultureInfo.InvariantCulture));
        }
    }
}
