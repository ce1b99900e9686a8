using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>What must be known before a migration begins.</summary>
internal static class MigrationRules
{
    private const string Rule = "1E";

    /// <summary>The findings of all hops, errors first, each once.</summary>
    public static IReadOnlyList<Finding> Check(MigrationInput input, IReadOnlyList<HopContext> hops) =>
    [
        .. hops.SelectMany(h => Versions(h.Hop).Concat(Forest(input, h.Hop)).Concat(Names(h)).Concat(Surroundings(input, h)))
            .Concat(Captured(input)).Concat(Missing(input))
            .GroupBy(f => (f.Code, f.Subject)).Select(g => g.First())
            .OrderByDescending(f => f.Severity).ThenBy(f => f.Code, StringComparer.Ordinal),
    ];

    /// <summary>Whether a captured connector leads to Exchange Online.</summary>
    public static bool IsHybrid(ExchangeState? state) =>
        state?.SendConnectors.Any(c => c.CloudServicesMailEnabled is { IsKnown: true, Value: true }) == true;

    private static IEnumerable<Finding> Versions(Hop hop)
    {
        foreach ((PlannedServer server, KnownRelease minimum, bool? reached) in MinimumUpdates.Of(hop))
        {
            if (reached == false)
            {
                yield return Findings.Warning(MigrationFindingCodes.BelowMinimum, server.Name,
                    $"{server.Name} has {server.Version}; beside {Text(hop)} every {Product(server)} needs {minimum} or later, or setup "
                        + "stops.",
                    "The migration has a step that updates it first.", Rule);
            }
            else if (reached is null)
            {
                yield return Findings.Information(MigrationFindingCodes.MinimumUnknown, server.Name,
                    $"Whether {server.Name} has {minimum} cannot be told from {server.Version}: rollups do not show in it.",
                    "The migration has a step that looks at the build of ExSetup.exe. State the update with the server where it is "
                        + "known.", Rule);
            }
        }

        foreach (VersionPair pair in Pairs(hop).Where(p => p.AnnouncedRefusal is not null))
        {
            yield return Findings.Warning(MigrationFindingCodes.RefusalAnnounced, ExchangeVersionReader.ProductText(pair.Old),
                $"{pair.AnnouncedRefusal}, will refuse to install beside {ExchangeVersionReader.ProductText(pair.Old)}. The dates of "
                    + "updates have slid "
                    + "before.", $"Finish the removal of {ExchangeVersionReader.ProductText(pair.Old)} before that update is "
                    + "needed.", Rule);
        }

        foreach (ExchangeVersion version in hop.Added.Select(s => s.Version).Distinct())
        {
            if (SupportCalendar.Of(version.Product) is { } calendar && hop.To.AsOf > calendar.ExtendedEnd)
            {
                yield return Findings.Warning(MigrationFindingCodes.OutOfSupport, version.ToString(),
                    $"Exchange {ExchangeVersionReader.ProductText(version.Product)} is out of support since "
                        + $"{DayText.Of(calendar.ExtendedEnd)}: as a "
                        + "stop on the way it works, and it gets no updates.",
                    "Keep the time short until the next hop.", Rule);
            }

            if (version.IsProductOnly && Pairs(hop).Any(p => p.New == version.Product && p.RefusedFrom is not null))
            {
                VersionPair pair = Pairs(hop).First(p => p.New == version.Product && p.RefusedFrom is not null);
                yield return Findings.Warning(MigrationFindingCodes.LevelMatters, version.ToString(),
                    $"{pair.RefusedFrom} and later refuse to install beside {ExchangeVersionReader.ProductText(pair.Old)}, and the plan "
                        + "names no update.",
                    "Name the update of the new servers in the plan: " + pair.RefusedWay + ".", Rule);
            }
        }
    }

    private static IEnumerable<Finding> Forest(MigrationInput input, Hop hop)
    {
        foreach (ForestRequirement row in hop.Arriving.Select(ForestRequirement.Of).OfType<ForestRequirement>().Distinct()
            .OrderByDescending(r => r.Level).Take(1))
        {
            if (input.ForestLevel is null)
            {
                yield return Findings.Warning(MigrationFindingCodes.ForestLevelUnknown, row.From.Product,
                    $"Exchange {row.From.Product} wants a forest of {row.Level} or later, and its level was not stated.",
                    "Give -ForestFunctionalLevel what (Get-ADForest).ForestMode shows.", Rule);
            }
            else if (input.ForestLevel < row.Level)
            {
                yield return Findings.Error(MigrationFindingCodes.ForestLevelTooLow, row.From.Product,
                    $"Exchange {row.From.Product} wants a forest of {row.Level} or later, and it is {input.ForestLevel}: setup stops.",
                    "Raise the level first; every domain controller must run a Windows that knows it.", Rule);
            }
        }
    }

