using System;

namespace ExchangeNamespace.StandIn.State;

/// <summary>Fills a state with what setup leaves behind.</summary>
internal static class Installation
{
    /// <summary>Objects of the organisation.</summary>
    public static void Prepare(StandInState state)
    {
        foreach (string provider in (string[])["EXCH", "EXPR", "WEB"])
        {
            Named(state.Organization, "OutlookProvider", provider)["CertPrincipalName"] = null;
        }

        StandInObject organization = Named(state.Organization, "OrganizationConfig", "OrganizationConfig");
        organization["MapiHttpEnabled"] = false;
        organization["EnableDownloadDomains"] = false;
        organization["OAuth2ClientProfileEnabled"] = false;
    }

    /// <summary>A server written <c>name</c>, <c>name.domain</c> or <c>name.domain@site</c>, with its default objects.</summary>
    public static StandInContainer AddServer(StandInState state, string text, StandInVersion version)
    {
        string[] parts = text.Split('@');
        string fqdn = parts[0];
        StandInContainer server = state.AddServer(fqdn.Split('.')[0], fqdn, parts.Length > 1 ? parts[1] : "Default-First-Site-Name");
        string host = version.Is2007 ? server.Name : server.Fqdn;
        foreach (DefaultDirectory directory in DefaultDirectory.For(version))
        {
            var item = new StandInVirtualDirectory(directory.Kind, server.Name, directory.Name);
            string owner = directory.Kind == "PowerShellVirtualDirectory" ? server.Fqdn : host;
            item["InternalUrl"] = directory.Path is null ? null : new Uri(directory.SchemeFor(version) + "://" + owner + directory.Path);
            item["ExternalUrl"] = null;
            if (directory.Kind == "MapiVirtualDirectory")
            {
                item["IISAuthenticationMethods"] = new[] { "Ntlm", "OAuth", "Negotiate" };
            }

            server.Add(item);
        }

        if (version.HasPermanentOutlookAnywhere)
        {
            StandInObject rpc = server.Add(new StandInVirtualDirectory("OutlookAnywhere", server.Name, DefaultDirectory.OutlookAnywhere));
            rpc["ExternalHostname"] = null;
            rpc["InternalHostname"] = server.Fqdn;
            rpc["ExternalClientAuthenticationMethod"] = "Negotiate";
            rpc["InternalClientAuthenticationMethod"] = "Ntlm";
            rpc["IISAuthenticationMethods"] = new[] { "Basic", "Ntlm", "Negotiate" };
            rpc["SSLOffloading"] = !version.HasExtendedProtection;
            rpc["InternalClientsRequireSsl"] = version.HasExtendedProtection;
            rpc["ExternalClientsRequireSsl"] = version.HasExtendedProtection;
        }

        StandInObject access = Role(server, "ClientAccessServer");
        access["AutoDiscoverServiceInternalUri"] = new Uri("https://" + host + "/Autodiscover/Autodiscover.xml");
        access["AutoDiscoverSiteScope"] = new[] { server.Site };
        foreach (string role in (string[])["ExchangeServer", "TransportServer", "MailboxServer", "RpcClientAccess", "FrontendTransportService"])
        {
            Role(server, role)["Fqdn"] = server.Fqdn;
        }

        server["ExchangeServer"]["AdminDisplayVersion"] = version.AdminDisplayVersion;
        server["ExchangeServer"]["Site"] = "contoso.com/Configuration/Sites/" + server.Site;
        ReceiveConnectors.Add(server, version);
        return server;
    }

    /// <summary>A named object of the organisation.</summary>
    public static StandInObject Named(StandInContainer organization, string kind, string name) =>
        organization.Add(new StandInObject(kind, string.Empty, name, name, kind + "\\" + name));

    private static StandInObject Role(StandInContainer server, string kind) =>
        server.Add(new StandInObject(kind, server.Name, server.Name, server.Name, kind));
}
