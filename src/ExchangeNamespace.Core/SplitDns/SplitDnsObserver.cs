using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.SplitDns;

/// <summary>Asks both views everything that the verdicts need: every server named, and no other.</summary>
/// <param name="resolver">Asks one server.</param>
/// <param name="inside">The servers of the inside view.</param>
/// <param name="outside">The servers of the outside view.</param>
internal sealed class SplitDnsObserver(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> inside,
    IReadOnlyList<DnsServerAddress> outside)
{
    /// <summary>The most names of exchangers and services of one zone that are looked up.</summary>
    private const int MostTargets = 40;

    /// <summary>Names that most public zones have and an inside copy often lacks.</summary>
    private static readonly string[] CommonLabels =
        ["www", "autodiscover", "mail", "webmail", "owa", "smtp", "ftp", "vpn", "remote", "portal", "sip", "lyncdiscover",
            "enterpriseregistration"];

    /// <summary>Observes a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="authorities">For which name the outside view is asked about authorities; null for none.</param>
    public async Task<NameObservation> ObserveNameAsync(Fqdn name, CancellationToken cancel, CaaQuestion? authorities = null)
    {
        Task<NameInView> internalView = ObserveNameAsync(inside, name, cancel);
        Task<NameInView> externalView = ObserveNameAsync(outside, name, cancel);
        NameInView internals = await internalView.ConfigureAwait(false);
        NameInView externals = await externalView.ConfigureAwait(false);
        return new NameObservation
        {
            Name = name,
            Internal = internals.Lookups,
            External = externals.Lookups,
            InternalStart = internals.Start,
            ExternalStart = externals.Start,
            Authorities = authorities is null ? null
                : await CaaObservation.AskAsync(resolver, outside, authorities, cancel).ConfigureAwait(false),
        };
    }

    /// <summary>Observes a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="unknownLabel">A label without a record: what answers it is a wildcard.</param>
    /// <param name="mail">What a plan says about the mail of its domains.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ZoneObservation> ObserveZoneAsync(Fqdn zone, string unknownLabel, IEnumerable<MailExpectation> mail,
        CancellationToken cancel)
    {
        ILookup<DnsView, MailExpectation> byView = mail.ToLookup(m => m.View);
        Task<ZoneViewObservation> internalView = ObserveViewAsync(inside, zone, unknownLabel, [.. byView[DnsView.Internal]], cancel);
        Task<ZoneViewObservation> externalView = ObserveViewAsync(outside, zone, unknownLabel, [.. byView[DnsView.External]], cancel);
        ZoneViewObservation internals = await internalView.ConfigureAwait(false);
        ZoneViewObservation externals = await externalView.ConfigureAwait(false);
        bool isCopied = ZoneStart.IsHostedInside(internals.Start, externals.Start) == true;
        return new ZoneObservation
        {
            Zone = zone,
            Internal = internals,
            External = externals,
            CommonNames = isCopied
                ? await Task.WhenAll(CommonNames(zone).Select(n => ObserveNameAsync(n, cancel))).ConfigureAwait(false) : [],
        };
    }

    private async Task<NameInView> ObserveNameAsync(IReadOnlyList<DnsServerAddress> servers, Fqdn name, CancellationToken cancel)
    {
        // Making and sending a question costs more than a near server takes to answer it: on a thread of its own, the two views do not wait
        // for each other.
        await Task.Yield();
        Task<HostLookup[]> lookups = LookUpAsync(servers, name.Value, cancel);
        Task<ZoneStart> start = StartAsync(servers, name, cancel);
        return new NameInView(await lookups.ConfigureAwait(false), await start.ConfigureAwait(false));
    }

    private static IEnumerable<Fqdn> CommonNames(Fqdn zone)
    {
        yield return zone;
        foreach (string label in CommonLabels)
        {
            if (zone.TryPrepend(label, out Fqdn? name))
            {
                yield return name;
            }
        }
    }

    private async Task<ZoneViewObservation> ObserveViewAsync(
        IReadOnlyList<DnsServerAddress> servers, Fqdn zone, string unknownLabel, IReadOnlyList<MailExpectation> planned,
        CancellationToken cancel)
    {
        Task<DnsAnswer[][]> domains = Task.WhenAll(planned.Select(m => AskAsync(servers, m.Domain.Value, DnsRecordType.MX, cancel)));
        Task<ZoneStart> start = StartAsync(servers, zone, cancel);
        Task<DnsAnswer[]> names = AskAsync(servers, zone.Value, DnsRecordType.NS, cancel);
        Task<DnsAnswer[]> mail = AskAsync(servers, zone.Value, DnsRecordType.MX, cancel);
        Task<DnsAnswer[]> service = AskAsync(servers, AutodiscoverLabels.ServicePrefix + zone.Value, DnsRecordType.SRV, cancel);
        HostLookup[] unknown = await LookUpAsync(servers, unknownLabel + "." + zone.Value, cancel).ConfigureAwait(false);
        DnsAnswer[][] answers = await Task.WhenAll(names, mail, service).ConfigureAwait(false);
        ZoneStart started = await start.ConfigureAwait(false);
        DnsAnswer[][] exchangers = await domains.ConfigureAwait(false);
        IEnumerable<(DnsServerAddress, DnsAnswerStatus)> failures = answers.Concat(exchangers).SelectMany(a => a)
            .Append(started.Answer)
            .Select(a => (a.Server, a.Status))
            .Concat(unknown.Select(u => (u.Server, u.Status)))
            .Where(f => !HostLookup.Conclusive(f.Status))
            .Distinct();
        DnsAnswer[] leading = [Leading(answers[1]), .. exchangers.Select(Leading), Leading(answers[2])];
        return new ZoneViewObservation
        {
            Start = started,
            Mail = [.. planned.Zip(exchangers, (m, a) => new ExchangerAnswer(m, Leading(a)))],
            Aliases = await AliasesAsync(servers, leading.SelectMany(a => a.Records), cancel).ConfigureAwait(false),
            NameServers = Leading(answers[0]),
            MailExchangers = Leading(answers[1]),
            Service = Leading(answers[2]),
            Unknown = NameObservation.Leading(unknown),
            Failures = [.. failures],
        };
    }

    private async Task<IReadOnlyList<(string, string, string)>> AliasesAsync(IReadOnlyList<DnsServerAddress> servers,
        IEnumerable<DnsAnswerRecord> records, CancellationToken cancel)
    {
        List<(string Record, string Target)> targets = [.. records
            .Where(r => r.Kind is DnsRecordType.MX or DnsRecordType.SRV && Fqdn.TryParse(r.Value, nameof(records), out _, out _))
            .Select(r => ($"{r.Kind} {r.Owner}", r.Value))
            .Distinct()
            .Take(MostTargets)];
        HostLookup[] lookups = await Task.WhenAll(
            targets.Select(async t => NameObservation.Leading(await LookUpAsync(servers, t.Target, cancel).ConfigureAwait(false))))
                .ConfigureAwait(false);
        return [.. targets.Zip(lookups, (t, l) => (t.Record, t.Target, Alias: l.Chain.FirstOrDefault())).Where(a => a.Alias is not null)
            .Select(a => (a.Record, a.Target, a.Alias!))];
    }

    private async Task<ZoneStart> StartAsync(IReadOnlyList<DnsServerAddress> servers, Fqdn name, CancellationToken cancel) =>
        new() { Name = name, Answer = Leading(await AskAsync(servers, name.Value, DnsRecordType.SOA, cancel).ConfigureAwait(false)) };

    private Task<DnsAnswer[]> AskAsync(IReadOnlyList<DnsServerAddress> servers, string name, DnsRecordType kind,
        CancellationToken cancel) =>
        Task.WhenAll(servers.Select(s => resolver.AskAsync(s, new DnsQuestion(name, kind), cancel)));

    private Task<HostLookup[]> LookUpAsync(IReadOnlyList<DnsServerAddress> servers, string name, CancellationToken cancel) =>
        Task.WhenAll(servers.Select(s => HostLookup.AskAsync(resolver, s, name, cancel)));

    private static DnsAnswer Leading(DnsAnswer[] answers) => Array.Find(answers, a => HostLookup.Conclusive(a.Status)) ?? answers[0];

    /// <summary>What the servers of one view say about one name.</summary>
    private sealed record NameInView(HostLookup[] Lookups, ZoneStart Start);
}
