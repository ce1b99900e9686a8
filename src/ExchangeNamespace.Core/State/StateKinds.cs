using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.State;

/// <summary>
/// Every kind. The type names are those of the shell, seen in captures of 2019 (virtual directories of OWA and EWS, servers, connectors,
/// accepted domains, certificates) and in the documentation; an object of a projection is recognised by
/// <see cref="CaptureMarks.CapturedBy"/> instead.
/// </summary>
internal sealed class StateKinds
{
    private static readonly string[] Directory =
        ["AdminDisplayVersion", "InternalAuthenticationMethods", "ExternalAuthenticationMethods", "ExtendedProtectionTokenChecking"];

    private static readonly Lazy<StateKinds> Instance = new(() => new StateKinds(ServiceCatalog.Default));

    private readonly Dictionary<StateKind, StateKindDefinition> _byKind;
    private readonly Dictionary<string, StateKindDefinition> _byCmdlet;
    private readonly Dictionary<string, StateKindDefinition> _byType;

    /// <summary>Makes the kinds whose properties the given rows name.</summary>
    public StateKinds(ServiceCatalog services)
    {
        All = [.. Kinds.Select(k => k.Service is { } s ? k with { Dialects = [.. services.Dialects.Where(d => d.Service == s)] } : k)];
        AllProperties =
        [
            .. All.SelectMany(k => k.Properties).Concat([CaptureMarks.CapturedBy, CaptureMarks.CapturedFrom])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        _byKind = All.ToDictionary(k => k.Kind);
        _byCmdlet = All.SelectMany(k => k.Cmdlets.Select(c => (c, k))).ToDictionary(x => x.c, x => x.k, StringComparer.OrdinalIgnoreCase);
        _byType = All.SelectMany(k => k.TypeNames.Select(t => (t, k))).ToDictionary(x => x.t, x => x.k, StringComparer.Ordinal);
    }

    /// <summary>The kinds by the rows of the module.</summary>
    public static StateKinds Default => Instance.Value;

    /// <summary>All kinds.</summary>
    public IReadOnlyList<StateKindDefinition> All { get; }

    /// <summary>All properties that any kind has: nothing else is kept of an object.</summary>
    public IReadOnlyList<string> AllProperties { get; }

    private static readonly StateKindDefinition[] Kinds =
    [
        new(StateKind.Server, ["Get-ExchangeServer"], ["ExchangeServer"], ServerRow.Server),
        new(StateKind.ClientAccess, ["Get-ClientAccessServer", "Get-ClientAccessService"], ["ClientAccessServer", "ClientAccessService"],
            ServiceRow.ConnectionPoint) { Service = ClientService.Autodiscover },
        Service(StateKind.WebServices, ClientService.EWS, "Get-WebServicesVirtualDirectory", "ADWebServicesVirtualDirectory",
            "InternalNLBBypassUrl"),
        Service(StateKind.OfflineAddressBook, ClientService.OAB, "Get-OabVirtualDirectory", "ADOabVirtualDirectory", "RequireSSL"),
        Service(StateKind.OutlookAnywhere, ClientService.OutlookAnywhere, "Get-OutlookAnywhere", "ADRpcHttpVirtualDirectory"),
        Service(StateKind.ActiveSync, ClientService.ActiveSync, "Get-ActiveSyncVirtualDirectory", "ADMobileVirtualDirectory"),
        Service(StateKind.UnifiedMessaging, ClientService.UM, "Get-UMVirtualDirectory", "ADUMVirtualDirectory"),
        Service(StateKind.OutlookOnTheWeb, ClientService.OWA, "Get-OwaVirtualDirectory", "ADOwaVirtualDirectory",
            "ExternalDownloadHostName", "InternalDownloadHostName", "CrossSiteRedirectType", "FailbackUrl"),
        Service(StateKind.ControlPanel, ClientService.ECP, "Get-EcpVirtualDirectory", "ADEcpVirtualDirectory"),
        Service(StateKind.Mapi, ClientService.MAPI, "Get-MapiVirtualDirectory", "ADMapiVirtualDirectory"),
        Service(StateKind.PowerShell, ClientService.PowerShell, "Get-PowerShellVirtualDirectory", "ADPowerShellVirtualDirectory",
            "RequireSSL"),
        new(StateKind.AutodiscoverDirectory, ["Get-AutodiscoverVirtualDirectory"], ["ADAutodiscoverVirtualDirectory"],
            ServiceRow.Directory) { Settings = Directory, InternalNames = ["InternalUrl"], ExternalNames = ["ExternalUrl"] },
        new(StateKind.Certificate, ["Get-ExchangeCertificate"], ["ExchangeCertificate", "X509Certificate2"], CertificateRow.Certificate),
        new(StateKind.ReceiveConnector, ["Get-ReceiveConnector"], ["ReceiveConnector"], ConnectorRow.ReceiveConnector),
        new(StateKind.SendConnector, ["Get-SendConnector"], ["SmtpSendConnectorConfig"], ConnectorRow.SendConnector),
        new(StateKind.AcceptedDomain, ["Get-AcceptedDomain"], ["AcceptedDomain"], OrganizationRow.AcceptedDomain),
        new(StateKind.OutlookProvider, ["Get-OutlookProvider"], ["OutlookProvider"], OrganizationRow.OutlookProvider),
        new(StateKind.Organization, ["Get-OrganizationConfig"], ["OrganizationConfig", "ExchangeConfigurationContainerWithAddressLists"],
            OrganizationRow.Organization),
        new(StateKind.ClientAccessArray, ["Get-ClientAccessArray"], ["ClientAccessArray"], OrganizationRow.ClientAccessArray),
        new(StateKind.TransportServer, ["Get-TransportServer", "Get-TransportService"], ["TransportServer"], ServerRow.TransportServer),
    ];

    /// <summary>The definition of a kind.</summary>
    public StateKindDefinition Of(StateKind kind) => _byKind[kind];

    /// <summary>The kind behind a command name.</summary>
    public StateKindDefinition? FindByCmdlet(string cmdlet) => _byCmdlet.TryGetValue(cmdlet, out StateKindDefinition? kind) ? kind : null;

    /// <summary>
    /// The kind of an object by its type names, the nearest first; what a remote shell or a projection puts before them is left out.
    /// </summary>
    public StateKindDefinition? FindByType(IEnumerable<string> typeNames)
    {
        foreach (string name in typeNames)
        {
            if (_byType.TryGetValue(name.Substring(name.LastIndexOf('.') + 1), out StateKindDefinition? kind))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>
    /// The kind that a file is named after: <c>Get-OwaVirtualDirectory.xml</c>, <c>GetOwaVirtualDirectory1.xml</c>; null for another name.
    /// </summary>
    public StateKindDefinition? FindByFile(string fileName)
    {
        string name = fileName.Replace("-", string.Empty);
        return _byCmdlet
            .Where(c => name.StartsWith(c.Key.Replace("-", string.Empty), StringComparison.OrdinalIgnoreCase)
                && (name.Length == c.Key.Length - 1 || !char.IsLetter(name[c.Key.Length - 1])))
            .Select(c => c.Value)
            .FirstOrDefault();
    }

    private static StateKindDefinition Service(StateKind kind, ClientService service, string cmdlet, string type, params string[] more) =>
        new(kind, [cmdlet], [type], ServiceRow.Directory) { Service = service, Settings = [.. Directory, .. more] };
}