    private static IEnumerable<Finding> Names(HopContext context)
    {
        Hop hop = context.Hop;
        string[] changed = [.. context.Moves.Where(m => m.Kind is NameMoveKind.New or NameMoveKind.Retired).Select(m => m.Name.Value)
            .Distinct()];
        if (changed.Length > 0 && hop.Arriving.Any())
        {
            yield return Findings.Warning(MigrationFindingCodes.NamesChange, hop.To.ExternalHost.Value,
                $"Names change together with the version: {NameList.Describe(changed)}.",
                "Change names in a hop of their own, before or after; together only where the new servers stand in another site.", "S8",
                    changed);
        }

        if (LegacyName.Sites(hop).Any(s => LegacyName.Of(hop, s) is null))
        {
            yield return Findings.Error(MigrationFindingCodes.LegacyHostMissing, hop.To.ExternalHost.Value,
                "Clients with a mailbox on 2007 are sent away from the shared names, and no plan says where to.",
                $"Give the target plan -LegacyHost, for example legacy.{hop.To.ExternalZone}.", "S30");
        }

        string[] open = [.. context.Moves.Where(m => m.Kind != NameMoveKind.Pool && !m.IsAddressKnown).Select(m => m.Name.Value)
            .Distinct()];
        if (open.Length > 0)
        {
            yield return Findings.Information(MigrationFindingCodes.AddressUnknown, NameList.Describe(open),
                "The plans do not state their addresses: the record is planned to change.",
                "State the addresses in both plans. Where they are the same, the servers behind them change one by one instead.", "S2",
                    open);
        }

        if (context.LowTimeToLive.Count > 0 && context.Input.TimeToLive is null)
        {
            yield return Findings.Information(MigrationFindingCodes.TimeToLiveAssumed, hop.To.ExternalHost.Value,
                "The time to live of the records was not stated: the wait after it is lowered is one day.",
                "Give -TimeToLive the longest of the records that move.", "S2");
        }

        if (hop.To.MailHost is { } mail && context.Moves.Any(m => m.Name.Equals(mail)) && Clients(hop.To).Contains(mail.Value))
        {
            yield return Findings.Warning(MigrationFindingCodes.MailHostShared, mail.Value,
                "Clients and mail from the Internet have one name: port 25 moves with its address.",
                "Have the receive connector and the firewall rule of the new servers ready before, or give mail a name of its own.", "S41");
        }
    }

