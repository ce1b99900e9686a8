using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>The load balancer of a plan, as text or as rows.</summary>
public sealed class LoadBalancerScript
{
    private LoadBalancerScript(LoadBalancerFormat format, FrontModel model, IReadOnlyList<Finding> findings)
    {
        Model = model;
        Findings = Indexable.Of(findings);
        Lines = Indexable.Of<string>(format switch
        {
            LoadBalancerFormat.HAProxy => [.. HAProxyText.Lines(model)],
            LoadBalancerFormat.Nginx => [.. NginxText.Lines(model)],
            LoadBalancerFormat.Table => [],
            _ => throw ClosedSet.Outside(format),
        });
        Services = Indexable.Of<VirtualService>([.. VirtualServices.Of(model)]);
    }

    /// <summary>What to know before it is used.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The lines of the configuration file, without line ends; empty for <see cref="LoadBalancerFormat.Table"/>.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The rows for an appliance.</summary>
    public IReadOnlyList<VirtualService> Services { get; }

    internal FrontModel Model { get; }

    /// <summary>Makes the balancer of a plan.</summary>
    /// <param name="input">The plan and what was said beside it.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The balancer; null after a fault.</returns>
    public static LoadBalancerScript? Build(LoadBalancerInput input, ICollection<InputFault> faults) =>
        LoadBalancerPlanner.Plan(input, faults) is { } made ? new LoadBalancerScript(input.Format, made.Model, made.Findings) : null;
}
