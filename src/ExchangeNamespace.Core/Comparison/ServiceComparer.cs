using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>One parameter of a line: what the plan wants, and what there is.</summary>
internal sealed record ComparedSetting(string Parameter, SettingVerdict Verdict, IReadOnlyList<string>? Planned,
    Captured<IReadOnlyList<string>> Current, CommandParameter Forward)
{
    /// <summary>Puts the captured value back; null where it is not known, or the parameter cannot take it.</summary>
    public required Func<CommandParameter?> Back { get; init; }

    /// <summary>The companion row; null for URLs, hosts and the site scope.</summary>
    public AdditionalParameterDefault? Companion { get; init; }

    public bool IsInternal { get; init; }

    public bool IsExternal { get; init; }
}

/// <summary>A service of a planned server beside its captured settings.</summary>
internal sealed record ComparedService(PlannedServer Server, ServiceAssignment Assignment, ServiceDialect Dialect, CapturedService? Current,
    bool IsMissing, IReadOnlyList<ComparedSetting> Settings);

/// <summary>Compares what a plan sets on a server, setting by setting, with what was captured there.</summary>
internal sealed class ServiceComparer(ExchangeState state, ServiceCatalog services)
{
    private static readonly IReadOnlyList<string> NoTexts = [];

    private readonly HashSet<ClientService> _captured =
        [.. state.Kinds.Select(k => StateKinds.Default.Of(k).Service).Where(s => s is not null).Select(s => s!.Value)];

    // A capture says nothing about a server that is not in it, even where it holds this kind of settings of others.
    private readonly HashSet<string>? _servers = state.Kinds.Contains(StateKind.Server)
        ? new(state.Servers.Select(s => s.Name), StringComparer.OrdinalIgnoreCase) : null;

    /// <summary>All services of a server that the plan changes, in the order of the plan.</summary>
    public IEnumerable<ComparedService> Compare(PlannedServer server)
    {
        foreach (ServiceAssignment assignment in server.Services)
        {
            if (assignment.IsActive && Compare(server, assignment) is { } compared)
            {
                yield return compared;
            }
        }
    }

    /// <summary>Whether Outlook Anywhere is enabled: as captured, else as the plan was told.</summary>
    private bool? OutlookAnywhereEnabled(PlannedServer server) => Covers(server, ClientService.OutlookAnywhere)
        ? state.Find(server.Name, ClientService.OutlookAnywhere) is not null
        : server.OutlookAnywhereEnabled;

    private bool Covers(PlannedServer server, ClientService service) =>
        _captured.Contains(service) && (_servers is null || _servers.Contains(server.Name) || state.Find(server.Name, service) is not null);

    private ComparedService? Compare(PlannedServer server, ServiceAssignment assignment)
    {
        if (services.Find(assignment.Service, server.Version, OutlookAnywhereEnabled(server)) is not { } dialect)
        {
            return null;
        }

        CapturedService? current = state.Find(server.Name, assignment.Service);
        bool isMissing = current is null && Covers(server, assignment.Service);
        List<ComparedSetting> settings = [];
        if (dialect.InternalParameter is { } inner && assignment.Internal.Action != SettingAction.Leave)
        {
            settings.Add(Url(dialect, inner, assignment.Internal, current?.Internal ?? default, isMissing, isInternal: true));
        }

        if (dialect.ExternalParameter is { } outer && assignment.External.Action != SettingAction.Leave)
        {
            settings.Add(Url(dialect, outer, assignment.External, current?.External ?? default, isMissing, isInternal: false));
        }

        if (dialect.SiteScopeParameter is { } scope && assignment.SiteScope is { Count: > 0 } sites)
        {
            settings.Add(SiteScope(scope, sites, current?.SiteScope ?? default, isMissing));
        }

        foreach (AdditionalParameter companion in assignment.AdditionalParameters)
        {
            settings.Add(Companion(dialect, companion, current?.Setting(companion.Parameter) ?? default, isMissing));
        }

        return new ComparedService(server, assignment, dialect, current, isMissing, settings);
    }