    private static IEnumerable<Finding> Surroundings(MigrationInput input, HopContext context)
    {
        Hop hop = context.Hop;
        string[] protects = [.. hop.Added.Concat(hop.Changed.Select(c => c.After)).Where(s =>
            s.Version.Build >= ExchangeBuilds.Exchange2019Cu14
            || (s.Version.IsProductOnly && s.Version.Product == ExchangeProduct.Exchange2019)).Select(s => s.Name)];
        bool bridges = hop.To.ReverseProxy != ReverseProxyStrategy.None;
        string[] kept = [.. hop.Changed.Where(c => input.State?.Servers.FirstOrDefault(s => string.Equals(s.Name, c.Before.Name,
            StringComparison.OrdinalIgnoreCase))?.ExtendedProtection is { IsKnown: true, Value: true }).Select(c => c.Before.Name)];
        protects = [.. protects.Except(kept)];
        bool folders = hop.From.Servers.Any(s => s.Version.Product == ExchangeProduct.Exchange2013);
        if (protects.Length > 0)
        {
            yield return Findings.Warning(MigrationFindingCodes.ExtendedProtection, protects,
                "Setup of 2019 CU14 and SE switches Extended Protection on and the SSL offloading of Outlook Anywhere off. A balancer that "
                    + "offloads breaks NTLM clients at that moment"
                    + (bridges ? ", and one that bridges must show the same certificate as the servers." : ".")
                    + (folders ? " Public folders on 2013 cannot be used with it." : string.Empty),
                folders ? "Run setup with /DoNotEnableEP, and switch it on when 2013 is gone."
                    : bridges ? "End offloading, and give proxy and servers one certificate."
                    : "End offloading on every balancer before the installation; bridging needs the certificate of the servers.", Rule);
        }

        if (hop.BringsProduct && hop.Newest!.Product >= ExchangeProduct.Exchange2016
            && hop.From.Servers.All(s => s.Version.Product < ExchangeProduct.Exchange2013))
        {
            yield return Findings.Information(MigrationFindingCodes.MapiSwitchedOn, hop.Newest.ToString(),
                "Setup switches MAPI over HTTP on for the organisation, because no 2013 was there.",
                "The steps give every new server its URLs and certificate before a name leads to it; let the balancer pass /mapi.", "S13");
        }

        foreach (ChangedServer alone in hop.Changed.Where(c => !hop.From.Servers.Any(s => s.Name != c.Before.Name
            && string.Equals(s.Site, c.Before.Site, StringComparison.OrdinalIgnoreCase)
            && NameOwners.Proxies(s.Version))))
        {
            yield return Findings.Warning(MigrationFindingCodes.NoServiceWhileUpgraded, alone.Before.Name,
                $"No other server of its site answers under its names: while {alone.Before.Name} is upgraded, clients have no service.",
                "Choose a time for it, or install a second server first.", "S8");
        }

        foreach (Finding finding in input.State is { } state ? Known(state, hop) : [])
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Known(ExchangeState state, Hop hop)
    {
        HashSet<string> hosts = [.. Clients(hop.From)];
        foreach (CapturedClientAccessArray array in state.ClientAccessArrays.Where(a => a.Fqdn.Value is { } name
            && (hosts.Contains(name.ToLowerInvariant()) || hop.From.DnsRecords.Any(r => r.View == DnsView.External
                && string.Equals(r.Name.Value, name, StringComparison.OrdinalIgnoreCase)))))
        {
            yield return Findings.Warning(MigrationFindingCodes.ArrayAmbiguous, array.Fqdn.Value!,
                "The client access array has a name of the web services, or one that resolves outside: Outlook outside waits for it, and "
                    + "at the cut-over Outlook inside loses its way to mailboxes on 2010.",
                "Give the array a name of its own that resolves inside only, and let profiles follow, before the names move.", "S2");
        }

        if (IsHybrid(state))
        {
            yield return Findings.Information(MigrationFindingCodes.Hybrid, hop.To.ExternalHost.Value,
                "A captured connector leads to Exchange Online: what Exchange Online holds of this organisation is not in the capture.",
                "Run the Hybrid Configuration Wizard again after the cut-over, and check endpoints and connectors there.", Rule);
        }
    }

    private static IEnumerable<Finding> Captured(MigrationInput input)
    {
        if (input.State is null)
        {
            yield return Findings.Information(MigrationFindingCodes.NotCaptured, input.Present.ExternalHost.Value,
                "No captured settings were given: connectors are not known, and what takes a step back has the values of the plan alone.",
                "Run the script of Export-StateCaptureScript, and give -State what Import-ExchangeState reads.", "S14");
        }
    }

    /// <summary>Settings of another organisation, or of a part of this one, would be taken for those of all servers.</summary>
    private static IEnumerable<Finding> Missing(MigrationInput input)
    {
        if (input.State is not { } state || state.Servers.Count == 0)
        {
            yield break;
        }

        string[] missing = [.. input.Present.Servers.Select(s => s.Name)
            .Except(state.Servers.Select(s => s.Name), StringComparer.OrdinalIgnoreCase)];
        if (missing.Length > 0)
        {
            yield return Findings.Warning(MigrationFindingCodes.ServerNotCaptured, missing,
                $"The captured settings have no server {NameList.Describe(missing)}: its connectors, URLs and certificates are not in "
                    + "the lines.",
                "Capture every server of the present plan, and see that the capture is of this organisation.", "S14");
        }
    }

    private static IEnumerable<string> Clients(NamespacePlan plan) => plan.Servers.SelectMany(s => s.Services)
        .SelectMany(a => new[] { a.Internal.Value, a.External.Value }).OfType<string>().Select(HostText.Of).Distinct();

    private static IEnumerable<VersionPair> Pairs(Hop hop) => hop.Arriving.Select(v => v.Product).Distinct()
        .SelectMany(p => hop.From.Servers.Select(s => s.Version.Product).Distinct().Where(o => o < p).Select(o => VersionPairs.Find(o, p)))
        .OfType<VersionPair>();

    private static string Product(PlannedServer server) => ExchangeVersionReader.ProductText(server.Version.Product);

    private static string Text(Hop hop) => string.Join(" and ", hop.Arriving.Distinct());
}
