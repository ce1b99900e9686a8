using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Which clients notice a change, in words.</summary>
internal static class ClientEffects
{
    private const string Through = " take the new value from their next Autodiscover answer, within hours; the old host must still be served "
        + "until then.";

    public static string OfSetting(ClientService service, bool isExternal)
    {
        string place = isExternal ? "outside" : "inside";
        return service switch
        {
            ClientService.Autodiscover =>
                "Outlook on domain members inside reads the service connection point at its next start and asks the new host.",
            ClientService.EWS => $"Outlook (free/busy, out of office), Outlook for Mac and applications {place}" + Through,
            ClientService.OAB => $"Outlook clients that download the address book {place}" + Through,
            ClientService.OutlookAnywhere => $"Outlook clients that use RPC over HTTP {place}" + Through,
            ClientService.MAPI => $"Outlook clients that use MAPI over HTTP {place}" + Through,
            ClientService.ActiveSync =>
                $"Phones {place} that follow Autodiscover take the new URL; a phone with a typed server name keeps the old one.",
            ClientService.UM => $"Outlook clients that play voice messages {place}" + Through,
            ClientService.OWA =>
                $"People who open Outlook on the web {place} type the new address; bookmarks of the old one need it to be served still.",
            ClientService.ECP => $"The options pages of Outlook on the web, and administrators, {place} are sent to the new address.",
            ClientService.PowerShell => $"Administrators who open remote PowerShell {place} use the new URL.",
            _ => throw ClosedSet.Outside(service),
        };
    }

    public static string OfAdditionalParameter(ClientService service) =>
        $"Clients of {service} sign in or connect by the new setting at their next connection.";

    public static string OfName(PlanChangeAction action) => action == PlanChangeAction.Removed
        ? "Clients that still use the name get a certificate warning once the new certificate is bound."
        : "Clients that use the name get a certificate warning until a certificate with it is bound.";

    public static string OfRecord(DnsRecord record, PlanChangeAction action)
    {
        string place = record.View == DnsView.External ? "Internet" : "inside";
        string who = record.Type switch
        {
            DnsRecordType.MX => record.View == DnsView.External ? "Mail servers on the Internet" : "Mail servers inside",
            DnsRecordType.TXT => "Receivers of mail",
            DnsRecordType.PTR => "Receivers of mail that check the sending address",
            DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME or DnsRecordType.SRV
                or DnsRecordType.SOA or DnsRecordType.NS => record.View == DnsView.External ? "Clients on the Internet" : "Clients inside",
            _ => throw ClosedSet.Outside(record.Type),
        };
        return action == PlanChangeAction.Removed
            ? $"{who} must not need it any more: caches in the {place} view keep it for its time to live."
            : $"{who} see it once caches in the {place} view have let the old answer go.";
    }
}
