using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>Turns a plan into commands: server by server in the order of the plan, the services in a fixed order, the organisation last.</summary>
public sealed class CommandBuilder
{
    private readonly CommandSelection _selection;
    private readonly Dictionary<(IReadOnlyList<ServiceAssignment>, ExchangeVersion, bool?), IReadOnlyList<LineTemplate>> _templates = [];

    private CommandBuilder(CommandSelection selection) => _selection = selection;

    /// <summary>Streams the commands of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="selection">Which lines are wanted.</param>
    /// <returns>The commands; nothing is built before it is asked for.</returns>
    public static IEnumerable<ExchangeCommand> Build(NamespacePlan plan, CommandSelection selection)
    {
        CommandBuilder builder = new(selection);
        foreach (PlannedServer server in plan.Servers)
        {
            if (!selection.Includes(server) || RunsForReal(server.Version, selection))
            {
                continue;
            }

            foreach (LineTemplate template in builder.TemplatesOf(server))
            {
                yield return template.For(server);
            }
        }

        if (OrganizationCommand(plan, selection) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>A rehearsal of a version without -WhatIf would be the real thing, so it has no lines.</summary>
    private static bool RunsForReal(ExchangeVersion version, CommandSelection selection) => selection.Rehearse && !ServiceCatalog.HasWhatIf(version);

    private static ExchangeCommand? OrganizationCommand(NamespacePlan plan, CommandSelection selection)
    {
        if (plan.OutlookProvider is not { } setting || selection.Servers is not null || !selection.Includes(ClientService.OutlookAnywhere))
        {
            return null;
        }

        // The newest shell changes the setting: older tools cannot manage what newer ones have written.
        ExchangeVersion version = plan.Servers.Select(s => s.Version).Max()!;
        if (RunsForReal(version, selection) || (selection.Generation is { } generation && generation != ShellGenerations.Of(version)))
        {
            return null;
        }

        List<CommandParameter> parameters =
        [
            new("Identity", CommandValue.Text(setting.Provider, LiteralForm.Bare)),
            new("CertPrincipalName", CommandValue.Text(setting.CertPrincipalName, LiteralForm.DoubleQuoted)),
        ];
        if (selection.Rehearse)
        {
            parameters.Add(new CommandParameter("WhatIf", CommandValue.Switch));
        }

        return new ExchangeCommand("Set-OutlookProvider", parameters)
        {
            Phase = CommandPhase.Organization,
            Target = string.Empty,
            Version = version,
            Service = ClientService.OutlookAnywhere,
            Reason = setting.Reason,
        };
    }

    private IReadOnlyList<LineTemplate> TemplatesOf(PlannedServer server)
    {
        bool? enabled = ServiceCatalog.DecidingState(server.Version, server.OutlookAnywhereEnabled);
        if (!_templates.TryGetValue((server.Services, server.Version, enabled), out IReadOnlyList<LineTemplate>? templates))
        {
            templates = [.. server.Services
                .Where(a => a.IsActive && _selection.Includes(a.Service))
                .Select(a => (Assignment: a, Dialect: ServiceCatalog.Find(a.Service, server.Version, enabled)))
                .Where(x => x.Dialect is not null)
                .Select(x => new LineTemplate(x.Dialect!, x.Assignment, server.Version, _selection.Rehearse))];
            _templates.Add((server.Services, server.Version, enabled), templates);
        }

        return templates;
    }

    /// <summary>A line whose only open place is the server.</summary>
    private sealed class LineTemplate
    {
        private const string ScopeReason = "Clients of the listed sites prefer this service connection point (S5).";

        private readonly ServiceDialect _dialect;
        private readonly ExchangeVersion _version;
        private readonly ParameterTail _tail;
        private readonly string _reason;

        public LineTemplate(ServiceDialect dialect, ServiceAssignment assignment, ExchangeVersion version, bool rehearse)
        {
            _dialect = dialect;
            _version = version;
            _tail = new ParameterTail([.. Parameters(dialect, assignment, rehearse)]);
            _reason = string.Join(" ", new[] { assignment.Internal, assignment.External }
                .Where(u => u.Action != SettingAction.Leave)
                .Select(u => u.Reason)
                .Concat(assignment.SiteScope is null ? [] : [ScopeReason])
                .Distinct(StringComparer.Ordinal));
        }

        public ExchangeCommand For(PlannedServer server) => new(
            _dialect.Cmdlet,
            _dialect.IdentityParameter,
            _dialect.VirtualDirectory is null ? server.Name : string.Concat(server.Name, "\\", _dialect.VirtualDirectory),
            _dialect.VirtualDirectory is null ? LiteralForm.Bare : LiteralForm.DoubleQuoted,
            _tail)
        {
            Phase = _dialect.Service == ClientService.Autodiscover ? CommandPhase.ServiceConnectionPoint : CommandPhase.VirtualDirectory,
            Target = server.Name,
            Version = _version,
            Service = _dialect.Service,
            Reason = _reason,
        };

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
                yield return new CommandParameter(scope, CommandValue.List(sites, LiteralForm.Bare));
            }

            foreach (CompanionSetting companion in assignment.Companions)
            {
                yield return new CommandParameter(companion.Parameter, Value(dialect, companion));
            }

            if (rehearse)
            {
                yield return new CommandParameter("WhatIf", CommandValue.Switch);
            }

            CommandParameter? Url(string? parameter, UrlSetting setting) => parameter is null ? null : setting.Action switch
            {
                SettingAction.Set => new CommandParameter(parameter, CommandValue.Text(setting.Value!, dialect.UrlForm)),
                SettingAction.Clear => new CommandParameter(parameter, CommandValue.Null),
                _ => null,
            };
        }

        private static CommandValue Value(ServiceDialect dialect, CompanionSetting companion)
        {
            CompanionDefault? form = dialect.Companions.FirstOrDefault(c => string.Equals(c.Parameter, companion.Parameter, StringComparison.OrdinalIgnoreCase));
            return companion.IsBoolean
                ? CommandValue.Boolean(string.Equals(companion.Values[0], bool.TrueString, StringComparison.OrdinalIgnoreCase), form?.CapitalBoolean == true)
                : CommandValue.List(companion.Values, form?.Form ?? LiteralForm.Bare);
        }
    }
}
