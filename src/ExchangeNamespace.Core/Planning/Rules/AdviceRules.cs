using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>Values that belong to the plan but are set elsewhere: told with the value to use, never emitted as lines.</summary>
internal static class AdviceRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft) =>
        Downloads(draft).Concat(Mailboxes(draft)).Concat(Modern(draft)).Concat(Clients(draft));

    private static IEnumerable<Finding> Downloads(PlanDraft draft)
    {
        if (draft.Request.DownloadHost is not { } host)
        {
            yield break;
        }

        List<ServerGroup> able = [.. draft.Groups.Where(HasDownloadHost)];
        List<string> unable = [.. draft.Groups.Except(able).SelectMany(g => g.Servers)];
        if (able.Count > 0)
        {
            yield return Findings.Information(FindingCodes.DownloadHost, host.Value,
                unable.Count > 0
                    ? $"The lines set {host} on Outlook on the web of the servers that have a download host. EnableDownloadDomains of the "
                        + "organisation stays as it is while another server has none, because it counts for all of them."
                    : $"The lines set {host} on Outlook on the web of every server, and then EnableDownloadDomains of the organisation.",
                "Run them once the certificate with the name is bound and the name resolves in both views; then restart W3SVC and WAS on "
                    + "each server (Restart-Service W3SVC,WAS -Force).", "S13", host.Value);
        }

        if (unable.Count > 0)
        {
            yield return Findings.Warning(FindingCodes.DownloadHostNotInVersion, NameList.Describe(unable),
                "A download host needs 2016 CU18, 2019 CU7 or later: these servers are older, or their level is not stated.",
                "Where the level is missing, give it, for example 2019CU12.", "S13");
        }
    }

    private static bool HasDownloadHost(ServerGroup group) => group.Services.Any(
        s => s.AdditionalParameters.Any(p => DownloadDomains.HostParameters.Contains(p.Parameter)));

    private static IEnumerable<Finding> Mailboxes(PlanDraft draft)
    {
        foreach (PlannedCertificate certificate in draft.Certificates.Where(c => c.Sites.Count > 0 && c.Names.Any(n => n.Name[0] != '*')))
        {
            string name = certificate.Names.First(n => n.Name[0] != '*').Name;
            string servers = NameList.Describe([.. certificate.InstallOn.Where(m => m != PlannedCertificate.ReverseProxyMachine)]);
            yield return Findings.Information(FindingCodes.PopImapCertificateName, servers,
                $"Where POP3 or IMAP4 is used on {servers}, their X509CertificateName is {name}.",
                $"Set-PopSettings and Set-ImapSettings with -X509CertificateName {name}, then restart the services.", "S37", name);
        }

        yield return Findings.Information(FindingCodes.ApplicationPoolRecycle, "IIS",
            "After the lines, recycle the Autodiscover application pool (MSExchangeAutodiscoverAppPool) on each server, or wait: it "
                + "caches URLs.",
            "Restart-WebAppPool MSExchangeAutodiscoverAppPool", "S39", "MSExchangeAutodiscoverAppPool");
    }

    private static IEnumerable<Finding> Modern(PlanDraft draft)
    {
        if (!draft.HasFrom(ExchangeProduct.Exchange2013))
        {
            yield break;
        }

        if (draft.Groups.Any(g => g.Services.Any(s => s.Service == ClientService.MAPI)))
        {
            yield return Findings.Information(FindingCodes.MapiHttpEnabled, nameof(ClientService.MAPI),
                "MAPI over HTTP is used once it is on for the organisation: MapiHttpEnabled, off by default where 2013 or older servers "
                    + "were first.",
                "Set-OrganizationConfig -MapiHttpEnabled $true, once the names resolve and the certificate is bound.", "S13",
                "MapiHttpEnabled");
        }
    }

    private static IEnumerable<Finding> Clients(PlanDraft draft)
    {
        if (draft.Request.Clients.Contains(OutlookClient.Outlook2003))
        {
            bool possible = draft.Groups.Any(g => g.Version.Product <= ExchangeProduct.Exchange2010);
            yield return possible
                ? Findings.Information(FindingCodes.PublicFolderDistribution, nameof(OutlookClient.Outlook2003),
                    "Outlook 2003 reads address book and free/busy from public folders: keep public-folder distribution of the offline "
                        + "address book beside the web distribution.",
                    "Set-OfflineAddressBook -PublicFolderDistributionEnabled $true", "S12")
                : Findings.Warning(FindingCodes.PublicFolderDistribution, nameof(OutlookClient.Outlook2003),
                    "Outlook 2003 cannot use 2013 and later: they have no public-folder distribution.", "Replace the clients first.",
                    "S12");
        }
    }
}
