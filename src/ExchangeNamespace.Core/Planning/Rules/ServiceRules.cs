using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What single services ask for (S16, S17; virtual-directory rules of the cmdlet pages).</summary>
internal static class ServiceRules
{
    private static readonly (string Words, Func<ServiceAssignment, UrlSetting> Of)[] Sides =
        [("inside", s => s.Internal), ("outside", s => s.External)];

    public static IEnumerable<Finding> Check(PlanDraft draft) =>
        OfflineAddressBook(draft).Concat(OutlookAnywhere(draft)).Concat(Negotiate(draft)).Concat(OwaAndEcp(draft));

    private static IEnumerable<Finding> OfflineAddressBook(PlanDraft draft)
    {
        bool https = false;
        bool refused = false;
        foreach (string url in draft.ValuesOf(ClientService.OAB))
        {
            bool secure = url.StartsWith("https:", StringComparison.Ordinal);
            https |= secure;
            refused |= OabSchemeRule.Judge(secure, draft.Request.Authority, requireSsl: secure) == OabVerdict.SelfSignedOverHttps;
        }

        if (refused)
        {
            yield return Findings.Warning(FindingCodes.OabNeedsTrustedCertificate, nameof(ClientService.OAB),
                "The address book is on https with a self-signed certificate: Outlook downloads it with BITS, which refuses that "
                    + "certificate.",
                "Use a certificate of a trusted authority.", "S16");
        }
        else if (https)
        {
            yield return Findings.Information(FindingCodes.OabNeedsTrustedCertificate, nameof(ClientService.OAB),
                "The address book on https needs a certificate that clients trust (BITS); the self-signed one of setup is not enough.",
                "Bind the planned certificate to IIS before running the lines.", "S16");
        }
        else if (draft.Request.Authority == CertificateAuthority.SelfSigned)
        {
            yield return Findings.Information(FindingCodes.OabNeedsTrustedCertificate, nameof(ClientService.OAB),
                "The address book stays on http, because BITS refuses a self-signed certificate. RequireSSL must be off on its virtual "
                    + "directory.",
                "Move it to https together with a trusted certificate.", "S16");
        }
    }

    private static IEnumerable<Finding> OutlookAnywhere(PlanDraft draft)
    {
        foreach (ServerGroup group in draft.Groups.Where(
            g => g.OutlookAnywhereEnabled is null && g.Version.Product <= ExchangeProduct.Exchange2010
            && g.Services.Any(s => s.Service == ClientService.OutlookAnywhere && s.IsActive)))
        {
            yield return Findings.Warning(FindingCodes.OutlookAnywhereStateUnknown, group.Servers,
                "Enable-OutlookAnywhere fails where it is enabled already, and whether it is was not stated.",
                "Give OutlookAnywhereEnabled with the server; Set-OutlookAnywhere is then emitted where it is $true.", "S17");
        }
    }

    /// <summary>
    /// Microsoft's 2013 page: Negotiate only if every server is 2013 or later, because it proxies Outlook Anywhere to older ones.
    /// </summary>
    private static IEnumerable<Finding> Negotiate(PlanDraft draft)
    {
        List<string> older = [.. draft.Groups.Where(g => g.Version.Product <= ExchangeProduct.Exchange2010).SelectMany(g => g.Servers)];
        bool negotiates = draft.Groups
            .SelectMany(g => g.Services.Where(s => s.Service == ClientService.OutlookAnywhere))
            .SelectMany(s => s.AdditionalParameters)
            .Any(c => c.Values.Contains("Negotiate"));
        if (negotiates && older.Count > 0)
        {
            yield return Findings.Warning(FindingCodes.NegotiateWithOldServers, older,
                "Outlook Anywhere of 2013 and later is set to Negotiate, which works only where no older server is left behind it.",
                "Give -Authentication @{ OutlookAnywhere = 'Ntlm' } (or 'Basic') while older servers are there.", "S17");
        }
    }

    private static IEnumerable<Finding> OwaAndEcp(PlanDraft draft)
    {
        foreach (ServerGroup group in draft.Groups)
        {
            foreach ((string side, Func<ServiceAssignment, UrlSetting> of) in Sides)
            {
                string? owa = Host(group, ClientService.OWA, of);
                string? ecp = Host(group, ClientService.ECP, of);
                if (owa is not null && ecp is not null && owa != ecp)
                {
                    yield return Findings.Warning(FindingCodes.OwaEcpHostsDiffer, group.Servers,
                        $"OWA is at {owa} {side} and ECP at {ecp}: the options page opens under the host of OWA, so both must be the same.",
                        "Leave ECP out of -ServiceHost, and it follows OWA.", "S13");
                }
            }
        }

        static string? Host(ServerGroup group, ClientService service, Func<ServiceAssignment, UrlSetting> side) =>
            group.Services.Where(s => s.Service == service).Select(s => side(s).Value).FirstOrDefault() is { } url
                ? HostText.Of(url)
                : null;
    }
}
