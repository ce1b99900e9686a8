using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// The smallest lines that bring the captured state to the plan, each with the line that takes it back. A line carries what differs, and
/// what the documentation asks for beside it; what was not captured is set as planned and has no way back.
/// </summary>
public sealed class ChangePlanner
{
    private readonly ExchangeState _state;
    private readonly CommandSelection _selection;
    private readonly ServiceCatalog _services;
    private readonly ServiceComparer _comparer;
    private readonly Dictionary<ServiceAssignment, string> _reasons = [];
    private readonly Dictionary<string, Finding> _contradictions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _notCaptured = new(StringComparer.Ordinal);

    /// <summary>Prepares the changes for one captured state.</summary>
    /// <param name="state">The captured state.</param>
    /// <param name="selection">Which lines are wanted.</param>
    public ChangePlanner(ExchangeState state, CommandSelection selection)
        : this(state, selection, ServiceCatalog.Default)
    {
    }

    /// <summary>Prepares the changes in the dialects of the given rows.</summary>
    internal ChangePlanner(ExchangeState state, CommandSelection selection, ServiceCatalog services)
    {
        _state = state;
        _selection = selection;
        _services = services;
        _comparer = new ServiceComparer(state, services);
    }

    /// <summary>What the lines that were built so far could not take into account.</summary>
    public IEnumerable<Finding> Findings => _contradictions.Values.Concat(_notCaptured
        .OrderBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => Diagnostics.Findings.Warning(ComparisonFindingCodes.NotCaptured, n.Key,
            $"On {Listed(n.Value)} the old value was not captured, or is one that no cmdlet takes: the line sets it as planned, and "
                + "nothing puts the old value back.",
            "Capture the servers with the script of Export-StateCaptureScript before the lines are run, and note the "
                + "value.", "1E", [.. n.Value.Distinct(StringComparer.Ordinal)])));

    /// <summary>Streams the lines that change something.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The commands; <see cref="ExchangeCommand.Undo"/> is null where nothing can be taken back.</returns>
    public IEnumerable<ExchangeCommand> Build(NamespacePlan plan)
    {
        foreach (PlannedServer server in plan.Servers)
        {
            if (!_selection.Includes(server) || _selection.LacksWhatIf(server.Version))
            {
                continue;
            }

            if (_selection.Includes(ClientService.OutlookAnywhere)
                && ExtendedProtectionCheck.Find(plan, server, _state) is { } contradiction)
            {
                _contradictions[server.Name] = contradiction;
            }

            foreach (ComparedService service in _comparer.Compare(server))
            {
                if (_selection.Includes(service.Assignment.Service) && Change(service) is { } command)
                {
                    yield return command;
                }
            }
        }

        foreach (ExchangeCommand? last in new[] { ProviderChange(plan), DownloadChange(plan), TokenChange(plan) })
        {
            if (last is not null)
            {
                yield return last;
            }
        }
    }

    /// <summary>The lines that take the changes back, the last change first.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The commands, in the dialect of the version that they run on.</returns>
    public IReadOnlyList<ExchangeCommand> BuildUndo(NamespacePlan plan)
    {
        List<ExchangeCommand> undo = [.. Build(plan).Where(c => c.Undo is not null).Select(c => c.Undo!)];
        undo.Reverse();
        return undo;
    }

    private ExchangeCommand? Change(ComparedService service)
    {
        bool enables = service.Dialect.State == OutlookAnywhereState.NotEnabled;
        List<ComparedSetting> changed = enables
            ? [.. service.Settings]
            : [.. service.Settings.Where(s => s.Verdict != SettingVerdict.Equal)];
        if (changed.Count == 0)
        {
            return null;
        }

        List<CommandParameter> forward = [
            .. service.Settings.Where(s => changed.Contains(s) || GoesWith(s.Companion, changed, c => c.Planned is not null))
                .Select(s => s.Forward)];
        foreach (ComparedSetting unknown in changed.Where(s => s.Verdict == SettingVerdict.Unknown))
        {
            Note(service, unknown.Parameter);
        }

        return ServiceLine.Create(Frame(service.Dialect, forward), service.Server.Name, service.Server.Version, Reason(service.Assignment),
            enables ? Disable(service) : Undo(service, changed));
    }

    /// <summary>Whether a companion that is as planned already must still stand beside a changed host or URL.</summary>
    private static bool GoesWith(AdditionalParameterDefault? companion, List<ComparedSetting> changed, Func<ComparedSetting, bool> sets) =>
        companion is { GoesWithValue: true }
        && changed.Exists(c => sets(c) && companion.Condition switch
        {
            AdditionalParameterCondition.InternalSet => c.IsInternal,
            AdditionalParameterCondition.ExternalSet => c.IsExternal,
            AdditionalParameterCondition.AnySet or AdditionalParameterCondition.HttpsSet or AdditionalParameterCondition.Asked =>
                c.IsInternal || c.IsExternal,
            _ => throw ClosedSet.Outside(companion.Condition),
        });

    private ExchangeCommand? Undo(ComparedService service, List<ComparedSetting> changed)
    {
        List<CommandParameter> back = [];
        foreach (ComparedSetting setting in service.Settings)
        {
            if (!changed.Contains(setting) && !GoesWith(setting.Companion, changed, HadValue))
            {
                continue;
            }

            if (setting.Back() is { } parameter)
            {
                back.Add(parameter);
            }
            else if (setting.Verdict is SettingVerdict.Missing or SettingVerdict.Differs)
            {
                Note(service, setting.Parameter);
            }
        }

        // A host that the plan clears comes back with the companions that the plan did not need.
        foreach (AdditionalParameterDefault companion in service.Dialect.AdditionalParameters.Where(
            c => GoesWith(c, changed, HadValue) && !service.Settings.Any(s => s.Companion == c)))
        {
            if (service.Current!.Setting(companion.Parameter).Value is { Count: > 0 } old && companion.Accepts(old))
            {
                back.Add(ServiceLine.Companion(service.Dialect, companion.Parameter, old, companion.IsBoolean));
            }
            else
            {
                Note(service, companion.Parameter);
            }
        }

        return back.Count == 0 ? null
            : ServiceLine.Create(Frame(service.Dialect, back), service.Server.Name, service.Server.Version,
                "Takes back what the plan changed: the values as captured.");
    }

    private static bool HadValue(ComparedSetting setting) => setting.Current is { IsKnown: true, Value: [{ Length: > 0 }] };

    /// <summary>Only what is known to be not enabled may be disabled again.</summary>
    private ExchangeCommand? Disable(ComparedService service)
    {
        if (!service.IsMissing)
        {
            return null;
        }

        ServiceDialect enabled = _services.Find(ClientService.OutlookAnywhere, service.Server.Version, outlookAnywhereEnabled: true)!;
        List<CommandParameter> parameters = ServiceCatalog.HasWhatIf(service.Server.Version)
            ? [new CommandParameter("Confirm", CommandValue.Boolean(false))] : [];
        return ServiceLine.Create(Frame(enabled with { Cmdlet = "Disable-OutlookAnywhere" }, parameters), service.Server.Name,
            service.Server.Version, "Outlook Anywhere was not enabled when the state was captured.");
    }

    private ExchangeCommand? ProviderChange(NamespacePlan plan)
    {
        if (OrganizationLines.OutlookProvider(plan, _selection) is not { } command)
        {
            return null;
        }

        OutlookProviderSetting setting = plan.OutlookProvider!;
        CapturedOutlookProvider? current = _state.OutlookProviders.FirstOrDefault(
            p => string.Equals(p.Name, setting.Provider, StringComparison.OrdinalIgnoreCase));
        if (current is null || !current.CertPrincipalName.IsCaptured)
        {
            Note("Set-OutlookProvider CertPrincipalName", setting.Provider);
            return command;
        }

        return string.Equals(current.CertPrincipalName.Value, setting.CertPrincipalName, StringComparison.OrdinalIgnoreCase)
            ? null
            : OrganizationLines.OutlookProvider(setting.Provider, setting.CertPrincipalName, command.Version, _selection.Rehearse,
                setting.Reason,
                OrganizationLines.OutlookProvider(setting.Provider, current.CertPrincipalName.Value is { Length: > 0 } old ? old : null,
                    command.Version, _selection.Rehearse, "Takes back the principal name: the value as captured."));
    }

    private ExchangeCommand? DownloadChange(NamespacePlan plan) => SwitchChange(
        OrganizationLines.DownloadDomains(plan, _selection), DownloadDomains.Switch, _state.Organization?.EnableDownloadDomains ?? default,
        command => OrganizationLines.DownloadDomains(plan, _selection, OrganizationLines.DownloadDomains(false, command.Version,
            _selection.Rehearse, "Takes back the download domains: off, as captured.")));

    private ExchangeCommand? TokenChange(NamespacePlan plan) => SwitchChange(
        OrganizationLines.Tokens(plan, _selection), ModernAuthentication.Switch,
        _state.Organization?.OAuth2ClientProfileEnabled ?? default,
        command => OrganizationLines.Tokens(plan, _selection, OrganizationLines.Tokens(false, command.Version, _selection.Rehearse,
            "By hand, where it was switched on: takes back modern authentication, which was off when captured.")));

    /// <summary>The line of a switch of the organisation that is not on yet, with the line that takes it back.</summary>
    private ExchangeCommand? SwitchChange(ExchangeCommand? command, string parameter, Captured<bool> current,
        Func<ExchangeCommand, ExchangeCommand?> withUndo)
    {
        if (command is null || current is { IsKnown: true, Value: true })
        {
            return null;
        }

        if (current.IsCaptured)
        {
            return withUndo(command);
        }

        Note(command.Name + " " + parameter, "the organisation");
        return command;
    }

    private LineFrame Frame(ServiceDialect dialect, List<CommandParameter> parameters)
    {
        if (_selection.Rehearse)
        {
            parameters.Add(ServiceLine.Rehearsal);
        }

        return new LineFrame(dialect, parameters);
    }

    private string Reason(ServiceAssignment assignment)
    {
        if (!_reasons.TryGetValue(assignment, out string? reason))
        {
            reason = CommandBuilder.ReasonOf(assignment);
            _reasons.Add(assignment, reason);
        }

        return reason;
    }

    private void Note(ComparedService service, string parameter) => Note(service.Assignment.Service + " " + parameter, service.Server.Name);

    private void Note(string subject, string server)
    {
        if (!_notCaptured.TryGetValue(subject, out List<string>? servers))
        {
            _notCaptured.Add(subject, servers = []);
        }

        servers.Add(server);
    }

    private static string Listed(List<string> servers)
    {
        const int Most = 5;
        List<string> names = [.. servers.Distinct(StringComparer.Ordinal)];
        return names.Count <= Most ? string.Join(", ", names) : string.Join(", ", names.Take(Most)) + $" and {names.Count - Most} more";
    }
}
