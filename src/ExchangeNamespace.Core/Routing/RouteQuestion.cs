using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>One request: a client, what it speaks, the server it reaches and the mailbox it wants.</summary>
internal sealed record RouteQuestion(RouteProtocol Protocol, DnsView View, RouteServer Entry, string MailboxSite,
    ExchangeProduct MailboxProduct, string? MailboxServer = null);
