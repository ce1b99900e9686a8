using System.Collections.Generic;
using System.Globalization;

namespace ExchangeNamespace.Probes;

/// <summary>The names of alerts with which servers end a handshake (RFC 8446, 6.2).</summary>
internal static class TlsAlert
{
    private const byte AccessDenied = 49;
    private const byte UnrecognizedName = 112;

    private static readonly Dictionary<byte, string> Names = new()
    {
        [10] = "unexpected_message",
        [20] = "bad_record_mac",
        [40] = "handshake_failure",
        [42] = "bad_certificate",
        [43] = "unsupported_certificate",
        [46] = "certificate_unknown",
        [47] = "illegal_parameter",
        [48] = "unknown_ca",
        [AccessDenied] = "access_denied",
        [50] = "decode_error",
        [51] = "decrypt_error",
        [70] = "protocol_version",
        [71] = "insufficient_security",
        [80] = "internal_error",
        [109] = "missing_extension",
        [110] = "unsupported_extension",
        [UnrecognizedName] = "unrecognized_name",
        [116] = "certificate_required",
        [120] = "no_application_protocol",
    };

    /// <summary>
    /// Whether the server refuses what was asked for. Every other alert is about both sides, such as cipher suites and protocols that they
    /// do not share, or about the server's own trouble (internal_error).
    /// </summary>
    public static bool IsRefusal(byte alert) => alert is AccessDenied or UnrecognizedName;

    public static string NameOf(byte alert) =>
        Names.TryGetValue(alert, out string name) ? name : alert.ToString(CultureInfo.InvariantCulture);
}
