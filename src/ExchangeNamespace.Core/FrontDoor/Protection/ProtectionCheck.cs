using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>What the check says about a directory, a server, or what several servers have in common.</summary>
public enum ProtectionVerdict
{
    /// <summary>As Microsoft recommends for the version.</summary>
    AsRecommended,

    /// <summary>Below the recommended value: supported and not secured.</summary>
    Lower,

    /// <summary>Above the recommended value: secured and not supported, because clients are locked out.</summary>
    Higher,

    /// <summary>On, although the build does not support it.</summary>
    NotSupported,

    /// <summary>A server on which nothing that is known speaks against Extended Protection.</summary>
    Ready,

    /// <summary>Something keeps Extended Protection from being turned on.</summary>
    Blocked,

    /// <summary>Extended Protection is on, or on by default, and something does not go together with it.</summary>
    Contradicted,

    /// <summary>Servers that clients reach under one name differ.</summary>
    Differs,

    /// <summary>Too little is known.</summary>
    NotJudged,
}

/// <summary>One answer about Extended Protection.</summary>
public sealed class ProtectionCheck : ICheckResult
{
    internal ProtectionCheck()
    {
    }

    /// <inheritdoc/>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required CheckOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public required string Message { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Remedy { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Rule { get; init; }

    /// <summary>The verdict.</summary>
    public required ProtectionVerdict Verdict { get; init; }

    /// <summary>The server; empty for what several servers have in common.</summary>
    public string Server { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The virtual directory, for example <c>EWS</c>; empty for a server as a whole.</summary>
    public string Directory { get; init; } = string.Empty;

    /// <summary>The web site of the directory; null without one.</summary>
    public ExchangeWebSite? WebSite { get; init; }

    /// <summary>What is set; null where it is not known.</summary>
    public TokenCheckingMode? Value { get; init; }

    /// <summary>What Microsoft recommends for the version; null without a directory or version.</summary>
    public TokenCheckingMode? Recommended { get; init; }

    /// <summary>Whether the value is the recommended one or lower; null where it is not known.</summary>
    public bool? Supported { get; init; }

    /// <summary>Whether the value is the recommended one or higher, or a filter stands in for it; null where it is not known.</summary>
    public bool? Secured { get; init; }

    /// <summary>The line for the Exchange Management Shell that mends it; empty where no line does.</summary>
    public string Line { get; init; } = string.Empty;

    /// <summary>The findings; the worst one gives message and remedy.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Verdict}";
}
