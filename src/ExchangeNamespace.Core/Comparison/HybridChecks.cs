using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>What a hybrid organisation needs, judged where captured settings show one.</summary>
internal static class HybridChecks
{
    private static readonly string[] MethodNames = ["InternalAuthenticationMethods", "ExternalAuthenticationMethods"];

    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state) =>
        (HybridState.IsFound(state)
            ? HybridConnectorChecks.Check(plan, state).Concat(PublicName(state)).Concat(Builds(state)) : [])
            .Concat(Switch(plan, state)).Concat(OAuth(state));

    private static IEnumerable<SettingComparison> Switch(NamespacePlan plan, ExchangeState state)
    {
        if (ModernAuthentication.IsWanted(plan))
        {
            yield return SettingComparison.OfSwitch(ModernAuthentication.Switch, state.Organization?.OAuth2ClientProfileEnabled ?? default);
        }
    }

    /// <summary>
    /// Clients that are sent to modern authentication come back with a token. Microsoft asks for OAuth on MAPI, EWS, the address book and
    /// Autodiscover (learn.microsoft.com, Hybrid Modern Authentication); the directory of ActiveSync has no such switch.
    /// </summary>
    private static IEnumerable<SettingComparison> OAuth(ExchangeState state)
    {
        if (state.Organization is not { OAuth2ClientProfileEnabled: { IsKnown: true, Value: true } })
        {
            yield break;
        }

        foreach (CapturedService directory in state.Services.Where(s => s.IsDefault
            && s.Service is ClientService.MAPI or ClientService.EWS or ClientService.OAB).Concat(state.AutodiscoverDirectories))
        {
            bool isOld = state.FindServer(directory.Server)?.Version is { } version && version.Product < ExchangeProduct.Exchange2013;
            foreach (string name in isOld ? [] : MethodNames)
            {
                Captured<IReadOnlyList<string>> methods = directory.Setting(name);
                bool has = methods.Value?.Contains("OAuth", StringComparer.OrdinalIgnoreCase) == true;
                yield return SettingComparison.Of(directory.Server, directory.Service.ToString(), name,
                    !methods.IsCaptured ? SettingVerdict.Unknown : has ? SettingVerdict.Equal : SettingVerdict.Missing, "OAuth",
                    methods.ToString(), !methods.IsCaptured || has ? null : Findings.Warning(ComparisonFindingCodes.OAuthMissing,
                        directory.Server,
                        $"OAuth2ClientProfileEnabled is on, and {directory.Service} does not take OAuth: clients that come with a "
                            + "token are refused.", Remedy(directory.Service), "S13"));
            }
        }
    }

    private static string Remedy(ClientService service) => service switch
    {
        ClientService.MAPI => "Add OAuth with Set-MapiVirtualDirectory -IISAuthenticationMethods, beside the methods that are there.",
        ClientService.EWS => "Set-WebServicesVirtualDirectory -OAuthAuthentication:$true",
        ClientService.OAB => "Set-OabVirtualDirectory -OAuthAuthentication:$true",
        ClientService.Autodiscover => "Set-AutodiscoverVirtualDirectory -OAuthAuthentication:$true",
        ClientService.OutlookAnywhere or ClientService.ActiveSync or ClientService.UM or ClientService.OWA or ClientService.ECP
            or ClientService.PowerShell or _ => throw ClosedSet.Outside(service),
    };

    /// <summary>Free/busy and moves of mailboxes come to the external URL of EWS.</summary>
    private static IEnumerable<SettingComparison> PublicName(ExchangeState state)
    {
        const string Setting = "ExternalUrl for Exchange Online";
        const string Planned = "a public host";
        const string Rule = "S8";
        CapturedService[] directories = [.. state.Services.Where(s => s.IsDefault && s.Service == ClientService.EWS)];
        string[] hosts = [.. directories.Select(d => d.External.Value is { Length: > 0 } url ? ExchangeUrl.HostOf(url) : null)
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        bool isPublic = hosts.Any(h => Fqdn.TryParse(h, "host", out Fqdn? host, out _) && TopLevelDomains.IsDelegated(host.TopLevelDomain));
        bool isKnown = isPublic || (directories.Length > 0 && directories.All(d => d.External.IsCaptured));
        yield return !isKnown
            ? SettingComparison.Of(SettingComparison.Organization, nameof(ClientService.EWS), Setting, SettingVerdict.Unknown, Planned,
                "(not captured)", null, Rule)
            : SettingComparison.Of(SettingComparison.Organization, nameof(ClientService.EWS), Setting,
            isPublic ? SettingVerdict.Equal : SettingVerdict.Missing, Planned,
            hosts.Length == 0 ? Captured.Null<string>().ToString() : string.Join(", ", hosts), isPublic ? null : Findings.Warning(
            ComparisonFindingCodes.NoPublicWebServices, SettingComparison.Organization,
            "No directory of EWS has an external URL with a public host: Exchange Online has no way to free/busy and to the moves of "
                + "mailboxes.",
            "Give EWS an external host that the Internet resolves, publish 443 without sign-in in front of it, and put the host and "
                + "autodiscover of each hybrid mail domain on the certificate.", Rule), Rule);
    }

    /// <summary>The last server before Exchange Online counts: the servers of the connectors, or all where these are not known.</summary>
    private static IEnumerable<SettingComparison> Builds(ExchangeState state)
    {
        string[] senders = [.. HybridState.SendConnectors(state).SelectMany(c => c.SourceServers ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (CapturedServer server in state.Servers.Where(
            s => s.Version is not null && (senders.Length == 0 || senders.Contains(s.Name, StringComparer.OrdinalIgnoreCase))))
        {
            (SettingVerdict verdict, string planned) = MailEnforcement.Judge(server.Version!);
            yield return SettingComparison.Of(server.Name, "Server", "Build for mail to Exchange Online", verdict, planned,
                server.Version!.Build.ToString(), MailEnforcement.Finding(server.Name, server.Version, verdict));
        }
    }
}
