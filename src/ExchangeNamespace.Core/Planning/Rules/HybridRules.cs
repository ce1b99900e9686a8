using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What Exchange Online needs of the plan, and what the plan needs in the cloud.</summary>
internal static class HybridRules
{
    private const string HttpsPrefix = "https://";
    private const string Application = "00000002-0000-0ff1-ce00-000000000000";

    private static readonly IReadOnlyList<ClientService> TokenServices =
        [ClientService.Autodiscover, ClientService.EWS, ClientService.OAB, ClientService.ActiveSync, ClientService.OWA, ClientService.MAPI];

    public static IEnumerable<Finding> Check(PlanDraft draft) => draft.Request.Hybrid switch
    {
        HybridUse.None => Principals(draft),
        HybridUse.Coexistence => PublicNames(draft).Concat(Principals(draft)),
        HybridUse.ModernAuthentication => PublicNames(draft).Concat(Cloud(draft)).Concat(TooOld(draft)),
        _ => throw ClosedSet.Outside(draft.Request.Hybrid),
    };

    private static IEnumerable<Finding> PublicNames(PlanDraft draft)
    {
        string[] names = [.. draft.Groups.SelectMany(g => g.Services).Where(s => s.Service == ClientService.EWS)
            .Select(s => s.External.Value).OfType<string>().Select(HostText.Of).Concat(AutodiscoverHosts(draft, DnsView.External))
            .Distinct()];
        if (names.Length > 0)
        {
            yield return Findings.Information(FindingCodes.HybridPublicNames, "Exchange Online",
                "Exchange Online reaches these names on port 443, and the mail servers on port 25: Autodiscover and free/busy "
                    + "(/autodiscover/autodiscover.svc, /ews/exchange.asmx/wssecurity), and the moves of mailboxes (/ews/mrsproxy.svc).",
                "Publish these paths without a sign-in in front of them, and put the names on a certificate of a public authority "
                    + "(New-SanCertificateRequest -Hybrid).", "S8", names);
        }
    }

    private static IEnumerable<Finding> Principals(PlanDraft draft)
    {
        string[] principals = Principals(draft, TokenServices);
        if (principals.Length > 0 && draft.HasFrom(ExchangeProduct.Exchange2013))
        {
            yield return Findings.Information(FindingCodes.HybridServicePrincipalNames, "Hybrid Modern Authentication",
                "Hybrid Modern Authentication needs these service principal names in the cloud directory. Whether the hosts of Outlook "
                    + "Anywhere belong to them is contested: Microsoft's page of 2024 leaves them out, a page of 2020 listed them.",
                "Register them only where it is used; add the hosts of Outlook Anywhere where clients still sign in through it.", "S13",
                principals);
        }
    }

    private static IEnumerable<Finding> Cloud(PlanDraft draft)
    {
        yield return Findings.Information(FindingCodes.ModernAuthenticationInCloud, "Hybrid Modern Authentication",
            "Clients get no token for a host that is not among the service principal names of Exchange Online. These are the hosts inside "
                + "and outside, those of Outlook Anywhere among them: a page of Microsoft of 2020 lists them, one of 2024 does not, and "
                + "they do no harm.",
            $"Add them to ServicePrincipalNames of the application {Application} (Get-MgServicePrincipal, Update-MgServicePrincipal). Then "
                + "run the lines, and Set-AuthServer -IsDefaultAuthorizationEndpoint $true for the EvoSTS of the tenant. At last run the "
                + $"line of {ModernAuthentication.Switch} by hand: it is a comment among the lines, because it sends all clients there at "
                + "once.", "S13",
            Principals(draft, [.. TokenServices, ClientService.OutlookAnywhere]));
    }

    private static IEnumerable<Finding> TooOld(PlanDraft draft)
    {
        string[] old = [.. draft.Groups.Where(g => g.Version.Build < ExchangeBuilds.Exchange2013).SelectMany(g => g.Servers)];
        if (old.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.ModernAuthenticationNotInVersion, NameList.Describe(old),
                "These servers know no Hybrid Modern Authentication, and beside Exchange 2010 the wizard makes no EvoSTS server: mailboxes "
                    + "on them lose their clients once it is switched on.",
                "Move their mailboxes to 2016 CU8, 2019 CU1 or later first, or plan with -Hybrid Coexistence.", "S13");
        }
    }

    private static string[] Principals(PlanDraft draft, IEnumerable<ClientService> services) =>
    [
        .. services.SelectMany(draft.ValuesOf).Select(HostText.Of)
            .Concat(AutodiscoverHosts(draft, DnsView.External)).Concat(AutodiscoverHosts(draft, DnsView.Internal)).Distinct()
            .Select(h => HttpsPrefix + h + "/"),
    ];

    private static IEnumerable<string> AutodiscoverHosts(PlanDraft draft, DnsView view) => draft.DnsRecords
        .Where(r => r.View == view && r.Name.FirstLabel == AutodiscoverLabels.Host).Select(r => r.Name.Value);
}
