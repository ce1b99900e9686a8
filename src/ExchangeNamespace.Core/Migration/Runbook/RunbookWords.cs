using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>Places and certainty in words.</summary>
internal static class RunbookWords
{
    public static string Of(MigrationPlace place) => place switch
    {
        MigrationPlace.ExchangeShell => "Exchange Management Shell",
        MigrationPlace.ServerConsole => "the server itself",
        MigrationPlace.Dns => "DNS",
        MigrationPlace.LoadBalancer => "load balancer, reverse proxy or firewall",
        MigrationPlace.CertificateAuthority => "certificate authority",
        MigrationPlace.ActiveDirectory => "Active Directory",
        MigrationPlace.Client => "a client computer",
        MigrationPlace.Module => "a shell with the module ExchangeNamespace",
        _ => throw ClosedSet.Outside(place),
    };

    public static string Of(MigrationCertainty certainty) => certainty switch
    {
        MigrationCertainty.Documented => "documented",
        MigrationCertainty.Derived => "derived from documents",
        MigrationCertainty.Unverified => "general knowledge, not verified: try it first",
        _ => throw ClosedSet.Outside(certainty),
    };
}
