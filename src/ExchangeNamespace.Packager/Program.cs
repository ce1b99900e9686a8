using System;
using System.Collections.Generic;
using System.IO;

namespace ExchangeNamespace.Packager;

/// <summary>Makes the gallery package of a module folder; build.ps1 calls it.</summary>
internal static class Program
{
    private const string Usage = """
        usage: ExchangeNamespace.Packager stamp <module folder> [<project address>]
               ExchangeNamespace.Packager settle <bill of materials>
               ExchangeNamespace.Packager pack <module folder> <package file>
        """;

    private static int Main(string[] args)
    {
        using TextWriter output = Console.Out;
        using TextWriter error = Console.Error;
        return Run(args, output, error);
    }

    /// <summary>Runs the tool; the result is the exit code: 0, 1 for a package that cannot be made, 2 for wrong use.</summary>
    internal static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        try
        {
            switch (args)
            {
                case ["stamp", string folder]:
                    Stamp(folder, named: null, output);
                    return 0;
                case ["stamp", string folder, string address]:
                    Stamp(folder, address, output);
                    return 0;
                case ["settle", string bill]:
                    BillOfMaterials.Settle(bill);
                    return 0;
                case ["pack", string folder, string file]:
                    PackageFile.Write(folder, file);
                    output.WriteLine("wrote " + file);
                    return 0;
                default:
                    error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception fault) when (fault is PackageException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static void Stamp(string folder, string? named, TextWriter output)
    {
        if (ProjectAddress.Read(named) is ProjectAddress address)
        {
            address.Stamp(folder);
            return;
        }

        output.WriteLine("The package has no ProjectUri, no LicenseUri and no online help: the project has no public address."
            + " Before it goes to a gallery, set ProjectAddress in src/Directory.Build.props or call build.ps1 with -ProjectAddress.");
    }
}
