using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Reads the mail identity of a plan. A file that was written before it had one says the same with its mail host and records.
/// </summary>
internal static class PlannedMailReader
{
    public const string Member = "mail";

    public static PlannedMail? Read(MemberReader root, Fqdn? mailHost, IReadOnlyList<DnsRecord> records)
    {
        PlannedMail? mail = root.Object(Member, Read);
        if (mail is not null && mailHost is null)
        {
            root.Refuse(FaultIds.InputContradiction, Member, null, "has no use without mailHost.");
        }

        return mail ?? (mailHost is null ? null : Of(mailHost, records));
    }

    private static PlannedMail Read(MemberReader members) => new()
    {
        Addresses = [.. members.RequiredTexts("addresses").Select(t => Address(members, "addresses", t))],
        SendingHost = members.RequiredHost("sendingHost"),
        SendingAddresses = [.. members.RequiredTexts("sendingAddresses").Select(t => Address(members, "sendingAddresses", t))],
        HygieneHosts = members.Hosts("hygieneHosts"),
        HygieneRanges = [.. (members.Texts("hygieneRanges") ?? []).Select(t => Range(members, t))],
        ChildDomains = members.Hosts("childDomains"),
    };

    private static PlannedMail Of(Fqdn mailHost, IReadOnlyList<DnsRecord> records)
    {
        string[] addresses = [.. records
            .Where(r => r is not null && r.View == DnsView.External && r.Type == DnsRecordType.Address && mailHost.Equals(r.Name))
            .Select(r => r.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        return new PlannedMail { Addresses = addresses, SendingHost = mailHost, SendingAddresses = addresses };
    }

    private static string Address(MemberReader members, string member, string text)
    {
        if (!HostAddress.TryRead(text, out string? address, out string? refusal))
        {
            members.Refuse(FaultIds.AddressInvalid, member, text, refusal);
        }

        return address ?? string.Empty;
    }

    private static string Range(MemberReader members, string text)
    {
        if (!AddressRange.TryParse(text, out AddressRange? range))
        {
            members.Refuse(FaultIds.AddressInvalid, "hygieneRanges", text, AddressRange.Refusal(text));
        }

        return range?.ToString() ?? string.Empty;
    }
}
