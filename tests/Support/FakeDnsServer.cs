using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support;

/// <summary>A DNS server on the loopback that says what a test wants, over UDP and TCP on one free port.</summary>
internal sealed class FakeDnsServer : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly Func<DnsPacket, byte[]?> _answer;
    private readonly Func<Socket, Stream>? _overTcp;
    private int _questions;

    /// <summary>Starts one.</summary>
    /// <param name="answer">The packet for a question; null to say nothing.</param>
    /// <param name="overTcp">How it talks over a connection; null where it does as it should.</param>
    public FakeDnsServer(Func<DnsPacket, byte[]?> answer, Func<Socket, Stream>? overTcp = null)
    {
        _answer = answer;
        _overTcp = overTcp;
        (_udp, _tcp) = Bind();
        _ = Task.Run(ServeUdpAsync);
        _ = Task.Run(ServeTcpAsync);
    }

    public int Port => ((IPEndPoint)_tcp.LocalEndpoint).Port;

    public int Questions => Volatile.Read(ref _questions);

    public void Dispose()
    {
        _stop.Cancel();
        _udp.Dispose();
        _tcp.Stop();
        _stop.Dispose();
    }

    private static (UdpClient, TcpListener) Bind()
    {
        for (int attempt = 0; ; attempt++)
        {
            TcpListener tcp = new(IPAddress.Loopback, 0);
            tcp.Start();
            try
            {
                return (new UdpClient((IPEndPoint)tcp.LocalEndpoint), tcp);
            }
            catch (SocketException) when (attempt < 20)
            {
                tcp.Stop();
            }
        }
    }

    private async Task ServeUdpAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult query = await _udp.ReceiveAsync(_stop.Token);
                Interlocked.Increment(ref _questions);
                if (_answer(new DnsPacket(query.Buffer, IsTcp: false)) is { } packet)
                {
                    await _udp.SendAsync(packet, query.RemoteEndPoint, _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeTcpAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _tcp.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = _overTcp?.Invoke(client.Client) ?? client.GetStream();
                byte[] length = new byte[2];
                while (true)
                {
                    await stream.ReadExactlyAsync(length, _stop.Token);
                    byte[] query = new byte[(length[0] << 8) | length[1]];
                    await stream.ReadExactlyAsync(query, _stop.Token);
                    Interlocked.Increment(ref _questions);
                    if (_answer(new DnsPacket(query, IsTcp: true)) is not { } packet)
                    {
                        return;
                    }

                    await stream.WriteAsync((byte[])[(byte)(packet.Length >> 8), (byte)packet.Length, .. packet], _stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
            {
                // The client has what it wanted.
            }
        }
    }
}

/// <summary>A question as it came, and the answers that can be made of it.</summary>
internal sealed record DnsPacket(byte[] Query, bool IsTcp)
{
    public const ushort A = 1, Ns = 2, Cname = 5, Soa = 6, Ptr = 12, Mx = 15, Txt = 16, Aaaa = 28, Srv = 33;
    public const int Authoritative = 0x8400, Recursive = 0x8180, Truncated = 0x8780, Plain = 0x8000;

    public string Name
    {
        get
        {
            List<string> labels = [];
            for (int i = 12; Query[i] != 0; i += Query[i] + 1)
            {
                labels.Add(System.Text.Encoding.ASCII.GetString(Query, i + 1, Query[i]));
            }

            return string.Join('.', labels).ToLowerInvariant();
        }
    }

    public ushort Type
    {
        get
        {
            int end = QuestionEnd();
            return (ushort)((Query[end - 4] << 8) | Query[end - 3]);
        }
    }

    /// <summary>An answer with the flags, the records of the answer section and those of the authority section.</summary>
    public byte[] Answer(int flags, IReadOnlyList<byte[]>? answers = null, IReadOnlyList<byte[]>? authority = null, int idOffset = 0)
    {
        using MemoryStream packet = new();
        void Two(int value)
        {
            packet.WriteByte((byte)(value >> 8));
            packet.WriteByte((byte)value);
        }

        Two(((Query[0] << 8) | Query[1]) + idOffset);
        Two(flags);
        Two(1);
        Two(answers?.Count ?? 0);
        Two(authority?.Count ?? 0);
        Two(0);
        packet.Write(Query, 12, QuestionEnd() - 12);
        foreach (byte[] record in answers ?? [])
        {
            packet.Write(record);
        }

        foreach (byte[] record in authority ?? [])
        {
            packet.Write(record);
        }

        return packet.ToArray();
    }

    public static byte[] Record(string owner, ushort type, byte[] data, int ttl = 300) =>
        [.. Encode(owner), (byte)(type >> 8), (byte)type, 0, 1, (byte)(ttl >> 24), (byte)(ttl >> 16), (byte)(ttl >> 8), (byte)ttl, (byte)(data.Length >> 8), (byte)data.Length, .. data];

    public static byte[] Address(string owner, string address, int ttl = 300)
    {
        byte[] bytes = IPAddress.Parse(address).GetAddressBytes();
        return Record(owner, bytes.Length == 4 ? A : Aaaa, bytes, ttl);
    }

    public static byte[] Alias(string owner, string target) => Record(owner, Cname, Encode(target));

    public static byte[] Exchanger(string owner, int preference, string host) => Record(owner, Mx, [(byte)(preference >> 8), (byte)preference, .. Encode(host)]);

    public static byte[] Pointer(string owner, string name) => Record(owner, Ptr, Encode(name));

    /// <summary>A text of several character-strings, by the bytes of their characters.</summary>
    public static byte[] Text(string owner, params string[] strings)
    {
        List<byte> data = [];
        foreach (string text in strings)
        {
            data.Add((byte)text.Length);
            data.AddRange(System.Text.Encoding.Latin1.GetBytes(text));
        }

        return Record(owner, Txt, [.. data]);
    }

    public static byte[] Start(string zone, string primary) => Record(zone, Soa, [.. Encode(primary), .. Encode("hostmaster." + zone), .. new byte[20]]);

    public static byte[] NameServer(string zone, string server) => Record(zone, Ns, Encode(server));

    public static byte[] Encode(string name)
    {
        List<byte> bytes = [];
        foreach (string label in name.Split('.'))
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(System.Text.Encoding.ASCII.GetBytes(label));
        }

        return [.. bytes, 0];
    }

    private int QuestionEnd()
    {
        int i = 12;
        while (Query[i] != 0)
        {
            i += Query[i] + 1;
        }

        return i + 5;
    }
}
