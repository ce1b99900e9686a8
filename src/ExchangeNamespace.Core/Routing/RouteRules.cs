using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Routing.RouteAction;
using static ExchangeNamespace.Routing.RouteCertainty;
using static ExchangeNamespace.Routing.RouteProtocol;

namespace ExchangeNamespace.Routing;

/// <summary>
/// What a server does with a request for a mailbox: the only place that knows it. Rows of older products stand first; which
/// service a version lacks is a fact of the catalogue and no row.
/// </summary>
internal static class RouteRules
{
    private const string Integrated =
        "Integrated Windows authentication on the target's virtual directory, and no forms-based authentication there";
    private const string Rpc = "RPC to the mailbox server";

    private static readonly RouteProducts E2007 = new(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2007);
    private static readonly RouteProducts E2010 = new(ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2010);
    private static readonly RouteProducts E2013 = new(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2013);
    private static readonly RouteProducts E2013Up = new(ExchangeProduct.Exchange2013, ExchangeProduct.ExchangeSE);
    private static readonly RouteProducts E2013To2016 = new(ExchangeProduct.Exchange2013, ExchangeProduct.Exchange2016);
    private static readonly RouteProducts E2016 = new(ExchangeProduct.Exchange2016, ExchangeProduct.Exchange2016);
    private static readonly RouteProducts E2016Up = new(ExchangeProduct.Exchange2016, ExchangeProduct.ExchangeSE);
    private static readonly RouteProducts E2019Up = new(ExchangeProduct.Exchange2019, ExchangeProduct.ExchangeSE);
    private static readonly RouteProducts E2010Up = new(ExchangeProduct.Exchange2010, ExchangeProduct.ExchangeSE);

    private static readonly RouteProtocol[] All = [OWA, ECP, ActiveSync, EWS, OAB, OutlookAnywhere, MAPI, RouteProtocol.Autodiscover, POP,
        IMAP];
    private static readonly RouteProtocol[] Mail = [POP, IMAP];

