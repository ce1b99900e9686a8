using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>The first request of a client to a service, and what a healthy server answers to it without knowing who asks.</summary>
/// <param name="Service">The service.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Directory">The directory in which the health page lies.</param>
/// <param name="Schemes">The schemes that setup leaves on; empty where a logon page takes their place.</param>
/// <param name="Health">The versions that have the health page.</param>
internal sealed record ServiceExpectation(ClientService Service, string Method, string Path, string Directory,
    IReadOnlyList<string> Schemes, VersionRange Health)
{
    private const string Negotiate = "Negotiate";
    private const string Ntlm = "NTLM";
    private const string Basic = "Basic";

    /// <summary>The page that forms lead to, where the build can be read.</summary>
    public const string LogonPage = "/owa/auth/logon.aspx";

    /// <summary>Autodiscover in JSON; it answers without asking who is there.</summary>
    public const string JsonPage = "/autodiscover/autodiscover.json";

    /// <summary>
    /// The rows. PowerShell and Unified Messaging have none: what a healthy server answers there to an unknown client is not documented.
    /// </summary>
    public static IReadOnlyList<ServiceExpectation> Rows { get; } =
    [
        new(ClientService.Autodiscover, "GET", "/Autodiscover/Autodiscover.xml", "/Autodiscover", [Negotiate, Ntlm, Basic],
            ExchangeBuilds.From2013),
        new(ClientService.EWS, "GET", "/EWS/Exchange.asmx", "/EWS", [Negotiate, Ntlm], ExchangeBuilds.From2013),
        new(ClientService.OAB, "GET", "/OAB/", "/OAB", [Negotiate, Ntlm], ExchangeBuilds.From2013),
        new(ClientService.OutlookAnywhere, "GET", "/rpc/rpcproxy.dll", "/rpc", [Negotiate, Ntlm, Basic], ExchangeBuilds.From2013),
        new(ClientService.ActiveSync, "OPTIONS", "/Microsoft-Server-ActiveSync", "/Microsoft-Server-ActiveSync", [Basic],
            ExchangeBuilds.From2013),
        new(ClientService.OWA, "GET", "/owa/", "/owa", [], ExchangeBuilds.From2013),
        new(ClientService.ECP, "GET", "/ecp/", "/ecp", [], ExchangeBuilds.From2013),
        new(ClientService.MAPI, "GET", "/mapi/nspi/", "/mapi", [Negotiate, Ntlm], ExchangeBuilds.From2013Sp1),
    ];

    /// <summary>Whether the schemes of a version were observed: those of 2007 and 2010 are not judged by default.</summary>
    public static bool KnowsSchemes(ExchangeVersion version) => ExchangeBuilds.From2013.Contains(version);

    /// <summary>Whether a version has Autodiscover in JSON: 2016 from CU3 on, and all that came later.</summary>
    public static bool HasJson(ExchangeVersion version) =>
        version.Product >= ExchangeProduct.Exchange2016 && (version.IsProductOnly || version.Build >= ExchangeBuilds.Exchange2016Cu3);

    /// <summary>Whether forms lead to the logon page.</summary>
    public bool HasLogonPage => Schemes.Count == 0;

    /// <summary>The health page of a version; null where it has none.</summary>
    public string? HealthPage(ExchangeVersion version) => Health.Contains(version) ? Directory + "/healthcheck.htm" : null;

    /// <summary>The row of a service; null where it has none.</summary>
    public static ServiceExpectation? Of(ClientService service) => Rows.FirstOrDefault(r => r.Service == service);
}
