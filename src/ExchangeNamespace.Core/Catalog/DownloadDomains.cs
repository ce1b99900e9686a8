using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// The host of its own that Outlook on the web downloads attachments from: one for each directory, and a switch of the organisation that
/// counts for all servers at once (learn.microsoft.com, exchange-download-domains).
/// </summary>
internal static class DownloadDomains
{
    /// <summary>The switch of the organisation.</summary>
    public const string Switch = "EnableDownloadDomains";

    /// <summary>The parameters of the directory of Outlook on the web, and the properties that show them.</summary>
    public static readonly IReadOnlyList<string> HostParameters = ["ExternalDownloadHostName", "InternalDownloadHostName"];

    /// <summary>Whether a plan switches them on: only where every server gets the host, because a server without it fails.</summary>
    public static bool AreWanted(NamespacePlan plan) => plan.Servers.Count > 0 && plan.Servers.All(HaveHost);

    private static bool HaveHost(PlannedServer server) => server.Services.Any(a => a.Service == ClientService.OWA
        && a.AdditionalParameters.Any(p => HostParameters.Contains(p.Parameter, StringComparer.Ordinal)));
}