    public static readonly IReadOnlyList<RouteRule> Rows =
    [
        // 2007
        Row("2007-EAS-beside", E2007, E2007, RouteSites.Same, RouteExternal.OnlyBeside, Redirect, RouteTarget.ExternalUrl,
            "HTTP 451 inside the site, because another server of it has an ExternalUrl", Documented, RouteSources.Http451, "S31",
            ActiveSync),
        Row("2007-local", E2007, E2007, RouteSites.Same, RouteExternal.Any, Local, RouteTarget.None, Rpc, Documented,
            RouteSources.Proxying2007, "S30", All),
        Row("2007-OWA-redirect", E2007, E2007, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "a page with a link that the user follows", Documented, RouteSources.Owa2007, "S31", OWA),
        Row("2007-OWA-proxy", E2007, E2007, RouteSites.Other, RouteExternal.None, Proxy, RouteTarget.InternalUrl,
            "proxied to the InternalUrl of the mailbox's site", Documented, RouteSources.Owa2007, "S30", OWA) with {
                Authentication = Integrated, NeedsIntegrated = true },
        Row("2007-EAS-redirect", E2007, E2007, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "HTTP 451 with X-MS-Location to devices that know it; the 2007 help describes a proxy only", Documented, RouteSources.Http451,
            "S31", ActiveSync),
        Row("2007-EAS-proxy", E2007, E2007, RouteSites.Other, RouteExternal.None, Proxy, RouteTarget.InternalUrl,
            "proxied to the InternalUrl of the mailbox's site", Documented, RouteSources.Http451, "S30", ActiveSync) with {
                Authentication = Integrated, NeedsIntegrated = true },
        Row("2007-EWS-proxy", E2007, E2007, RouteSites.Other, RouteExternal.Any, Proxy, RouteTarget.InternalUrl,
            "proxied to the InternalUrl (or InternalNLBBypassUrl), never redirected", Documented, RouteSources.Proxying2007, "S31", EWS)
            with { Authentication = "Integrated Windows authentication on the target's EWS directory", NeedsIntegrated = true },
        Row("2007-OAB", E2007, E2007, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "served where the book is distributed to; Autodiscover gives the URL of the mailbox's site", Unverified,
            RouteSources.Proxying2007, "S30", OAB),
        Row("2007-OA", E2007, E2007, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "the RPC proxy connects to the mailbox server of the other site itself", Unverified, RouteSources.Proxying2007, "S30",
            OutlookAnywhere),
        Row("2007-Autodiscover", E2007, E2007, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "any server answers, with the URLs of the mailbox's site", Unverified, RouteSources.Proxying2007, "S30",
            RouteProtocol.Autodiscover),
        Row("2007-mail", E2007, E2007, RouteSites.Other, RouteExternal.Any, Fail, RouteTarget.None,
            "refused across sites unless AllowCrossSiteSessions is set; the client must use a server of the mailbox's site", Documented,
            RouteSources.Mail2007, "S30", Mail),

        // 2010
        Row("2010-local", E2010, E2010, RouteSites.Same, RouteExternal.Any, Local, RouteTarget.None, Rpc, Documented,
            RouteSources.Proxying2010, "S30", All),
        Row("2010-web-redirect", E2010, E2010, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "redirected as CrossSiteRedirectType says: Manual, a page with a link, by default; Silent from SP2", Documented,
            RouteSources.Proxying2010, "S31", OWA, ECP),
        Row("2010-EAS-redirect", E2010, E2010, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "HTTP 451 to devices that know it, else proxied", Documented, RouteSources.Proxying2010, "S31", ActiveSync),
        Row("2010-web-proxy", E2010, E2010, RouteSites.Other, RouteExternal.None, Proxy, RouteTarget.InternalUrl,
            "proxied to the InternalUrl of the mailbox's site", Documented, RouteSources.Proxying2010, "S30", OWA, ECP, ActiveSync) with {
                Authentication = Integrated, NeedsIntegrated = true },
        Row("2010-EWS-proxy", E2010, E2010, RouteSites.Other, RouteExternal.Any, Proxy, RouteTarget.InternalUrl,
            "proxied: web services do not redirect", Documented, RouteSources.Proxying2010, "S30", EWS)
            with { Authentication = "Integrated Windows authentication on the target's EWS directory", NeedsIntegrated = true },
        Row("2010-mail", E2010, E2010, RouteSites.Other, RouteExternal.Any, Proxy, RouteTarget.MailPort,
            "proxied by InternalConnectionSettings of the mailbox's site", Documented, RouteSources.Proxying2010, "S30", Mail),
        Row("2010-OAB", E2010, E2010, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "not proxied: served where the book is distributed to; Autodiscover gives the URL of the mailbox's site", Unverified,
            RouteSources.Proxying2010, "S30", OAB),
        Row("2010-OA", E2010, E2010, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "the RPC proxy connects to the RPC Client Access service of the mailbox's site", Unverified, RouteSources.Proxying2010, "S30",
            OutlookAnywhere),
        Row("2010-Autodiscover", E2010, E2010, RouteSites.Other, RouteExternal.Any, Local, RouteTarget.None,
            "any server answers, with the URLs of the mailbox's site", Unverified, RouteSources.Proxying2010, "S30",
            RouteProtocol.Autodiscover),

        // 2010 in front of 2007
        Row("2010-2007-OWA-redirect", E2010, E2007, RouteSites.Any, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "redirected to the 2007 ExternalUrl; one sign-on where the methods of both sides agree (LegacyRedirectType)", Documented,
            RouteSources.Legacy2010, "S31", OWA),
        Row("2010-2007-OWA-inside", E2010, E2007, RouteSites.Same, RouteExternal.None, Redirect, RouteTarget.InternalUrl,
            "redirected to the 2007 InternalUrl, which clients outside do not reach", Documented, RouteSources.Legacy2010, "S31", OWA),
        Row("2010-2007-OWA-proxy", E2010, E2007, RouteSites.Other, RouteExternal.None, Proxy, RouteTarget.InternalUrl,
            "proxied to the 2007 InternalUrl", Derived, RouteSources.Proxying2010, "S30", OWA) with {
                Authentication = Integrated, NeedsIntegrated = true },
        Row("2010-2007-EAS-redirect", E2010, E2007, RouteSites.Any, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "HTTP 451 to devices that know it, else proxied", Unverified, RouteSources.Proxying2010, "S31", ActiveSync),
        Row("2010-2007-EAS-proxy", E2010, E2007, RouteSites.Any, RouteExternal.None, Proxy, RouteTarget.InternalUrl,
            "proxied to the 2007 InternalUrl", Unverified, RouteSources.Proxying2010, "S30", ActiveSync) with {
                Authentication = Integrated, NeedsIntegrated = true },
        Row("2010-2007-EWS", E2010, E2007, RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None,
            "not proxied: Autodiscover must give the client the 2007 URL (the legacy name)", Unverified, RouteSources.Legacy2010, "S31",
            EWS),
        Row("2010-2007-local", E2010, E2007, RouteSites.Any, RouteExternal.Any, Local, RouteTarget.None,
            "answered without a hop; Autodiscover gives the URLs of the 2007 server", Unverified, RouteSources.Legacy2010, "S30", OAB,
            OutlookAnywhere, RouteProtocol.Autodiscover),
        Row("2010-2007-mail", E2010, E2007, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.MailPort,
            "proxied to a 2007 server of the mailbox's site", Unverified, RouteSources.Legacy2010, "S30", Mail),

        // Older in front of newer
        Row("2007-2010-Autodiscover", E2007, E2010, RouteSites.Any, RouteExternal.Any, Redirect, RouteTarget.Autodiscover,
            "302 to the Autodiscover service of 2010 (from 2007 SP2 on)", Documented, RouteSources.Autodiscover2007, "S30",
            RouteProtocol.Autodiscover),
        Row("older-Autodiscover", new(ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2010), E2013Up, RouteSites.Any,
            RouteExternal.Any, Unknown, RouteTarget.None,
            "no source tells; let the newest version answer Autodiscover", Unverified, RouteSources.None, "S30",
            RouteProtocol.Autodiscover),
        Row("2007-newer", E2007, E2010Up, RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None,
            "an older server does not serve a newer mailbox: the newest version must stand in front", Unverified,
            RouteSources.Coexistence2013, "S30", All),
        Row("2010-newer", E2010, E2013Up, RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None,
            "an older server does not serve a newer mailbox: the newest version must stand in front", Unverified,
            RouteSources.Coexistence2013, "S30", All),

        // 2013 and later in front of 2007 and 2010
        Row("2016-2007", E2016Up, E2007, RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None,
            "2016 and later do not coexist with 2007", Unverified, RouteSources.Support, "S30", All),
        Row("2019-2010", E2019Up, E2010, RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None,
            "2019 and later do not coexist with 2010", Unverified, RouteSources.Support, "S30", All),
        Row("2013-2007-OWA", E2013, E2007, RouteSites.Any, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "redirected silently to the 2007 ExternalUrl (the legacy name)", Documented, RouteSources.Offload2013, "S31", OWA),
        Row("2013-2007-EWS", E2013, E2007, RouteSites.Any, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "Autodiscover gives the client the 2007 ExternalUrl (the legacy name)", Documented, RouteSources.Offload2013, "S31", EWS),
        Row("2013-2007-OAB", E2013, E2007, RouteSites.Any, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "Autodiscover gives the client the 2007 ExternalUrl (the legacy name)", Unverified, RouteSources.Coexistence2013, "S31", OAB),
        Row("2013-2007-no-legacy", E2013, E2007, RouteSites.Any, RouteExternal.None, Fail, RouteTarget.None,
            "2013 does not proxy it to 2007, and the 2007 server has no ExternalUrl of its own: give it a legacy name", Derived,
            RouteSources.Interop2013, "S31", OWA, EWS, OAB),
        Row("2013-2007-proxy", E2013, E2007, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.OlderServer,
            "proxied to a 2007 server", Documented, RouteSources.Offload2013 + "; "
                + RouteSources.OlderServer, "S30", ActiveSync, OutlookAnywhere, RouteProtocol.Autodiscover),
        Row("2013-2007-mail", E2013, E2007, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.MailPort, "proxied to a 2007 server",
            Documented, RouteSources.Interop2013, "S30", Mail),
        Row("2013-2010-web-redirect", E2013To2016, E2010, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "redirected silently to the ExternalUrl of the mailbox's site", Documented, RouteSources.Interop2013, "S31", OWA, ECP),
        Row("2013-2010-web-proxy", E2013To2016, E2010, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.OlderServer,
            "proxied to a 2010 server of the mailbox's site", Documented, RouteSources.Interop2013 + "; "
                + RouteSources.OlderServer, "S30", OWA, ECP, ActiveSync, EWS, RouteProtocol.Autodiscover),
        Row("2013-2010-OA", E2013To2016, E2010, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.OlderServer,
            "proxied to Outlook Anywhere of a 2010 server", Documented, RouteSources.Interop2013 + "; "
                + RouteSources.OlderServer, "S30", OutlookAnywhere)
            with { Authentication = "Outlook Anywhere enabled on the 2010 server, with NTLM among its IIS authentication methods" },
        Row("2013-2010-OAB", E2013To2016, E2010, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.OlderServer,
            "proxied to a 2010 server; Autodiscover gives the URL of the mailbox's site", Unverified, RouteSources.Coexistence2013 + "; "
                + RouteSources.OlderServer, "S30", OAB),
        Row("2013-2010-mail", E2013To2016, E2010, RouteSites.Any, RouteExternal.Any, Proxy, RouteTarget.MailPort,
            "proxied to a 2010 server", Documented, RouteSources.Interop2013, "S30", Mail),

        // 2013 and later among themselves, up and down
        Row("2013-local", E2013Up, E2013Up, RouteSites.Same, RouteExternal.Any, Local, RouteTarget.None,
            "handed to the back end (port 444) of the server with the active copy", Documented, RouteSources.Coexistence2016, "S31", All),
        Row("2013-OWA-redirect", E2013Up, E2013Up, RouteSites.Other, RouteExternal.Set, Redirect, RouteTarget.ExternalUrl,
            "redirected silently to the ExternalUrl of the mailbox's site; the same host in all sites makes it a proxy", Unverified,
            RouteSources.Coexistence2016, "S31", OWA),
        Row("2016-ECP-loop", E2016, E2013Up, RouteSites.Other, RouteExternal.Set, Fail, RouteTarget.None,
            "a faulty 302 that loops until HTTP 400; take the ECP ExternalUrl away, and it is proxied", Documented, RouteSources.EcpLoop,
            "S31", ECP),
        Row("2013-ECP-loop", E2013Up, E2013Up, RouteSites.Other, RouteExternal.Set, Fail, RouteTarget.None,
            "taken to loop as in 2016: a faulty 302 until HTTP 400; take the ECP ExternalUrl away, and it is proxied", Derived,
            RouteSources.EcpLoop, "S31", ECP),
        Row("2013-mail", E2013Up, E2013Up, RouteSites.Other, RouteExternal.Any, Proxy, RouteTarget.MailBackEnd,
            "proxied to the back-end service of the mailbox server", Unverified, RouteSources.Interop2013, "S31", Mail),
        Row("2013-proxy", E2013Up, E2013Up, RouteSites.Other, RouteExternal.Any, Proxy, RouteTarget.BackEnd,
            "proxied to the back end (port 444) of the mailbox server", Documented, RouteSources.Interop2013, "S31", All),
    ];

    /// <summary>No server of the mailbox's generation serves clients in its site.</summary>
    public static readonly RouteRule NoServer = Row("no-server", new(ExchangeProduct.Exchange2007, ExchangeProduct.ExchangeSE),
        new(ExchangeProduct.Exchange2007, ExchangeProduct.ExchangeSE),
        RouteSites.Any, RouteExternal.Any, Fail, RouteTarget.None, "no Client Access server of the mailbox's generation is in its site",
        Documented, RouteSources.Sites2007, "S30", All);

    /// <summary>The row that decides; null where none fits.</summary>
    public static RouteRule? Find(RouteProtocol protocol, ExchangeProduct server, ExchangeProduct mailbox, RouteSites sites,
        RouteExternal external) =>
        Rows.FirstOrDefault(r => r.Fits(protocol, server, mailbox, sites, external));

    private static RouteRule Row(
        string id, RouteProducts server, RouteProducts mailbox, RouteSites sites, RouteExternal external, RouteAction action,
        RouteTarget target,
        string manner, RouteCertainty certainty, string source, string rule, params RouteProtocol[] protocols) =>
        new(id, server, mailbox, sites, external, action, target, manner, certainty, source, rule) { Protocols = protocols };
}
