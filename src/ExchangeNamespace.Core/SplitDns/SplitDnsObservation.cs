using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.SplitDns;

/// <summary>What both views say about one name; one lookup and one start of zone for each server of the view.</summary>
internal sealed class NameObservation
{
    public required Fqdn Name { get; init; }

    public required IReadOnlyList<HostLookup> Internal { get; init; }

    public required IReadOnlyList<HostLookup> External { get; init; }

    public required ZoneStart InternalStart { get; init; }

    public required ZoneStart ExternalStart { get; init; }

    /// <summary>What the outside view says about its authorities; null where that was not asked.</summary>
    public CaaObservation? Authorities { get; init; }

    /// <summary>The answer that counts: of the first server that could tell.</summary>
    public static HostLookup Leading(IReadOnlyList<HostLookup> lookups) => lookups.FirstOrDefault(l => l.IsConclusive) ?? lookups[0];
}

/// <summary>What one view says about the mail of a domain, and what a plan says.</summary>
/// <param name="Expected">What the plan says.</param>
/// <param name="Answer">What the view says.</param>
internal sealed record ExchangerAnswer(MailExpectation Expected, DnsAnswer Answer);

/// <summary>What one view says about a zone.</summary>
internal sealed class ZoneViewObservation
{
    public required ZoneStart Start { get; init; }

    public required DnsAnswer NameServers { get; init; }

    public required DnsAnswer MailExchangers { get; init; }

    public required DnsAnswer Service { get; init; }

    /// <summary>The exchangers of the domains of the zone that a plan delivers mail for.</summary>
    public IReadOnlyList<ExchangerAnswer> Mail { get; init; } = [];

    /// <summary>The names that mail and services are led to, as far as they are aliases, with what they lead to.</summary>
    public IReadOnlyList<(string Record, string Target, string Alias)> Aliases { get; init; } = [];

    /// <summary>The lookup of a name without a record.</summary>
    public required HostLookup Unknown { get; init; }

    /// <summary>Every answer of the view that could not tell.</summary>
    public required IReadOnlyList<(DnsServerAddress Server, DnsAnswerStatus Status)> Failures { get; init; }
}

/// <summary>What both views say about a zone.</summary>
internal sealed class ZoneObservation
{
    public required Fqdn Zone { get; init; }

    public required ZoneViewObservation Internal { get; init; }

    public required ZoneViewObservation External { get; init; }

    /// <summary>Names that most zones have; asked only where the zone has a copy inside.</summary>
    public IReadOnlyList<NameObservation> CommonNames { get; init; } = [];
}

/// <summary>Which zone a view says a name lies in.</summary>
internal sealed class ZoneStart
{
    /// <summary>The answer to the question for the start of the zone.</summary>
    public required DnsAnswer Answer { get; init; }

    public required Fqdn Name { get; init; }

    public bool IsConclusive => HostLookup.Conclusive(Answer.Status);

    /// <summary>Whether a zone begins at the name itself.</summary>
    public bool IsApex => Record?.Owner == Name.Value;

    /// <summary>The zone of the name; null when the view does not say.</summary>
    public Fqdn? Zone =>
        Record is { } record && Fqdn.TryParse(record.Owner, "zone", out Fqdn? zone, out _) && Name.IsIn(zone) ? zone : null;

    /// <summary>The primary server of the zone.</summary>
    public string? Primary => Record?.Value;

    private DnsAnswerRecord? Record =>
        Answer.Of(DnsRecordType.SOA).FirstOrDefault() ?? Answer.Authority.FirstOrDefault(r => r.Kind == DnsRecordType.SOA);

    /// <summary>
    /// Whether a zone of that name is kept inside: the inside server speaks for it, or names another primary server than the outside does.
    /// Null when the views do not tell.
    /// </summary>
    public static bool? IsHostedInside(ZoneStart inside, ZoneStart outside)
    {
        if (!inside.IsConclusive)
        {
            return null;
        }

        if (!inside.IsApex || inside.Answer.Authoritative)
        {
            return inside.IsApex;
        }

        return outside.IsConclusive ? !outside.IsApex || inside.Primary != outside.Primary : null;
    }
}
