using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The parts of a line that sets one service on one server. Every line of a service, forward or back, is put together here.
/// </summary>
internal static class ServiceLine
{
    public static ExchangeCommand Create(LineFrame frame, string server, ExchangeVersion version, string reason,
        ExchangeCommand? undo = null) => new(frame)
    {
        Phase = frame.Dialect.Service == ClientService.Autodiscover
            ? CommandPhase.ServiceConnectionPoint
            : CommandPhase.VirtualDirectory,
        Target = server,
        Version = version,
        Service = frame.Dialect.Service,
        Reason = reason,
        Undo = undo,
    };

    /// <summary>A URL or host; a missing value clears it.</summary>
    public static CommandParameter Url(ServiceDialect dialect, string parameter, string? value) =>
        new(parameter, value is null ? CommandValue.Null : CommandValue.Text(value, dialect.UrlForm));

    public static CommandParameter SiteScope(string parameter, IReadOnlyList<string> sites) =>
        new(parameter, CommandValue.List(sites, LiteralForm.Bare));

    public static CommandParameter Companion(ServiceDialect dialect, string parameter, IReadOnlyList<string> values, bool isBoolean)
    {
        AdditionalParameterDefault? form = dialect.AdditionalParameters.FirstOrDefault(
            c => string.Equals(c.Parameter, parameter, StringComparison.OrdinalIgnoreCase));
        return new CommandParameter(parameter, isBoolean
            ? CommandValue.Boolean(string.Equals(values[0], bool.TrueString, StringComparison.OrdinalIgnoreCase),
                form?.CapitalBoolean == true)
            : CommandValue.List(values, form?.Form ?? LiteralForm.Bare));
    }

    public static CommandParameter Rehearsal { get; } = new("WhatIf", CommandValue.Switch);
}
