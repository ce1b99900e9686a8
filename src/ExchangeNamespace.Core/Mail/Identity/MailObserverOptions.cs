using System;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>How a run asks.</summary>
/// <param name="Port">The port of the mail servers.</param>
/// <param name="HelloName">The name to give in EHLO.</param>
/// <param name="Timeout">How long one conversation may take.</param>
/// <param name="Time">The time of the run, as seconds since 1970.</param>
internal sealed record MailObserverOptions(int Port, string HelloName, TimeSpan Timeout, long Time)
{
    /// <summary>Whether the user named the DNS servers: what another resolver says about signatures does not count.</summary>
    public bool IsResolverNamed { get; init; }
}
