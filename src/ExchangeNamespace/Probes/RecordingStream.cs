using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probes;

/// <summary>Passes a handshake on, keeps what the server said in clear, and bounds what it may send.</summary>
internal sealed class RecordingStream(Stream inner) : Stream
{
    /// <summary>More than the handshake of any server.</summary>
    private const int MostBytes = 1024 * 1024;

    private const int HeadLength = 80;

    /// <summary>More than the certificates of any server.</summary>
    private const int MostKept = 256 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly MemoryStream _kept = new();
    private int _start;
    private int _end;
    private int _all;

    /// <summary>The first bytes of the server.</summary>
    public ArraySegment<byte> Head => new(_kept.GetBuffer(), 0, (int)Math.Min(_kept.Length, HeadLength));

    /// <summary>What the server said in clear.</summary>
    public ServerFlight Flight => ServerFlight.Of(new ArraySegment<byte>(_kept.GetBuffer(), 0, (int)_kept.Length));

    /// <summary>Whether the server closed the connection.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the limit ended it.</summary>
    public bool IsTooMuch => _all > MostBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        // Read whole pieces: a caller that wants five bytes would hide the rest of a greeting.
        if (_start == _end)
        {
            (_start, _end) = (0, await inner.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false));
            Note();
        }

        int taken = Math.Min(count, _end - _start);
        Array.Copy(_buffer, _start, buffer, offset, taken);
        _start += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Note()
    {
        IsClosed = _end == 0;
        _kept.Write(_buffer, 0, (int)Math.Min(_end, MostKept - _kept.Length));

        _all += _end;
        if (IsTooMuch)
        {
            throw new IOException("The server sends without end.");
        }
    }
}
