using System.Collections.Generic;

namespace ExchangeNamespace.Probes;

/// <summary>One answer of a mail server.</summary>
internal sealed class SmtpReply(int code, IReadOnlyList<string> lines)
{
    /// <summary>The code, for example 250.</summary>
    public int Code { get; } = code;

    /// <summary>The lines without code, printable.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
