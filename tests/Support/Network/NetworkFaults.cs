using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>Every fault of every server: what has been said, and what happens then.</summary>
internal static class NetworkFaults
{
    private const FaultEnd Refuses = FaultEnd.Refuses;
    private const FaultEnd Silence = FaultEnd.Silence;
    private const FaultEnd Close = FaultEnd.Close;
    private const FaultEnd Reset = FaultEnd.Reset;
    private const FaultEnd OtherText = FaultEnd.OtherText;
    private const FaultEnd Flood = FaultEnd.Flood;
    private const FaultEnd Drip = FaultEnd.Drip;
    private const FaultEnd ByteByByte = FaultEnd.ByteByByte;

    private static readonly (string Name, object After, FaultEnd[] Ends)[] Nothing =
        [("no server", 0, [Refuses]), ("nothing", 0, [Silence, Close, Reset]), ("everything", 0, [ByteByByte])];

    private static readonly (string Name, object After, FaultEnd[] Ends)[] Tls =
    [
        ("half the head of a record", 3, [Silence, Close]),
        ("half a ServerHello", 40, [Silence, Close, Reset]),
        ("half the flight", 700, [Silence, Close, Reset]),
        ("no TLS", 0, [OtherText]),
    ];

    private static readonly (string Name, object After, FaultEnd[] Ends)[] HttpText =
    [
        ("nothing", 0, [Silence, Close, Reset]),
        ("half a status line", "HTTP/1.", [Silence, Close, Reset]),
        ("half a header", "\r\nConte", [Silence, Close, Reset, Flood, Drip]),
        ("half a body", HalfBody, [Silence, Close, Reset, Flood, Drip]),
        ("no HTTP", 0, [OtherText]),
        ("everything", 0, [ByteByByte]),
    ];

    /// <summary>The middle of each body.</summary>
    public const string HalfBody = "half of the ";

    private static readonly (FaultPlace Place, (string Name, object After, FaultEnd[] Ends)[] Rows)[] Places =
    [
        (FaultPlace.Dns, [("no server", 0, [Refuses]), ("nothing", 0, [Silence]), ("half a packet", 0, [Close])]),
        (FaultPlace.DnsOverTcp,
        [
            .. Nothing,
            ("half the length", 1, [Silence, Close, Reset]),
            ("the length", 2, [Silence, Close]),
            ("half a message", 20, [Silence, Close, Reset, Drip]),
            ("no DNS", 0, [OtherText]),
        ]),
        (FaultPlace.WebWire, [.. Nothing, .. Tls]),
        (FaultPlace.Web, HttpText),
        (FaultPlace.Handshake, HttpText),
        (FaultPlace.Http, [("no server", 0, [Refuses]), .. HttpText]),
        (FaultPlace.Mail,
        [
            .. Nothing,
            ("half a banner", "220 ma", [Silence, Close, Reset, Flood, Drip]),
            ("the banner", "ready\r\n", [Silence, Close, Reset]),
            ("half the answer to EHLO", "250-SI", [Silence, Close, Reset, Flood, Drip]),
            ("no SMTP", 0, [OtherText]),
        ]),
        (FaultPlace.MailTls,
        [
            ("the answer to EHLO", "250 8BITMIME\r\n", [Silence, Close, Reset]),
            ("half the answer to STARTTLS", "220 Go", [Silence, Close, Reset]),
            ("the answer to STARTTLS", "220 Go ahead\r\n", [Silence, Close, Reset, OtherText]),
            ("half the flight", 900, [Silence, Close, Reset]),
        ]),
        (FaultPlace.DirectoryWire, [.. Nothing, .. Tls]),
        (FaultPlace.Directory,
        [
            ("nothing", 0, [Silence, Close, Reset]),
            ("half the answer to the sign-in", 7, [Silence, Close, Reset]),
            ("the answer to the sign-in", 14, [Silence, Close, Reset, Flood]),
            ("half an entry", 40, [Silence, Close, Reset]),
            ("half the answers", 400, [Silence, Close, Reset]),
            ("no LDAP", 0, [OtherText]),
            ("everything", 0, [ByteByByte]),
        ]),
    ];

    /// <summary>No fault.</summary>
    public static NetworkFault None { get; } = new(FaultPlace.None, "no fault", 0, ByteByByte);

    public static IReadOnlyList<NetworkFault> All { get; } = [.. Places.SelectMany(p => p.Rows, (p, r) => (p.Place, Row: r))
        .SelectMany(p => p.Row.Ends, (p, end) => new NetworkFault(p.Place, p.Row.Name, p.Row.After, end))];
}
