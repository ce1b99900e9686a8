using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What a whole walk has to say; the findings of single steps come with the steps.</summary>
internal static class AutodiscoverFindings
{
    /// <param name="question">Who asked.</param>
    /// <param name="steps">All steps.</param>
    /// <param name="leading">The steps of the first rank that leads to Autodiscover.</param>
    public static IEnumerable<Finding> OfWalk(AutodiscoverQuestion question, IReadOnlyList<AutodiscoverStep> steps,
        IReadOnlyList<AutodiscoverStep> leading)
    {
        string domain = question.Domain.Value;
        if (leading.Any(s => s.Method is AutodiscoverMethod.HttpRedirect or AutodiscoverMethod.ServiceRecord))
        {
            yield return Findings.Information(AutodiscoverFindingCodes.UserIsAsked, domain,
                "Outlook asks the user once whether it may take its settings from another host than the one of the mail domain.",
                "List the host under the RedirectServers key of Outlook's policy where the question is not wanted.", "S10");
        }

        string[] endpoints = [
            .. leading.Where(s => s.Method != AutodiscoverMethod.ServiceConnectionPoint).Select(s => s.Endpoint).OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (endpoints.Length > 1)
        {
            yield return Findings.Warning(AutodiscoverFindingCodes.OrderDecides, domain,
                "Redirect and service record lead to different places, and it is not known which of them a client asks first.",
                "Let both lead to the same host, or take one away.", "1G", endpoints);
        }

        if (leading.Count > 0)
        {
            yield break;
        }

        bool open = steps.Any(s => s.Verdict is AutodiscoverVerdict.Inconclusive
            || (s.Verdict == AutodiscoverVerdict.Depends && !IsKeptOnClient(s.Method)));
        string remedy =
            $"Make a record {StepTarget.Host(question.Domain)} and put the name on the certificate, or publish it by a redirect or a "
                + "service record.";
        yield return open
            ? Findings.Information(AutodiscoverFindingCodes.NotFound, domain,
                "No step is certain to lead to Autodiscover: it depends on what is not known here.", remedy, "S9")
            : Findings.Error(AutodiscoverFindingCodes.NotFound, domain, "No step leads to Autodiscover.", remedy, "S9");
        if (question.Client == AutodiscoverClient.Outlook2007Rtm)
        {
            yield return Findings.Warning(AutodiscoverFindingCodes.ClientWithoutServiceRecord, domain,
                "Outlook 2007 without updates does not know service records, so none can help it.",
                "Install Service Pack 1, or the update KB 939184.", "S10");
        }
    }

    public static IEnumerable<Finding> OfUrls(AutodiscoverQuestion question, IReadOnlyList<AutodiscoverUrl> urls)
    {
        foreach (IGrouping<string, AutodiscoverUrl> host in urls.Where(u => u.IsUsed && u.CertificateCovers == false)
            .GroupBy(u => HostOf(u.Url!), StringComparer.OrdinalIgnoreCase))
        {
            yield return Findings.Error(AutodiscoverFindingCodes.UrlNotCovered, host.Key,
                "The host is handed to clients, but no certificate that answers for it covers it.",
                "Put the name on the certificate, or change the URL.", "S8",
                [.. host.Select(u => u.Url!).Distinct(StringComparer.Ordinal)]);
        }

        string[] missing = [
            .. urls.Where(u => u.IsUsed && u.IsKnown && u.Url is null).Select(u => u.Service.ToString()).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            yield return Findings.Warning(AutodiscoverFindingCodes.UrlMissing, question.Domain.Value,
                $"Clients {(question.View == DnsView.Internal ? "inside" : "outside")} are given no URL for: {string.Join(", ", missing)}.",
                "Set the URL, or let these clients come in another way.", "S11", missing);
        }
    }

    public static bool IsKeptOnClient(AutodiscoverMethod method) => method
        is AutodiscoverMethod.Restart or AutodiscoverMethod.PreferredLocalXml or AutodiscoverMethod.LocalXml
            or AutodiscoverMethod.LastKnownGood
        or AutodiscoverMethod.Microsoft365Priority or AutodiscoverMethod.Microsoft365Failsafe;

    private static string HostOf(string url) => Probing.HttpTarget.TryParse(url, out Probing.HttpTarget? target) ? target.Host : url;
}
