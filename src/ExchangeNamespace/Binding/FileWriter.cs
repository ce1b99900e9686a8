using System;
using System.IO;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Binding;

/// <summary>Writes a file beside its place and then puts it there, so that the file is complete or absent.</summary>
internal static class FileWriter
{
    /// <summary>Refuses a path where a file may not be put.</summary>
    /// <exception cref="FileFault">Something stands there that is no file, or a file that may not be replaced.</exception>
    public static void RefuseExisting(PSCmdlet cmdlet, string file, bool force)
    {
        try
        {
            PathKind kind = PathKinds.Of(cmdlet, file);
            switch (kind)
            {
                case PathKind.Other:
                    throw new FileFault(ErrorRecords.PathNotFileSystem(file));
                case PathKind.Link:
                    throw new FileFault(ErrorRecords.PathIsLink(file));
                case PathKind.File when !force:
                    throw new FileFault(ErrorRecords.FileExists(file));
                case PathKind.Absent or PathKind.File:
                    break;
                default:
                    throw ClosedSet.Outside(kind);
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new FileFault(ErrorRecords.PathNotWritable(file, e, null));
        }
    }

    /// <summary>The full path of a file that will be written.</summary>
    /// <exception cref="FileFault">It is no path of a file, or its place is taken or does not exist.</exception>
    public static string ResolvePlace(PSCmdlet cmdlet, string path, bool force)
    {
        string file = FilePath.ResolveNew(cmdlet, path);
        RefusePlace(cmdlet, file, force);
        return file;
    }

    /// <summary>Refuses a path where a file may not be put, or that has no folder.</summary>
    /// <exception cref="FileFault">The place is taken or does not exist.</exception>
    public static void RefusePlace(PSCmdlet cmdlet, string file, bool force)
    {
        RefuseExisting(cmdlet, file, force);
        string folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            throw new FileFault(ErrorRecords.FolderMissing(file, folder));
        }
    }

    /// <summary>The folder to which the path leads now, without links.</summary>
    /// <exception cref="FileFault">It leads to no folder.</exception>
    public static string ResolveFolder(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        return UnixFile.WithoutLinks(folder) ?? throw new FileFault(ErrorRecords.FolderMissing(file, folder));
    }

    /// <summary>Writes the file into the folder to which its path leads now, also where a link in it leads elsewhere meanwhile.</summary>
    /// <exception cref="FileFault">It may not be replaced, or cannot be written.</exception>
    public static void Write(PSCmdlet cmdlet, string file, bool force, Encoding encoding, Action<TextWriter> write)
    {
        RefusePlace(cmdlet, file, force);
        string folder = ResolveFolder(file);
        string place = Path.Combine(folder, Path.GetFileName(file));
        foreach (string abandoned in TemporaryPlace.Abandoned(Directory.EnumerateFiles, folder))
        {
            Remove(abandoned);
        }

        string temporary = TemporaryPlace.New(folder);
        bool isMade = false;
        try
        {
            using (StreamWriter writer = new(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None), encoding))
            {
                isMade = true;
                KeepMode(place, temporary);
                write(writer);
            }

            Place(cmdlet, temporary, place, force);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new FileFault(ErrorRecords.PathNotWritable(file, e, temporary));
        }
        finally
        {
            if (isMade)
            {
                Remove(temporary);
            }
        }
    }

    /// <summary>
    /// Whether the file system refused something. .NET says of a limit on the size of files that an argument is out of range.
    /// </summary>
    internal static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException
        or System.Security.SecurityException or NotSupportedException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Before the first character, so that what was closed to others is never open to them.</summary>
    private static void KeepMode(string file, string temporary)
    {
        if (File.Exists(file) && !TemporaryPlace.IsLink(file))
        {
            UnixFile.CopyMode(file, temporary);
        }
    }

    /// <summary>Puts the file in its place. Without leave to replace, a file that came there meanwhile stays.</summary>
    private static void Place(PSCmdlet cmdlet, string temporary, string file, bool force)
    {
        if (!force)
        {
            bool isTaken = UnixFile.TryLink(temporary, file) switch
            {
                true => false,
                false => true,
                null => !TryMove(temporary, file),
            };
            if (isTaken)
            {
                throw new FileFault(ErrorRecords.FileExists(file));
            }

            return;
        }

        RefuseExisting(cmdlet, file, force: true);
        if (File.Exists(file))
        {
            Replace(temporary, file);
        }
        else
        {
            File.Move(temporary, file);
        }
    }

    /// <summary>
    /// As -Force does elsewhere in PowerShell: a read-only file is replaced too, and stays read-only. Unix asks for no right to the file
    /// itself, and the new one has its mode already.
    /// </summary>
    private static void Replace(string temporary, string file)
    {
        FileAttributes attributes = File.GetAttributes(file);
        if (UnixFile.IsHere || (attributes & FileAttributes.ReadOnly) == 0)
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

    private static bool TryMove(string temporary, string file)
    {
        try
        {
            File.Move(temporary, file);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to report.
        }
    }
}
