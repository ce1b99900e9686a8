using System;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Mailboxes that clients reach alike: of one site and product.</summary>
/// <param name="Site">The site of their servers, in capital letters.</param>
/// <param name="Product">The product of their servers.</param>
/// <param name="IsPilot">Whether only test users are meant, whose computers have the new servers in the hosts file.</param>
internal readonly record struct MailboxGroup(string Site, ExchangeProduct Product, bool IsPilot)
{
    public int Generation => RouteTopology.GenerationOf(Product);

    public static MailboxGroup Of(SimulatedServer server, bool isPilot) => new(server.Site.ToUpperInvariant(), server.Product, isPilot);

    public bool IsIn(string site) => string.Equals(Site, site, StringComparison.OrdinalIgnoreCase);
}