    private static ComparedSetting Url(ServiceDialect dialect, string parameter, UrlSetting planned, Captured<string> current,
        bool isMissing, bool isInternal)
    {
        bool isHost = ServiceCatalog.Define(dialect.Service).Path.Length == 0;
        bool isEmpty = current.Status == CaptureStatus.Null || current is { IsKnown: true, Value.Length: 0 };
        SettingVerdict verdict = isMissing ? (planned.Action == SettingAction.Set ? SettingVerdict.Missing : SettingVerdict.Equal)
            : !current.IsCaptured ? SettingVerdict.Unknown
            : planned.Action == SettingAction.Clear ? (isEmpty ? SettingVerdict.Equal : SettingVerdict.Extra)
            : isEmpty ? SettingVerdict.Missing
            : (isHost ? ExchangeUrl.AreHostsEqual(planned.Value!, current.Value!) : ExchangeUrl.AreEqual(planned.Value!, current.Value!))
            ? SettingVerdict.Equal
            : SettingVerdict.Differs;
        return new ComparedSetting(parameter, verdict, planned.Value is null ? null : [planned.Value], AsList(current),
            ServiceLine.Url(dialect, parameter, planned.Value))
        {
            IsInternal = isInternal,
            IsExternal = !isInternal,

            // No cmdlet takes an empty address: an empty text goes back as no value.
            Back = () => current.IsCaptured ? ServiceLine.Url(dialect, parameter, isEmpty ? null : current.Value) : null,
        };
    }

    private static ComparedSetting SiteScope(string parameter, IReadOnlyList<string> sites, Captured<IReadOnlyList<string>> current,
        bool isMissing)
    {
        SettingVerdict verdict = isMissing ? SettingVerdict.Missing
            : !current.IsCaptured ? SettingVerdict.Unknown
            : (current.Value ?? NoTexts).Count == 0 ? SettingVerdict.Missing
            : SameTexts(sites, current.Value!) ? SettingVerdict.Equal
            : SettingVerdict.Differs;
        return new ComparedSetting(parameter, verdict, sites, current, ServiceLine.SiteScope(parameter, sites))
        {
            Back = () => !current.IsCaptured ? null
                : current.Value is { Count: > 0 } old ? ServiceLine.SiteScope(parameter, old)
                : new CommandParameter(parameter, CommandValue.Null),
        };
    }

    private static ComparedSetting Companion(ServiceDialect dialect, AdditionalParameter planned, Captured<IReadOnlyList<string>> current,
        bool isMissing)
    {
        AdditionalParameterDefault? row = dialect.AdditionalParameters.FirstOrDefault(
            c => string.Equals(c.Parameter, planned.Parameter, StringComparison.OrdinalIgnoreCase));
        bool hasValue = current.Value is { Count: > 0 } texts && texts[0].Length > 0;
        bool isAccepted = hasValue && (row is null || row.Accepts(current.Value!));
        IReadOnlyList<string> wanted = row is { CapturedStays: true } && !planned.IsAsked && isAccepted
            ? current.Value!
            : planned.Values;
        SettingVerdict verdict = isMissing ? SettingVerdict.Missing
            : !current.IsCaptured ? SettingVerdict.Unknown
            : !hasValue ? SettingVerdict.Missing
            : SameTexts(wanted, current.Value!) || (row?.Subject == AdditionalParameterSubject.DownloadHost
                && ExchangeUrl.AreHostsEqual(wanted[0], current.Value![0]))
                || (row?.Subject == AdditionalParameterSubject.Failback && ExchangeUrl.AreEqual(wanted[0], current.Value![0]))
            ? SettingVerdict.Equal
            : SettingVerdict.Differs;
        return new ComparedSetting(planned.Parameter, verdict, wanted, current,
            ServiceLine.Companion(dialect, planned.Parameter, wanted, planned.IsBoolean))
        {
            Companion = row,
            Back = () => isAccepted ? ServiceLine.Companion(dialect, planned.Parameter, current.Value!, planned.IsBoolean)
                : !hasValue && current.IsCaptured && row is { TakesNull: true } ? new CommandParameter(planned.Parameter, CommandValue.Null)
                : null,
        };
    }

    private static Captured<IReadOnlyList<string>> AsList(Captured<string> value) => value.Status switch
    {
        CaptureStatus.Known => Captured.Known<IReadOnlyList<string>>([value.Value!]),
        CaptureStatus.Null => Captured.Null<IReadOnlyList<string>>(),
        CaptureStatus.Absent => default,
        _ => throw ClosedSet.Outside(value.Status),
    };

    /// <summary>Lists of names whose order and letter case mean nothing.</summary>
    private static bool SameTexts(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 1 && right.Count == 1
            ? string.Equals(left[0], right[0], StringComparison.OrdinalIgnoreCase)
            : new HashSet<string>(left, StringComparer.OrdinalIgnoreCase).SetEquals(right);
}
