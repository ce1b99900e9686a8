using System.IO;
using System.Threading;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.State.CliXml;

/// <summary>
/// Bounds what a reader of XML takes in for one node: it builds a whole tag with all its attributes before it can be asked anything. Each
/// piece that it takes is also a place where it can be ended.
/// </summary>
internal sealed class NodeStream(Stream inner, CancellationToken cancel) : Stream
{
    private long _sinceNode;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new System.NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new System.NotSupportedException();
        set => throw new System.NotSupportedException();
    }

    /// <summary>A node was read.</summary>
    public void Next() => _sinceNode = 0;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancel.ThrowIfCancellationRequested();
        int read = inner.Read(buffer, offset, count);
        _sinceNode += read;
        return _sinceNode > FileLimits.CaptureNodeBytes
            ? throw new CliXmlException($"has a tag or text of more than {FileLimits.CaptureNodeBytes} bytes, which no capture has.")
            : read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new System.NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new System.NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new System.NotSupportedException();
}
