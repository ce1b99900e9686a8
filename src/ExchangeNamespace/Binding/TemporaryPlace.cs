using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ExchangeNamespace.Binding;

/// <summary>Names beside a target, by which what a killed process left is known again.</summary>
internal static class TemporaryPlace
{
    private const string Prefix = ".exchangenamespace-";
    private const string Suffix = ".tmp";
    private const string ReplacedSuffix = ".old";

    /// <summary>What is of that age belongs to no process that still writes it.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>A new name, under which a file or folder is written.</summary>
    public static string New(string folder) => Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N") + Suffix);

    /// <summary>The name that a folder has while another comes into its place: the next process must find it by the folder.</summary>
    public static string OfReplaced(string folder) =>
        Path.Combine(Path.GetDirectoryName(folder)!, Prefix + Path.GetFileName(folder) + ReplacedSuffix);

    /// <summary>
    /// Files, or folders, that killed processes left in a folder under a name of <see cref="New"/>. They left no links, and a link would
    /// lead to files of others.
    /// </summary>
    /// <param name="list"><see cref="Directory.EnumerateFiles(string, string)"/>, or the same for folders.</param>
    /// <param name="folder">Where they lie.</param>
    public static IReadOnlyList<string> Abandoned(Func<string, string, IEnumerable<string>> list, string folder)
    {
        try
        {
            DateTime limit = DateTime.UtcNow - Age;
            return [.. list(folder, Prefix + "*" + Suffix).Where(p => !IsLink(p) && File.GetLastWriteTimeUtc(p) < limit)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            // A folder that may be written and not listed keeps them.
            return [];
        }
    }

    /// <summary>Whether a link stands there, wherever it leads.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
