using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// Writes the steps of the alternate service account: the account, its password on every server, then the service principal names. A name
/// before the password gives clients tickets that no server can read.
/// </summary>
public static class KerberosPlanner
{
    /// <summary>The service principal names that a plan needs.</summary>
    /// <param name="input">The plan and its accounts.</param>
    /// <param name="faults">Receives what was refused.</param>
    internal static IReadOnlyList<PrincipalName> Names(KerberosInput input, ICollection<InputFault> faults) =>
        Read(input, faults) is { } read ? [.. read.Names] : [];

    /// <summary>Writes the steps.</summary>
    /// <param name="input">The plan and its accounts.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The runbook; null after a fault.</returns>
    public static Runbook? Plan(KerberosInput input, ICollection<InputFault> faults)
    {
        if (Read(input, faults) is not { } read)
        {
            return null;
        }

        IEnumerable<RunbookStep> steps = read.Names.GroupBy(n => n.IsLegacy).OrderBy(g => g.Key)
            .SelectMany(g => new KerberosSteps(input, g.Key ? read.Legacy! : read.Current!, g.Key).All([.. g]));
        return new Runbook($"Kerberos for the names of {input.Plan.ExternalHost}", steps,
            [.. KerberosFindings.Of(input, read.Names, read.Shared)]);
    }

    private static Reading? Read(KerberosInput input, ICollection<InputFault> faults)
    {
        List<InputFault> found = [];
        bool hasCurrent = input.Plan.Servers.Any(s => PrincipalNames.Has(s, legacy: false));
        bool hasLegacy = input.Plan.Servers.Any(s => PrincipalNames.Has(s, legacy: true));
        ServiceAccount? current = Account(input.AccountName, nameof(input.AccountName), hasCurrent, "2013 or later", found);
        ServiceAccount? legacy = Account(input.LegacyAccountName, nameof(input.LegacyAccountName), hasLegacy, "2010", found);
        if (current is not null && legacy is not null && current.Text.Equals(legacy.Text, System.StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new InputFault(FaultIds.InputContradiction, nameof(input.LegacyAccountName), input.LegacyAccountName,
                "Servers of 2010 cannot share the account of later versions. Give each generation its own."));
        }

        List<Fqdn> arrays = [];
        foreach (string text in input.ClientAccessArray ?? [])
        {
            if (Fqdn.TryParse(text, nameof(input.ClientAccessArray), out Fqdn? array, out InputFault? fault))
            {
                arrays.Add(array);
            }
            else
            {
                found.Add(fault);
            }
        }

        if (arrays.Count > 0 && !hasLegacy)
        {
            found.Add(new InputFault(FaultIds.InputContradiction, nameof(input.ClientAccessArray), input.ClientAccessArray,
                "Only servers of 2010 have a client access array, and the plan has none. Leave -ClientAccessArray out."));
        }

        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        return found.Count > 0 ? null : Reading.Of(input.Plan, current, legacy, arrays);
    }

    private static ServiceAccount? Account(string? text, string parameter, bool isNeeded, string versions, List<InputFault> faults)
    {
        if (text is null && isNeeded)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, parameter, null,
                $"The plan has servers of {versions}. Give their account with -{parameter}, for example CONTOSO\\EXCHASA$."));
        }
        else if (text is not null && !isNeeded)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, parameter, text,
                $"The plan has no server of {versions}, so the account has no use. Leave -{parameter} out."));
        }

        return text is null ? null : ServiceAccount.Read(text, parameter, faults);
    }

    private sealed record Reading(ServiceAccount? Current, ServiceAccount? Legacy, IReadOnlyList<PrincipalName> Names,
        IReadOnlyList<Fqdn> Shared)
    {
        public static Reading Of(NamespacePlan plan, ServiceAccount? current, ServiceAccount? legacy, List<Fqdn> arrays)
        {
            PrincipalName[] newer = current is null ? [] : [.. PrincipalNames.Of(plan, legacy: false, current.Text)];
            PrincipalName[] older = legacy is null ? [] : [.. PrincipalNames.Of(plan, legacy: true, legacy.Text)];
            HashSet<Fqdn> taken = [.. newer.Select(n => n.Host)];
            return new Reading(current, legacy,
                [
                    .. newer, .. older.Where(n => !taken.Contains(n.Host)),
                    .. legacy is null ? [] : arrays.SelectMany(a => PrincipalNames.OfArray(a, legacy.Text)),
                ],
                [.. older.Where(n => taken.Contains(n.Host)).Select(n => n.Host)]);
        }
    }
}
