using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Policies;

/// <summary>Reads the file of a policy as RFC 8461 3.2 says. It comes from a stranger: everything in it is bounded.</summary>
internal static class MtaStsReader
{
    /// <summary>What senders may stop at (3.3).</summary>
    public const int LongestFile = 64 * 1024;

    private const int MostExchangers = 100;
    private const char LastAscii = '~';

    private static readonly (string Text, MtaStsMode Mode)[] Modes =
        [("testing", MtaStsMode.Testing), ("enforce", MtaStsMode.Enforce), ("none", MtaStsMode.None)];

    /// <summary>Reads a file.</summary>
    /// <param name="body">The bytes of the file.</param>
    /// <param name="fault">Why the file is no policy, in words that follow a colon.</param>
    /// <returns>The policy; null for a file that has a fault.</returns>
    public static MtaStsPolicy? Read(byte[] body, out string? fault)
    {
        fault = null;
        if (body.Length > LongestFile)
        {
            return Refuse("it is longer than 64 KB, where senders may stop reading (RFC 8461 3.3)", out fault);
        }

        if (Array.Exists(body, b => b is not ((byte)'\r' or (byte)'\n' or (byte)'\t' or (>= (byte)' ' and <= (byte)LastAscii))))
        {
            return Refuse("it has characters outside ASCII or control characters (RFC 8461 3.2)", out fault);
        }

        Dictionary<string, string> first = new(StringComparer.Ordinal);
        List<string> exchangers = [];
        foreach (string line in System.Text.Encoding.ASCII.GetString(body).Replace("\r\n", "\n").Split('\n')
            .Where(l => l.Trim().Length > 0))
        {
            int colon = line.IndexOf(':');
            if (colon <= 0 || line.IndexOf('\r') >= 0)
            {
                return Refuse("a line is not a key, a colon and a value (RFC 8461 3.2)", out fault);
            }

            string key = line.Substring(0, colon).Trim();
            string value = line.Substring(colon + 1).Trim();
            if (key == "mx")
            {
                exchangers.Add(value);
            }
            else if (!first.ContainsKey(key))
            {
                // Of a field that stands twice the first counts.
                first.Add(key, value);
            }
        }

        return Read(first, exchangers, out fault);
    }

    private static MtaStsPolicy? Read(Dictionary<string, string> fields, List<string> exchangers, out string? fault)
    {
        fault = null;
        string? mode = Field("mode");
        if (Field("version") != "STSv1")
        {
            return Refuse("version is not STSv1 (RFC 8461 3.2)", out fault);
        }

        if (mode is null || !Array.Exists(Modes, m => m.Text == mode))
        {
            return Refuse("mode is not enforce, testing or none (RFC 8461 3.2)", out fault);
        }

        if (!int.TryParse(Field("max_age"), NumberStyles.None, CultureInfo.InvariantCulture, out int age) || age > MtaStsPolicy.LongestAge)
        {
            return Refuse("max_age is not a number of seconds from 0 to 31557600 (RFC 8461 3.2)", out fault);
        }

        MtaStsMode meant = Array.Find(Modes, m => m.Text == mode).Mode;
        if (exchangers.Count > MostExchangers)
        {
            return Refuse($"it has {exchangers.Count} lines for exchangers; up to {MostExchangers} are read", out fault);
        }

        if (exchangers.Count == 0 && meant != MtaStsMode.None)
        {
            return Refuse("it names no exchanger (mx), which modes other than none need (RFC 8461 3.2)", out fault);
        }

        return exchangers.Find(e => !IsPattern(e)) is { } wrong
            ? Refuse("an mx line has no host name, or a wildcard that is not the whole first label (RFC 8461 3.2)", out fault)
            : new MtaStsPolicy(meant, age, exchangers);

        string? Field(string key) => fields.TryGetValue(key, out string? value) ? value : null;
    }

    private static bool IsPattern(string text) =>
        Fqdn.TryParse(text.StartsWith("*.", StringComparison.Ordinal) ? text.Substring(2) : text, "mx", out _, out _);

    private static MtaStsPolicy? Refuse(string why, out string? fault)
    {
        fault = why;
        return null;
    }
}
