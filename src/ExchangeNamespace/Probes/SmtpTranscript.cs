using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Probes;

/// <summary>One answer of a mail server.</summary>
internal sealed class SmtpReply(int code, IReadOnlyList<string> lines)
{
    /// <summary>The code, for example 250.</summary>
    public int Code { get; } = code;

    /// <summary>The lines without code, printable.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}

/// <summary>What a mail server has sent in clear, cut into answers (RFC 5321, 4.2).</summary>
internal sealed class SmtpTranscript
{
    private const int CodeLength = 3;
    private const int LongestLine = 1000;

    private readonly StringBuilder _text = new();

    /// <summary>What has come so far.</summary>
    public int Length => _text.Length;

    /// <summary>The beginning, as it came.</summary>
    public string Start => _text.ToString(0, Math.Min(_text.Length, 80));

    public void Append(byte[] buffer, int offset, int count)
    {
        // Latin 1, so that a byte stays a byte until it is made printable.
        for (int i = offset; i < offset + count; i++)
        {
            _text.Append((char)buffer[i]);
        }
    }

    /// <summary>The answers that are complete.</summary>
    public IReadOnlyList<SmtpReply> Replies()
    {
        List<SmtpReply> replies = [];
        List<string> lines = [];
        string[] all = _text.ToString().Split('\n');
        foreach (string line in all.Take(all.Length - 1).Select(l => l.TrimEnd('\r')))
        {
            if (!HasCode(line))
            {
                break;
            }

            lines.Add(VisibleText.Of(line.Length > CodeLength ? line.Substring(CodeLength + 1) : string.Empty, LongestLine));
            if (line.Length == CodeLength || line[CodeLength] != '-')
            {
                replies.Add(new SmtpReply(int.Parse(line.Substring(0, CodeLength), NumberStyles.None, CultureInfo.InvariantCulture),
                    lines));
                lines = [];
            }
        }

        return replies;
    }

    /// <summary>Whether the first line begins like an answer, as far as it has come.</summary>
    public bool BeginsLikeSmtp() => Enumerable.Range(0, Math.Min(_text.Length, CodeLength)).All(i => _text[i] is >= '0' and <= '9');

    private static bool HasCode(string line) =>
        line.Length >= CodeLength && line.Take(CodeLength).All(c => c is >= '0' and <= '9')
            && (line.Length == CodeLength || line[CodeLength] is ' ' or '-');
}
