using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What an endpoint is asked for and must cover.</summary>
internal static class EndpointNeeds
{
    /// <summary>The hosts that clients in a view reach by https, each with the port.</summary>
    public static IEnumerable<string> Hosts(NamespacePlan plan, DnsView view, int port) =>
        Hosts(plan, view).Select(host => $"{host}:{port}");

    /// <summary>The hosts that clients in a view reach by https.</summary>
    public static IEnumerable<string> Hosts(NamespacePlan plan, DnsView view) => plan.Servers
        .SelectMany(s => s.Services)
        .Where(a => a.Service != ClientService.PowerShell)
        .Select(a => view == DnsView.Internal ? a.Internal.Value : a.External.Value)
        .OfType<string>()
        .Select(HostText.Of)
        .Concat(plan.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Where(n => n.StartsWith("autodiscover.",
            StringComparison.OrdinalIgnoreCase)))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The one planned certificate that has a name; null for several or none.</summary>
    public static PlannedCertificate? Fitting(NamespacePlan plan, string name)
    {
        PlannedCertificate[] fitting = [
            .. plan.Certificates.Where(c => CertificateNameMatcher.Covers([.. c.Names.Select(n => n.Name)], name))];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    /// <summary>
    /// All hosts of the planned certificate that has the name asked for. A mail server, and a name that several certificates have or none,
    /// must cover that name.
    /// </summary>
    public static CertificateNeeds Of(NamespacePlan plan, EndpointQuestion question)
    {
        string name = question.ServerName ?? plan.ExternalHost.Value;
        return !question.StartTls && Fitting(plan, name) is { } fitting
            && CertificateNeeds.TryOf(plan, fitting.InstallOn[0], out CertificateNeeds? needs, out _)
            ? needs : CertificateNeeds.Of([name]);
    }
}
