using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.State;

/// <summary>Turns the members of one captured object into a row of the state.</summary>
internal delegate void StateRow(StateKindDefinition kind, MemberReader row, StateBuilder builder);

/// <summary>One kind of captured object: how it is recognised and read. What is captured of it is what the reading asks for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cmdlets">The commands that show it, the oldest first.</param>
/// <param name="TypeNames">The names of its types.</param>
/// <param name="Reading">Reads it.</param>
internal sealed record StateKindDefinition(
    StateKind Kind, IReadOnlyList<string> Cmdlets, IReadOnlyList<string> TypeNames, StateRow Reading)
{
    /// <summary>Values without which a reading would end before it has asked for everything.</summary>
    private static readonly (string Name, object? Value)[] Enough =
        [("Name", "EX01"), ("Identity", @"EX01\EX01"), ("Server", "EX01"), ("Thumbprint", "00")];

    private IReadOnlyList<ServiceDialect> _dialects = [];
    private IReadOnlyList<string>? _fixed;
    private IReadOnlyList<string>? _properties;

    /// <summary>A kind whose reading needs nothing of this definition.</summary>
    public StateKindDefinition(
        StateKind kind, IReadOnlyList<string> cmdlets, IReadOnlyList<string> typeNames, Action<MemberReader, StateBuilder> reading)
        : this(kind, cmdlets, typeNames, (_, row, builder) => reading(row, builder))
    {
    }

    /// <summary>The service whose settings it holds; null for none.</summary>
    public ClientService? Service { get; init; }

    /// <summary>Properties that are kept by their names, beside those that the reading of the kind knows.</summary>
    public IReadOnlyList<string> Settings { get; init => SettingNames = field = value; } = [];

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
            SettingNames = Distinct([.. Settings, .. value.SelectMany(Others)]);
            _properties = null;
        }
    }

    /// <summary>The properties that it has in every version: those that its reading asks for.</summary>
    public IReadOnlyList<string> Fixed => _fixed ??=
        [.. MemberReader.AskedBy(row => Bare.Read(row, new StateBuilder()), Enough).Where(p => p != CaptureMarks.CapturedFrom)];

    private StateKindDefinition Bare => Service is null ? this : this with { Dialects = [] };

    /// <summary>The properties of any version: nothing else is kept of an object.</summary>
    public IReadOnlyList<string> Properties => _properties ??= Distinct([.. Fixed, .. Dialects.SelectMany(Names)]);

    /// <summary>The names that the internal URL or host has in one version or another.</summary>
    public IReadOnlyList<string> InternalNames { get; init; } = [];

    /// <summary>The names that the external URL or host has in one version or another.</summary>
    public IReadOnlyList<string> ExternalNames { get; init; } = [];

    /// <summary>The names that the site scope has in one version or another.</summary>
    public IReadOnlyList<string> SiteScopeNames { get; private init; } = [];

    /// <summary>The properties that are kept by their names, in one version or another.</summary>
    public IReadOnlyList<string> SettingNames { get; private init; } = [];

    /// <summary>The properties that the shell of one version shows.</summary>
    public IReadOnlyList<string> PropertiesOf(ExchangeVersion version) =>
        Distinct([.. Fixed, .. Dialects.Where(d => d.Versions.Contains(version)).SelectMany(Names)]);

    /// <summary>Turns the members of one object into a row.</summary>
    public void Read(MemberReader row, StateBuilder builder) => Reading(this, row, builder);

    private static IEnumerable<string> Names(ServiceDialect dialect) =>
        new[] { dialect.InternalParameter, dialect.ExternalParameter, dialect.SiteScopeParameter }.OfType<string>().Concat(Others(dialect));

    private static IEnumerable<string> Others(ServiceDialect dialect) =>
        dialect.AdditionalParameters.Select(c => c.Parameter).Concat(dialect.MethodParameters.Values);

    private static string[] Distinct(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
