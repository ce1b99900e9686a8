using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Whether the last step leaves what the target plan says.</summary>
internal static class TargetJudge
{
    public static IEnumerable<Judgement> Of(Moment moment, NamespacePlan target)
    {
        HashSet<string> wanted = new(target.Servers.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        foreach (SimulatedServer extra in moment.Servers.Values.Where(s => s.IsInstalled && !wanted.Contains(s.Name)))
        {
            yield return Bad(extra.Name, $"{extra.Name} is still installed, and the target plan does not have it.", "S30");
        }

        foreach (PlannedServer planned in target.Servers)
        {
            if (moment.Find(planned.Name) is not { IsInstalled: true } server)
            {
                yield return Bad(planned.Name, $"{planned.Name} of the target plan is not installed.", "S30");
                continue;
            }

            yield return server.Product != planned.Version.Product
                ? Bad(server.Name, $"{server.Name} has {server.Version}, and the target plan says "
                    + $"{ExchangeVersionReader.ProductText(planned.Version.Product)}.", "S30")
                : !server.IsInService ? Bad(server.Name, $"{server.Name} is out of service.", "S30")
                : Settings(server, planned);
        }

        foreach ((string name, NameEntry entry) in target.DnsRecords
            .Where(r => NameTable.Class(r.Type) == DnsRecordType.Address)
            .Select(r => (r.View, Name: NameTable.Key(r.Name.Value))).Distinct()
            .Select(r => (r.Name, moment.Names.Find(r.View, r.Name))).Where(r => r.Item2 is not null).Select(r => (r.Name, r.Item2!)))
        {
            string[] gone = [.. entry.Servers.Where(s => moment.Find(s) is { IsInstalled: false })];
            yield return gone.Length == 0 ? Judgement.Good
                : Bad(name, $"{name} leads to {NameList.Describe(gone)}, where Exchange is no longer installed.", "S1");
        }
    }

    private static Judgement Settings(SimulatedServer server, PlannedServer planned)
    {
        string[] differing = [.. planned.Services.SelectMany(a => Differing(server, a)).Distinct()];
        return differing.Length == 0 ? Judgement.Good
            : Bad(server.Name, $"{server.Name} differs from the target plan in {NameList.Describe(differing)}.", "S2");
    }

    private static IEnumerable<string> Differing(SimulatedServer server, ServiceAssignment planned)
    {
        if (planned.Service == ClientService.Autodiscover)
        {
            if (!Agrees(server.ConnectionPoint, planned.Internal))
            {
                yield return "SCP";
            }

            if (planned.SiteScope is { } scope && server.Scope is { IsKnown: true, Value: { } found }
                && !new HashSet<string>(scope, StringComparer.OrdinalIgnoreCase).SetEquals(found))
            {
                yield return "SCP site scope";
            }
        }
        else if (ServiceCatalog.Default.Find(planned.Service, server.Version) is not null)
        {
            server.Urls.TryGetValue(planned.Service, out SimulatedUrls urls);
            if (!Agrees(urls.Internal, planned.Internal) || !Agrees(urls.External, planned.External))
            {
                yield return planned.Service.ToString();
            }
        }
    }

    /// <summary>What is not known does not differ.</summary>
    private static bool Agrees(Captured<string> found, UrlSetting planned) => !found.IsCaptured || planned.Action switch
    {
        SettingAction.Leave => true,
        SettingAction.Clear => !found.IsKnown,
        SettingAction.Set => string.Equals(found.Value, planned.Value, StringComparison.OrdinalIgnoreCase),
        _ => throw ClosedSet.Outside(planned.Action),
    };

    private static Judgement Bad(string subject, string message, string rule) => Judgement.Bad(Trouble.Error(
        SimulationFindingCodes.TargetMissed, subject, message, "Add the step that is missing, or correct the one that does it.", rule));
}
