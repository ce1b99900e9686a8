namespace ExchangeNamespace.Probing;

/// <summary>What came of asking one server one question. Only the first five say something about the name itself.</summary>
public enum DnsAnswerStatus
{
    /// <summary>There are records.</summary>
    Answered,

    /// <summary>The name exists, but not with such a record.</summary>
    NoData,

    /// <summary>The name does not exist.</summary>
    NxDomain,

    /// <summary>The aliases lead in a circle.</summary>
    AliasLoop,

    /// <summary>The aliases do not end.</summary>
    AliasEndless,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>Nothing listens there, or there is no route.</summary>
    Unreachable,

    /// <summary>The server failed (SERVFAIL).</summary>
    ServFail,

    /// <summary>The server does not serve this client or this name (REFUSED).</summary>
    Refused,

    /// <summary>The server refers to others instead of answering: it neither holds the zone nor resolves for others.</summary>
    Lame,

    /// <summary>The answer is cut short and could not be had whole over TCP.</summary>
    Truncated,

    /// <summary>The answer belongs to another question.</summary>
    WrongId,

    /// <summary>The answer cannot be read.</summary>
    Malformed,

    /// <summary>The server reports another error.</summary>
    ServerError,
}
