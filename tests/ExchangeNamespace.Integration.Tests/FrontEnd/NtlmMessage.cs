using System;
using System.Buffers.Binary;
using System.Text;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>The three messages of NTLM (MS-NLMP 2.2.1) as far as a connection is bound by them. Nothing in them is checked: they carry no secret.</summary>
internal static class NtlmMessage
{
    private const int HeaderOfThird = 64;
    private static ReadOnlySpan<byte> Signature => "NTLMSSP\0"u8;

    /// <summary>The number of a message: 1, 2 or 3; null for other bytes.</summary>
    public static int? KindOf(byte[] message) =>
        message.Length >= 12 && message.AsSpan().StartsWith(Signature) ? BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(8)) : null;

    /// <summary>The first message of a client, in base64.</summary>
    public static string First()
    {
        byte[] message = new byte[32];
        Signature.CopyTo(message);
        message[8] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(12), 0xA2088207);
        return Convert.ToBase64String(message);
    }

    /// <summary>The challenge of a server, in base64.</summary>
    public static string Second()
    {
        byte[] message = new byte[56];
        Signature.CopyTo(message);
        message[8] = 2;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(16), message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(20), 0xA2898205);
        Random.Shared.NextBytes(message.AsSpan(24, 8));
        return Convert.ToBase64String(message);
    }

    /// <summary>The last message of a client, with a user name and no secret, in base64.</summary>
    public static string Third(string user)
    {
        byte[] name = Encoding.Unicode.GetBytes(user);
        byte[] message = new byte[HeaderOfThird + name.Length];
        Signature.CopyTo(message);
        message[8] = 3;
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(36), (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(38), (ushort)name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(40), HeaderOfThird);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(60), 0xA2888205);
        name.CopyTo(message, HeaderOfThird);
        return Convert.ToBase64String(message);
    }

    /// <summary>The user of the last message; null where it names none.</summary>
    public static string? UserOf(byte[] third)
    {
        if (third.Length < HeaderOfThird)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(third.AsSpan(36));
        int offset = BinaryPrimitives.ReadInt32LittleEndian(third.AsSpan(40));
        return length > 0 && offset >= 0 && offset <= third.Length - length ? Encoding.Unicode.GetString(third, offset, length) : null;
    }
}
