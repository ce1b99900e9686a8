using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ExchangeNamespace.Package;

/// <summary>Files of the repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, as these tests and the module were built.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static a => a.Key == nameof(Configuration)).Value!;

    /// <summary>A file or folder, named with slashes from the root.</summary>
    public static string At(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ExchangeNamespace.psd1")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
