using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Binding;

/// <summary>The files of a capture: those named, and all of a folder that end in .xml.</summary>
internal static class CaptureFiles
{
    public static IEnumerable<(string Path, bool InFolder)> Find(PSCmdlet cmdlet, string path, bool literal)
    {
        foreach (string item in FilePath.ResolveItems(cmdlet, path, literal))
        {
            if (File.Exists(item))
            {
                yield return (item, InFolder: false);
                continue;
            }

            foreach (string file in InFolder(item, path))
            {
                yield return (file, InFolder: true);
            }
        }
    }

    private static IReadOnlyList<string> InFolder(string folder, string path)
    {
        List<string> files;
        try
        {
            files = [.. Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .Take(FileLimits.CaptureFiles + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new FileFault(ErrorRecords.PathNotReadable(folder, e));
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count == 0 ? throw new FileFault(ErrorRecords.FileNotFound(Path.Combine(path, "*.xml")))
            : files.Count > FileLimits.CaptureFiles ? throw new FileFault(ErrorRecords.PathAmbiguous(path))
            : files;
    }
}
