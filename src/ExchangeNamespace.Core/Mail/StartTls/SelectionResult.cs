using System.Collections.Generic;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>How the selection went.</summary>
internal sealed record SelectionResult
{
    /// <summary>Whether the connector offers TLS.</summary>
    public const int MechanismStep = 1;

    /// <summary>Which name or certificate is looked for.</summary>
    public const int KeyStep = 2;

    /// <summary>Which certificates fit the name.</summary>
    public const int SearchStep = 3;

    /// <summary>Which of them can be loaded and are enabled for SMTP.</summary>
    public const int EligibilityStep = 4;

    /// <summary>Which of several comes first.</summary>
    public const int OrderStep = 5;

    /// <summary>Whether it has expired.</summary>
    public const int ExpiryStep = 6;

    /// <summary>The event in the log of the server where no certificate is found.</summary>
    public const int NoCertificateEvent = 12014;

    /// <summary>The event in the log of the server where the certificate has expired.</summary>
    public const int ExpiredEvent = 12016;

    public required StartTlsOutcome Outcome { get; init; }

    public required int Step { get; init; }

    public required string Reason { get; init; }

    public StartTlsKey Key { get; init; }

    public string? SearchedFor { get; init; }

    public int? EventId { get; init; }

    /// <summary>All certificates of the store.</summary>
    public IReadOnlyList<Contestant> Field { get; init; } = [];

    /// <summary>Those that may be chosen.</summary>
    public IReadOnlyList<Contestant> Winners { get; init; } = [];

    public Contestant? Winner => Winners.Count == 1 ? Winners[0] : null;
}
