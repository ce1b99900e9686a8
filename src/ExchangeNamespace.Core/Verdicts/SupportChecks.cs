using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>Whether the products of the servers are still supported.</summary>
internal static class SupportChecks
{
    private const string Rule = "S63";

    /// <summary>A result for each server: as captured where it was, else as planned.</summary>
    public static IEnumerable<NamespaceCheckResult> Of(CheckMaterial material)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        return Servers(material).Where(s => seen.Add(s.Name)).Select(s =>
            NamespaceCheckResult.Of(NamespaceCheck.BuildSupport, s.Name, [], Judge(s.Version, material.Now)));
    }

    private static IEnumerable<(string Name, ExchangeVersion? Version)> Servers(CheckMaterial material)
    {
        foreach (CapturedServer server in material.State?.Servers ?? [])
        {
            yield return (server.Name, server.Version);
        }

        foreach (PlannedServer server in material.Plan?.Servers ?? [])
        {
            yield return (server.Name, server.Version);
        }
    }

    private static CheckSummary Judge(ExchangeVersion? version, DateTime now)
    {
        if (version is null)
        {
            return CheckSummary.Unknown("The version of the server was not captured, or the catalogue does not have it.",
                "Capture Get-ExchangeServer, or ask Get-ExchangeBuild about the version.", Rule);
        }

        SupportCalendar calendar = SupportCalendar.Of(version.Product);
        string product = "Exchange " + ExchangeVersionReader.ProductText(version.Product);
        string end = DayText.Of(calendar.ExtendedEnd);
        return calendar.On(now) == SupportState.OutOfSupport
            ? CheckSummary.Warning($"{product} is out of support since {end}: no security update comes any more.",
                "Plan the move to a product that is supported.", Rule)
            : CheckSummary.Passed($"{product} is supported until {end}.");
    }
}
