using System.Collections.Generic;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>
/// What each way costs, in steps of work and nuisance that only compare: the least sum wins. The reasons stand beside the numbers
/// (facts about Autodiscover clients: KB 940881, MS-OXDSCLI; about wildcards: Exchange's own pages).
/// </summary>
internal static class NameCosts
{
    /// <summary>A web site with an address of its own, once for all names.</summary>
    public const int RedirectSite = 5;

    /// <summary>The first mail domain is that of most users.</summary>
    public const int FirstDomainFactor = 2;

    /// <summary>The cost of one name, or of one wildcard.</summary>
    public static int Of(NameWay way) => Rows[way].Cost;

    /// <summary>What it means, for a person who decides.</summary>
    public static string Price(NameWay way) => Rows[way].Price;

    private static readonly IReadOnlyDictionary<NameWay, (int Cost, string Price)> Rows = new Dictionary<NameWay, (int, string)>
    {
        [NameWay.Keep] = (0, "One name of the certificate."),
        [NameWay.HttpRedirect] =
            (2, "A web site on an address where port 443 does not answer, once for all names. Outlook asks each user once, and some "
                + "clients do not follow."),
        [NameWay.Srv] =
            (3, "Outlook asks each user once. ActiveSync devices and Windows mail do not read the record, and hybrid Exchange does not "
                + "accept it."),
        [NameWay.InternalUrl] = (4, "The internal URLs and the service connection point of the server are set to a name that stays."),
        [NameWay.MailHost] = (6, "Banner, PTR and mail exchanger change to the external host."),
        [NameWay.Wildcard] =
            (12, "A dearer certificate. Not for POP and IMAP without -X509CertificateName, not in a UM subject, one label only; Outlook of "
                + "Windows XP needs msstd."),
        [NameWay.Cname] = (0, "Does not help: clients check the name that they asked for, not the target of the alias."),
    };
}
