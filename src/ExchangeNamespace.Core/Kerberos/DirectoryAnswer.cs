using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Kerberos;

/// <summary>What a directory has of one account.</summary>
/// <param name="DistinguishedName">Where it stands.</param>
/// <param name="Names">Its service principal names.</param>
internal sealed record DirectoryAccount(string DistinguishedName, IReadOnlyList<string> Names)
{
    /// <summary>The value of msDS-SupportedEncryptionTypes; null where it is not set.</summary>
    public int? EncryptionTypes { get; init; }

    /// <summary>When its password was set, in universal time; null where that is not known or it never was.</summary>
    public DateTime? PasswordSet { get; init; }

    /// <summary>Whether it is disabled; null where that is not known.</summary>
    public bool? IsDisabled { get; init; }
}

/// <summary>What a directory answered.</summary>
internal sealed class DirectoryAnswer
{
    /// <summary>The accounts that have one of the names.</summary>
    public required IReadOnlyList<DirectoryAccount> Holders { get; init; }

    /// <summary>The accounts that were asked for; null for one that is not there.</summary>
    public required IReadOnlyDictionary<string, DirectoryAccount?> Accounts { get; init; }

    /// <summary>Whether the answer covers the whole forest.</summary>
    public required bool IsForest { get; init; }

    /// <summary>Whether attributes of passwords and keys are shown: the global catalogue holds no copy of them.</summary>
    public required bool HasKeys { get; init; }
}
