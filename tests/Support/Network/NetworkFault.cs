using System;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>Which server has the fault, and at which layer.</summary>
internal enum FaultPlace
{
    /// <summary>No server has one.</summary>
    None,

    /// <summary>The DNS server, whose answers by UDP are as the fault says.</summary>
    Dns,

    /// <summary>The DNS server cuts what it says by UDP, and has its fault over TCP.</summary>
    DnsOverTcp,

    /// <summary>The web server, in what carries TLS.</summary>
    WebWire,

    /// <summary>The web server, in what TLS carries.</summary>
    Web,

    /// <summary>The web server, in its answer to the first message of NTLM.</summary>
    Handshake,

    /// <summary>The web server without TLS.</summary>
    Http,

    /// <summary>The mail server, before it has answered EHLO.</summary>
    Mail,

    /// <summary>The mail server, after that.</summary>
    MailTls,

    /// <summary>The directory, in what carries TLS.</summary>
    DirectoryWire,

    /// <summary>The directory, in what TLS carries.</summary>
    Directory,
}

/// <summary>What a server does once it has said so much.</summary>
internal enum FaultEnd
{
    /// <summary>It does not listen at all.</summary>
    Refuses,

    /// <summary>It says no more, and keeps the connection.</summary>
    Silence,

    /// <summary>It closes the connection.</summary>
    Close,

    /// <summary>It resets the connection.</summary>
    Reset,

    /// <summary>It says something that is of no protocol, and then nothing.</summary>
    OtherText,

    /// <summary>It sends without end.</summary>
    Flood,

    /// <summary>It sends without end, one byte after another with a pause.</summary>
    Drip,

    /// <summary>It says everything, one byte at a time: no fault.</summary>
    ByteByByte,
}

/// <summary>One fault of one server.</summary>
/// <param name="Place">Which server.</param>
/// <param name="Name">What has come before, in words.</param>
/// <param name="After">What the server says before: a number of bytes, or a text; everything up to its end has been sent.</param>
/// <param name="End">What happens then.</param>
internal sealed record NetworkFault(FaultPlace Place, string Name, object After, FaultEnd End)
{
    /// <summary>Whether the command has its answer all the same.</summary>
    public bool IsHarmless => Place == FaultPlace.None || End == FaultEnd.ByteByByte;

    /// <summary>Whether the head of an answer has come, and as much of its body as is kept of any: that is an answer.</summary>
    public bool IsAnswer => After is NetworkFaults.HalfBody && End == FaultEnd.Flood;

    /// <summary>Whether the server sends without end, so that it can state no length.</summary>
    public bool IsEndless => End is FaultEnd.Flood or FaultEnd.Drip;

    /// <summary>Where the fault begins in what the server has said so far; -1 before that.</summary>
    public int At(string said)
    {
        if (After is int bytes)
        {
            return bytes <= said.Length ? bytes : -1;
        }

        string text = (string)After;
        int at = said.IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? -1 : at + text.Length;
    }

    public override string ToString() => $"{Place}: {Name}, {End}";
}
