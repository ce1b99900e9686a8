using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Probes;

/// <summary>Ends a dialogue that is not SMTP, or in which the server sends too much.</summary>
/// <param name="status">What it is.</param>
/// <param name="detail">More about it.</param>
internal sealed class SmtpDialogueException(SmtpStatus status, string detail) : IOException(detail)
{
    public SmtpStatus Status { get; } = status;
}

/// <summary>
/// The clear part of a dialogue with a mail server (RFC 5321, 4.2): it can send three commands, and bounds what it reads.
/// </summary>
internal sealed class SmtpDialogue(Stream stream)
{
    /// <summary>The names that EHLO can carry: a host name, or an address literal in brackets.</summary>
    public const string HelloNamePattern = @"\A(\[[0-9A-Za-z:.]+\]|[0-9A-Za-z._-]+)\z";

    private const int CodeLength = 3;

    /// <summary>The longest line that a reply may have is 512 (RFC 5321, 4.5.3.1.5); extensions and sloppy servers get more.</summary>
    private const int LongestLine = 4096;
    private const int LongestShown = 1000;
    private const int MostLines = 256;
    private const int MostBytes = 128 * 1024;

    private readonly List<SmtpReply> _replies = [];
    private readonly byte[] _buffer = new byte[4096];
    private int _next;
    private int _filled;
    private int _allBytes;
    private int _allLines;

    /// <summary>The answers that are complete; the first is the banner.</summary>
    public IReadOnlyList<SmtpReply> Replies => _replies;

    /// <summary>The step that the server is to answer.</summary>
    public SmtpStage Stage { get; private set; } = SmtpStage.Banner;

    /// <summary>Reads what the server says first.</summary>
    public Task<SmtpReply> BannerAsync(CancellationToken cancel) => ReplyAsync(_buffer.Length, cancel);

    /// <summary>Says EHLO.</summary>
    public Task<SmtpReply> HelloAsync(string name, CancellationToken cancel)
    {
        if (!Regex.IsMatch(name, HelloNamePattern, RegexOptions.CultureInvariant))
        {
            throw new ArgumentException("A name in EHLO is a host name or an address literal.", nameof(name));
        }

        Stage = SmtpStage.Hello;
        return AskAsync("EHLO " + Literal(name), _buffer.Length, cancel);
    }

    /// <summary>Asks for TLS. What follows the answer stays unread, because it belongs to the handshake.</summary>
    public Task<SmtpReply> StartTlsAsync(CancellationToken cancel)
    {
        Stage = SmtpStage.StartTls;
        return AskAsync("STARTTLS", 1, cancel);
    }

    /// <summary>Says goodbye.</summary>
    public Task<SmtpReply> QuitAsync(CancellationToken cancel) => AskAsync("QUIT", _buffer.Length, cancel);

    /// <summary>An address stands in brackets (RFC 5321, 4.1.3).</summary>
    private static string Literal(string name) => !AddressSyntax.TryNormalise(name, out string? address) ? name
        : address.IndexOf(':') < 0 ? "[" + address + "]"
        : "[IPv6:" + address + "]";

    private async Task<SmtpReply> AskAsync(string command, int atOnce, CancellationToken cancel)
    {
        // What came before the question is no answer to it.
        _next = _filled = 0;
        byte[] bytes = Encoding.ASCII.GetBytes(command + "\r\n");
        await stream.WriteAsync(bytes, 0, bytes.Length, cancel).ConfigureAwait(false);
        await stream.FlushAsync(cancel).ConfigureAwait(false);
        return await ReplyAsync(atOnce, cancel).ConfigureAwait(false);
    }

    private async Task<SmtpReply> ReplyAsync(int atOnce, CancellationToken cancel)
    {
        List<string> lines = [];
        string? code = null;
        while (true)
        {
            string line = await LineAsync(atOnce, cancel).ConfigureAwait(false);
            if (line.Length < CodeLength || (code ??= line.Substring(0, CodeLength)) != line.Substring(0, CodeLength)
                || (line.Length > CodeLength && line[CodeLength] == '\r'))
            {
                throw NoReply(line);
            }

            lines.Add(VisibleText.Of(line.Length > CodeLength ? line.Substring(CodeLength + 1) : string.Empty, LongestShown));
            if (line.Length == CodeLength || line[CodeLength] == ' ')
            {
                SmtpReply reply = new(int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture), lines);
                _replies.Add(reply);
                return reply;
            }
        }
    }

    private async Task<string> LineAsync(int atOnce, CancellationToken cancel)
    {
        StringBuilder line = new();
        while (true)
        {
            if (_next == _filled)
            {
                (_next, _filled) = (0, await stream.ReadAsync(_buffer, 0, atOnce, cancel).ConfigureAwait(false));
                _allBytes += _filled > 0 ? _filled : throw new EndOfStreamException();
            }

            // Latin 1, so that a byte stays a byte until it is made printable.
            char c = (char)_buffer[_next++];
            if (c == '\n')
            {
                _allLines++;
                Bound();
                return line.ToString().TrimEnd('\r');
            }

            line.Append(c);
            if (!MayStandAt(c, line.Length - 1))
            {
                throw NoReply(line + Rest());
            }

            Bound();
            if (line.Length > LongestLine)
            {
                throw new SmtpDialogueException(SmtpStatus.TooMuch, $"a line of more than {LongestLine} characters");
            }
        }
    }

    /// <summary>Looked at with each character: what is not SMTP may never end its line.</summary>
    private static bool MayStandAt(char c, int index) => index switch
    {
        < CodeLength => c is >= '0' and <= '9',
        CodeLength => c is ' ' or '-' or '\r',
        _ => true,
    };

    private void Bound()
    {
        if (_allLines > MostLines || _allBytes > MostBytes)
        {
            throw new SmtpDialogueException(SmtpStatus.TooMuch,
                _allLines > MostLines ? $"more than {MostLines} lines" : $"more than {MostBytes} bytes");
        }
    }

    /// <summary>What has come of a line and was not looked at yet.</summary>
    private string Rest()
    {
        StringBuilder rest = new();
        while (_next < _filled && _buffer[_next] != '\n')
        {
            rest.Append((char)_buffer[_next++]);
        }

        return rest.ToString();
    }

    private SmtpDialogueException NoReply(string line) => new(SmtpStatus.NotSmtp,
        _replies.Count == 0 && !line.StartsWith("220", StringComparison.Ordinal) ? SpokenProtocol.Describe(line)
        : $"it sends '{VisibleText.Short(line.TrimEnd('\r'))}', which is no reply of SMTP");
}
