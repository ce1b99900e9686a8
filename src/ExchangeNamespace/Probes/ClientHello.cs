using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ExchangeNamespace.Probes;

/// <summary>
/// The first message of a client of TLS 1.2 and older that takes every cipher suite with a certificate (RFC 5246, 7.4.1.2).
/// </summary>
internal static class ClientHello
{
    /// <summary>
    /// ECDHE, DHE and RSA key exchange; the old suites are those of the servers that this is for. The last one is no suite but RFC 5746.
    /// </summary>
    private static readonly ushort[] Suites =
    [
        0xC02C, 0xC030, 0xC02B, 0xC02F, 0xCCA9, 0xCCA8, 0xC024, 0xC028, 0xC023, 0xC027, 0xC00A, 0xC014, 0xC009, 0xC013,
        0x009F, 0x009E, 0xCCAA, 0x006B, 0x0067, 0x0039, 0x0033, 0x009D, 0x009C, 0x003D, 0x003C, 0x0035, 0x002F,
        0x00A3, 0x00A2, 0x006A, 0x0040, 0x0038, 0x0032, 0x0088, 0x0045, 0x0084, 0x0041,
        0xC012, 0xC008, 0x0016, 0x0013, 0x000A, 0xC011, 0xC007, 0x0005, 0x0004, 0x00FF,
    ];

    private static readonly ushort[] Groups = [0x001D, 0x0017, 0x0018, 0x0019, 0x0100, 0x0101, 0x0102];

    private static readonly ushort[] Signatures = [0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0403, 0x0503, 0x0603, 0x0402, 0x0201,
        0x0203, 0x0202];

    /// <summary>The message in its record.</summary>
    /// <param name="serverName">The name to ask for; null for none.</param>
    public static byte[] Bytes(string? serverName)
    {
        byte[] random = new byte[32];
        using (RandomNumberGenerator generator = RandomNumberGenerator.Create())
        {
            generator.GetBytes(random);
        }

        byte[] extensions =
        [
            .. serverName is null ? [] : Extension(0, Sized(2, [0, .. Sized(2, Encoding.ASCII.GetBytes(serverName))])),
            .. Extension(10, Sized(2, Numbers(Groups))),
            .. Extension(11, [1, 0]),
            .. Extension(13, Sized(2, Numbers(Signatures))),
        ];
        byte[] body = [3, 3, .. random, 0, .. Sized(2, Numbers(Suites)), 1, 0, .. Sized(2, extensions)];
        return [22, 3, 1, .. Sized(2, [1, .. Sized(3, body)])];
    }

    private static byte[] Extension(ushort type, byte[] content) => [.. Numbers([type]), .. Sized(2, content)];

    private static byte[] Numbers(IEnumerable<ushort> numbers) => [.. numbers.SelectMany(n => new[] { (byte)(n >> 8), (byte)n })];

    /// <summary>The content behind its length in so many bytes.</summary>
    private static byte[] Sized(int bytes, byte[] content) =>
        [.. Enumerable.Range(0, bytes).Select(i => (byte)(content.Length >> (8 * (bytes - 1 - i)))), .. content];
}
