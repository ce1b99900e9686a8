using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Binding;

/// <summary>Paths as PowerShell means them, files read whole and written whole or not at all.</summary>
internal static class FilePath
{
    /// <summary>More than a plan of 500,000 servers.</summary>
    private const long MaximumSize = 512L * 1024 * 1024;

    /// <summary>A device or pipe states no length, and some have no end.</summary>
    private const long MaximumUnstated = 16L * 1024 * 1024;

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
        return Path.GetFileName(file).Length > 0 && !Directory.Exists(file) ? file : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
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
            return IsFileSystem(provider) && Path.IsPathRooted(item) && item.IndexOf('\0') < 0 ? item : throw new FileFault(ErrorRecords.PathNotFileSystem(path));
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException)
        {
            throw new FileFault(ErrorRecords.PathNotFileSystem(path, e));
        }
    }

    public static string ReadAll(string file)
    {
        try
        {
            long length = new FileInfo(file).Length;
            if (length > MaximumSize)
            {
                throw new FileFault(ErrorRecords.FileTooLarge(file, MaximumSize));
            }

            using StreamReader reader = new(file, Encoding.UTF8);
            return ReadUpTo(reader, Math.Max(length, MaximumUnstated)) ?? throw new FileFault(ErrorRecords.FileTooLarge(file, MaximumUnstated));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new FileFault(ErrorRecords.PathNotReadable(file, e));
        }
    }

    /// <summary>Reads to the end; null for a text longer than the limit.</summary>
    private static string? ReadUpTo(TextReader reader, long limit)
    {
        StringBuilder text = new();
        char[] buffer = new char[64 * 1024];
        int count;
        while ((count = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, count);
            if (text.Length > limit)
            {
                return null;
            }
        }

        return text.ToString();
    }

    /// <summary>Refuses a file that exists, unless it may be replaced.</summary>
    public static void RefuseExisting(string file, bool force)
    {
        if (IsDevice(file))
        {
            throw new FileFault(ErrorRecords.PathNotFileSystem(file));
        }

        if (File.Exists(file) && !force)
        {
            throw new FileFault(ErrorRecords.FileExists(file));
        }
    }

    /// <summary>Writes beside the file and then puts the result in its place, so that the file is complete or absent.</summary>
    public static void Write(string file, bool force, Encoding encoding, Action<TextWriter> write)
    {
        RefuseExisting(file, force);
        string folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            throw new FileFault(ErrorRecords.FolderMissing(file, folder));
        }

        string? temporary = null;
        try
        {
            temporary = Path.Combine(folder, "." + Guid.NewGuid().ToString("N") + ".tmp");
            using (StreamWriter writer = new(temporary, append: false, encoding))
            {
                write(writer);
            }

            if (File.Exists(file))
            {
                Replace(temporary, file);
            }
            else
            {
                File.Move(temporary, file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException)
        {
            throw new FileFault(ErrorRecords.PathNotWritable(file, e, temporary));
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>As -Force does elsewhere in PowerShell: a read-only file is replaced too, and stays read-only.</summary>
    private static void Replace(string temporary, string file)
    {
        FileAttributes attributes = File.GetAttributes(file);
        if ((attributes & FileAttributes.ReadOnly) == 0)
        {
            File.Replace(temporary, file, destinationBackupFileName: null);
            return;
        }

        File.SetAttributes(file, attributes & ~FileAttributes.ReadOnly);
        try
        {
            File.Replace(temporary, file, destinationBackupFileName: null);
        }
        finally
        {
            File.SetAttributes(file, File.GetAttributes(file) | FileAttributes.ReadOnly);
        }
    }

    private static void Remove(string? temporary)
    {
        try
        {
            if (temporary is not null && File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to report.
        }
    }

    /// <summary>A file that is replaced whole would take the place of the device itself.</summary>
    private static bool IsDevice(string file) =>
        file.StartsWith("/dev/", StringComparison.Ordinal) && !file.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static bool IsFileSystem(ProviderInfo provider) => string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal);
}
