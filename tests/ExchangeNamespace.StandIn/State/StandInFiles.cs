using System;
using System.Collections.Generic;
using System.IO;

namespace ExchangeNamespace.StandIn.State;

/// <summary>Files in memory. Static calls of <c>[System.IO.File]</c> in a line come here.</summary>
public sealed class StandInFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths written so far.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>True in binding-only mode, where a missing file reads as one byte.</summary>
    internal bool Lenient { get; set; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileNotFoundException">It was never written.</exception>
    public byte[] ReadAllBytes(string path)
    {
        if (_files.TryGetValue(path, out byte[]? bytes))
        {
            return bytes;
        }

        return Lenient ? [0x30] : throw new FileNotFoundException("There is no file '" + path + "'.", path);
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="ArgumentNullException">No path or no content.</exception>
    public void WriteAllBytes(string path, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(bytes);
        _files[path] = bytes;
    }
}
