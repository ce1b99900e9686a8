using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.State;

/// <summary>One kind of captured object: how it is recognised and which of its properties count.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cmdlets">The commands that show it, the oldest first.</param>
/// <param name="TypeNames">The names of its types.</param>
/// <param name="Fixed">The properties that it has in every version.</param>
internal sealed record StateKindDefinition(
    StateKind Kind, IReadOnlyList<string> Cmdlets, IReadOnlyList<string> TypeNames, IReadOnlyList<string> Fixed)
{
    private IReadOnlyList<ServiceDialect> _dialects = [];

    /// <summary>The service whose settings it holds; null for none.</summary>
    public ClientService? Service { get; init; }

    /// <summary>How the versions set the service: the parameters that a shell sets are the properties that it shows.</summary>
    public IReadOnlyList<ServiceDialect> Dialects
    {
        get => _dialects;
        init
        {
            _dialects = value;
            InternalNames = Distinct(value.Select(d => d.InternalParameter));
            ExternalNames = Distinct(value.Select(d => d.ExternalParameter));
            SiteScopeNames = Distinct(value.Select(d => d.SiteScopeParameter));
            Properties = [.. Fixed.Concat(Names(value)).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>The properties of any version: nothing else is kept of an object.</summary>
    public IReadOnlyList<string> Properties { get; private init; } = Fixed;

    /// <summary>The names that the internal URL or host has in one version or another.</summary>
    public IReadOnlyList<string> InternalNames { get; private init; } = ["InternalUrl"];

    /// <summary>The names that the external URL or host has in one version or another.</summary>
    public IReadOnlyList<string> ExternalNames { get; private init; } = ["ExternalUrl"];

    /// <summary>The names that the site scope has in one version or another.</summary>
    public IReadOnlyList<string> SiteScopeNames { get; private init; } = [];

    /// <summary>The properties that the shell of one version shows.</summary>
    public IReadOnlyList<string> PropertiesOf(ExchangeVersion version) =>
        [.. Fixed.Concat(Names(Dialects.Where(d => d.Versions.Contains(version)))).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Names(IEnumerable<ServiceDialect> dialects) => dialects
        .SelectMany(d => new[] { d.InternalParameter, d.ExternalParameter, d.SiteScopeParameter }.OfType<string>()
            .Concat(d.AdditionalParameters.Select(c => c.Parameter))
            .Concat(d.MethodParameters.Values));

    private static string[] Distinct(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
