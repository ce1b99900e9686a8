using System.Collections.Generic;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What a body is.</summary>
internal enum AutodiscoverResponseKind
{
    /// <summary>No answer of Autodiscover.</summary>
    Other,

    /// <summary>Settings for a mailbox.</summary>
    Settings,

    /// <summary>Ask again with another mail address.</summary>
    RedirectAddress,

    /// <summary>Ask again at another URL.</summary>
    RedirectUrl,

    /// <summary>An error, for example 600: the healthy answer to a request without a body.</summary>
    Error,
}

/// <summary>One setting that carries a URL or a host.</summary>
/// <param name="Section">The section, for example EXCH; empty where the form has none.</param>
/// <param name="Name">The element or setting.</param>
/// <param name="Value">The value.</param>
internal sealed record AnsweredSetting(string Section, string Name, string Value);

/// <summary>An answer of Autodiscover in its old form (POX) or as SOAP.</summary>
internal sealed class AutodiscoverResponse
{
    public static readonly AutodiscoverResponse Other = new();

    public AutodiscoverResponseKind Kind { get; init; }

    /// <summary>The number or name of an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The words of an error.</summary>
    public string? Message { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? RedirectTarget { get; init; }

    public IReadOnlyList<AnsweredSetting> Settings { get; init; } = [];
}
