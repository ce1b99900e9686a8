using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>
/// Turns a plan into commands: server by server in the order of the plan, the services in a fixed order, the organisation last.
/// </summary>
public sealed class CommandBuilder
{
    private const string ScopeReason = "Clients of the listed sites prefer this service connection point (S5).";

    private readonly CommandSelection _selection;
    private readonly ServiceCatalog _services;
    private readonly Dictionary<(IReadOnlyList<ServiceAssignment>, ExchangeVersion, bool?), IReadOnlyList<LineTemplate>> _templates = [];

    private CommandBuilder(CommandSelection selection, ServiceCatalog services)
    {
        _selection = selection;
        _services = services;
    }

    /// <summary>Streams the commands of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="selection">Which lines are wanted.</param>
    /// <returns>The commands; nothing is built before it is asked for.</returns>
    public static IEnumerable<ExchangeCommand> Build(NamespacePlan plan, CommandSelection selection) =>
        Build(plan, selection, ServiceCatalog.Default);

    /// <summary>Streams the commands of a plan in the dialects of the given rows.</summary>
    internal static IEnumerable<ExchangeCommand> Build(NamespacePlan plan, CommandSelection selection, ServiceCatalog services)
    {
        CommandBuilder builder = new(selection, services);
        foreach (PlannedServer server in plan.Servers)
        {
            if (!selection.Includes(server) || selection.LacksWhatIf(server.Version))
            {
                continue;
            }

            foreach (LineTemplate template in builder.TemplatesOf(server))
            {
                yield return template.For(server);
            }
        }

        foreach (ExchangeCommand last in OrganizationLines.Of(plan, selection))
        {
            yield return last;
        }
    }

    /// <summary>Why a service has a line.</summary>
    internal static string ReasonOf(ServiceAssignment assignment) => string.Join(" ", new[] { assignment.Internal, assignment.External }
        .Where(u => u.Action != SettingAction.Leave)
        .Select(u => u.Reason)
        .Concat(assignment.SiteScope is null ? [] : [ScopeReason])
        .Distinct(StringComparer.Ordinal));

    private IReadOnlyList<LineTemplate> TemplatesOf(PlannedServer server)
    {
        bool? enabled = ServiceCatalog.DecidingState(server.Version, server.OutlookAnywhereEnabled);
        if (!_templates.TryGetValue((server.Services, server.Version, enabled), out IReadOnlyList<LineTemplate>? templates))
        {
            templates = [.. server.Services
                .Where(a => a.IsActive && _selection.Includes(a.Service))
                .Select(a => (Assignment: a, Dialect: _services.Find(a.Service, server.Version, enabled)))
                .Where(x => x.Dialect is not null)
                .Select(x => new LineTemplate(x.Dialect!, x.Assignment, server.Version, _selection.Rehearse))];
            _templates.Add((server.Services, server.Version, enabled), templates);
        }

        return templates;
    }

    /// <summary>A line whose only open place is the server.</summary>
    private sealed class LineTemplate
    {
        private readonly ExchangeVersion _version;
        private readonly LineFrame _frame;
        private readonly string _reason;

        public LineTemplate(ServiceDialect dialect, ServiceAssignment assignment, ExchangeVersion version, bool rehearse)
        {
            _version = version;
            _frame = new LineFrame(dialect, [.. Parameters(dialect, assignment, rehearse)]);
            _reason = ReasonOf(assignment);
        }

        public ExchangeCommand For(PlannedServer server) => ServiceLine.Create(_frame, server.Name, _version, _reason);

        private static IEnumerable<CommandParameter> Parameters(ServiceDialect dialect, ServiceAssignment assignment, bool rehearse)
        {
            if (Url(dialect.InternalParameter, assignment.Internal) is { } inner)
            {
                yield return inner;
            }

            if (Url(dialect.ExternalParameter, assignment.External) is { } outer)
            {
                yield return outer;
            }

            if (dialect.SiteScopeParameter is { } scope && assignment.SiteScope is { Count: > 0 } sites)
            {
                yield return ServiceLine.SiteScope(scope, sites);
            }

            foreach (AdditionalParameter companion in assignment.AdditionalParameters)
            {
                yield return ServiceLine.Companion(dialect, companion.Parameter, companion.Values, companion.IsBoolean);
            }

            if (rehearse)
            {
                yield return ServiceLine.Rehearsal;
            }

            CommandParameter? Url(string? parameter, UrlSetting setting) =>
                parameter is null || setting.Action == SettingAction.Leave ? null : ServiceLine.Url(dialect, parameter, setting.Value);
        }
    }
}
