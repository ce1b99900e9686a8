using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// The requests of one step, one after the other, and where they end. A client follows at most ten redirects, never from https to http, and
/// only to a path of Autodiscover (EWS Managed API, MS-OXWSADISC); what is found by GET over http counts only as a redirect (S9, 1G).
/// </summary>
internal sealed class RedirectChain(string target, bool isGet, int httpsPort = StepTarget.ServicePort)
{
    private const int MostRedirects = 10;

    private static readonly Regex DiscoverPath = new("^/autodiscover/([^/?]+/)*autodiscover\\.xml(\\?|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly List<AutodiscoverHop> _hops = [];

    /// <summary>Adds a request and what came of it.</summary>
    /// <param name="hop">The request.</param>
    /// <param name="detail">What to say if it is the last.</param>
    /// <param name="next">Where it redirects to; null where it does not, or where the place cannot be read.</param>
    /// <param name="findings">What the request itself has to say.</param>
    /// <returns>The outcome of the step; null where the redirect must be followed.</returns>
    public StepOutcome? Add(AutodiscoverHop hop, string detail, HttpTarget? next, IReadOnlyList<Finding>? findings = null)
    {
        bool fromHttps = hop.Url.StartsWith("https:", StringComparison.Ordinal);
        AutodiscoverHop refused = new() { Url = hop.Url, Verdict = AutodiscoverVerdict.RedirectRefused, StatusCode = hop.StatusCode,
            Address = hop.Address, CertificateNames = hop.CertificateNames };
        if (hop.Verdict != AutodiscoverVerdict.Redirect)
        {
            _hops.Add(hop);
            return End(hop.Verdict, detail, findings ?? []);
        }

        if (next is null)
        {
            return Refuse("The redirect names no URL that can be read.", AutodiscoverFindingCodes.RedirectElsewhere,
                "It leads nowhere: mend or remove the redirect.");
        }

        if (!next.IsSecure)
        {
            return Refuse(
                $"The redirect leads to {next}, without https.", AutodiscoverFindingCodes.RedirectDowngrade,
                fromHttps ? "No client goes from https to http: redirect to an https URL." : "Redirect to an https URL.");
        }

        if (next.IsAddress || next.Host.IndexOf('.') < 0)
        {
            return Refuse(
                $"The redirect leads to {next}, which is no full host name: no certificate that clients accept carries it.",
                AutodiscoverFindingCodes.RedirectNoHost, "Redirect to the full name of the host.");
        }

        if (next.Port is { } port && port != httpsPort)
        {
            return Refuse(
                $"The redirect leads to {next}, on another port than {StepTarget.ServicePort}.", AutodiscoverFindingCodes.RedirectPort,
                "Publish Autodiscover on port 443, and leave the port out of the redirect.");
        }

        if (!DiscoverPath.IsMatch(next.Path))
        {
            return Refuse($"The redirect leads to {next}, which is no URL of Autodiscover.", AutodiscoverFindingCodes.RedirectElsewhere,
                $"Redirect to {StepTarget.Url("https", next.Host)}, or leave out /autodiscover from the redirect.");
        }

        if (_hops.Count >= MostRedirects)
        {
            return Refuse("More than ten redirects.", AutodiscoverFindingCodes.TooManyRedirects,
                "Clients give up after ten: look for a circle.");
        }

        _hops.Add(hop);
        return null;

        StepOutcome Refuse(string what, string code, string remedy)
        {
            _hops.Add(refused);
            return End(AutodiscoverVerdict.RedirectRefused, what, [.. findings ?? [], Findings.Warning(code, target, what, remedy, "1G")]);
        }
    }

    private StepOutcome End(AutodiscoverVerdict last, string detail, IReadOnlyList<Finding> findings)
    {
        bool redirected = _hops.Count > 1;
        bool leads = last == AutodiscoverVerdict.Hit && (redirected || !isGet);
        AutodiscoverVerdict verdict = leads && redirected ? AutodiscoverVerdict.Redirect : last;
        return new StepOutcome
        {
            Target = target,
            Verdict = verdict,
            Endpoint = leads ? _hops[_hops.Count - 1].Url : null,
            CertificateCovers = Covers(),
            Detail = redirected ? $"{_hops.Count - 1} redirect(s) to {_hops[_hops.Count - 1].Url}. {detail}" : detail,
            Hops = [.. _hops],
            Findings = findings,
        };
    }

    private bool? Covers()
    {
        AutodiscoverHop[] shown = [.. _hops.Where(h => h.CertificateNames.Count > 0)];
        return shown.Length == 0
            ? null
            : Array.TrueForAll(shown,
                h => !HttpTarget.TryParse(h.Url, out HttpTarget? url) || CertificateNameMatcher.Covers(h.CertificateNames, url.Host));
    }
}
