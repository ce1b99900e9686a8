using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>What the captured settings of one server say together.</summary>
internal sealed class ServerChecks(NamespacePlan plan, ExchangeState state, ServiceCatalog catalog)
{
    private readonly ILookup<string, CapturedService> _services = state.Services.Where(s => s.IsDefault)
        .ToLookup(s => s.Server, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, CapturedService> _autodiscover = state.AutodiscoverDirectories.ToLookup(s => s.Server,
        StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, CapturedCertificate> _certificates = state.Certificates.ToLookup(c => c.Server.Value ?? string.Empty,
        StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, CapturedServer> _servers = state.Servers.ToLookup(s => s.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SettingComparison> Check(PlannedServer server)
    {
        CapturedService[] services = [.. _services[server.Name]];
        return Version(server)
            .Concat(Protection(server))
            .Concat(Bypass(server, services))
            .Concat(Oab(server, services))
            .Concat(Certificate(server, services))
            .Concat(Autodiscover(server));
    }

    private IEnumerable<SettingComparison> Version(PlannedServer server)
    {
        if (_servers[server.Name].FirstOrDefault()?.Version is not { } actual)
        {
            yield break;
        }

        if (catalog.HaveSameLines(actual, server.Version))
        {
            if (actual.Product != server.Version.Product)
            {
                yield return Version(server, actual, SettingVerdict.Irrelevant, Findings.Information(
                    ComparisonFindingCodes.VersionDiffers, server.Name, $"The plan is for {server.Version}, and the server was captured "
                        + $"as {actual}: the lines are the same for both.",
                    "Plan with the version of the server where the findings of the plan matter too.", "1E"));
            }
        }
        else
        {
            yield return Version(server, actual, SettingVerdict.Differs, Findings.Warning(
                ComparisonFindingCodes.VersionDiffers, server.Name,
                $"The plan is for {server.Version}, but the server was captured as {actual}: the lines are in the wrong dialect.",
                "Plan again with the version of the server; $state.Servers can be piped into Get-NamespacePlan.", "1E"));
        }
    }

    private static SettingComparison Version(PlannedServer server, ExchangeVersion actual, SettingVerdict verdict, Finding finding) =>
        Row(server, "Server", "AdminDisplayVersion", verdict, server.Version.ToString(), actual.ToString(), finding);

    private IEnumerable<SettingComparison> Protection(PlannedServer server)
    {
        if (ExtendedProtectionCheck.Find(plan, server, state) is { } finding)
        {
            (SettingVerdict verdict, string current) = finding.Severity == FindingSeverity.Error
                ? (SettingVerdict.Differs, "on")
                : (SettingVerdict.Unknown, "on by default");
            yield return Row(server, "Server", "ExtendedProtection", verdict, "agrees with offloading and proxy", current, finding);
        }
    }

    private static IEnumerable<SettingComparison> Bypass(PlannedServer server, CapturedService[] services)
    {
        foreach (CapturedService ews in services.Where(s => s.Service == ClientService.EWS))
        {
            if (ews.Setting("InternalNLBBypassUrl").Value is [{ Length: > 0 } url])
            {
                yield return Row(server, nameof(ClientService.EWS), "InternalNLBBypassUrl", SettingVerdict.Extra, "(null)", url,
                    Findings.Warning(
                    ComparisonFindingCodes.BypassUrl, server.Name,
                    $"InternalNLBBypassUrl is {VisibleText.Short(url)}. It decides where servers send requests of other servers, and stays "
                        + "out of plans (KB5001779).",
                    "Clear it with Set-WebServicesVirtualDirectory -InternalNLBBypassUrl $null, unless servers behind a load balancer "
                        + "need it.", "1E"));
            }
        }
    }

    private static IEnumerable<SettingComparison> Oab(PlannedServer server, CapturedService[] services)
    {
        foreach (CapturedService oab in services.Where(s => s.Service == ClientService.OAB))
        {
            string[] urls = [
                .. new[] { oab.Internal, oab.External }.Where(u => u is { IsKnown: true, Value.Length: > 0 }).Select(u => u.Value!)];
            string[] plain = [.. urls.Where(u => !ExchangeUrl.IsHttps(u))];
            bool requiresSsl = oab.Setting("RequireSSL").Value is ["True"];
            bool othersHttps = services.Any(
                s => s.Service is ClientService.EWS or ClientService.OWA && s.Internal.Value is { } url && ExchangeUrl.IsHttps(url));
            if (plain.Length > 0 && (requiresSsl || othersHttps))
            {
                yield return Row(server, nameof(ClientService.OAB), "Scheme", SettingVerdict.Differs, "https", string.Join(", ", plain),
                    Findings.Warning(
                    ComparisonFindingCodes.OabScheme, server.Name, requiresSsl
                        ? "The offline address book has an http URL, but its directory demands SSL: downloads fail."
                        : "The offline address book is left on http while the other services use https.",
                    "Set https URLs together with -RequireSSL:$true, once the certificate is one that clients trust.", "S16"));
            }
        }
    }

    private IEnumerable<SettingComparison> Certificate(PlannedServer server, CapturedService[] services)
    {
        string[] hosts = [.. services.SelectMany(Hosts).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] planned = [.. plan.Certificates
            .Where(c => c.IsOn(server.Name))
            .SelectMany(c => c.Names)
            .Select(n => n.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (planned.Length == 0 && hosts.Length == 0)
        {
            yield break;
        }

        CapturedCertificate[] mine = [.. _certificates[server.Name]];
        CapturedCertificate[] web = [.. mine.Where(c => c.Services.Value?.Contains("IIS", StringComparer.OrdinalIgnoreCase) == true)];
        CapturedCertificate[] mail = [.. mine.Where(c => c.Services.Value?.Contains("SMTP", StringComparer.OrdinalIgnoreCase) == true)];
        bool isKnown = mine.Length > 0 && mine.All(c => c.Services.IsKnown) && web.Concat(mail).All(c => c.CertificateDomains.IsKnown);
        if (!isKnown)
        {
            yield return Row(server, "Certificate", "Names", SettingVerdict.Unknown, Listed(planned), "(not captured)", null);
            yield break;
        }

        string[] names = [.. web.SelectMany(c => c.CertificateDomains.Value!)];
        string[] mailNames = [.. mail.SelectMany(c => c.CertificateDomains.Value!)];
        string[] uncovered = [.. planned.Where(p => !Has(names, p))];
        string[] lacking = [.. uncovered.Where(p => !(IsForMailAlone(server, p) && Has(mailNames, p)))];
        string[] found = uncovered.Length == lacking.Length ? names
            : [.. names.Concat(mailNames).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (planned.Length > 0)
        {
            yield return Row(server, "Certificate", "Names", lacking.Length == 0 ? SettingVerdict.Equal : SettingVerdict.Missing,
                Listed(planned), Listed(found), lacking.Length == 0 ? null : Findings.Warning(
                ComparisonFindingCodes.CertificateNameMissing, server.Name,
                $"The certificate of the web server lacks {NameList.Describe(lacking)} of the plan.",
                "Install the certificate that New-SanCertificateRequest requests for the plan.", "S8", lacking));
        }

        string[] bare = [.. hosts.Where(h => !CertificateNameMatcher.Covers(names, h))];
        if (bare.Length > 0)
        {
            yield return Row(server, "Certificate", "UncoveredHosts", SettingVerdict.Extra, Listed([]), Listed(bare), Findings.Warning(
                ComparisonFindingCodes.HostNotCovered, server.Name,
                $"The certificate of the web server does not cover {string.Join(", ", bare.Select(VisibleText.Short))}, which "
                    + (bare.Length == 1 ? "is" : "are") + " configured there.",
                "Install a certificate with these names, or change the URLs; New-SanCertificateRequest lists the names of the plan.", "S8",
                bare));
        }
    }

    private static bool Has(string[] names, string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase) || CertificateNameMatcher.Covers(names, name);

    /// <summary>Such a name may stand on a certificate of its own that only SMTP uses.</summary>
    private bool IsForMailAlone(PlannedServer server, string name) =>
        (name == plan.MailHost?.Value || name == plan.Mail?.SendingHost.Value)
        && !server.Services.SelectMany(s => new[] { s.Internal.Value, s.External.Value }).OfType<string>()
            .Any(v => v == name || ExchangeUrl.HostOf(v) == name);

    private static string Listed(string[] names) => names.Length == 0 ? Captured.Null<string>().ToString() : string.Join(", ", names);

    private IEnumerable<string> Hosts(CapturedService service)
    {
        bool behindProxy = plan.ReverseProxy == ReverseProxyStrategy.SeparateCertificate;
        foreach (Captured<string> value in behindProxy ? [service.Internal] : new[] { service.Internal, service.External })
        {
            if (value is not { IsKnown: true, Value.Length: > 0 })
            {
                continue;
            }

            if (service.Service == ClientService.OutlookAnywhere)
            {
                yield return ExchangeUrl.NormaliseHost(value.Value!);
            }
            else if (ExchangeUrl.IsHttps(value.Value!) && ExchangeUrl.HostOf(value.Value!) is { } host)
            {
                yield return host;
            }
        }

        foreach (string host in DownloadDomains.HostParameters.Select(p => service.Setting(p).Value).Where(v => v is [{ Length: > 0 }])
            .Select(v => v![0]))
        {
            yield return ExchangeUrl.NormaliseHost(host);
        }
    }

    private IEnumerable<SettingComparison> Autodiscover(PlannedServer server)
    {
        foreach (CapturedService directory in _autodiscover[server.Name])
        {
            string[] urls = [
                .. new[] { directory.Internal, directory.External }.Where(u => u is { IsKnown: true, Value.Length: > 0 })
                    .Select(u => u.Value!)];
            if (urls.Length > 0)
            {
                yield return Row(server, "AutodiscoverDirectory", "Url", SettingVerdict.Irrelevant, "(null)", string.Join(", ", urls),
                    Findings.Information(
                    ComparisonFindingCodes.AutodiscoverDirectory, server.Name,
                    "The Autodiscover virtual directory has URLs. No client reads them; what counts is the service connection point.",
                    "Leave them alone.", "S6"));
            }
        }
    }

    private static SettingComparison Row(PlannedServer server, string service, string setting, SettingVerdict verdict, string planned,
        string current, Finding? finding) =>
        SettingComparison.Of(server.Name, service, setting, verdict, planned, current, finding);
}
