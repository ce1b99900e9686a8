using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>What is the same for a service in every version.</summary>
/// <param name="Service">The service.</param>
/// <param name="Path">The URL path in Microsoft's casing; empty where the value is a host.</param>
/// <param name="Scheme">The scheme of its URLs.</param>
/// <param name="OnlyWhenAsked">Whether it is left alone unless the caller names hosts for it.</param>
internal sealed record ServiceDefinition(ClientService Service, string Path, string Scheme = "https", bool OnlyWhenAsked = false)
{
    public string Value(Fqdn host, string? scheme = null) => Path.Length == 0 ? host.Value : (scheme ?? Scheme) + "://" + host.Value + Path;
}
