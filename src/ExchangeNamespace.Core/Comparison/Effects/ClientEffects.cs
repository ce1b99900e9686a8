using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Which clients notice a change, in words.</summary>
internal static class ClientEffects
{
    /// <summary>What clients notice of what a plan leaves as it is, and the plan in force does not.</summary>
    public const string OfLeft = "Clients notice nothing: no line changes it, and the old value stays until it is changed by hand.";

    /// <summary>What clients notice where other sites are assigned to the service connection point.</summary>
    public const string OfSiteScope =
        "Inside: Outlook on domain members chooses among the service connection points by its site, from its next start on.";

    public static string OfSetting(ClientService service, bool isExternal, bool isCleared) => (isExternal ? "Outside: " : "Inside: ")
        + (isCleared ? "the setting no longer leads clients to the old host, which must still be served until no client uses it."
            : ServiceCatalog.Define(service).ClientEffect);

    /// <summary>What clients notice where the service connection point is cleared.</summary>
    public const string OfClearedConnectionPoint =
        "Inside: Outlook on domain members no longer finds Exchange in Active Directory, and asks DNS at its next start.";

    public static string OfAdditionalParameter(ClientService service) =>
        $"Clients of {service} sign in or connect by the new setting at their next connection.";

    public const string OfCoveredName = "Clients notice nothing: a wildcard of the other certificate covers the name.";

    public static string OfName(PlanChangeAction action, string name) => action == PlanChangeAction.Removed
        ? $"Clients that still use {name} get a certificate warning once the new certificate is bound."
        : $"Clients that use {name} get a certificate warning until a certificate with it is bound.";

    public static string OfRecord(DnsRecord record, PlanChangeAction action)
    {
        string who = record.Type switch
        {
            DnsRecordType.MX => "mail servers",
            DnsRecordType.TXT => "receivers of mail",
            DnsRecordType.PTR => "receivers of mail that check the sending address",
            DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME or DnsRecordType.SRV
                or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.CAA => "clients",
            DnsRecordType.TLSA => "senders of mail that use DANE",
            _ => throw ClosedSet.Outside(record.Type),
        };
        return $"{record.View} DNS view: {who} " + (action == PlanChangeAction.Removed
            ? "must not need the record any more; caches keep it for its time to live."
            : "get the record once caches have let the old answer go.");
    }
}
