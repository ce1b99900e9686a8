using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ExchangeNamespace.Fuzzing;

/// <summary>One reader of data from outside, with what must hold whatever it is given.</summary>
/// <param name="Name">The name on the command line and of the folder of its inputs.</param>
/// <param name="Read">Reads one input; an exception is a fault of the product.</param>
/// <param name="Examples">Which files of <c>docs/examples</c> are inputs too; null for no file.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read, string? Examples = null)
{
    /// <summary>The inputs that runs begin with: those of the folder, in which found ones are kept, and the examples.</summary>
    /// <param name="repository">The folder of the repository.</param>
    public IEnumerable<string> Inputs(string repository) =>
        Directory.EnumerateFiles(Path.Combine(repository, "tests", "ExchangeNamespace.Fuzzing", "Corpus", Name))
            .Concat(Examples is null ? [] : Directory.EnumerateFiles(Path.Combine(repository, "docs", "examples"), Examples,
                SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
}
