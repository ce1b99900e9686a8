using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>A server as <c>Get-ExchangeServer</c> shows it.</summary>
public sealed class CapturedServer
{
    internal CapturedServer()
    {
    }

    /// <summary>The NetBIOS name.</summary>
    public required string Name { get; init; }

    /// <summary>The full name.</summary>
    public Captured<string> Fqdn { get; init; }

    /// <summary>The name of the Active Directory site, without its path.</summary>
    public Captured<string> Site { get; init; }

    /// <summary>The text of AdminDisplayVersion.</summary>
    public Captured<string> AdminDisplayVersion { get; init; }

    /// <summary>The version; null when the text was not captured or is not in the catalogue.</summary>
    public ExchangeVersion? Version { get; init; }

    /// <summary>The roles, for example <c>Mailbox</c>, <c>ClientAccess</c>.</summary>
    public Captured<IReadOnlyList<string>> Roles { get; init; }

    /// <summary>Whether the server serves clients.</summary>
    public Captured<bool> IsClientAccessServer { get; init; }

    /// <summary>Whether the server is an Edge Transport server.</summary>
    public Captured<bool> IsEdgeServer { get; init; }

    /// <summary>Whether Outlook Anywhere is enabled; absent where it was not captured.</summary>
    public Captured<bool> OutlookAnywhereEnabled { get; internal set; }

    /// <summary>
    /// Whether Extended Protection is on: known where a directory of the server checks tokens, and otherwise absent, because None proves
    /// nothing.
    /// </summary>
    public Captured<bool> ExtendedProtection { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Name);
}
