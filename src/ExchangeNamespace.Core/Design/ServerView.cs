using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>One of the two URLs or hosts of a service.</summary>
internal enum Side
{
    Internal,
    External,
}

/// <summary>A captured server that serves clients: what its services say, where its version can set it.</summary>
internal sealed class ServerView
{
    /// <summary>
    /// The services whose hosts a site states, and whose external URL tells whether clients outside reach the server; the service
    /// connection point and PowerShell have rules of their own.
    /// </summary>
    public static readonly IReadOnlyList<ClientService> Services =
        [.. ServiceCatalog.Definitions.Where(d => !d.OnlyWhenAsked && d.Service != ClientService.Autodiscover).Select(d => d.Service)];

    private readonly ExchangeState _state;
    private readonly Dictionary<ClientService, ServiceDialect?> _dialects = [];
    private readonly Dictionary<(ClientService, Side), Choice?> _hosts = [];

    public ServerView(ExchangeState state, string name, CapturedServer? captured, ExchangeVersion? version)
    {
        _state = state;
        Name = name;
        Captured = captured;
        Fqdn = captured?.Fqdn.Value is { Length: > 0 } full && Model.Fqdn.TryParse(full, "Fqdn", out Fqdn? read, out _) ? read : null;
        Site = captured?.Site.Value is { } site && SiteName.IsValid(site) ? site : string.Empty;
        Version = version;
        InternetFacing = IsFacing();
    }

    public string Name { get; }

    public CapturedServer? Captured { get; }

    public Fqdn? Fqdn { get; }

    /// <summary>The Active Directory site; empty where it was not captured.</summary>
    public string Site { get; }

    public ExchangeVersion? Version { get; }

    /// <summary>Whether clients on the Internet reach it; null where no external value was captured.</summary>
    public bool? InternetFacing { get; set; }

    public bool Is2007 => Version?.Product == ExchangeProduct.Exchange2007;

    /// <summary>How its version sets a service; null where it has none, or the version is not known.</summary>
    public ServiceDialect? Dialect(ClientService service)
    {
        if (!_dialects.TryGetValue(service, out ServiceDialect? dialect))
        {
            dialect = Version is null ? null : ServiceCatalog.Default.Find(service, Version, outlookAnywhereEnabled: true);
            _dialects.Add(service, dialect);
        }

        return dialect;
    }

    public CapturedService? Find(ClientService service) => _state.Find(Name, service);

    /// <summary>The captured value of a side; absent where the version cannot set it.</summary>
    public Captured<string> Raw(ClientService service, Side side)
    {
        if (Find(service) is not { } captured || (Version is not null && Parameter(service, side) is null))
        {
            return default;
        }

        return side == Side.Internal ? captured.Internal : captured.External;
    }

    /// <summary>The host of a side as servers are compared by it; null where it is not known.</summary>
    public Choice? Host(ClientService service, Side side)
    {
        if (!_hosts.TryGetValue((service, side), out Choice? host))
        {
            host = ReadHost(service, side);
            _hosts.Add((service, side), host);
        }

        return host;
    }

    /// <summary>The host in a captured value, as A-labels where it is a name; null where it has no value.</summary>
    public static string? HostOf(ClientService service, Captured<string> raw) => raw is not { IsKnown: true, Value.Length: > 0 } ? null
        : service == ClientService.OutlookAnywhere ? ExchangeUrl.NormaliseHost(raw.Value!)
        : ExchangeUrl.HostOf(raw.Value!) ?? ExchangeUrl.NormaliseHost(raw.Value!);

    /// <summary>Whether a host is the server's own name, short or full, as setup writes it.</summary>
    public bool IsOwnName(string host) =>
        string.Equals(host, Name, StringComparison.OrdinalIgnoreCase)
        || (Fqdn is not null ? host == Fqdn.Value : host.StartsWith(Name + ".", StringComparison.OrdinalIgnoreCase));

    private Choice? ReadHost(ClientService service, Side side)
    {
        Captured<string> raw = Raw(service, side);
        return !raw.IsCaptured ? null
            : HostOf(service, raw) is not { } host ? Choice.None
            : IsOwnName(host) ? Choice.Own
            : Choice.Shared(host);
    }

    private string? Parameter(ClientService service, Side side) =>
        side == Side.Internal ? Dialect(service)?.InternalParameter : Dialect(service)?.ExternalParameter;

    private bool? IsFacing()
    {
        // Before 2013 the directory of Outlook Anywhere cannot be without a host, so that it says nothing.
        Choice[] sides = [.. Services.Where(s => s != ClientService.OutlookAnywhere || Version?.Product >= ExchangeProduct.Exchange2013)
            .Select(s => Host(s, Side.External)).OfType<Choice>()];
        int with = sides.Count(s => s.Kind != ChoiceKind.None);
        return sides.Length == 0 ? null : with * 2 >= sides.Length && with > 0;
    }
}
