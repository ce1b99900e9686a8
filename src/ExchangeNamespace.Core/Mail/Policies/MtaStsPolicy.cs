using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Policies;

/// <summary>The policy of a mail domain for TLS (MTA-STS, RFC 8461).</summary>
/// <param name="Mode">What senders do where it is not kept.</param>
/// <param name="MaxAge">How many seconds they keep it.</param>
/// <param name="Exchangers">The exchangers: names, or <c>*.</c> and a domain for exactly one label before it (4.1).</param>
internal sealed record MtaStsPolicy(MtaStsMode Mode, int MaxAge, IReadOnlyList<string> Exchangers)
{
    /// <summary>About a year (3.2).</summary>
    public const int LongestAge = 31557600;

    /// <summary>What begins the record that announces a policy (3.1).</summary>
    public const string RecordVersion = "v=STSv1";

    /// <summary>What stands before the domain in the owner of the record.</summary>
    public const string RecordPrefix = "_mta-sts.";

    /// <summary>What stands before the domain in the name of the web server.</summary>
    public const string HostPrefix = "mta-sts.";

    /// <summary>The path of the file on it (3.3).</summary>
    public const string Path = "/.well-known/mta-sts.txt";

    private const int IdentifierBytes = 8;
    private const string Wildcard = "*.";

    /// <summary>The lines of the file (3.2).</summary>
    public IReadOnlyList<string> Lines =>
    [
        "version: STSv1",
        "mode: " + ModeText(Mode),
        .. Exchangers.Select(e => "mx: " + e),
        "max_age: " + MaxAge.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>
    /// The record that announces the policy. Its identifier is made of the text of the file, so that it changes where the policy does and
    /// not otherwise.
    /// </summary>
    public string Record => $"{RecordVersion}; id={Identifier};";

    private string Identifier
    {
        get
        {
            using SHA256 hash = SHA256.Create();
            byte[] digest = hash.ComputeHash(Encoding.ASCII.GetBytes(string.Join("\n", Lines)));
            return string.Concat(digest.Take(IdentifierBytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The word of a mode in the file.</summary>
    public static string ModeText(MtaStsMode mode) => mode switch
    {
        MtaStsMode.Testing => "testing",
        MtaStsMode.Enforce => "enforce",
        MtaStsMode.None => "none",
        _ => throw ClosedSet.Outside(mode),
    };

    /// <summary>Whether the policy names an exchanger (4.1).</summary>
    public bool Names(string exchanger)
    {
        int dot = exchanger.IndexOf('.');
        return Exchangers.Any(e => e.StartsWith(Wildcard, StringComparison.Ordinal)
            ? dot > 0 && string.Equals(exchanger.Substring(dot), e.Substring(1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(exchanger, e, StringComparison.OrdinalIgnoreCase));
    }
}
