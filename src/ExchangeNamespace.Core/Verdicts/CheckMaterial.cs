using System;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Verdicts;

/// <summary>What checks without the network are made of.</summary>
internal sealed class CheckMaterial
{
    /// <summary>The plan; null without one.</summary>
    public NamespacePlan? Plan { get; init; }

    /// <summary>The captured settings; null without them.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The moment for which lifetimes and support are judged, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Makes a reader of certificates, where one is needed.</summary>
    public required Func<ICertificateReader> CertificateReader { get; init; }

    /// <summary>Which of its inputs there are.</summary>
    public CheckInputs Inputs => (Plan is null ? CheckInputs.None : CheckInputs.Plan)
        | (State is null ? CheckInputs.None : CheckInputs.State);
}
