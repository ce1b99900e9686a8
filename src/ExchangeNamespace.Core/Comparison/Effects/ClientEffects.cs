using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Which clients notice a change, in words.</summary>
internal static class ClientEffects
{
    public static string OfSetting(ClientService service, bool isExternal) =>
        (isExternal ? "Outside: " : "Inside: ") + ServiceCatalog.Define(service).ClientEffect;

    /// <summary>What clients notice where the service connection point is cleared.</summary>
    public const string OfClearedConnectionPoint =
        "Inside: Outlook on domain members no longer finds Exchange in Active Directory, and asks DNS at its next start.";

    public static string OfAdditionalParameter(ClientService service) =>
        $"Clients of {service} sign in or connect by the new setting at their next connection.";

    public static string OfName(PlanChangeAction action) => action == PlanChangeAction.Removed
        ? "Clients that still use the name get a certificate warning once the new certificate is bound."
        : "Clients that use the name get a certificate warning until a certificate with it is bound.";

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
