using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Reads one line of a zone file as RFC 1035 5.1 says, written independently of what prints it.</summary>
internal static class ZoneTextReader
{
    /// <summary>The fields of a line up to a comment; a quoted field is one field. Octets come back as UTF-8 text.</summary>
    public static List<string> Fields(string line)
    {
        List<string> fields = [];
        int i = 0;
        while (i < line.Length)
        {
            char c = line[i];
            if (c is ' ' or '\t')
            {
                i++;
                continue;
            }

            if (c == ';')
            {
                break;
            }

            bool quoted = c == '"';
            i += quoted ? 1 : 0;
            List<byte> octets = [];
            while (i < line.Length && (quoted ? line[i] != '"' : line[i] is not (' ' or '\t' or ';' or '"')))
            {
                if (line[i] != '\\')
                {
                    octets.Add((byte)line[i++]);
                }
                else if (char.IsAsciiDigit(line[i + 1]))
                {
                    octets.Add(byte.Parse(line.AsSpan(i + 1, 3), CultureInfo.InvariantCulture));
                    i += 4;
                }
                else
                {
                    octets.Add((byte)line[i + 1]);
                    i += 2;
                }
            }

            if (quoted && i++ >= line.Length)
            {
                throw new FormatException("The quotes are not closed.");
            }

            fields.Add(Encoding.UTF8.GetString([.. octets]));
        }

        return fields;
    }
}
