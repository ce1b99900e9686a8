using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The functional level of an Active Directory forest, as <c>(Get-ADForest).ForestMode</c> shows it.</summary>
public enum ForestFunctionalLevel
{
    /// <summary>Windows Server 2003.</summary>
    Windows2003Forest,

    /// <summary>Windows Server 2008.</summary>
    Windows2008Forest,

    /// <summary>Windows Server 2008 R2.</summary>
    Windows2008R2Forest,

    /// <summary>Windows Server 2012.</summary>
    Windows2012Forest,

    /// <summary>Windows Server 2012 R2.</summary>
    Windows2012R2Forest,

    /// <summary>Windows Server 2016, which 2019 and 2022 share.</summary>
    Windows2016Forest,

    /// <summary>Windows Server 2025.</summary>
    Windows2025Forest,
}

/// <summary>What a migration is planned from.</summary>
public sealed class MigrationInput
{
    /// <summary>The plan that the organisation has now.</summary>
    public required NamespacePlan Present { get; init; }

    /// <summary>The plans after each hop, in order; the last one is the target.</summary>
    public required IReadOnlyList<NamespacePlan> Plans { get; init => field = Indexable.Of(value); }

    /// <summary>The captured settings of now; null without a capture.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The level of the forest; null when it was not stated.</summary>
    public ForestFunctionalLevel? ForestLevel { get; init; }

    /// <summary>The time to live that the records have now; null when it was not stated.</summary>
    public TimeSpan? TimeToLive { get; init; }
}
