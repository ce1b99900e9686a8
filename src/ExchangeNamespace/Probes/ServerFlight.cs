using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probes;

/// <summary>
/// What a server says in clear at the beginning of a handshake (RFC 5246, 7.4): up to TLS 1.2 that includes its certificates. Nothing else
/// is read, and no key is agreed on, so it works with every cipher suite, also with those that this platform has given up.
/// </summary>
internal sealed class ServerFlight
{
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;
    private const byte ServerHello = 2;
    private const byte Certificate = 11;
    private const byte CertificateRequest = 13;
    private const byte ServerHelloDone = 14;
    private const int RecordHead = 5;
    private const int MessageHead = 4;
    private const int SupportedVersions = 43;

    /// <summary>More than any chain.</summary>
    private const int MostBytes = 256 * 1024;
    private const int MostRecords = 2048;

    /// <summary>One more than are followed, so that it is seen that there were too many.</summary>
    private const int MostCertificates = CertificateLimits.ServedCertificates + 1;

    private readonly List<byte> _messages = [];
    private readonly List<byte[]> _chain = [];
    private int _next;
    private int _records;
    private int? _version;

    /// <summary>The protocol that the server chose; null before that.</summary>
    public string? Protocol => _version is { } version ? NameOf(version) : null;

    /// <summary>The number of the cipher suite that the server chose; null before that.</summary>
    public int? CipherSuite { get; private set; }

    /// <summary>The certificates in DER, in the order of the wire.</summary>
    public IReadOnlyList<byte[]> Chain => _chain;

    /// <summary>Whether the server asks the client for a certificate.</summary>
    public bool WantsClientCertificate { get; private set; }

    /// <summary>The number of the alert that came last and ends a handshake; null for none.</summary>
    public byte? Alert { get; private set; }

    /// <summary>Whether no more certificates can come: the flight is complete or encrypted from here on, or it is no TLS.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Reads what was recorded, as far as it goes.</summary>
    /// <param name="bytes">The bytes of the server from the first one on.</param>
    public static ServerFlight Of(ArraySegment<byte> bytes)
    {
        ServerFlight flight = new();
        byte[] all = bytes.Array ?? [];
        int end = bytes.Offset + bytes.Count;
        for (int at = bytes.Offset; end - at >= RecordHead;)
        {
            int length = (all[at + 3] << 8) | all[at + 4];
            if (end - at - RecordHead < length)
            {
                break;
            }

            flight.Add(all[at], new ArraySegment<byte>(all, at + RecordHead, length));
            at += RecordHead + length;
        }

        return flight;
    }

    /// <summary>Takes one record.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="fragment">What it holds.</param>
    public void Add(byte type, ArraySegment<byte> fragment)
    {
        if (++_records > MostRecords || _messages.Count + fragment.Count > MostBytes)
        {
            IsOver = true;
            return;
        }

        switch (type)
        {
            case HandshakeRecord when IsOver:
                break;
            case HandshakeRecord:
                _messages.AddRange(fragment);
                ReadMessages();
                break;
            case AlertRecord when fragment.Count == 2:
                Note(fragment.Array![fragment.Offset + 1]);
                break;
            default:
                IsOver = true;
                break;
        }
    }

    /// <summary>A warning that the connection ends, or that something is not done, is no reason of a failure.</summary>
    private void Note(byte alert)
    {
        const byte CloseNotify = 0;
        const byte UserCanceled = 90;
        const byte NoRenegotiation = 100;
        Alert = alert is CloseNotify or UserCanceled or NoRenegotiation ? Alert : alert;
    }

    private void ReadMessages()
    {
        while (!IsOver && _messages.Count - _next >= MessageHead)
        {
            int length = Number(_next + 1, 3);
            int start = _next + MessageHead;
            if (_messages.Count - start < length)
            {
                return;
            }

            Read(_messages[_next], start, start + length);
            _next = start + length;
        }
    }

    private void Read(byte type, int start, int end)
    {
        switch (type)
        {
            case ServerHello:
                ReadHello(start, end);
                break;
            case Certificate:
                ReadChain(start, end);
                break;
            case CertificateRequest:
                WantsClientCertificate = true;
                break;
            case ServerHelloDone:
                IsOver = true;
                break;
            default:
                break;
        }
    }

    private void ReadHello(int start, int end)
    {
        // Version, 32 random bytes, session id, suite, compression, extensions.
        const int BeforeSession = 34;
        int at = start + BeforeSession;
        if (at >= end || at + 1 + _messages[at] + 3 > end)
        {
            IsOver = true;
            return;
        }

        _version = Number(start, 2);
        at += 1 + _messages[at];
        CipherSuite = Number(at, 2);
        at += 5;
        while (at + 4 <= end)
        {
            int length = Number(at + 2, 2);
            if (Number(at, 2) == SupportedVersions && length == 2 && at + 6 <= end)
            {
                _version = Number(at + 4, 2);
                IsOver = true;
            }

            at += 4 + length;
        }
    }

    private void ReadChain(int start, int end)
    {
        int at = start + 3;
        while (at + 3 <= end && _chain.Count < MostCertificates)
        {
            int length = Number(at, 3);
            at += 3;
            if (length == 0 || at + length > end)
            {
                return;
            }

            _chain.Add(_messages.GetRange(at, length).ToArray());
            at += length;
        }
    }

    private int Number(int at, int bytes)
    {
        int number = 0;
        for (int i = at; i < at + bytes; i++)
        {
            number = (number << 8) | _messages[i];
        }

        return number;
    }

    private static string NameOf(int version) => version switch
    {
        0x0300 => "SSL",
        0x0301 => "TLS 1.0",
        0x0302 => "TLS 1.1",
        0x0303 => "TLS 1.2",
        0x0304 => "TLS 1.3",
        _ => "0x" + version.ToString("X4", CultureInfo.InvariantCulture),
    };
}
