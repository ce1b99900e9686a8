using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Why a name gets a record.</summary>
public enum SpfRecordRole
{
    /// <summary>A domain that stands behind the <c>@</c> of senders.</summary>
    MailDomain,

    /// <summary>A child domain that sends like its parent; records are not handed down.</summary>
    ChildDomain,

    /// <summary>A name that servers give with HELO (RFC 7208 2.3).</summary>
    HelloName,

    /// <summary>A domain from which no mail comes.</summary>
    Silent,
}

/// <summary>The one SPF record of one name.</summary>
public sealed class SpfRecordResult
{
    /// <summary>The name.</summary>
    public required Fqdn Domain { get; init; }

    /// <summary>Why it gets a record.</summary>
    public required SpfRecordRole Role { get; init; }

    /// <summary>The text of the record.</summary>
    public required string Record { get; init; }

    /// <summary>The text as character-strings of one TXT record, each of at most 255 characters (RFC 7208 3.3).</summary>
    public required IReadOnlyList<string> Strings { get; init => field = Indexable.Of(value); }

    /// <summary>The data of the MX record of a domain that takes no mail (RFC 7505); null where none is wanted.</summary>
    public required string? NullMx { get; init; }

    /// <summary>The records that exist; empty without any, or where DNS was not asked.</summary>
    public required IReadOnlyList<string> Existing { get; init => field = Indexable.Of(value); }

    /// <summary>What the record would be if there were none yet.</summary>
    public required string NewRecord { get; init; }

    /// <summary>The look-ups that a receiver makes; ten are allowed.</summary>
    public required int Lookups { get; init; }

    /// <summary>The terms that find nothing; null where DNS was not asked.</summary>
    public required int? VoidLookups { get; init; }

    /// <summary>Whether the look-ups of other records are counted too.</summary>
    public required bool LookupsAreComplete { get; init; }

    /// <summary>Why the name needs it.</summary>
    public required string Reason { get; init; }

    /// <summary>The findings about it.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => Record;
}
