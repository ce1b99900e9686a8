using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExchangeNamespace.Documentation.Tests.Pages;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Documentation.Tests.Sandbox;

/// <summary>Runs the blocks of a page in one clean PowerShell, in a folder of its own with the examples of the documentation.</summary>
internal static class PageRun
{
    /// <summary>How pages show the folder of the sandbox.</summary>
    public const string ShownFolder = @"C:\scripts";

    /// <summary>How wide the console of the pages is.</summary>
    public const int Width = 120;

    /// <summary>Runs a page.</summary>
    /// <param name="shell">The PowerShell.</param>
    /// <param name="root">The root of the repository.</param>
    /// <param name="page">The page.</param>
    /// <param name="lab">The servers that it asks.</param>
    /// <returns>What each block printed; null for one that is not run.</returns>
    public static IReadOnlyList<string?> Run(RealPowerShell shell, string root, DocumentationPage page, Lab lab)
    {
        string sandbox = Directory.CreateTempSubdirectory("exn-page").FullName;
        try
        {
            string folder = Path.Combine(sandbox, "scripts");
            string examples = Path.Combine("docs", "examples");
            Copy(Path.Combine(root, examples), Path.Combine(folder, examples));
            string module = Path.Combine(sandbox, "modules", "ExchangeNamespace");
            Copy(Path.Combine(root, "bin"), Path.Combine(module, "bin"));
            Copy(Path.Combine(root, examples), Path.Combine(module, examples));
            Copy(Path.Combine(root, "en-US"), Path.Combine(module, "en-US"));
            File.Copy(Path.Combine(root, "ExchangeNamespace.psd1"), Path.Combine(module, "ExchangeNamespace.psd1"));
            string program = Path.Combine(sandbox, "RunPage.ps1");
            using (Stream from = typeof(PageRun).Assembly.GetManifestResourceStream("RunPage.ps1")!)
            using (FileStream to = File.Create(program))
            {
                from.CopyTo(to);
            }

            CommandBlock[] run = [.. page.Blocks.Where(b => b.NotRun is null)];
            string input = Path.Combine(sandbox, "page.json");
            string output = Path.Combine(sandbox, "printed.json");
            File.WriteAllText(input, JsonSerializer.Serialize(new
            {
                Root = sandbox,
                Folder = folder,
                Modules = Path.Combine(sandbox, "modules"),
                StandIn = Organisation.IsNeededBy(run) ? Organisation.Assembly : null,
                Version = Organisation.ExchangeVersion,
                Organisation.Servers,
                Width,
                Blocks = run.Select(b => lab.ToReal(b.Code)),
            }));

            string start = string.Create(CultureInfo.InvariantCulture, $"$ExnInput = '{input}'; $ExnOutput = '{output}'; . '{program}'");
            ProcessStartInfo info = shell.StartInfo("-Command", start);
            info.WorkingDirectory = folder;
            info.Environment["TZ"] = "UTC";
            info.Environment["LC_ALL"] = "en_US.UTF-8";
            ProgramRun ended = RealPowerShell.Run(info);
            if (ended.ExitCode != 0 || ended.Errors.Length > 0 || !File.Exists(output))
            {
                throw new InvalidOperationException($"The run of {page.Name} ended with {ended.ExitCode}.\n{ended.Output}{ended.Errors}");
            }

            Queue<string> printed = new(JsonSerializer.Deserialize<string[]>(File.ReadAllText(output))!);
            return [.. page.Blocks.Select(b => b.NotRun is null ? Printed.Trim(Shown(lab.ToShown(printed.Dequeue()), folder)) : null)];
        }
        finally
        {
            Directory.Delete(sandbox, recursive: true);
        }
    }

    /// <summary>What is another text at each run: the folder of the sandbox, and the time in the name of a capture folder.</summary>
    private static string Shown(string text, string folder)
    {
        string shown = Regex.Replace(text, Regex.Escape(folder) + @"[^\s'""]*", match =>
            ShownFolder + match.Value[folder.Length..].Replace('/', '\\'));
        return Regex.Replace(shown, @"\bExchangeState-\d{8}-\d{6}\b", "ExchangeState-20260601-120000");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
