using System.Collections.Generic;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Tests.Scenarios;

/// <summary>
/// What becomes of each sentence under <c>mustWarn</c>: the code of the finding that says it, or the reason why it speaks about the
/// source's own procedure rather than about the plan.
/// </summary>
internal static class ScenarioWarnings
{
    public static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["webmail.shudnow.local cannot be issued by a public CA after 2015-11-01"] = FindingCodes.InternalNameOnPublicCertificate,
        ["OAB over https needs a CA-trusted certificate (BITS)"] = FindingCodes.OabNeedsTrustedCertificate,
        ["every other record of the public zone must also exist in the inside copy"] = FindingCodes.SplitZoneNeedsAllRecords,
        ["server name becomes visible outside"] = FindingCodes.ServerNameVisible,
        ["single-label and .local names: not issuable by a public CA since 2015-11-01"] = FindingCodes.InternalNameOnPublicCertificate,
        ["variant c cannot be combined with Extended Protection"] = FindingCodes.ProxyWithExtendedProtection,
        ["legacy name is only needed while 2007 mailboxes exist"] = FindingCodes.LegacyHostTemporary,
        [".local as external name"] = FindingCodes.ExternalHostNotPublic,
        ["RPC names must not equal any HTTP name and should not resolve from outside (ambiguous URLs)"] = FindingCodes.ClientAccessArray,
        ["no autodiscover.<smtp domain> in the design"] = FindingCodes.AutodiscoverNotPlanned,
    };

    public static readonly IReadOnlyDictionary<string, string> Notes = new Dictionary<string, string>
    {
        ["the procedure never sets the SCP: it stays on the server FQDN, which is not on the certificate"] =
            "The plan sets the service connection point of every server, so the fault of the procedure cannot occur.",
        ["no inside record for autodiscover.contoso.com in the procedure"] =
            "The plan has that record; the scenario test asks for it.",
        ["MX points to a name that is fine, but autodiscover/owa are CNAMEs: never use a CNAME as MX target"] =
            "The plan never makes an alias of the mail host; the scenario test asks for its address record.",
        ["Outlook Anywhere internal host was set to mail.contoso.com in step 4 and is not inside DNS here"] =
            "The plan gives Outlook Anywhere the internal host, so the fault of the procedure cannot occur.",
        ["-RequestFile fails on 2016 CU23+, 2019 CU12+ and SE"] =
            "It is about the form of the request, which each version gets in its own dialect.",
    };
}
