using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Design.Questions;

/// <summary>The questions in the order in which an administrator thinks.</summary>
internal static class QuestionTable
{
    public static IReadOnlyList<DesignQuestion> Rows { get; } =
    [
        new("Server", "Which servers run Exchange, or will?",
            "Each server with client access gets its URLs, and belongs behind a name.",
            "Names between commas, short or full: EX01, EX02",
            ["Server"], QuestionDefaults.Servers, (d, a, _) => ServerAnswers.Names(d, a)),
        new(ServerAnswers.VersionOfAll, "Which version of Exchange do they run?",
            "The lines are written for the shell of each version.",
            "A version for all: SE or 2019CU15. With exceptions: 2019CU15, EX03=2016CU23, BRN*=SE",
            [ServerAnswers.VersionOfAll, "Server.Version", FaultIds.VersionMissing], QuestionDefaults.Versions, ServerAnswers.Versions),
        new("Site", "In which Active Directory sites are they?",
            "Clients are led to servers of their own site.",
            "A site for all, or server=site: ZRH*=Zurich, BRN01=Bern. A name with a comma stands in double quotes; - for no site",
            ["Server.Site", "Site.Name", FaultIds.ServerSiteUnknown], QuestionDefaults.Sites, ServerAnswers.Sites),
        new("ADDomain", "What is the Active Directory domain called?",
            "Internal names can be in it, and it tells whether a public certificate can carry them.",
            "The DNS name: corp.contoso.com; - where it does not matter",
            ["ADDomain"], QuestionDefaults.ADDomain, (d, a, _) => SingleAnswers.Value(d, "ADDomain", a)),
        new("ExternalHost", "Which name do clients on the Internet use?",
            "It is in every external URL and on the certificate.",
            "A full name, no URL: mail.contoso.com",
            ["ExternalHost"], QuestionDefaults.External, (d, a, _) => SingleAnswers.Value(d, "ExternalHost", a)),
        new("InternalHost", "Which name do clients inside use?",
            "One name for inside and outside is the simplest. It needs a DNS that answers for it inside.",
            "A full name: mail.contoso.com; - leaves the internal URLs as they are",
            ["InternalHost", SingleAnswers.KeepInternalUrl], QuestionDefaults.Internal, (d, a, _) => SingleAnswers.Inside(d, a)),
        new("AutodiscoverHost", "Which name is in the service connection points?",
            "Outlook inside the domain reads it to find Autodiscover. It is often the inside name.",
            "A full name: autodiscover.contoso.com; - for the inside name; none where every mailbox is in Exchange Online",
            ["AutodiscoverHost"], QuestionDefaults.Autodiscover, (d, a, _) => SingleAnswers.ConnectionPoints(d, a))
        {
            IsAsked = d => d[SingleAnswers.KeepInternalUrl] is not true,
        },
        new(SiteAnswers.FacingMember, "Which sites are reached from the Internet?",
            "Servers of the others get no external URL, and those that they have are cleared.",
            "Names of sites between commas: Zurich, Bern",
            ["Site.InternetFacing", FaultIds.SiteContradiction], QuestionDefaults.Facing, SiteAnswers.Facing)
        {
            IsAsked = SiteAnswers.AreSeveral,
        },
        new("SiteExternalHost", "Do sites have outside names of their own?",
            "With one, clients reach their site directly; without, they all use the external host.",
            "site=host: Bern=mail-bern.contoso.com; - for none",
            ["Site.ExternalHost"], QuestionDefaults.ExternalOfSites,
            (d, a, f) => SiteAnswers.Hosts(d, "SiteExternalHost", "ExternalHost", a, f))
        {
            IsAsked = SiteAnswers.AreSeveralReached,
        },
        new("SiteInternalHost", "Do sites have inside names of their own?",
            "Where each site has its own load balancer, each needs a name.",
            "site=host: Bern=mail-bern.contoso.com; - for none",
            ["Site.InternalHost"], QuestionDefaults.InternalOfSites,
            (d, a, f) => SiteAnswers.Hosts(d, "SiteInternalHost", "InternalHost", a, f))
        {
            IsAsked = d => SiteAnswers.AreSeveral(d) && d[SingleAnswers.KeepInternalUrl] is not true,
        },
        Choice("DnsModel", "Who answers inside for the public zone?",
            "It decides which records are needed in which DNS.", QuestionDefaults.DnsModel,
            new("Auto", "the plan chooses by the Active Directory domain and the versions"),
            new("Split", "DNS inside has the whole public zone, with records of its own"),
            new("Separate", "inside names are in another zone, such as that of Active Directory"),
            new("Pinpoint", "DNS inside has a small zone for each single name, and nothing else of the public zone")),
        Choice("CertificateAuthority", "Who issues the certificate?",
            "A public authority refuses names that are not on the Internet; an own one is trusted by own machines only.", null,
            new("Public", "a public authority, which every client trusts"),
            new("Internal", "an own authority, such as Active Directory Certificate Services"),
            new("SelfSigned", "the servers themselves; clients do not trust it")),
        Choice("ReverseProxy", "Is there a reverse proxy that ends TLS in front?",
            "It needs the names on a certificate of its own or a shared one.", null,
            new("None", "none, or one that passes TLS through"),
            new("SharedCertificate", "one with the certificate of the servers"),
            new("SharedCertificateWithServerNames", "one with the certificate of the servers, which has the server names too"),
            new("SeparateCertificate", "one with a certificate of its own")),
        Choice("Hybrid", "What is shared with Exchange Online?",
            "Exchange Online must reach public names, and clients that sign in there need OAuth on the servers.", null,
            new("None", "nothing"),
            new("Coexistence", "mail, free/busy and moves of mailboxes; clients sign in at the servers"),
            new("ModernAuthentication", "the same, and clients sign in at Microsoft Entra ID")),
        new("SmtpDomain", "Which mail domains do users have?",
            "Outlook outside looks for autodiscover.<domain>, so each of them needs that name.",
            "Domains between commas: contoso.com, fabrikam.com; - for none",
            ["SmtpDomain"], QuestionDefaults.MailDomains, (d, a, _) => SingleAnswers.List(d, "SmtpDomain", a)),
        new("MailHost", "Under which name does mail arrive from the Internet?",
            "MX leads to it, and the receive connector says it.",
            "A full name: mx.contoso.com; - where mail is not planned",
            ["MailHost"], QuestionDefaults.MailHost, (d, a, _) => SingleAnswers.Mail(d, a)),
    ];

    private static DesignQuestion Choice(string member, string text, string why, Func<KnownFacts, QuestionDefault?>? byDefault,
        params QuestionChoice[] choices) => new(
            member, text, why, string.Empty, [member], byDefault ?? (k => QuestionDefaults.Choice(k, member, choices[0].Name)),
            (d, a, _) => SingleAnswers.Choice(d, member, choices, a))
        {
            Choices = choices,
        };
}
