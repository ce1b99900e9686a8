using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning;

/// <summary>The full name of a server: the one given, else its name in the Active Directory domain.</summary>
internal static class ServerFqdn
{
    public static Fqdn? Of(ServerRequest server, Fqdn? adDomain) =>
        server.Fqdn ?? (adDomain is not null && adDomain.TryPrepend(server.Name, out Fqdn? name) ? name : null);
}
