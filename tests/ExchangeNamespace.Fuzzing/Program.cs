using System;
using System.IO;
using System.Linq;
using SharpFuzz;

namespace ExchangeNamespace.Fuzzing;

/// <summary>
/// <c>list</c> names the targets, <c>instrument FILE</c> makes an assembly report its branches, <c>seeds</c> copies the inputs of a
/// target, <c>run TARGET</c> is started by <c>afl-fuzz</c>, and <c>try TARGET FILE...</c> reads single inputs.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["list"]:
                Console.WriteLine(string.Join('\n', FuzzTargets.All.Select(t => t.Name)));
                return 0;
            case ["instrument", string file]:
                Fuzzer.Instrument(file, Instrumentation.IsWanted, Options.Value);
                return 0;
            case ["run", string name] when Find(name) is { } target:
                Fuzzer.Run(stream => target.Read(All(stream)));
                return 0;
            case ["seeds", string name, string repository, string folder] when Find(name) is { } target:
                Directory.CreateDirectory(folder);
                foreach (string file in target.Inputs(repository))
                {
                    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
                }

                return 0;
            case ["try", string name, .. string[] files] when Find(name) is { } target:
                foreach (string file in files)
                {
                    Console.WriteLine(file);
                    target.Read(File.ReadAllBytes(file));
                }

                return 0;
            default:
                Console.Error.WriteLine("Give list, instrument FILE, seeds TARGET REPOSITORY FOLDER, run TARGET, or try TARGET FILE...");
                return 2;
        }
    }

    private static FuzzTarget? Find(string name) => FuzzTargets.All.FirstOrDefault(t => t.Name == name);

    private static byte[] All(Stream stream)
    {
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
