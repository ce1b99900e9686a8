using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What setup leaves behind: the full name of the server everywhere, and a certificate that it signed itself (S7).</summary>
internal static class SetupDefaults
{
    public static SimulatedServer Server(ServerChange change, PlannedServer? planned, Fqdn? domain)
    {
        string host = NameTable.Key(ServerFqdn.Of(change.Fqdn ?? planned?.Fqdn, change.Server, domain)?.Value ?? change.Server);
        SimulatedServer server = new()
        {
            Name = change.Server,
            Host = host,
            Site = change.Site,
            Version = change.After!,
            InternetFacing = planned?.InternetFacing ?? true,
            IsFresh = true,
            IsGuarded = true,
        };
        Apply(server);
        ShownCertificate own = new(null, host == NameTable.Key(change.Server) ? [change.Server] : [change.Server, host], IsTrusted: false);
        server.Web = own;
        server.Mail = own;
        return server;
    }

    /// <summary>The URLs of every service that the version has.</summary>
    private static void Apply(SimulatedServer server)
    {
        foreach (ServiceDefinition definition in ServiceCatalog.Definitions)
        {
            if (ServiceCatalog.Default.Find(definition.Service, server.Version) is null)
            {
                continue;
            }

            string url = Url(definition, server.Host);
            if (definition.Service == ClientService.Autodiscover)
            {
                server.ConnectionPoint = Captured.Known(url);
                server.Scope = Captured.Known<IReadOnlyList<string>>([server.Site]);
            }
            else if (definition.Service == ClientService.OutlookAnywhere && server.Product < ExchangeProduct.Exchange2013)
            {
                server.OutlookAnywhereEnabled = false;
            }
            else
            {
                server.Urls[definition.Service] = new SimulatedUrls(Captured.Known(url), Captured.Null<string>());
            }
        }
    }

    /// <summary>The URL of a service under the server's own name.</summary>
    public static string Url(ServiceDefinition definition, string host) =>
        definition.Path.Length == 0 ? host : definition.Scheme + "://" + host + definition.Path;
}
