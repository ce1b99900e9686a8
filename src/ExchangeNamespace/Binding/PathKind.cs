using System;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;

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

        PSObject? item = Item(cmdlet, path);
        string? kind = PSObject.AsPSObject(item?.Properties["UnixStat"]?.Value ?? string.Empty).Properties["ItemType"]?.Value?.ToString();
        return kind switch
        {
            "SymbolicLink" => PathKind.Link,
            "File" => PathKind.File,
            not null => PathKind.Other,
            null when item?.Properties["LinkType"]?.Value as string == "SymbolicLink" => PathKind.Link,
            null when (attributes & FileAttributes.Directory) != 0 => PathKind.Other,

            // Without an answer on Unix it may be a device, so it is not called a file.
            _ => IsWindows ? PathKind.File : PathKind.Other,
        };
    }

    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

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

    private static PSObject? Item(PSCmdlet cmdlet, string path)
    {
        try
        {
            System.Collections.ObjectModel.Collection<PSObject> found = cmdlet.InvokeProvider.Item.Get([Provider + path], force: true,
                literalPath: true);
            return found.Count == 1 ? found[0] : null;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }
}
