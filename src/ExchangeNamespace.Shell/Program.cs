using System;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;

namespace ExchangeNamespace.Shell;

internal static class Program
{
    private const int UsageError = 64;

    private static int Main(string[] args)
    {
        if (ShellOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine(ShellOptions.Usage);
            return UsageError;
        }

        try
        {
            using ModuleHost host = ModuleHost.Open(options.ManifestPath, HostConsole.ForProcess(options.Width));
            Console.CancelKeyPress += (_, pressed) =>
            {
                pressed.Cancel = true;
                host.Stop();
            };
            return options.Command is { } text ? host.Print(text) : host.PrintFile(options.ScriptPath!, options.Arguments);
        }
        catch (Exception exception) when (exception is IOException or RuntimeException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
