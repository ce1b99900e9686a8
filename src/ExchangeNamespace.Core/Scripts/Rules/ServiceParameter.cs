using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>The URL or host of a service that a parameter of a cmdlet sets.</summary>
/// <param name="Definition">The service.</param>
/// <param name="IsExternal">Whether it is the external one.</param>
/// <param name="MayBeHttp">Whether a version sets it over http.</param>
internal sealed record ServiceParameter(ServiceDefinition Definition, bool IsExternal, bool MayBeHttp)
{
    private static readonly Lazy<IReadOnlyDictionary<string, ServiceParameter>> All = new(() => ServiceCatalog.Dialects
        .SelectMany(d => new[]
        {
            (Dialect: d, Name: d.InternalParameter, IsExternal: false),
            (Dialect: d, Name: d.ExternalParameter, IsExternal: true),
        })
        .Where(p => p.Name is not null)
        .GroupBy(p => p.Dialect.Cmdlet + " " + p.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => Of(g.First().Dialect.Service, g.First().IsExternal), StringComparer.OrdinalIgnoreCase));

    /// <summary>What a parameter sets; null where it is no URL or host of a service.</summary>
    public static ServiceParameter? Find(string cmdlet, string parameter) =>
        All.Value.TryGetValue(cmdlet + " " + parameter, out ServiceParameter? found) ? found : null;

    /// <summary>The service whose directory it is; null where none has it.</summary>
    public static ServiceDefinition? WithDirectory(string directory) => ServiceCatalog.Dialects
        .Select(d => ServiceCatalog.Define(d.Service))
        .Where(d => d.Path.Length > 0)
        .FirstOrDefault(d => string.Equals(ScriptUrl.DirectoryOf(d.Path), directory, StringComparison.OrdinalIgnoreCase));

    private static ServiceParameter Of(ClientService service, bool isExternal)
    {
        ServiceDefinition definition = ServiceCatalog.Define(service);
        bool mayBeHttp = definition.Scheme == "http"
            || ServiceCatalog.Dialects.Any(d => d.Service == service && d.SelfSignedScheme == "http");
        return new ServiceParameter(definition, isExternal, mayBeHttp);
    }
}
