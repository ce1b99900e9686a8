using System;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Probes;

/// <summary>Recognises by its first words what a server speaks that was expected to speak something else (S66).</summary>
internal static class SpokenProtocol
{
    private static readonly (string Start, string Name)[] Known =
    [
        ("SSH-", "SSH"),
        ("HTTP/", "HTTP without TLS"),
        ("<", "HTTP without TLS"),
        ("* OK", "IMAP without TLS"),
        ("+OK", "POP without TLS"),
        ("220", "SMTP or FTP without TLS"),
        ("\x15\x03", "TLS"),
        ("\x16\x03", "TLS"),
    ];

    /// <summary>The protocol and the first line, printable.</summary>
    /// <param name="start">What came first.</param>
    public static string Describe(string start)
    {
        string line = start.Split('\r', '\n')[0];
        string? name = Array.Find(Known, k => start.StartsWith(k.Start, StringComparison.OrdinalIgnoreCase)).Name;
        return name switch
        {
            null => $"it begins with '{VisibleText.Short(line)}'",
            "TLS" => "it speaks TLS",
            _ => $"it speaks {name} and begins with '{VisibleText.Short(line)}'",
        };
    }
}
