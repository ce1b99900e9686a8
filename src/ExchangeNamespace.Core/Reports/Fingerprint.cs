using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports;

/// <summary>The SHA-256 of an input, by which two reports can be told to be made of the same.</summary>
internal static class Fingerprint
{
    private const string Separator = "\u001F";

    /// <summary>Of a text, as UTF-8.</summary>
    public static string Of(string text)
    {
        using SHA256 algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text))
            .Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Of results, in their order.</summary>
    public static string Of(IEnumerable<ReportResult> results) => Of(string.Join("\n",
        results.Select(r => string.Join(Separator, r.Check, r.Subject, r.Outcome, r.Message, r.Remedy, r.Rule))));

    /// <summary>Of what a report shows of a calendar: phases and days, no names.</summary>
    public static string Of(IEnumerable<CalendarEntry> calendar) => Of(string.Join("\n", calendar.Select(
        e => Row(e.Kind, e.Step?.Hop ?? 0, e.Step?.Phase.ToString() ?? string.Empty, e.Begin.UtcTicks, e.End.UtcTicks))));

    /// <summary>Of captured servers, services, certificates and connectors, in any order.</summary>
    public static string Of(ExchangeState state) => Of(string.Join("\n", new[]
    {
        state.Kinds.Select(k => "kind" + Separator + k),
        state.Servers.Select(s => Row("server", s.Name, s.Fqdn, s.Site, s.AdminDisplayVersion, s.Roles)),
        state.Services.Concat(state.AutodiscoverDirectories).Select(s => Row(
            "service", s.Server, s.Service, s.Identity, s.Internal, s.External, s.SiteScope, Settings(s))),
        state.Certificates.Select(c => Row("certificate", c.Server, c.Thumbprint, c.Subject, c.Services)),
        state.ReceiveConnectors.Select(c => Row("receive", c.Identity, c.Fqdn, c.Bindings, c.TlsCertificateName, c.AuthMechanism)),
        state.SendConnectors.Select(c => Row("send", c.Identity, c.Fqdn, c.AddressSpaces, c.SourceTransportServers)),
        state.AcceptedDomains.Select(d => Row("domain", d.Name, d.DomainName, d.DomainType)),
    }.SelectMany(r => r).OrderBy(r => r, StringComparer.Ordinal)));

    private static string Settings(CapturedService service) => string.Join(Separator,
        service.Settings.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + "=" + p.Value));

    private static string Row(params object[] values) => string.Join(Separator, values);
}
