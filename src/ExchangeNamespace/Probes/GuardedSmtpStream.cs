using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>Ends a dialogue that is not SMTP, or says too much.</summary>
/// <param name="status">What it is.</param>
/// <param name="detail">More about it.</param>
internal sealed class SmtpGuardException(SmtpStatus status, string detail) : IOException(detail)
{
    public SmtpStatus Status { get; } = status;
}

/// <summary>
/// The clear part of a dialogue: bounded in what it reads, limited to three commands in what it writes, and written down.
/// </summary>
internal sealed class GuardedSmtpStream(Stream inner) : Stream
{
    /// <summary>The longest line that a reply may have is 512 (RFC 5321, 4.5.3.1.5); extensions and sloppy servers get more.</summary>
    private const int LongestLine = 4096;
    private const int MostLines = 256;
    private const int MostBytes = 128 * 1024;

    private static readonly string[] Commands = ["EHLO ", "STARTTLS\r\n", "QUIT\r\n"];

    private int _lines;
    private int _lineLength;

    public SmtpTranscript Transcript { get; } = new();

    /// <summary>The step that the server is to answer.</summary>
    public SmtpStage Stage { get; private set; } = SmtpStage.Banner;

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
        int read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        Check(buffer, offset, read);
        return read == 0 ? throw new EndOfStreamException() : read;
    }

    /// <summary>Sends a command and reads its answer; null when the server closes instead.</summary>
    public async Task<SmtpReply?> AskAsync(string command, CancellationToken cancel)
    {
        int before = Transcript.Replies().Count;
        byte[] bytes = Encoding.ASCII.GetBytes(command);
        await WriteAsync(bytes, 0, bytes.Length, cancel).ConfigureAwait(false);
        byte[] buffer = new byte[1];
        try
        {
            // Byte by byte: what follows the answer belongs to the next protocol.
            while (Transcript.Replies().Count == before)
            {
                await ReadAsync(buffer, 0, 1, cancel).ConfigureAwait(false);
            }
        }
        catch (EndOfStreamException)
        {
            return null;
        }

        return Transcript.Replies()[before];
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Allow(Encoding.ASCII.GetString(buffer, offset, count));
        return inner.WriteAsync(buffer, offset, count, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Check(byte[] buffer, int offset, int count)
    {
        Transcript.Append(buffer, offset, count);
        if (!Transcript.BeginsLikeSmtp())
        {
            throw new SmtpGuardException(SmtpStatus.NotSmtp, Probes.SpokenProtocol.Describe(Transcript.Start));
        }

        for (int i = offset; i < offset + count; i++)
        {
            bool ends = buffer[i] == '\n';
            _lines += ends ? 1 : 0;
            _lineLength = ends ? 0 : _lineLength + 1;
            if (_lineLength > LongestLine)
            {
                throw new SmtpGuardException(SmtpStatus.TooMuch, $"a line of more than {LongestLine} characters");
            }
        }

        if (_lines > MostLines || Transcript.Length > MostBytes)
        {
            throw new SmtpGuardException(SmtpStatus.TooMuch,
                _lines > MostLines ? $"more than {MostLines} lines" : $"more than {MostBytes} bytes");
        }
    }

    /// <summary>The library falls back to HELO where EHLO is refused; this probe does not.</summary>
    private void Allow(string command)
    {
        int known = Array.FindIndex(Commands, c => command.StartsWith(c, StringComparison.Ordinal));
        if (known < 0 || command.IndexOf('\n') != command.Length - 1)
        {
            throw new SmtpGuardException(SmtpStatus.Rejected, "the server refuses EHLO");
        }

        Stage = known switch
        {
            0 => SmtpStage.Hello,
            1 => SmtpStage.StartTls,
            _ => Stage,
        };
    }
}
