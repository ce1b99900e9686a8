using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>The two URLs of a service, or hosts for Outlook Anywhere; absent where not known.</summary>
internal readonly record struct SimulatedUrls(Captured<string> Internal, Captured<string> External);

/// <summary>A server at one moment.</summary>
internal sealed class SimulatedServer
{
    public required string Name { get; init; }

    /// <summary>The full name, else the NetBIOS name; lower case.</summary>
    public required string Host { get; init; }

    public required string Site { get; init; }

    public required ExchangeVersion Version { get; set; }

    public required bool InternetFacing { get; init; }

    public bool IsInstalled { get; set; } = true;

    public bool IsInService { get; set; } = true;

    /// <summary>Whether a later step brings it back into service.</summary>
    public bool ComesBack { get; set; }

    /// <summary>Whether setup has just run, and nothing but the preparation of new servers has been done since, in no time.</summary>
    public bool IsFresh { get; set; }

    /// <summary>Whether nothing has been done since setup, so that a job may still set the service connection point in time.</summary>
    public bool IsGuarded { get; set; }

    public Captured<string> ConnectionPoint { get; set; }

    public Captured<IReadOnlyList<string>> Scope { get; set; }

    public Dictionary<ClientService, SimulatedUrls> Urls { get; } = [];

    /// <summary>The authentication of the /rpc directory in IIS.</summary>
    public Captured<IReadOnlyList<string>> RpcMethods { get; set; }

    public bool? OutlookAnywhereEnabled { get; set; }

    /// <summary>The hosts of attachments in Outlook on the web.</summary>
    public SimulatedUrls Downloads { get; set; }

    /// <summary>What IIS shows; null where it is not known.</summary>
    public ShownCertificate? Web { get; set; }

    /// <summary>What SMTP shows; null where it is not known.</summary>
    public ShownCertificate? Mail { get; set; }

    public ExchangeProduct Product => Version.Product;

    public int Generation => RouteTopology.GenerationOf(Product);

    public bool Answers => IsInstalled && IsInService;

    /// <summary>The hosts of its URLs and of its service connection point, in lower case.</summary>
    public IEnumerable<string> Hosts => Urls.Values.SelectMany(u => new[] { u.Internal, u.External }).Append(ConnectionPoint)
        .Where(u => u.IsKnown).Select(u => NameTable.Key(HostText.Of(u.Value!))).Where(h => h.Length > 0);
}
