using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>One server of the plan. Servers of one site, version and kind share the same <see cref="Services"/> list.</summary>
public sealed class PlannedServer
{
    /// <summary>The NetBIOS name as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>The full name; null when neither given nor derivable.</summary>
    public Fqdn? Fqdn { get; init; }

    /// <summary>The Exchange version.</summary>
    public required ExchangeVersion Version { get; init; }

    /// <summary>The Active Directory site; empty when there is only one and it was not named.</summary>
    public required string Site { get; init; }

    /// <summary>Whether clients on the Internet reach it.</summary>
    public required bool InternetFacing { get; init; }

    /// <summary>Whether Outlook Anywhere is enabled; null when it is not known. Matters in 2007 and 2010 only.</summary>
    public bool? OutlookAnywhereEnabled { get; init; }

    /// <summary>The addresses of the server, as given.</summary>
    public IReadOnlyList<string> Addresses { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What is set, cleared and left, per service.</summary>
    public required IReadOnlyList<ServiceAssignment> Services { get; init => field = Indexable.Of(value); }

    /// <summary>Whether its service connection point is cleared.</summary>
    internal bool ClearsConnectionPoint =>
        Services.Any(s => s.Service == ClientService.Autodiscover && s.Internal.Action == SettingAction.Clear);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
