using System;
using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Dns;

/// <summary>One file of a DNS script.</summary>
/// <param name="script">The script of its view.</param>
/// <param name="part">The part that it holds.</param>
/// <param name="nameParts">What stands between the name that the user gave and its extension.</param>
internal sealed class DnsScriptFile(DnsScript script, DnsScriptPart part, IReadOnlyList<string> nameParts)
{
    public IReadOnlyList<string> NameParts { get; } = nameParts;

    /// <summary>What writing the file does, for the question whether to write it.</summary>
    public string Action => part.Zone is null ? $"Write the records of the {script.View} view"
        : $"Write the zone {part.Zone} of the {script.View} view";

    public string NewLine => script.NewLine;

    /// <summary>The lines of the file; those that PowerShell runs are framed.</summary>
    /// <param name="version">The version of the module.</param>
    /// <param name="now">When the file is written.</param>
    public IEnumerable<string> Lines(string version, DateTime now) => script.Format == DnsScriptFormat.DnsServer
        ? ScriptFrame.Enclose(part.Lines, version, now, []) : part.Lines;
}
