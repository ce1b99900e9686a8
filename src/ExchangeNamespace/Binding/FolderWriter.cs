using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Migration.Runbook;

namespace ExchangeNamespace.Binding;

/// <summary>Writes a folder beside its place and then puts it there, so that all its files are there or none.</summary>
internal static class FolderWriter
{
    /// <summary>The full path of a folder that will be written.</summary>
    /// <exception cref="FileFault">Something else stands there, it has files, or its parent does not exist.</exception>
    public static string ResolvePlace(PSCmdlet cmdlet, string path, bool force)
    {
        // A root is nothing but its separator, or a drive with one: without it the present folder would be meant.
        string named = path.TrimEnd('/', '\\');
        string folder = FilePath.ResolveFolder(cmdlet, named.Length == 0 || named[named.Length - 1] == ':' ? path : named);
        if (!Directory.Exists(folder))
        {
            FileWriter.RefusePlace(cmdlet, folder, force: false);
            string replaced = TemporaryPlace.OfReplaced(folder);
            return force || !Directory.Exists(replaced) ? folder : throw new FileFault(ErrorRecords.FolderNotEmpty(replaced));
        }

        RefuseLink(folder);
        return force || IsEmpty(folder) ? folder : throw new FileFault(ErrorRecords.FolderNotEmpty(folder));
    }

    private static bool IsEmpty(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception e) when (FileWriter.IsRefusal(e))
        {
            throw new FileFault(ErrorRecords.PathNotWritable(folder, e, null));
        }
    }

    /// <summary>
    /// Writes the files, below the folder to which the path of the parent leads now. Where the folder exists, its files of an earlier
    /// runbook are replaced as a whole, and all other files stay in it.
    /// </summary>
    /// <exception cref="FileFault">It cannot be written, and nothing was.</exception>
    public static void Write(PSCmdlet cmdlet, string folder, IEnumerable<RunbookFile> files)
    {
        string parent = FileWriter.ResolveFolder(folder);
        string place = Path.Combine(parent, Path.GetFileName(folder));
        string made = TemporaryPlace.New(parent);
        string old = TemporaryPlace.OfReplaced(place);
        foreach (string abandoned in TemporaryPlace.Abandoned(Directory.EnumerateDirectories, parent))
        {
            Remove(abandoned);
        }

        try
        {
            RefuseLink(place);
            TakeUp(place, old);
            Directory.CreateDirectory(made);
            foreach (RunbookFile file in files)
            {
                if (cmdlet.Stopping)
                {
                    throw new PipelineStoppedException();
                }

                WriteFile(made, file);
            }

            Place(made, place, old);
        }
        catch (Exception e) when (FileWriter.IsRefusal(e))
        {
            throw new FileFault(ErrorRecords.PathNotWritable(folder, e, made));
        }
        finally
        {
            Remove(made);
        }
    }

    /// <summary>A process that was killed in <see cref="Place"/> left the folder, or files of it, under its other name.</summary>
    private static void TakeUp(string folder, string old)
    {
        if (!Directory.Exists(old))
        {
            return;
        }

        RefuseLink(old);
        if (Directory.Exists(folder))
        {
            CarryOver(old, folder);
            Remove(old);
        }
        else
        {
            Directory.Move(old, folder);
        }
    }

    private static void WriteFile(string folder, RunbookFile file)
    {
        string newLine = file.IsScript ? ScriptText.NewLine : "\n";
        Encoding encoding = file.IsScript ? Encoding.ASCII : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        string path = Path.Combine(folder, file.Name);
        using StreamWriter writer = new(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None), encoding);
        foreach (string line in file.Lines)
        {
            writer.Write(line);
            writer.Write(newLine);
        }
    }

    /// <summary>What was moved is looked at where it then lies, because a link may have come after an earlier look.</summary>
    private static void Place(string made, string folder, string old)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(made, folder);
            return;
        }

        Directory.Move(folder, old);
        if (TemporaryPlace.IsLink(old))
        {
            Directory.Move(old, folder);
            throw new FileFault(ErrorRecords.PathIsLink(folder));
        }

        try
        {
            Directory.Move(made, folder);
            CarryOver(old, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Restore(made, folder, old);
            throw;
        }

        Remove(old);
    }

    /// <summary>Moves what is of no runbook.</summary>
    private static void CarryOver(string from, string to)
    {
        foreach (string other in Directory.EnumerateFileSystemEntries(from).Where(e => !IsOfRunbook(e)).ToList())
        {
            Directory.Move(other, Path.Combine(to, Path.GetFileName(other)));
        }
    }

    /// <summary>What was carried over goes back first, so that nothing of the user is lost.</summary>
    private static void Restore(string made, string folder, string old)
    {
        if (!Directory.Exists(made))
        {
            CarryOver(folder, old);
            Directory.Move(folder, made);
        }

        Directory.Move(old, folder);
    }

    /// <summary>A link is of no runbook, and what it leads to is not either.</summary>
    private static bool IsOfRunbook(string entry) =>
        File.Exists(entry) && !TemporaryPlace.IsLink(entry) && FileNames.IsOfRunbook(Path.GetFileName(entry));

    private static void RefuseLink(string folder)
    {
        if (TemporaryPlace.IsLink(folder))
        {
            throw new FileFault(ErrorRecords.PathIsLink(folder));
        }
    }

    /// <summary>Removes a folder with its files of a runbook. It stays where it has others, which are the user's.</summary>
    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.EnumerateFiles(folder).Where(IsOfRunbook).ToList().ForEach(Delete);
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to report.
        }
    }

    /// <summary>A read-only file too, which Windows keeps else.</summary>
    private static void Delete(string file)
    {
        if (!UnixFile.IsHere && File.GetAttributes(file) is { } attributes && (attributes & FileAttributes.ReadOnly) != 0)
        {
            File.SetAttributes(file, attributes & ~FileAttributes.ReadOnly);
        }

        File.Delete(file);
    }
}
