using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ExchangeNamespace.Tests.Support;

/// <summary>
/// Ports for servers that are started a moment later. They lie below those that the system gives to outgoing connections, and are held
/// against other test processes until this one ends, so that none is taken between its choice and the server's start.
/// </summary>
internal static class FreePorts
{
    private const int First = 10_000;
    private const int End = 32_000;

    /// <summary>No server listens here; a socket bound to it is the sign that its port is given away.</summary>
    private static readonly IPAddress Sign = IPAddress.Parse("127.255.0.1");

    private static readonly ConcurrentBag<Socket> Held = [];

    /// <summary>Several ports.</summary>
    public static int[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>The next port, free for TCP and UDP.</summary>
    public static int Next()
    {
        while (true)
        {
            int port = Random.Shared.Next(First, End);
            if (TryBind(Sign, port, SocketType.Dgram) is not { } sign)
            {
                continue;
            }

            Held.Add(sign);
            using Socket? tcp = TryBind(IPAddress.Any, port, SocketType.Stream);
            using Socket? udp = TryBind(IPAddress.Loopback, port, SocketType.Dgram);
            if (tcp is not null && udp is not null)
            {
                return port;
            }
        }
    }

    private static Socket? TryBind(IPAddress address, int port, SocketType type)
    {
        Socket socket = new(AddressFamily.InterNetwork, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
