using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>Whether a build supports Extended Protection.</summary>
internal enum ExtendedProtectionBuild
{
    /// <summary>Microsoft has no way for its version.</summary>
    None,

    /// <summary>It lacks the update of August 2022.</summary>
    TooOld,

    /// <summary>The cumulative update has such an update, and whether it is there is not known.</summary>
    UpdateNotShown,

    /// <summary>It supports it.</summary>
    Supported,
}

/// <summary>Which public folders keep a server from Extended Protection.</summary>
internal enum PublicFolderLimit
{
    /// <summary>None do.</summary>
    Any,

    /// <summary>A mailbox with the hierarchy of public folders does.</summary>
    NoHierarchy,

    /// <summary>Each mailbox of public folders does.</summary>
    NoMailbox,
}

/// <summary>
/// The first builds that support Extended Protection (learn.microsoft.com, "Configure Windows Extended Protection in Exchange Server",
/// 2025-04-30; CSS-Exchange, ExchangeExtendedProtectionManagement.ps1, 2026-04). A later cumulative update of the product has no other
/// condition.
/// </summary>
internal static class ExtendedProtectionLevels
{
    private static readonly IReadOnlyList<(Version First, PublicFolderLimit PublicFolders)> Rows =
    [
        (new Version(15, 0, 1497, 38), PublicFolderLimit.NoMailbox),
        (new Version(15, 1, 2375, 30), PublicFolderLimit.NoHierarchy),
        (new Version(15, 1, 2507, 11), PublicFolderLimit.Any),
        (new Version(15, 2, 986, 28), PublicFolderLimit.NoHierarchy),
        (new Version(15, 2, 1118, 11), PublicFolderLimit.Any),
    ];

    /// <summary>Whether a version supports it.</summary>
    public static ExtendedProtectionBuild Of(ExchangeVersion version)
    {
        if (ExtendedProtection.Of(version) == ExtendedProtectionSupport.None)
        {
            return ExtendedProtectionBuild.None;
        }

        if (version.IsProductOnly)
        {
            return version.Build >= ExchangeBuilds.ExchangeSE ? ExtendedProtectionBuild.Supported : ExtendedProtectionBuild.UpdateNotShown;
        }

        // A cumulative update stands here under its own build, whatever security update is on it: AdminDisplayVersion shows no more.
        return FirstOf(version) is not { } first
            ? IsNewer(version) ? ExtendedProtectionBuild.Supported : ExtendedProtectionBuild.TooOld
            : version.Build >= first ? ExtendedProtectionBuild.Supported
            : version.Level is not null ? ExtendedProtectionBuild.UpdateNotShown
            : ExtendedProtectionBuild.TooOld;
    }

    /// <summary>The first build with support in the cumulative update of a version; null where that has no such limit.</summary>
    public static Version? FirstOf(ExchangeVersion version) => version.IsProductOnly ? null
        : Rows.Where(r => IsSameUpdate(r.First, version.Build)).Select(r => r.First).FirstOrDefault();

    /// <summary>Which public folders keep a version from it.</summary>
    public static PublicFolderLimit PublicFoldersOf(ExchangeVersion version) => version.IsProductOnly ? PublicFolderLimit.Any
        : Rows.Where(r => IsSameUpdate(r.First, version.Build)).Select(r => r.PublicFolders).FirstOrDefault();

    /// <summary>Whether two builds belong to one cumulative update.</summary>
    public static bool IsSameUpdate(Version one, Version other) =>
        one.Major == other.Major && one.Minor == other.Minor && one.Build == other.Build;

    private static bool IsNewer(ExchangeVersion version) =>
        Rows.Where(r => r.First.Minor == version.Build.Minor).All(r => version.Build > r.First);
}
