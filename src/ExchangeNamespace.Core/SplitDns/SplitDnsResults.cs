using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.SplitDns;

/// <summary>What one view answers for a name.</summary>
public sealed class DnsViewAnswer
{
    /// <summary>The server whose answer counts: the first that could tell.</summary>
    public required string Server { get; init; }

    /// <summary>What came of asking.</summary>
    public required DnsAnswerStatus Status { get; init; }

    /// <summary>The addresses, IPv4 first.</summary>
    public required IReadOnlyList<string> Addresses { get; init => field = Indexable.Of(value); }

    /// <summary>The targets of the aliases on the way, in order.</summary>
    public required IReadOnlyList<string> AliasChain { get; init => field = Indexable.Of(value); }

    /// <summary>Whether the server holds the zone itself.</summary>
    public required bool Authoritative { get; init; }

    /// <summary>For how many seconds the answer may be kept; null without an answer.</summary>
    public required int? TimeToLive { get; init; }

    internal static DnsViewAnswer Of(HostLookup lookup) => new()
    {
        Server = lookup.Server.ToString(),
        Status = lookup.Status,
        Addresses = lookup.Addresses,
        AliasChain = lookup.Chain,
        Authoritative = lookup.Authoritative,
        TimeToLive = lookup.Ttl,
    };

    /// <inheritdoc/>
    public override string ToString() => Addresses.Count > 0 ? string.Join(", ", Addresses) : Status.ToString();
}

/// <summary>The verdict about one name.</summary>
public sealed class SplitDnsName : ICheckResult
{
    /// <summary>The name.</summary>
    public string Subject => Name.Value;

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The name.</summary>
    public required Fqdn Name { get; init; }

    /// <summary>The public zone of the name.</summary>
    public required Fqdn Zone { get; init; }

    /// <summary>What was found.</summary>
    public required SplitDnsStatus Status { get; init; }

    /// <summary>Whether it is as planned; null without a plan, and where a view could not tell.</summary>
    public required bool? AsPlanned { get; init; }

    /// <summary>The answer inside.</summary>
    public required DnsViewAnswer Internal { get; init; }

    /// <summary>The answer outside.</summary>
    public required DnsViewAnswer External { get; init; }

    /// <summary>The findings about it.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    private CheckSummary Summary => field ??= CheckSummary.Of(Findings, SplitDnsSummary.OfName(Status, Findings));

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Status}";
}

/// <summary>The verdict about one zone.</summary>
public sealed class SplitDnsZone : ICheckResult
{
    /// <summary>The zone.</summary>
    public string Subject => Zone.Value;

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The public zone.</summary>
    public required Fqdn Zone { get; init; }

    /// <summary>How the zone is served inside; null where the views could not tell.</summary>
    public required DnsModel? Model { get; init; }

    /// <summary>The model of the plan; null without a plan.</summary>
    public required DnsModel? PlannedModel { get; init; }

    /// <summary>Whether the mail exchangers are those of the plan; null without a plan, and where a view could not tell.</summary>
    public required bool? MailAsPlanned { get; init; }

    /// <summary>Whether model and mail exchangers are those of the plan; null without a plan, and where a view could not tell.</summary>
    public bool? AsPlanned => MailAsPlanned == false ? false : Model is null || PlannedModel is null ? null : Model == PlannedModel;

    /// <summary>Whether a copy of the zone is kept inside; null where the views could not tell.</summary>
    public required bool? HostedInside { get; init; }

    /// <summary>The names that are zones of their own inside.</summary>
    public required IReadOnlyList<string> PinpointZones { get; init => field = Indexable.Of(value); }

    /// <summary>What the outside has and the inside lacks: names, and the kinds of record at the zone.</summary>
    public required IReadOnlyList<string> MissingInside { get; init => field = Indexable.Of(value); }

    /// <summary>The name servers that the inside names.</summary>
    public required IReadOnlyList<string> InternalNameServers { get; init => field = Indexable.Of(value); }

    /// <summary>The name servers that the outside names.</summary>
    public required IReadOnlyList<string> ExternalNameServers { get; init => field = Indexable.Of(value); }

    /// <summary>The mail exchangers that the outside names, with their preference.</summary>
    public required IReadOnlyList<string> MailExchangers { get; init => field = Indexable.Of(value); }

    /// <summary>The findings about it.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>Whether a view could not tell the mail exchangers that the plan has.</summary>
    internal bool IsMailUnknown { get; init; }

    private CheckSummary Summary => field ??=
        CheckSummary.Of(Findings, SplitDnsSummary.OfZone(Model, AsPlanned == true, IsMailUnknown, Findings));

    /// <inheritdoc/>
    public override string ToString() => $"{Zone} {(Model is { } model ? model.ToString() : "Inconclusive")}";
}

/// <summary>The DNS models that were found, in the form that Get-NamespacePlan takes.</summary>
public sealed class SplitDnsModel
{
    /// <summary>The name of one model, or a map from zone to the name of its model.</summary>
    public required object DnsModel { get; init; }

    /// <summary>The one model, or each zone with its model, in one line.</summary>
    public string Line =>
        DnsModel is Dictionary<string, string> map ? string.Join(", ", map.Select(m => m.Key + "=" + m.Value)) : DnsModel.ToString();

    /// <summary>
    /// One model where all zones have the same, else a map; null where no zone has one. A zone that could not be judged forces the map.
    /// </summary>
    internal static SplitDnsModel? Of(IReadOnlyCollection<(Fqdn Zone, DnsModel? Model)> zones)
    {
        List<DnsModel> models = [.. zones.Select(z => z.Model).OfType<DnsModel>()];
        if (models.Count == 0)
        {
            return null;
        }

        return new SplitDnsModel
        {
            DnsModel = models.Count == zones.Count && models.Distinct().Count() == 1
                ? models[0].ToString()
                : zones.Where(z => z.Model is not null).ToDictionary(z => z.Zone.Value, z => z.Model!.Value.ToString()),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Line;
}
