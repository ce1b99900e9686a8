using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Zones, records that enter and leave each DNS view, and the mail identity.</summary>
internal static class NameChanges
{
    private const string NoAddress = "(address not stated)";
    private const string NoValue = "(none)";

    public static IEnumerable<PlanChange> Of(NamespacePlan plan, NamespacePlan reference) =>
        Zones(plan, reference).Concat(Records(plan, reference)).Concat(Mail(plan, reference));

    private static IEnumerable<PlanChange> Zones(NamespacePlan plan, NamespacePlan reference)
    {
        foreach (PlannedZone zone in plan.Zones)
        {
            if (reference.Zones.FirstOrDefault(z => z.Name.Equals(zone.Name)) is { } old && old.Model != zone.Model)
            {
                yield return new PlanChange
                {
                    Kind = PlanChangeKind.Zone,
                    Action = PlanChangeAction.Changed,
                    Subject = zone.Name.Value,
                    Item = "DnsModel",
                    Old = old.Model.ToString(),
                    New = zone.Model.ToString(),
                    Clients = "Clients inside resolve the names of the zone in another way: compare both views with Test-SplitDns.",
                };
            }
        }
    }

    private static IEnumerable<PlanChange> Records(NamespacePlan plan, NamespacePlan reference)
    {
        HashSet<(DnsView, string, string)> before = [.. reference.DnsRecords.Select(Key)];
        HashSet<(DnsView, string, string)> after = [.. plan.DnsRecords.Select(Key)];
        return plan.DnsRecords.Where(r => !before.Contains(Key(r))).Select(r => Record(r, PlanChangeAction.Added))
            .Concat(reference.DnsRecords.Where(r => !after.Contains(Key(r))).Select(r => Record(r, PlanChangeAction.Removed)))
            .OrderBy(c => c.Subject, StringComparer.Ordinal);
    }

    private static (DnsView View, string Item, string Value) Key(DnsRecord record) => (record.View, Item(record), Value(record));

    private static string Item(DnsRecord record) => $"{record.Name} {record.Type}";

    private static string Value(DnsRecord record)
    {
        string value = record.Value ?? NoAddress;
        return (record.Type == DnsRecordType.MX ? record.Preference.ToString(CultureInfo.InvariantCulture) + " " + value : value)
            + (record.Zone is null ? string.Empty : $" in {record.Zone}");
    }

    private static PlanChange Record(DnsRecord record, PlanChangeAction action) => new()
    {
        Kind = PlanChangeKind.DnsRecord,
        Action = action,
        Subject = record.View.ToString(),
        Item = Item(record),
        Old = action == PlanChangeAction.Removed ? Value(record) : string.Empty,
        New = action == PlanChangeAction.Removed ? string.Empty : Value(record),
        Clients = ClientEffects.OfRecord(record, action),
    };

    private static IEnumerable<PlanChange> Mail(NamespacePlan plan, NamespacePlan reference)
    {
        return new[]
        {
            Change("MailHost", reference.MailHost?.Value, plan.MailHost?.Value,
                "Mail servers on the Internet deliver to the new host after the MX record; receive connectors answer with its name.",
                "Mail servers on the Internet deliver to the old host until its MX record is gone, and then by what the zone has left."),
            Change("SendingHost", reference.Mail?.SendingHost.Value, plan.Mail?.SendingHost.Value,
                "Receivers see the new name when the organisation sends: send connectors, PTR record and SPF record must agree with it.",
                "Receivers see the old name until send connectors state another one; its PTR record and SPF record must stay until then."),
            Change("SendingAddresses", Joined(reference.Mail?.SendingAddresses), Joined(plan.Mail?.SendingAddresses),
                "Receivers check PTR record and SPF record of the new addresses.",
                "Receivers check PTR record and SPF record of the old addresses as long as mail comes from them."),
        }.OfType<PlanChange>();

        static string? Joined(IReadOnlyList<string>? values) => values is { Count: > 0 } ? string.Join(", ", values) : null;

        static PlanChange? Change(string item, string? old, string? now, string clients, string ended) => old == now ? null : new PlanChange
        {
            Kind = PlanChangeKind.Mail,
            Action = old is null ? PlanChangeAction.Added : now is null ? PlanChangeAction.Removed : PlanChangeAction.Changed,
            Subject = "Mail",
            Item = item,
            Old = old ?? NoValue,
            New = now ?? NoValue,
            Clients = now is null ? ended : clients,
        };
    }
}
