using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// Asks one URL and follows its redirects by the rules of the clients, each host through DNS and each certificate judged.
/// </summary>
internal sealed class EndpointProbe(NameFinder names, IHttpProbe http, LiveOptions options)
{
    /// <summary>How many addresses of a host are tried; clients go on to the next where one does not answer.</summary>
    private const int MostAddresses = 4;

    private const int MostNames = 100;

    /// <summary>What clients follow on the way, and what they follow at http://autodiscover (EWS Managed API, Learn).</summary>
    private static readonly int[] Redirects = [301, 302, 303, 307];
    private static readonly int[] RedirectsOverHttp = [301, 302];

    /// <summary>Asks a URL and what it leads to.</summary>
    /// <param name="start">The URL.</param>
    /// <param name="isGet">Whether it is asked over http, where only a redirect counts.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="isLedTo">Whether a record in DNS names the host, so that a stranger may have chosen it.</param>
    public async Task<StepOutcome> FollowAsync(string start, bool isGet, CancellationToken cancel, bool isLedTo = false)
    {
        if (!HttpTarget.TryParse(start, out HttpTarget? url))
        {
            return new StepOutcome { Target = start, Verdict = AutodiscoverVerdict.NoName, Detail = "No host can have this name." };
        }

        RedirectChain chain = new(start, isGet, options.HttpsPort);
        List<Finding> findings = [];
        while (true)
        {
            Seen seen = await LookAsync(url, isLedTo && !options.AllowPrivate, cancel).ConfigureAwait(false);
            findings.AddRange(seen.Findings);
            if (chain.Add(seen.Hop, seen.Detail, seen.Next, findings) is { } end)
            {
                return end;
            }

            url = seen.Next!;
            isLedTo = true;
        }
    }

    public static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private async Task<Seen> LookAsync(HttpTarget url, bool publicOnly, CancellationToken cancel)
    {
        HostLookup host = url.IsAddress ? OwnAddress(url.Host) : await names.FindAsync(url.Host, cancel).ConfigureAwait(false);
        if (host.Addresses.Count == 0)
        {
            return host.IsConclusive
                ? new Seen(Hop(url, AutodiscoverVerdict.NoName), $"There is no address for {url.Host}.")
                : new Seen(Hop(url, AutodiscoverVerdict.Inconclusive),
                    $"The DNS server {host.Server} could not tell the address of {url.Host}: {host.Status}.");
        }

        if (publicOnly && host.Addresses.FirstOrDefault(AddressScope.IsPrivate) is { } inside)
        {
            string what =
                $"{url.Host} has the private address {inside}, and from outside only public ones are asked. Nothing was sent to it.";
            return new Seen(Hop(url, AutodiscoverVerdict.RedirectRefused), what)
            {
                Findings = [Findings.Warning(AutodiscoverFindingCodes.PrivateTarget, url.Host, what,
                    "Let the name lead to a public address, or give -AllowPrivateAddress.", "1G")],
            };
        }

        string[] addresses = [.. host.Addresses.Take(MostAddresses)];
        TimeSpan each = TimeSpan.FromTicks(options.Timeout.Ticks / addresses.Length);
        HttpAnswer? answer = null;
        string address = addresses[0];
        foreach (string next in addresses)
        {
            answer = await http.GetAsync(url, next, each, cancel).ConfigureAwait(false);
            address = next;
            if (answer.Status is not (HttpStatus.Timeout or HttpStatus.Unreachable))
            {
                break;
            }
        }

        return Judge(url, address, answer!, host);
    }

    private Seen Judge(HttpTarget url, string address, HttpAnswer answer, HostLookup host)
    {
        ShownCertificate? certificate = answer.Certificate;
        AutodiscoverHop Made(AutodiscoverVerdict verdict) =>
            Hop(url, verdict, answer.Response?.StatusCode, address, certificate?.Facts.DnsNames);

        if (answer.CertificateFault?.Finding(url.Host) is { } overLimit)
        {
            return new Seen(Made(AutodiscoverVerdict.Inconclusive),
                $"The certificate that answers for {url.Host} is not judged. {overLimit.Message}") { Findings = [overLimit] };
        }

        if (url.IsSecure && (certificate is not null || answer.Response is not null) && Fault(url, certificate, host) is { } fault)
        {
            return new Seen(Made(AutodiscoverVerdict.WrongCertificate), fault);
        }

        List<Finding> findings = [];
        if (certificate is { IsTrustedHere: false })
        {
            findings.Add(Findings.Warning(AutodiscoverFindingCodes.CertificateUntrusted, url.Host,
                "This machine does not trust the certificate, so a client with the same authorities gets a warning.",
                "Send the intermediate certificates along, or let the clients trust the authority.", "S8"));
        }

        if (answer.Response is not { } response)
        {
            return new Seen(
                Made(answer.Status == HttpStatus.Malformed ? AutodiscoverVerdict.NotAutodiscover : AutodiscoverVerdict.Inconclusive),
                Silence(answer.Status, address)) { Findings = findings };
        }

        return Answered(url, response, Made, findings);
    }

