using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Binding;

/// <summary>Paths as PowerShell means them, and files read whole.</summary>
internal static class FilePath
{
    /// <summary>The file behind a path that must exist.</summary>
    public static string ResolveExisting(PSCmdlet cmdlet, string path, bool literal)
    {
        if (literal)
        {
            string file = ResolveNew(cmdlet, path);
            return File.Exists(file) ? file : throw new FileFault(ErrorRecords.FileNotFound(path));
        }

        IReadOnlyList<string> found = Resolve(cmdlet, path);
        return found.Count > 1 ? throw new FileFault(ErrorRecords.PathAmbiguous(path))
            : File.Exists(found[0]) ? found[0]
            : Directory.Exists(found[0]) ? throw new FileFault(ErrorRecords.PathIsFolder(path))
            : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
    }

    /// <summary>The files and folders behind a path of which at least one must exist.</summary>
    public static IReadOnlyList<string> ResolveItems(PSCmdlet cmdlet, string path, bool literal)
    {
        if (!literal)
        {
            return Resolve(cmdlet, path);
        }

        string item = Unresolved(cmdlet, path);
        return File.Exists(item) || Directory.Exists(item) ? [item] : throw new FileFault(ErrorRecords.FileNotFound(path));
    }

    /// <summary>The file behind a path that need not exist.</summary>
    public static string ResolveNew(PSCmdlet cmdlet, string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (name.Length > 0 && name[name.Length - 1] is '.' or ' ' && name.Trim('.').Length > 0)
        {
            throw new FileFault(ErrorRecords.FileNameNotKept(path));
        }

        string file = Unresolved(cmdlet, path);
        return Directory.Exists(file) ? throw new FileFault(ErrorRecords.PathIsFolder(path))
            : Path.GetFileName(file).Length > 0 ? file
            : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
    }

    /// <summary>The folder behind a path that need not exist.</summary>
    public static string ResolveFolder(PSCmdlet cmdlet, string path)
    {
        string folder = Unresolved(cmdlet, path);
        return Directory.Exists(folder) && Path.GetFileName(folder).Length > 0 ? folder : ResolveNew(cmdlet, path);
    }

    /// <summary>A file that exists, for reading from its start to its end.</summary>
    /// <exception cref="FileFault">It is larger than the limit, or cannot be opened.</exception>
    public static Stream Open(string file, long limit)
    {
        try
        {
            FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
            if (stream.CanSeek && stream.Length > limit)
            {
                stream.Dispose();
                throw new FileFault(ErrorRecords.FileTooLarge(file, limit));
            }

            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new FileFault(ErrorRecords.PathNotReadable(file, e));
        }
    }

    /// <summary>The bytes of a file that exists.</summary>
    /// <exception cref="FileFault">It is larger than the limit, or cannot be read.</exception>
    public static byte[] ReadBytes(string file, long limit)
    {
        try
        {
            using Stream stream = Open(file, limit);
            using MemoryStream bytes = new();
            limit = stream.CanSeek && stream.Length > 0 ? limit : Math.Min(limit, FileLimits.UnstatedBytes);
            byte[] buffer = new byte[64 * 1024];
            int count;
            while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > limit)
                {
                    throw new FileFault(ErrorRecords.FileTooLarge(file, limit));
                }
            }

            return bytes.ToArray();
        }
        catch (IOException e)
        {
            throw new FileFault(ErrorRecords.PathNotReadable(file, e));
        }
    }

    private static IReadOnlyList<string> Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            Collection<string> found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            return found.Count == 0 ? throw new FileFault(ErrorRecords.FileNotFound(path))
                : IsFileSystem(provider) ? found
                : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
        }
        catch (ItemNotFoundException)
        {
            throw new FileFault(ErrorRecords.FileNotFound(path));
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException)
        {
            throw new FileFault(ErrorRecords.PathNotFileSystem(path, e));
        }
    }

    private static string Unresolved(PSCmdlet cmdlet, string path)
    {
        try
        {
            string item = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return IsFileSystem(provider) && Path.IsPathRooted(item) && item.IndexOf('\0') < 0 ? item
                : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException)
        {
            throw new FileFault(ErrorRecords.PathNotFileSystem(path, e));
        }
    }

    /// <summary>The text of a file that exists.</summary>
    /// <exception cref="FileFault">It is larger than the limit, cannot be read, or has bytes that are no text.</exception>
    public static string ReadAll(string file, long limit)
    {
        TextBytes read = TextBytes.Decode(ReadBytes(file, limit));
        return read.IsExact ? read.Text : throw new FileFault(ErrorRecords.FileNotText(file, read.Encoding.WebName));
    }

    private static bool IsFileSystem(ProviderInfo provider) => string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal);
}
