using System;
using System.IO;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>What stands at a path.</summary>
internal enum PathKind
{
    /// <summary>Nothing, not even a link that leads nowhere.</summary>
    Absent,

    /// <summary>A file that may be replaced by another.</summary>
    File,

    /// <summary>A symbolic link. A file in its place would not be where the link leads.</summary>
    Link,

    /// <summary>A folder, device, pipe or socket.</summary>
    Other,
}

/// <summary>
/// Tells what stands at a path by asking for it, never by its text: <c>//dev/null</c> is a device like <c>/dev/null</c>, and a pipe may
/// have any name. Nothing is opened, because opening a pipe waits for its other end. The base library knows no devices on Unix; PowerShell
/// 7 does.
/// </summary>
internal static class PathKinds
{
    private const string Provider = "Microsoft.PowerShell.Core\\FileSystem::";
    private const string DevicePrefix = @"\\.\";

    public static PathKind Of(PSCmdlet cmdlet, string path)
    {
        if (IsWindows && Path.GetFullPath(path).StartsWith(DevicePrefix, StringComparison.Ordinal))
        {
            return PathKind.Other;
        }

        if (!IsWindows && IsAmongDevices(path))
        {
            return PathKind.Other;
        }

        if (Attributes(path) is not { } attributes)
        {
            return PathKind.Absent;
        }

        if ((attributes & (FileAttributes.Directory | FileAttributes.Device)) != 0 && (attributes & FileAttributes.ReparsePoint) == 0)
        {
            return PathKind.Other;
        }

        (string? kind, string? link) = Item(cmdlet, path);
        return kind switch
        {
            "SymbolicLink" => PathKind.Link,
            "File" => PathKind.File,
            not null => PathKind.Other,
            null when link == "SymbolicLink" => PathKind.Link,
            null when (attributes & FileAttributes.Directory) != 0 => PathKind.Other,

            // Without an answer on Unix it may be a device, so it is not called a file.
            _ => IsWindows ? PathKind.File : PathKind.Other,
        };
    }

    private static bool IsWindows => !UnixFile.IsHere;

    /// <summary>No file belongs into the folder of devices, also not a new one.</summary>
    private static bool IsAmongDevices(string path)
    {
        string[] parts = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts[0] == "dev" && parts[1] != "shm";
    }

    private static FileAttributes? Attributes(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What PowerShell says of it: on Unix its kind, and its kind of link. Neither is known of what goes meanwhile.</summary>
    private static (string? Kind, string? Link) Item(PSCmdlet cmdlet, string path)
    {
        try
        {
            System.Collections.ObjectModel.Collection<PSObject> found = cmdlet.InvokeProvider.Item.Get([Provider + path], force: true,
                literalPath: true);
            return found.Count != 1 ? default
                : (Text(PSObject.AsPSObject(Member(found[0], "UnixStat") ?? string.Empty), "ItemType"), Text(found[0], "LinkType"));
        }
        catch (RuntimeException)
        {
            return default;
        }
    }

    private static string? Text(PSObject item, string member) => Member(item, member)?.ToString();

    private static object? Member(PSObject item, string member) => item.Properties[member]?.Value;
}
