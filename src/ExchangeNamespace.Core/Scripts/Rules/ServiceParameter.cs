using System;
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
    /// <summary>What a parameter sets; null where it is no URL or host of a service.</summary>
    public static ServiceParameter? Find(ServiceCatalog services, string cmdlet, string parameter) => services.Dialects
        .Where(d => Is(d.Cmdlet, cmdlet) && (Is(d.InternalParameter, parameter) || Is(d.ExternalParameter, parameter)))
        .Select(d => Of(services, d.Service, Is(d.ExternalParameter, parameter)))
        .FirstOrDefault();

    /// <summary>The service whose directory it is; null where none has it.</summary>
    public static ServiceDefinition? WithDirectory(string directory) => ServiceCatalog.Definitions
        .Where(d => d.Path.Length > 0)
        .FirstOrDefault(d => string.Equals(ScriptUrl.DirectoryOf(d.Path), directory, StringComparison.OrdinalIgnoreCase));

    private static ServiceParameter Of(ServiceCatalog services, ClientService service, bool isExternal)
    {
        ServiceDefinition definition = ServiceCatalog.Define(service);
        bool mayBeHttp = definition.Scheme == "http"
            || services.Dialects.Any(d => d.Service == service && d.SelfSignedScheme == "http");
        return new ServiceParameter(definition, isExternal, mayBeHttp);
    }

    private static bool Is(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
