using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>What was said about a mail-flow script, as it was said.</summary>
public sealed class MailFlowInput
{
    /// <summary>Which servers and which shell are wanted, and whether only as a rehearsal.</summary>
    public CommandSelection Selection { get; init; } = new();

    /// <summary>
    /// Addresses of its own for the receive connector: a text or list for one server, or servers with a text or list each; null for none.
    /// </summary>
    public object? Bindings { get; init; }

    /// <summary>Where mail is taken from; null for the hygiene service of the plan, else for all public addresses.</summary>
    public IReadOnlyList<string?>? RemoteRanges { get; init; }

    /// <summary>The name of the new connectors; null for one made from the host.</summary>
    public string? ConnectorName { get; init; }

    /// <summary>The address space of the send connector; null for all domains.</summary>
    public string? AddressSpace { get; init; }

    /// <summary>The FQDN for the Default connectors; null leaves them alone, an empty text makes it blank.</summary>
    public string? DefaultConnectorFqdn { get; init; }

    /// <summary>The certificate of the connectors, as <c>&lt;I&gt;issuer&lt;S&gt;subject</c>; null leaves the choice to Exchange.</summary>
    public string? TlsCertificateName { get; init; }

    /// <summary>The captured state of the organisation; null for none.</summary>
    public ExchangeState? State { get; init; }
}

/// <summary>What a mail-flow script is made with, read once.</summary>
internal sealed class MailFlowOptions
{
    public required Fqdn MailHost { get; init; }

    public required PlannedMail Mail { get; init; }

    public required IReadOnlyList<PlannedServer> Servers { get; init; }

    public required bool Rehearse { get; init; }

    /// <summary>Bindings with port, by the name of the server.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Bindings { get; init; }

    /// <summary>Null where all public addresses are meant.</summary>
    public required IReadOnlyList<AddressRange>? RemoteRanges { get; init; }

    public required string ReceiveName { get; init; }

    public required string SendName { get; init; }

    public required string AddressSpace { get; init; }

    public required string? DefaultConnectorFqdn { get; init; }

    public required string? TlsCertificateName { get; init; }

    public IReadOnlyList<string> BindingsOf(PlannedServer server) =>
        Bindings.TryGetValue(server.Name, out IReadOnlyList<string>? own) ? own : [];
}
