using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Builds.ExchangeBuilds;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// Every service and how each version sets it. Sources: the cmdlet pages of office-docs-powershell and the archived 2007 help,
/// collected in <see cref="CmdletCatalog"/>; a test holds each row against it.
/// </summary>
internal sealed class ServiceCatalog
{
    private const string True = "True";

    private const string Through =
        " take the new value from their next Autodiscover answer, within hours; the old host must still be served "
        + "until then.";

    /// <summary>What no version changes, in emission order of the services.</summary>
    public static readonly IReadOnlyList<ServiceDefinition> Definitions =
    [
        new(ClientService.Autodiscover, "/Autodiscover/Autodiscover.xml",
            "Outlook on domain members reads the service connection point at its next start and asks the new host.")
            { LegacyNeed = LegacyNeed.Never },
        new(ClientService.EWS, "/EWS/Exchange.asmx", "Outlook (free/busy, out of office), Outlook for Mac and applications" + Through),
        new(ClientService.OAB, "/OAB", "Outlook clients that download the address book" + Through),
        new(ClientService.OutlookAnywhere, "", "Outlook clients that use RPC over HTTP" + Through) { LegacyNeed = LegacyNeed.Never },
        new(ClientService.ActiveSync, "/Microsoft-Server-ActiveSync",
            "phones that follow Autodiscover take the new URL; a phone with a typed server name keeps the old one.")
            { LegacyNeed = LegacyNeed.Behind2010 },
        new(ClientService.UM, "/UnifiedMessaging/Service.asmx", "Outlook clients that play voice messages" + Through),
        new(ClientService.OWA, "/owa",
            "people type the new address of Outlook on the web; bookmarks of the old address need it to be served still."),
        new(ClientService.ECP, "/ecp", "the options pages of Outlook on the web and the admin centre open at the new address.")
            { Follows = ClientService.OWA },
        new(ClientService.MAPI, "/mapi", "Outlook clients that use MAPI over HTTP" + Through),
        new(ClientService.PowerShell, "/PowerShell", "administrators who open remote PowerShell use the new URL.")
            { Scheme = "http", OnlyWhenAsked = true },
    ];

    private static readonly IReadOnlyDictionary<string, string> WebMethods = Methods(("Basic", "BasicAuthentication"),
        ("Windows", "WindowsAuthentication"), ("Digest", "DigestAuthentication"));

    private static readonly IReadOnlyDictionary<string, string> PlainMethods = Methods(("Basic", "BasicAuthentication"),
        ("Windows", "WindowsAuthentication"));

    private static readonly IReadOnlyDictionary<string, string> FormsMethods = Methods(
        ("Basic", "BasicAuthentication"), ("Windows", "WindowsAuthentication"), ("Digest", "DigestAuthentication"),
        ("Forms", "FormsAuthentication"));

    private static readonly AdditionalParameterDefault BasicIn2007 = new(
        "BasicAuthentication", AdditionalParameterCondition.AnySet, [True], IsBoolean: true,
        Subject: AdditionalParameterSubject.Authentication)
    {
        CapturedStays = true,
    };

    private static readonly AdditionalParameterDefault RequireSsl = new("RequireSSL", AdditionalParameterCondition.HttpsSet, [True],
        IsBoolean: true);

    private static readonly AdditionalParameterDefault NoOffloading = new(
        "SSLOffloading",
        AdditionalParameterCondition.AnySet,
        ["False"],
        IsBoolean: true,
        CapitalBoolean: true,
        Subject: AdditionalParameterSubject.SslOffloading)
    {
        CapturedStays = true,
    };

    private static readonly IReadOnlyList<AdditionalParameterDefault> OutlookAnywhereRtm = [
        ClientAuthentication("ExternalAuthenticationMethod"), NoOffloading];

    private static readonly IReadOnlyList<AdditionalParameterDefault> OutlookAnywhereSp1 = [
        ClientAuthentication("ClientAuthenticationMethod"), NoOffloading];

