using System;
using System.IO;
using System.Text.Json;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>The fact collections kept beside the repository; a test that needs one skips where it is absent.</summary>
internal static class SharedData
{
    /// <summary>Reads <c>../shared/data/&lt;name&gt;</c>, or skips the calling test.</summary>
    public static JsonDocument Json(string name) => JsonDocument.Parse(Text(name));

    /// <summary>Reads the text of <c>../shared/data/&lt;name&gt;</c>, or skips the calling test.</summary>
    public static string Text(string name)
    {
        string path = Path.Combine(RepositoryRoot(), "..", "shared", "data", name);
        if (!File.Exists(path))
        {
            Assert.Skip("../shared/data/" + name + " is not beside this repository.");
        }

        return File.ReadAllText(path);
    }

    /// <summary>The folder that holds <c>src</c>, <c>tests</c> and <c>docs</c>.</summary>
    public static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "src", "ExchangeNamespace.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds src/ExchangeNamespace.slnx.");
    }
}
