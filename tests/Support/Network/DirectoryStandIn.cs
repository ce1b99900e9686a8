using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>As much of a domain controller as the question about principal names needs: it signs in everyone, and has one account.</summary>
internal static class DirectoryStandIn
{
    private const string Domain = "DC=contoso,DC=com";
    private const string Configuration = "CN=Configuration," + Domain;

    /// <summary>Answers one client.</summary>
    public static async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        while (await ReadAsync(stream, stop) is { } message)
        {
            AsnReader reader = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
            int id = (int)reader.ReadInteger();
            Asn1Tag operation = reader.PeekTag();
            switch (operation.TagValue)
            {
                case 0:
                    await stream.WriteAsync(Result(id, 1), stop);
                    break;
                case 3:
                    AsnReader search = reader.ReadSequence(operation);
                    string start = Encoding.UTF8.GetString(search.ReadOctetString());
                    await stream.WriteAsync(Entry(id, start, Encoding.Latin1.GetString(message)), stop);
                    await stream.WriteAsync(Result(id, 5), stop);
                    break;
                default:
                    return;
            }
        }
    }

    private static byte[] Entry(int id, string start, string question) => start.Length == 0
        ? Entry(id, string.Empty, [("defaultNamingContext", [Domain]), ("configurationNamingContext", [Configuration])])
        : start == Configuration ? Entry(id, "CN=CONTOSO,CN=Partitions," + Configuration, [("nCName", [Domain]), ("nETBIOSName", ["CONTOSO"])])
        : Entry(id, "CN=EXCHASA,CN=Computers," + Domain,
        [
            ("servicePrincipalName", ["http/mail.contoso.com", "http/autodiscover.contoso.com"]),
            .. question.Contains("sAMAccountName", StringComparison.Ordinal)
                ? new (string, string[])[] { ("msDS-SupportedEncryptionTypes", ["24"]), ("pwdLastSet", ["133000000000000000"]), ("userAccountControl", ["4096"]) }
                : [],
        ]);

    private static byte[] Entry(int id, string name, IReadOnlyList<(string Name, string[] Values)> attributes) => Message(id, 4, writer =>
    {
        writer.WriteOctetString(Encoding.UTF8.GetBytes(name));
        using (writer.PushSequence())
        {
            foreach ((string attribute, string[] values) in attributes)
            {
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute));
                    using (writer.PushSetOf())
                    {
                        Array.ForEach(values, v => writer.WriteOctetString(Encoding.UTF8.GetBytes(v)));
                    }
                }
            }
        }
    });

    private static byte[] Result(int id, int operation) => Message(id, operation, writer =>
    {
        writer.WriteEnumeratedValue(ResultCode.Success);
        writer.WriteOctetString([]);
        writer.WriteOctetString([]);
    });

    private static byte[] Message(int id, int operation, Action<AsnWriter> content)
    {
        AsnWriter writer = new(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, operation)))
            {
                content(writer);
            }
        }

        return writer.Encode();
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken stop)
    {
        byte[] head = new byte[2];
        if (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, stop) < 2)
        {
            return null;
        }

        byte[] more = new byte[head[1] > 0x80 ? head[1] - 0x80 : 0];
        await stream.ReadExactlyAsync(more, stop);
        int length = more.Length == 0 ? head[1] : 0;
        foreach (byte part in more)
        {
            length = (length << 8) | part;
        }

        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, stop);
        return [.. head, .. more, .. body];
    }

    private enum ResultCode
    {
        Success,
    }
}