    private static readonly IReadOnlyList<string> ClientMethods2013 = ["Basic", "Ntlm", "Negotiate"];

    private static readonly IReadOnlyList<AdditionalParameterDefault> OutlookAnywhere2013 =
    [
        new("InternalClientsRequireSsl", AdditionalParameterCondition.InternalSet, [True], IsBoolean: true) { GoesWithValue = true },
        new("ExternalClientsRequireSsl", AdditionalParameterCondition.ExternalSet, [True], IsBoolean: true) { GoesWithValue = true },
        new("InternalClientAuthenticationMethod", AdditionalParameterCondition.Asked, [],
            Subject: AdditionalParameterSubject.Authentication) { Allowed = ClientMethods2013 },
        new("ExternalClientAuthenticationMethod", AdditionalParameterCondition.ExternalSet, ["Negotiate"],
            Subject: AdditionalParameterSubject.Authentication) { Allowed = ClientMethods2013, GoesWithValue = true, CapturedStays = true },
        new("SSLOffloading", AdditionalParameterCondition.Asked, [], IsBoolean: true, Subject: AdditionalParameterSubject.SslOffloading),
    ];

    private static readonly IReadOnlyList<AdditionalParameterDefault> MapiMethods =
    [
        new("IISAuthenticationMethods", AdditionalParameterCondition.AnySet, ["Ntlm", "OAuth", "Negotiate"],
            Subject: AdditionalParameterSubject.Authentication) 
        {
            Allowed = ["Basic", "Ntlm", "OAuth", "Negotiate"], GoesWithValue = true, CapturedStays = true, IsList = true,
            TakesNull = true,
        },
    ];

    private static readonly IReadOnlyList<AdditionalParameterDefault> DownloadHosts = [.. DownloadDomains.HostParameters.Select(
        p => new AdditionalParameterDefault(p, AdditionalParameterCondition.Asked, [],
            Subject: AdditionalParameterSubject.DownloadHost) { Versions = [From2016Cu18To2019, From2019Cu7], TakesNull = true })];

    private static readonly AdditionalParameterDefault Failback = new("FailbackUrl", AdditionalParameterCondition.Asked, [],
        Subject: AdditionalParameterSubject.Failback) { TakesNull = true };

    private static readonly IReadOnlyList<AdditionalParameterDefault> Tokens = [new(ModernAuthentication.Parameter,
        AdditionalParameterCondition.Asked, [], IsBoolean: true, Subject: AdditionalParameterSubject.ModernAuthentication)
    {
        Versions = [From2013],
    }];

    private readonly ILookup<ClientService, ServiceDialect> _byService;

    /// <summary>Takes the rows.</summary>
    /// <param name="dialects">All rows, in emission order of the services.</param>
    public ServiceCatalog(IReadOnlyList<ServiceDialect> dialects)
    {
        Dialects = dialects;
        _byService = dialects.ToLookup(d => d.Service);
    }

