using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// Where the captured Extended Protection of a server stands against its SSL offloading, or against what the plan asks for.
/// </summary>
internal static class ExtendedProtectionCheck
{
    private const string Offloading = "SSLOffloading";
    private const string Rule = "S27";

    public static Finding? Find(NamespacePlan plan, PlannedServer server, ExchangeState state)
    {
        bool? captured = state.ShowsExtendedProtection(server.Name) ? true : null;
        ExchangeVersion version = state.FindServer(server.Name)?.Version ?? server.Version;
        if (!ExtendedProtection.IsTakenAsOn(version, captured))
        {
            return null;
        }

        string reason = captured == true ? "Extended Protection is on there" : "setup of its version switches Extended Protection on";
        if (captured == true && !ExtendedProtection.Allows(plan.ReverseProxy))
        {
            return Create(captured, server, "The plan has separate certificates on proxy and servers, and " + reason + ": Windows "
                + "authentication through the proxy fails.",
                "Plan with -ReverseProxy SharedCertificate.");
        }

        if (captured == true && Planned(server) is true)
        {
            return Create(captured, server, "The plan switches SSL offloading on, and " + reason + ": Outlook and mobile devices are "
                + "locked out.",
                "Plan again from $state.Servers, without -SslOffloading.");
        }

        CapturedService? outlookAnywhere = state.Find(server.Name, ClientService.OutlookAnywhere);
        bool isOffloading = outlookAnywhere?.Setting(Offloading).Value is [{ } value] && IsTrue(value);
        return isOffloading && Planned(server) is not false
            ? Create(captured, server, "SSL offloading of Outlook Anywhere was captured as on, and " + reason + ": the two exclude each "
                + "other.",
                "Plan with -SslOffloading $false, or find out with ExchangeExtendedProtectionManagement.ps1 -ShowExtendedProtection "
                    + "whether it is off.")
            : null;
    }

    private static bool? Planned(PlannedServer server) => server.Services
        .SelectMany(s => s.AdditionalParameters)
        .Where(c => string.Equals(c.Parameter, Offloading, StringComparison.OrdinalIgnoreCase))
        .Select(c => (bool?)IsTrue(c.Values[0]))
        .FirstOrDefault();

    private static bool IsTrue(string text) => string.Equals(text, bool.TrueString, StringComparison.OrdinalIgnoreCase);

    private static Finding Create(bool? captured, PlannedServer server, string message, string remedy) => captured == true
        ? Findings.Error(ComparisonFindingCodes.ExtendedProtectionContradicted, server.Name, message, remedy, Rule)
        : Findings.Warning(ComparisonFindingCodes.ExtendedProtectionContradicted, server.Name, message, remedy, Rule);
}
