using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>Where the mailbox is, as the server sees it that the client reached.</summary>
internal enum RouteSites
{
    Any,
    Same,
    Other,
}

/// <summary>What the ExternalUrl of the mailbox's site is like.</summary>
internal enum RouteExternal
{
    Any,

    /// <summary>There is one, and its host is not the one of the server that was reached.</summary>
    Set,

    /// <summary>It is missing, or has the host of the server that was reached (S30).</summary>
    None,

    /// <summary>In the site of the client's server: that server has none, another has.</summary>
    OnlyBeside,
}

/// <summary>Which address the next hop has.</summary>
internal enum RouteTarget
{
    None,
    ExternalUrl,
    InternalUrl,

    /// <summary>An older server by its own name: the front end keeps a list of them, whatever name their InternalUrl has.</summary>
    OlderServer,

    /// <summary>The back end of the mailbox server, port 444.</summary>
    BackEnd,

    /// <summary>The mail port of the server (InternalConnectionSettings).</summary>
    MailPort,

    /// <summary>The back-end mail service of the mailbox server (1995 for POP3, 1993 for IMAP4).</summary>
    MailBackEnd,

    /// <summary>The Autodiscover service of the newer server.</summary>
    Autodiscover,
}

/// <summary>A range of products.</summary>
internal readonly record struct RouteProducts(ExchangeProduct First, ExchangeProduct Last)
{
    public bool Contains(ExchangeProduct product) => product >= First && product <= Last;
}

/// <summary>One row of the decision tables. The first row that fits decides.</summary>
/// <param name="Id">Permanent name, for example <c>2007-OWA-redirect</c>.</param>
/// <param name="Server">The products of the server that the client reached.</param>
/// <param name="Mailbox">The products of the mailbox.</param>
/// <param name="Sites">Same site or another.</param>
/// <param name="External">What the ExternalUrl must be like.</param>
/// <param name="Action">What happens.</param>
/// <param name="Target">The address of the next hop.</param>
/// <param name="Manner">What it looks like on the wire, in a few words.</param>
/// <param name="Certainty">How sure the row is.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Rule">The S-rule.</param>
internal sealed record RouteRule(
    string Id,
    RouteProducts Server,
    RouteProducts Mailbox,
    RouteSites Sites,
    RouteExternal External,
    RouteAction Action,
    RouteTarget Target,
    string Manner,
    RouteCertainty Certainty,
    string Source,
    string Rule)
{
    public required IReadOnlyList<RouteProtocol> Protocols { get; init; }

    /// <summary>The authentication that the next hop must have; null for none in particular.</summary>
    public string? Authentication { get; init; }

    /// <summary>Whether that is Integrated Windows authentication on the virtual directory.</summary>
    public bool NeedsIntegrated { get; init; }

    public bool Fits(RouteProtocol protocol, ExchangeProduct server, ExchangeProduct mailbox, RouteSites sites, RouteExternal external) =>
        Protocols.Contains(protocol) && Server.Contains(server) && Mailbox.Contains(mailbox)
        && (Sites == RouteSites.Any || Sites == sites)
        && (External == RouteExternal.Any || External == external);
}