    /// <summary>The rows of the module.</summary>
    public static ServiceCatalog Default { get; } = new(
    [
        new(ClientService.Autodiscover, To2013, "Set-ClientAccessServer") { InternalParameter = "AutoDiscoverServiceInternalUri",
            SiteScopeParameter = "AutoDiscoverSiteScope" },
        new(ClientService.Autodiscover, From2016, "Set-ClientAccessService") { InternalParameter = "AutoDiscoverServiceInternalUri",
            SiteScopeParameter = "AutoDiscoverSiteScope" },

        Directory2007(ClientService.EWS, Only2007, "Set-WebServicesVirtualDirectory", "EWS") with { AdditionalParameters = [BasicIn2007],
            MethodParameters = WebMethods },
        Directory(ClientService.EWS, From2010, "Set-WebServicesVirtualDirectory", "EWS") with { AdditionalParameters = Tokens,
            MethodParameters = WebMethods },

        Directory2007(ClientService.OAB, Only2007, "Set-OABVirtualDirectory", "OAB") with { AdditionalParameters = [RequireSsl],
            SelfSignedScheme = "http" },
        Directory(ClientService.OAB, Only2010, "Set-OabVirtualDirectory", "OAB") with { AdditionalParameters = [RequireSsl],
            SelfSignedScheme = "http", MethodParameters = PlainMethods },
        Directory(ClientService.OAB, Only2013, "Set-OabVirtualDirectory", "OAB") with { AdditionalParameters = [RequireSsl, .. Tokens],
            MethodParameters = PlainMethods },
        Directory(ClientService.OAB, From2016, "Set-OabVirtualDirectory", "OAB") with { AdditionalParameters = Tokens,
            MethodParameters = PlainMethods },

        EnableOutlookAnywhere(Only2007Rtm) with { AdditionalParameters = OutlookAnywhereRtm },
        EnableOutlookAnywhere(From2007Sp1To2010) with { AdditionalParameters = OutlookAnywhereSp1 },
        SetOutlookAnywhere(Only2007Rtm) with { AdditionalParameters = OutlookAnywhereRtm, State = OutlookAnywhereState.Enabled,
            UrlForm = LiteralForm.DoubleQuoted },
        SetOutlookAnywhere(From2007Sp1To2010) with { AdditionalParameters = OutlookAnywhereSp1, State = OutlookAnywhereState.Enabled,
            UrlForm = LiteralForm.DoubleQuoted },
        SetOutlookAnywhere(From2013) with { AdditionalParameters = OutlookAnywhere2013, InternalParameter = "InternalHostname" },

        Directory2007(ClientService.ActiveSync, Only2007, "Set-ActiveSyncVirtualDirectory",
            "Microsoft-Server-ActiveSync") with { InternalParameter = null, MethodParameters = Methods(("Basic", "BasicAuthEnabled")) },
        Directory(ClientService.ActiveSync, From2010, "Set-ActiveSyncVirtualDirectory",
            "Microsoft-Server-ActiveSync") with {
                MethodParameters = Methods(("Basic", "BasicAuthEnabled"), ("Windows", "WindowsAuthEnabled")) },

        Directory2007(ClientService.UM, Only2007, "Set-UMVirtualDirectory", "UnifiedMessaging") with { AdditionalParameters = [BasicIn2007],
            MethodParameters = WebMethods },

        Directory2007(ClientService.OWA, Only2007, "Set-OwaVirtualDirectory", "owa") with { MethodParameters = FormsMethods },
        Directory(ClientService.OWA, From2010, "Set-OwaVirtualDirectory", "owa") with { AdditionalParameters = [.. DownloadHosts, Failback],
            MethodParameters = FormsMethods },

        Directory(ClientService.ECP, From2010, "Set-EcpVirtualDirectory", "ecp") with { MethodParameters = FormsMethods },

        Directory(ClientService.MAPI, From2013Sp1, "Set-MapiVirtualDirectory", "mapi") with { AdditionalParameters = MapiMethods },

        Directory(ClientService.PowerShell, From2010, "Set-PowerShellVirtualDirectory",
            "PowerShell") with { MethodParameters = PlainMethods },
    ]);

    /// <summary>All rows, in emission order of the services.</summary>
    public IReadOnlyList<ServiceDialect> Dialects { get; }

    /// <summary>The facts of a service that no version changes.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The definition.</returns>
    public static ServiceDefinition Define(ClientService service) => Definitions.First(d => d.Service == service);

    /// <summary>How a version sets a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="version">The version.</param>
    /// <param name="outlookAnywhereEnabled">Whether Outlook Anywhere is known to be enabled; matters before 2013.</param>
    /// <returns>The row, or null when the version lacks the service.</returns>
    public ServiceDialect? Find(ClientService service, ExchangeVersion version, bool? outlookAnywhereEnabled = null)
    {
        OutlookAnywhereState state = outlookAnywhereEnabled == true ? OutlookAnywhereState.Enabled : OutlookAnywhereState.NotEnabled;
        return _byService[service]
            .FirstOrDefault(d => d.Versions.Contains(version) && (d.State == OutlookAnywhereState.Any || d.State == state));
    }

