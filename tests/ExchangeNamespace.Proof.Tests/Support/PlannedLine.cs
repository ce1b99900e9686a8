using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Proof.Support;

/// <summary>One value that a plan asks for.</summary>
/// <param name="Property">The property of the object in Exchange.</param>
/// <param name="Value">Null (clear), a Boolean, or one or more texts.</param>
internal sealed record PlannedValue(string Property, object? Value);

/// <summary>
/// What a plan says about one object, read from the plan alone: cmdlets and objects are named here a second time, from Microsoft's
/// pages, so that the catalogue of the product cannot confirm itself.
/// </summary>
/// <param name="Server">The server; empty for the organisation.</param>
/// <param name="Version">The version whose shell changes it.</param>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Identity">What the cmdlet names the object by.</param>
/// <param name="Object">The key of the object in the stand-in.</param>
/// <param name="Values">The values, in the order of a line.</param>
internal sealed record PlannedLine(string Server, ExchangeVersion Version, string Cmdlet, string Identity, string Object, IReadOnlyList<PlannedValue> Values)
{
    /// <summary>The service; null for the Outlook provider.</summary>
    public ClientService? Service { get; init; }

    /// <summary>Whether a person runs the line, and never the script.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whether the line names its object; an organisation has one configuration, and its cmdlet takes no name.</summary>
    public bool NamesItsObject => Cmdlet != "Set-OrganizationConfig";

    private static readonly Version FirstWithMapi = new(15, 0, 847, 32);

    private static readonly Dictionary<ClientService, (string Cmdlet, string Directory)> Directories = new()
    {
        [ClientService.EWS] = ("Set-WebServicesVirtualDirectory", "EWS"),
        [ClientService.OAB] = ("Set-OabVirtualDirectory", "OAB"),
        [ClientService.ActiveSync] = ("Set-ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync"),
        [ClientService.UM] = ("Set-UMVirtualDirectory", "UnifiedMessaging"),
        [ClientService.OWA] = ("Set-OwaVirtualDirectory", "owa"),
        [ClientService.ECP] = ("Set-EcpVirtualDirectory", "ecp"),
        [ClientService.MAPI] = ("Set-MapiVirtualDirectory", "mapi"),
        [ClientService.PowerShell] = ("Set-PowerShellVirtualDirectory", "PowerShell"),
    };

    /// <summary>The lines of a plan, in order.</summary>
    public static IEnumerable<PlannedLine> Read(NamespacePlan plan)
    {
        foreach (PlannedServer server in plan.Servers)
        {
            foreach (ServiceAssignment assignment in server.Services.Where(a => a.IsActive))
            {
                yield return Of(server, assignment) with { Service = assignment.Service };
            }
        }

        if (plan.OutlookProvider is { } provider)
        {
            yield return new PlannedLine(
                string.Empty, plan.Servers.Max(s => s.Version)!, "Set-OutlookProvider", provider.Provider, "OutlookProvider\\" + provider.Provider,
                [new PlannedValue("CertPrincipalName", new[] { provider.CertPrincipalName })]);
        }

        if (plan.Servers.All(s => s.Services.Any(a => a.Service == ClientService.OWA && a.AdditionalParameters.Any(p => p.Parameter == "InternalDownloadHostName"))))
        {
            yield return new PlannedLine(
                string.Empty, plan.Servers.Max(s => s.Version)!, "Set-OrganizationConfig", "OrganizationConfig", "OrganizationConfig\\OrganizationConfig",
                [new PlannedValue("EnableDownloadDomains", true)]) { Service = ClientService.OWA };
        }

        if (plan.Hybrid == HybridUse.ModernAuthentication && plan.Servers.Max(s => s.Version)!.Product >= ExchangeProduct.Exchange2013)
        {
            yield return new PlannedLine(
                string.Empty, plan.Servers.Max(s => s.Version)!, "Set-OrganizationConfig", "OrganizationConfig", "OrganizationConfig\\OrganizationConfig",
                [new PlannedValue("OAuth2ClientProfileEnabled", true)]) { Service = ClientService.EWS, IsByHand = true };
        }
    }

    /// <summary>The services that a version has.</summary>
    public static IEnumerable<ClientService> ServicesOf(ExchangeVersion version) => Enum.GetValues<ClientService>().Where(service => service switch
    {
        ClientService.UM => version.Product == ExchangeProduct.Exchange2007,
        ClientService.ECP or ClientService.PowerShell => version.Product >= ExchangeProduct.Exchange2010,
        ClientService.MAPI => version.Build >= FirstWithMapi,
        _ => true,
    });

    public static PlannedLine Of(PlannedServer server, ServiceAssignment assignment)
    {
        (string cmdlet, string identity, string key, string inner, string outer) = assignment.Service switch
        {
            ClientService.Autodiscover => (
                server.Version.Product >= ExchangeProduct.Exchange2016 ? "Set-ClientAccessService" : "Set-ClientAccessServer",
                server.Name, "ClientAccessServer", "AutoDiscoverServiceInternalUri", "none"),
            ClientService.OutlookAnywhere when server.Version.Product <= ExchangeProduct.Exchange2010 && server.OutlookAnywhereEnabled != true => (
                "Enable-OutlookAnywhere", server.Name, Directory(server, "Rpc"), "none", "ExternalHostname"),
            ClientService.OutlookAnywhere => ("Set-OutlookAnywhere", Directory(server, "Rpc"), Directory(server, "Rpc"), "InternalHostname", "ExternalHostname"),
            var other => (Directories[other].Cmdlet, Directory(server, Directories[other].Directory), Directory(server, Directories[other].Directory), "InternalUrl", "ExternalUrl"),
        };
        List<PlannedValue> values = [];
        Add(inner, assignment.Internal);
        Add(outer, assignment.External);
        if (assignment.SiteScope is { } scope)
        {
            values.Add(new PlannedValue("AutoDiscoverSiteScope", scope.ToArray()));
        }

        values.AddRange(assignment.AdditionalParameters.Select(c => new PlannedValue(c.Parameter, c.IsBoolean ? bool.Parse(c.Values[0]) : c.Values.ToArray())));
        return new PlannedLine(server.Name, server.Version, cmdlet, identity, key, values);

        void Add(string property, UrlSetting setting)
        {
            if (setting.Action != SettingAction.Leave)
            {
                values.Add(new PlannedValue(property, setting.Action == SettingAction.Clear ? null : new[] { setting.Value! }));
            }
        }
    }

    private static string Directory(PlannedServer server, string name) => server.Name + "\\" + name + " (Default Web Site)";
}
