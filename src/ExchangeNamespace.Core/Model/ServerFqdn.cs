namespace ExchangeNamespace.Model;

/// <summary>The full name of a server: the one given, else its name in the Active Directory domain.</summary>
internal static class ServerFqdn
{
    public static Fqdn? Of(ServerRequest server, Fqdn? adDomain) => Of(server.Fqdn, server.Name, adDomain);

    public static Fqdn? Of(Fqdn? given, string name, Fqdn? adDomain) =>
        given ?? (adDomain is not null && adDomain.TryPrepend(name, out Fqdn? full) ? full : null);
}
