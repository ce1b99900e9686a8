using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>What a server with a fault says: all that comes before it, and then what the fault is.</summary>
/// <param name="inner">The stream to the client.</param>
/// <param name="socket">The connection below it.</param>
/// <param name="fault">The fault.</param>
/// <param name="hear">Called with the number of bytes that have come.</param>
/// <param name="fallSilent">Called where the server falls silent.</param>
/// <param name="stop">Ends the server.</param>
internal sealed class FaultStream(
    Stream inner, Socket socket, NetworkFault fault, Action<int> hear, Action fallSilent, CancellationToken stop) : Stream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly StringBuilder _said = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (fault is { End: FaultEnd.ByteByByte, Place: not FaultPlace.None })
        {
            // The library for DNS takes a length that comes in two parts for no answer.
            int first = fault.Place == FaultPlace.DnsOverTcp ? 2 : 1;
            for (int i = 0; i < buffer.Length; i += i == 0 ? first : 1)
            {
                await inner.WriteAsync(buffer.Slice(i, i == 0 ? first : 1), cancellationToken);
            }

            return;
        }

        if (fault.Place == FaultPlace.None)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            return;
        }

        int before = _said.Length;
        _said.Append(Encoding.Latin1.GetString(buffer.Span));
        int at = fault.At(_said.ToString());
        await inner.WriteAsync(at < 0 ? buffer : buffer[..Math.Max(0, at - before)], cancellationToken);
        if (at >= 0)
        {
            await EndAsync();
        }
    }

    /// <summary>Where the fault comes before the server has read or said anything, it comes now.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (fault.End != FaultEnd.ByteByByte && fault.At(_said.ToString()) == 0)
        {
            await EndAsync();
        }

        int read = await inner.ReadAsync(buffer, cancellationToken);
        hear(read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, stop).GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer, offset, count, stop).GetAwaiter().GetResult();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task EndAsync()
    {
        switch (fault.End)
        {
            case FaultEnd.Silence:
                await UntilGoneAsync();
                break;
            case FaultEnd.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
                break;
            case FaultEnd.OtherText:
                await inner.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), stop);
                await UntilGoneAsync();
                break;
            case FaultEnd.Flood:
                await ForeverAsync(new string('x', 4096), TimeSpan.Zero);
                break;
            case FaultEnd.Drip:
                await ForeverAsync("x", Pause);
                break;
            case FaultEnd.Close:
            case FaultEnd.Refuses:
            case FaultEnd.ByteByByte:
                break;
            default:
                throw new InvalidOperationException(fault.End.ToString());
        }

        throw new IOException("The fault ends the connection.");
    }

    /// <summary>Reads what the client still says, until it leaves.</summary>
    private async Task UntilGoneAsync()
    {
        fallSilent();
        byte[] bytes = new byte[1024];
        while (await socket.ReceiveAsync(bytes, SocketFlags.None, stop) > 0)
        {
            // It is not answered.
        }
    }

    private async Task ForeverAsync(string text, TimeSpan pause)
    {
        while (true)
        {
            await inner.WriteAsync(Encoding.Latin1.GetBytes(text), stop);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, stop);
            }
        }
    }
}
