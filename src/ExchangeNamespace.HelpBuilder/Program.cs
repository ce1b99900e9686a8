using System;
using System.Collections.Generic;
using System.IO;
using ExchangeNamespace.HelpBuilder.Pages;

namespace ExchangeNamespace.HelpBuilder;

/// <summary>Builds the module's help from docs/, or checks with <c>--check</c> that the committed help is up to date.</summary>
internal static class Program
{
    private const string Usage = "usage: ExchangeNamespace.HelpBuilder [--check] [--root <repository folder>]";

    private static int Main(string[] args)
    {
        using TextWriter output = Console.Out;
        using TextWriter error = Console.Error;
        return Run(args, Environment.CurrentDirectory, output, error);
    }

    /// <summary>Runs the tool; the result is the exit code: 0, 1 for stale help or a faulty page, 2 for wrong use.</summary>
    internal static int Run(IReadOnlyList<string> args, string currentFolder, TextWriter output, TextWriter error)
    {
        bool check = false;
        string? root = null;
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--check":
                    check = true;
                    break;
                case "--root" when i + 1 < args.Count:
                    root = args[++i];
                    break;
                default:
                    error.WriteLine(Usage);
                    return 2;
            }
        }

        root = RepositoryRoot(root ?? currentFolder, exact: root is not null);
        if (root is null)
        {
            error.WriteLine("no repository here: src/ExchangeNamespace.slnx was not found");
            error.WriteLine(Usage);
            return 2;
        }

        try
        {
            return check ? Check(new HelpFiles(root), output, error) : Write(new HelpFiles(root), output);
        }
        catch (PageException fault)
        {
            error.WriteLine(fault.Message);
            return 1;
        }
    }

    /// <summary>Finds the repository that holds a folder.</summary>
    internal static string? RepositoryRoot(string folder, bool exact = false)
    {
        for (DirectoryInfo? here = new(folder); here is not null; here = exact ? null : here.Parent)
        {
            if (File.Exists(Path.Combine(here.FullName, "src", "ExchangeNamespace.slnx")))
            {
                return here.FullName;
            }
        }

        return null;
    }

    private static int Check(HelpFiles files, TextWriter output, TextWriter error)
    {
        IReadOnlyList<string> stale = files.Stale();
        foreach (string name in stale)
        {
            error.WriteLine($"stale: {name}; run: dotnet run --project src/ExchangeNamespace.HelpBuilder");
        }

        if (stale.Count > 0)
        {
            return 1;
        }

        output.WriteLine("help is up to date");
        return 0;
    }

    private static int Write(HelpFiles files, TextWriter output)
    {
        IReadOnlyList<string> written = files.Write();
        output.WriteLine(written.Count == 0 ? "help was up to date" : "wrote " + string.Join(", ", written));
        return 0;
    }
}
