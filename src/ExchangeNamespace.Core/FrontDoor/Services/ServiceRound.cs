using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>
/// One round over all services: names are looked up, then certificates looked at, then services asked. Each stage is a list of parts that
/// may run side by side; each part has one connection at a time.
/// </summary>
internal sealed class ServiceRound
{
    /// <summary>A DNS answer must not decide how often this machine connects.</summary>
    private const int MostAddresses = 32;

    private readonly ConcurrentDictionary<string, (IReadOnlyList<string> Addresses, string Why)> _found =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<ServicePlace, LiveAnswer> _shown = new();
    private readonly ConcurrentDictionary<(ServiceQuestion, string), ServiceObservation> _seen = new();

    private IReadOnlyList<PlannedEndpoint>? _planned;

    public required NamespacePlan Plan { get; init; }

    /// <summary>The captured settings; null without them.</summary>
    public ExchangeState? State { get; init; }

    public required IReadOnlyList<ServiceQuestion> Questions { get; init; }

    public required AddressFinder Finder { get; init; }

    /// <summary>Looks at certificates; null where they are not looked at.</summary>
    public EndpointObserver? Certificates { get; init; }

    public required ServiceObserver Services { get; init; }

    public required int HttpsPort { get; init; }

    /// <summary>The stages, each to be made when the one before has ended.</summary>
    public IEnumerable<IReadOnlyCollection<Func<CancellationToken, Task>>> Stages()
    {
        yield return [.. Questions.Where(q => q.Addresses.Count == 0).Select(q => q.Name).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new Func<CancellationToken, Task>(async c =>
                _found[name] = await Finder.FindAsync(name, c).ConfigureAwait(false)))];
        yield return [.. Places().Select(place => new Func<CancellationToken, Task>(async c =>
            _shown[place] = (await Certificates!.AskAsync(Endpoint(place).Question, c).ConfigureAwait(false))[0]))];
        yield return [.. Questions.SelectMany(q => AddressesOf(q).Select(address => new Func<CancellationToken, Task>(async c =>
            _seen[(q, address)] = await Services.AskAsync(q, Place(q, address), c).ConfigureAwait(false))))];
    }

    /// <summary>Judges what was seen.</summary>
    /// <param name="reader">Reads certificates.</param>
    /// <param name="limit">How long the judgement of one certificate may take.</param>
    /// <param name="now">The moment for which certificates are judged.</param>
    /// <param name="faults">Takes the faults of certificates that cannot be read.</param>
    /// <param name="stopped">Ends it.</param>
    public IReadOnlyList<NamespaceServiceCheck> Judge(ICertificateReader reader, TimeSpan limit, DateTime now,
        ICollection<InputFault> faults, CancellationToken stopped)
    {
        List<ServiceCertificate> certificates = [];
        foreach (ServicePlace place in Places())
        {
            LiveAnswer answer = _shown[place];
            FoundCertificate found = FoundCertificate.Of(answer, reader, limit, faults, stopped);
            NamespaceCertificate verdict = new FoundCertificates([found]) { Now = now, Needs = Endpoint(place).Needs, Services = [] }
                .Judge(found, limit, stopped);
            certificates.Add(new ServiceCertificate(place, Behind(place), verdict,
                answer.Chain.Count == 0 ? null : PublicKeyDigest.Sha256(answer.Chain[0])));
        }

        return new ServiceJudge(Plan, State).Judge(certificates, [.. Questions.SelectMany(Observations)]);
    }

    private IEnumerable<ServiceObservation> Observations(ServiceQuestion question)
    {
        IReadOnlyList<string> addresses = AddressesOf(question);
        return addresses.Count == 0
            ? [new ServiceObservation { Question = question, Why = _found[question.Name].Why }]
            : addresses.Select(a => _seen[(question, a)]);
    }

    private IReadOnlyList<string> AddressesOf(ServiceQuestion question) =>
        question.Addresses.Count > 0 ? question.Addresses : [.. _found[question.Name].Addresses.Take(MostAddresses)];

    private static ServicePlace Place(ServiceQuestion question, string address) =>
        new(question.Host, question.Name, question.Server, address);

    /// <summary>Each host at each of its addresses, and each server once.</summary>
    private IEnumerable<ServicePlace> Places() => Certificates is null ? [] : Questions
        .SelectMany(q => AddressesOf(q).Select(a => Place(q, a)))
        .GroupBy(p => (p.Server?.Name ?? p.Host, p.Address)).Select(g => g.First());

    private PlannedServer[] Behind(ServicePlace place) => [.. Questions
        .Where(q => place.Server is null ? q.Server is null && q.Host == place.Host : q.Server == place.Server)
        .SelectMany(q => q.Behind).Distinct()];

    /// <summary>The name that a place is asked for, and what its certificate must cover: those of a server may have other names.</summary>
    private (EndpointQuestion Question, CertificateNeeds Needs) Endpoint(ServicePlace place)
    {
        EndpointQuestion question = new(new ServerEndpoint(place.Address, HttpsPort, IsAddress: true), place.Host, StartTls: false)
        {
            Machine = place.Server?.Name,
        };
        PlannedEndpoint? own = place.Server is { } server
            ? (_planned ??= PlannedEndpoint.Of(Plan, null, [CertificateService.IIS], new PlannedPorts(HttpsPort), []))
                .FirstOrDefault(e => e.Question.Machine == server.Name || e.Question.Endpoint.Host == place.Name)
            : null;
        return own is null ? (question, EndpointNeeds.Of(Plan, question))
            : (question with { ServerName = own.Question.ServerName }, own.Needs);
    }
}
