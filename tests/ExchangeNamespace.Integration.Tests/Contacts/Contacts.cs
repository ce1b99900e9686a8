using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Integration.Tests.Contacts;

/// <summary>
/// Whom a process tried to reach, read from what strace wrote: each address and port that was given to the system, whether or not something
/// answers there. A connection to <see cref="Mark"/> says which step follows.
/// </summary>
internal static partial class Contacts
{
    /// <summary>An address of the loopback at which nothing listens; its port is the number of the step.</summary>
    public const string Mark = "127.99.0.1";

    /// <summary>The contacts of each step as address and port; step 0 is what came before the first.</summary>
    public static ILookup<int, string> Read(IEnumerable<string> lines)
    {
        List<(int Step, string Contact)> contacts = [];
        int step = 0;
        foreach (Match match in lines.Select(l => Destination().Match(l)).Where(m => m.Success))
        {
            string address = match.Groups["v4"].Value + match.Groups["v6"].Value.Replace("::ffff:", string.Empty, StringComparison.Ordinal);
            if (address == Mark)
            {
                step = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
            else
            {
                contacts.Add((step, $"{address}:{match.Groups["port"].Value}"));
            }
        }

        return contacts.Distinct().ToLookup(c => c.Step, c => c.Contact);
    }

    [GeneratedRegex("""htons\((?<port>\d+)\), (?:sin_addr=inet_addr\("(?<v4>[^"]+)"\)|.*?inet_pton\(AF_INET6, "(?<v6>[^"]+)")""")]
    private static partial Regex Destination();
}