    private static Seen Answered(HttpTarget url, HttpResponse response, Func<AutodiscoverVerdict, AutodiscoverHop> made,
        List<Finding> findings)
    {
        int[] followed = url.IsSecure ? Redirects : RedirectsOverHttp;
        if (followed.Contains(response.StatusCode))
        {
            HttpTarget.TryParse(response.Header("Location"), out HttpTarget? next, url);
            return new Seen(made(AutodiscoverVerdict.Redirect), string.Empty, next) { Findings = findings };
        }

        if (!url.IsSecure)
        {
            return new Seen(made(AutodiscoverVerdict.NotAutodiscover),
                $"The answer is {response.StatusCode}, no redirect, and over http nothing else counts.") { Findings = findings };
        }

        switch (response.StatusCode)
        {
            case 401:
                return new Seen(made(AutodiscoverVerdict.Hit),
                    $"{url.Host} asks who is there ({Schemes(response)}): the healthy answer.") { Findings = findings };
            case 200:
                return Document(url, response, made, findings);
            default:
                return new Seen(made(AutodiscoverVerdict.NotAutodiscover),
                    $"{url.Host} answers {response.StatusCode}.") { Findings = findings };
        }
    }

    private static Seen Document(HttpTarget url, HttpResponse response, Func<AutodiscoverVerdict, AutodiscoverHop> made,
        List<Finding> findings)
    {
        AutodiscoverResponse document = AutodiscoverResponseReader.Read(response.Body);
        if (document.Kind == AutodiscoverResponseKind.Other)
        {
            return new Seen(made(AutodiscoverVerdict.NotAutodiscover),
                $"The page is not Autodiscover at {url.Host}.") { Findings = findings };
        }

        if (document.Kind == AutodiscoverResponseKind.RedirectUrl)
        {
            HttpTarget.TryParse(document.RedirectTarget, out HttpTarget? next, url);
            return new Seen(made(AutodiscoverVerdict.Redirect), string.Empty, next) { Findings = findings };
        }

        string what = document.Kind == AutodiscoverResponseKind.Error
            ? $"error {VisibleText.Short(document.ErrorCode ?? string.Empty)}"
            : "a document of Autodiscover";
        findings.Add(Findings.Information(AutodiscoverFindingCodes.AnsweredAnonymously, url.Host,
            "Autodiscover answers without asking who is there. Exchange asks first.",
            "See whether a proxy in front signs in for everybody.", "1G"));
        return new Seen(made(AutodiscoverVerdict.Hit), $"{url.Host} answers with {what}.") { Findings = findings };
    }

    private static string Schemes(HttpResponse response)
    {
        string[] schemes = [.. response.Headers.Where(h => string.Equals(h.Key, "WWW-Authenticate", StringComparison.OrdinalIgnoreCase))
            .Select(h => VisibleText.Short(h.Value.Split(' ')[0])).Distinct(StringComparer.OrdinalIgnoreCase)];
        return schemes.Length == 0 ? "401 without a method" : "401, " + NameList.Describe(schemes);
    }

    /// <summary>Why a client would warn of the certificate; null where it would not.</summary>
    private string? Fault(HttpTarget url, ShownCertificate? certificate, HostLookup host)
    {
        if (certificate is null)
        {
            return $"The certificate that answers for {url.Host} cannot be read.";
        }

        CertificateFacts facts = certificate.Facts;
        if (CertificateNameMatcher.Match(facts, url.Host).Coverage is not (NameCoverage.Covered or NameCoverage.Wildcard))
        {
            string names = facts.AlternativeNames.Count == 0 ? "no name"
                : NameList.Describe([.. facts.AlternativeNames.Select(n => VisibleText.Short(n.Value))]);
            string alias = host.Chain.Count > 0
                ? $" It is an alias of {VisibleText.Short(host.Chain[host.Chain.Count - 1])}, but the certificate must carry the name that "
                    + "is asked for." : string.Empty;
            return $"The certificate that answers carries {names}, not {url.Host}.{alias}";
        }

        return facts.NotAfter is { } end && options.Now > end ? $"The certificate of {url.Host} ended on {DayText.Of(end)}."
            : facts.NotBefore is { } begin && options.Now < begin ? $"The certificate of {url.Host} begins on {DayText.Of(begin)}."
            : null;
    }

    private string Silence(HttpStatus status, string address) => status switch
    {
        HttpStatus.Timeout => $"{address} did not answer within {Milliseconds(options.Timeout)}.",
        HttpStatus.Unreachable => $"{address} cannot be reached: nothing listens there, or there is no route.",
        HttpStatus.Closed => $"{address} closed the connection without an answer.",
        HttpStatus.NoTls => $"No TLS could be agreed on with {address}.",
        HttpStatus.Answered or HttpStatus.Malformed => $"What {address} answers is no HTTP.",
        _ => throw ClosedSet.Outside(status),
    };

    private static HostLookup OwnAddress(string address) =>
        new() { Server = new DnsServerAddress(address, DnsServerAddress.StandardPort), Status = DnsAnswerStatus.Answered,
            Addresses = [address] };

    private static AutodiscoverHop Hop(HttpTarget url, AutodiscoverVerdict verdict, int? status = null, string? address = null,
        IReadOnlyList<string>? certificate = null) => new()
    {
        Url = url.ToString(),
        Verdict = verdict,
        StatusCode = status,
        Address = address,
        CertificateNames = [.. (certificate ?? []).Take(MostNames).Select(n => VisibleText.Short(n))],
    };

    private sealed record Seen(AutodiscoverHop Hop, string Detail, HttpTarget? Next = null)
    {
        public IReadOnlyList<Finding> Findings { get; init; } = [];
    }
}
