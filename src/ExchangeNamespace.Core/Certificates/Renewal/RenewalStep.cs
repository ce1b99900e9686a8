using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>What a step of a renewal is about.</summary>
public enum RenewalStepKind
{
    /// <summary>The old certificate is looked at.</summary>
    Look,

    /// <summary>The certificate is requested.</summary>
    Request,

    /// <summary>The authority issues it; nothing is run.</summary>
    Wait,

    /// <summary>The certificate is made and signed on the server.</summary>
    SelfSign,

    /// <summary>The certificate is imported and enabled where it was requested.</summary>
    Enable,

    /// <summary>The certificate is written to a file with its key.</summary>
    Export,

    /// <summary>The certificate is imported with its key and enabled on another server.</summary>
    Spread,

    /// <summary>A connector is led to the new certificate.</summary>
    Connector,

    /// <summary>The principal name that Outlook expects is set.</summary>
    PrincipalName,

    /// <summary>The reverse proxy gets the certificate.</summary>
    Proxy,

    /// <summary>The result is looked at from outside.</summary>
    Verify,

    /// <summary>The old certificate is removed: always last, and always a comment.</summary>
    Remove,
}

/// <summary>One step of a renewal: lines to run, what to look at afterwards, and notes.</summary>
public sealed class RenewalStep
{
    internal RenewalStep()
    {
    }

    /// <summary>The place in the order, from 1; over all shells.</summary>
    public int Number { get; internal set; }

    /// <summary>What it is about.</summary>
    public required RenewalStepKind Kind { get; init; }

    /// <summary>What is done, in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The server on which the lines are run.</summary>
    public required string Target { get; init; }

    /// <summary>The shell in which they are run.</summary>
    public required ShellGeneration Shell { get; init; }

    /// <summary>The lines; those that are run by hand, as the removal is, are comments.</summary>
    public IReadOnlyList<ExchangeCommand> Commands { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What must be true afterwards; empty for nothing.</summary>
    public string Expect { get; init; } = string.Empty;

    /// <summary>The lines that show it; they change nothing.</summary>
    public IReadOnlyList<ExchangeCommand> Checks { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What a person must know or do.</summary>
    public IReadOnlyList<string> Notes { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Number}. {Title}";
}