    /// <summary>
    /// What is known of Outlook Anywhere where it decides between two rows; null from 2013 on, where one row fits both states.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="outlookAnywhereEnabled">Whether Outlook Anywhere is known to be enabled.</param>
    /// <returns>The state, so that servers which differ in nothing else have the same lines.</returns>
    public static bool? DecidingState(ExchangeVersion version, bool? outlookAnywhereEnabled) =>
        version.Build < Exchange2013 ? outlookAnywhereEnabled : null;

    /// <summary>Whether the cmdlets of a version list -WhatIf; the topics of 2007 RTM do not (S18).</summary>
    /// <param name="version">The version.</param>
    /// <returns>True from 2007 SP1 on.</returns>
    public static bool HasWhatIf(ExchangeVersion version) => version.Build >= Exchange2007Sp1;

    /// <summary>Whether every line of two versions is the same: they have the same services, each set in the same words.</summary>
    /// <param name="one">A version.</param>
    /// <param name="other">Another version.</param>
    /// <returns>True for 2019 and SE; false for 2007 without and with a service pack.</returns>
    public bool HaveSameLines(ExchangeVersion one, ExchangeVersion other) =>
        HasWhatIf(one) == HasWhatIf(other) && Dialects.All(d => d.Versions.Contains(one) == d.Versions.Contains(other));

    /// <summary>Whether an update of the product changes a line, so that the lines for its bare name are not right everywhere.</summary>
    /// <param name="version">A version.</param>
    /// <returns>False for each product today.</returns>
    public bool ChangesWithin(ExchangeVersion version) => version.IsProductOnly && VersionNames.EndOf(version.Product) is var end
        && Dialects.Any(d => d.Versions.Contains(version)
            ? !d.Versions.ContainsAll(version, end)
            : d.Versions.From > version.Build && (end is null || d.Versions.From < end));

    private static ServiceDialect Directory(ClientService service, VersionRange versions, string cmdlet, string directory) =>
        new(service, versions, cmdlet) { VirtualDirectory = directory + " (Default Web Site)", InternalParameter = "InternalUrl",
            ExternalParameter = "ExternalUrl" };

    private static ServiceDialect Directory2007(ClientService service, VersionRange versions, string cmdlet, string directory) =>
        Directory(service, versions, cmdlet, directory) with { InternalParameter = "InternalURL", ExternalParameter = "ExternalURL" };

    private static ServiceDialect EnableOutlookAnywhere(VersionRange versions) =>
        new(ClientService.OutlookAnywhere, versions, "Enable-OutlookAnywhere")
        {
            IdentityParameter = "Server",
            ExternalParameter = "ExternalHostname",
            UrlForm = LiteralForm.DoubleQuoted,
            State = OutlookAnywhereState.NotEnabled,
        };

    private static ServiceDialect SetOutlookAnywhere(VersionRange versions) =>
        new(ClientService.OutlookAnywhere, versions, "Set-OutlookAnywhere") { VirtualDirectory = "Rpc (Default Web Site)",
            ExternalParameter = "ExternalHostname" };

    private static AdditionalParameterDefault ClientAuthentication(string parameter) =>
        new(parameter, AdditionalParameterCondition.AnySet, ["Basic"], Subject: AdditionalParameterSubject.Authentication,
            Form: LiteralForm.DoubleQuoted)
        {
            Allowed = ["Basic", "Ntlm"],
            CapturedStays = true,
        };

    private static Dictionary<string, string> Methods(params (string Method, string Parameter)[] rows) =>
        rows.ToDictionary(r => r.Method, r => r.Parameter, StringComparer.OrdinalIgnoreCase);
}
