using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Which clients notice a change, in words.</summary>
internal static class ClientEffects
{
    private const string Through =
        " take the new value from their next Autodiscover answer, within hours; the old host must still be served "
        + "until then.";

    public static string OfSetting(ClientService service, bool isExternal) => (isExternal ? "Outside: " : "Inside: ") + service switch
    {
        ClientService.Autodiscover =>
            "Outlook on domain members reads the service connection point at its next start and asks the new host.",
        ClientService.EWS => "Outlook (free/busy, out of office), Outlook for Mac and applications" + Through,
        ClientService.OAB => "Outlook clients that download the address book" + Through,
        ClientService.OutlookAnywhere => "Outlook clients that use RPC over HTTP" + Through,
        ClientService.MAPI => "Outlook clients that use MAPI over HTTP" + Through,
        ClientService.ActiveSync =>
            "phones that follow Autodiscover take the new URL; a phone with a typed server name keeps the old one.",
        ClientService.UM => "Outlook clients that play voice messages" + Through,
        ClientService.OWA =>
            "people type the new address of Outlook on the web; bookmarks of the old address need it to be served still.",
        ClientService.ECP => "the options pages of Outlook on the web and the admin centre open at the new address.",
        ClientService.PowerShell => "administrators who open remote PowerShell use the new URL.",
        _ => throw ClosedSet.Outside(service),
    };

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
                or DnsRecordType.SOA or DnsRecordType.NS => "clients",
            _ => throw ClosedSet.Outside(record.Type),
        };
        return $"{record.View} DNS view: {who} " + (action == PlanChangeAction.Removed
            ? "must not need the record any more; caches keep it for its time to live."
            : "get the record once caches have let the old answer go.");
    }
}
