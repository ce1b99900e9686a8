using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>How services are asked.</summary>
internal sealed record ServiceObserverOptions
{
    /// <summary>How long one request may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often the first request is sent, the logon page asked for, and the first message of NTLM sent.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether the first message of NTLM is sent too.</summary>
    public bool Handshake { get; init; }

    /// <summary>The mail addresses for which Autodiscover is asked in JSON.</summary>
    public IReadOnlyList<string> MailAddresses { get; init; } = [];
}

/// <summary>
/// Asks one service at one address: one request after the other, each over a connection of its own, so that the bound on questions is a
/// bound on connections. No redirect is followed, and nothing says who asks.
/// </summary>
/// <param name="probe">Makes a probe for a method and, with it, the first message of NTLM.</param>
/// <param name="options">How.</param>
internal sealed class ServiceObserver(Func<HttpRequestForm, IHttpProbe> probe, ServiceObserverOptions options)
{
    private readonly IHttpProbe _get = probe(new HttpRequestForm());
    private readonly IHttpProbe _options = probe(new HttpRequestForm("OPTIONS"));
    private readonly IHttpProbe _first = probe(HttpRequestForm.FirstOfNtlm);

    /// <summary>Asks.</summary>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<ServiceObservation> AskAsync(ServiceQuestion question, ServicePlace place, CancellationToken cancel)
    {
        ServiceExpectation expected = question.Expectation;
        IHttpProbe first = expected.Method == "OPTIONS" ? _options : _get;
        IReadOnlyList<ServiceAnswer> answers = await RepeatAsync(first, place, expected.Path, cancel).ConfigureAwait(false);
        ServiceObservation seen = new() { Question = question, Place = place, Answers = answers };
        if (answers.All(a => a.Code == 0))
        {
            return seen;
        }

        seen = seen with
        {
            Plain = question.IsPlainPlanned ? null : await AskAsync(_get, place, expected.Path, false, cancel).ConfigureAwait(false),
            Health = question.Server is { } server && expected.HealthPage(server.Version) is { } page
                ? await AskAsync(_get, place, page, true, cancel).ConfigureAwait(false) : null,
            Logons = question.Service == ClientService.OWA && answers.Any(a => Leads.ToLogonPage(a.Location))
                ? await RepeatAsync(_get, place, ServiceExpectation.LogonPage, cancel).ConfigureAwait(false) : [],
            Handshakes = options.Handshake && answers.Any(a => a.Schemes.Contains("NTLM", StringComparer.OrdinalIgnoreCase))
                ? await RepeatAsync(_first, place, expected.Path, cancel).ConfigureAwait(false) : [],
        };
        List<(string, ServiceAnswer)> json = [];
        foreach (string address in IsAskedInJson(question) ? options.MailAddresses : [])
        {
            string path = $"{ServiceExpectation.JsonPage}?Email={Uri.EscapeDataString(address)}&Protocol=ActiveSync&RedirectCount=3";
            json.Add((address, await AskAsync(_get, place, path, true, cancel).ConfigureAwait(false)));
        }

        return seen with { Json = json };
    }

    private static bool IsAskedInJson(ServiceQuestion question) =>
        question.Service == ClientService.Autodiscover && question.Behind.Any(s => ServiceExpectation.HasJson(s.Version));

    private async Task<IReadOnlyList<ServiceAnswer>> RepeatAsync(IHttpProbe by, ServicePlace place, string path, CancellationToken cancel)
    {
        List<ServiceAnswer> answers = [];
        while (answers.Count < options.Count)
        {
            answers.Add(await AskAsync(by, place, path, true, cancel).ConfigureAwait(false));
        }

        return answers;
    }

    private async Task<ServiceAnswer> AskAsync(IHttpProbe by, ServicePlace place, string path, bool isSecure, CancellationToken cancel)
    {
        HttpTarget target = new(isSecure, place.Host, null, path);
        return ServiceAnswer.Of(await by.GetAsync(target, place.Address, options.Timeout, cancel).ConfigureAwait(false));
    }
}
