using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>What is known for a check of Extended Protection.</summary>
internal sealed class ProtectionInput
{
    private readonly Lazy<ILookup<string, PlannedServer>> _planned;
    private readonly Lazy<ILookup<string, (string Name, CapturedService Service)>> _captured;

    public ProtectionInput()
    {
        _planned = new(() => (Plan?.Servers ?? []).ToLookup(s => s.Name, StringComparer.OrdinalIgnoreCase));
        _captured = new(() => (State?.Services ?? []).Select(s => (Name: ProtectedDirectory.NameOf(s.Service), Service: s))
            .Concat((State?.AutodiscoverDirectories ?? []).Select(s => (Name: (string?)"Autodiscover", Service: s)))
            .Where(s => s.Name is not null).Select(s => (Name: s.Name!, s.Service))
            .ToLookup(s => s.Service.Server, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The plan; null without one.</summary>
    public NamespacePlan? Plan { get; init; }

    /// <summary>The captured settings; null without them.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The configurations of IIS by server.</summary>
    public IReadOnlyDictionary<string, IisConfiguration> Iis { get; init; } =
        new Dictionary<string, IisConfiguration>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What else is known, by server.</summary>
    public IReadOnlyDictionary<string, ServerFacts> Facts { get; init; } =
        new Dictionary<string, ServerFacts>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A server of the plan; null where the plan does not have it.</summary>
    public PlannedServer? Planned(string server) => _planned.Value[server].FirstOrDefault();

    /// <summary>The captured directories of a server with their names in IIS.</summary>
    public IEnumerable<(string Name, CapturedService Service)> Captured(string server) => _captured.Value[server];
}
