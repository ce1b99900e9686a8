using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the read-only script that captures what the module compares, for the shell of one version.</summary>
[Cmdlet(VerbsData.Export, "StateCaptureScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportStateCaptureScriptCommand : ScriptFileCmdlet
{
    /// <summary>The version in whose shell the script runs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string ExchangeVersion { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ExchangeVersionReader.TryParseProduct(ExchangeVersion, nameof(ExchangeVersion), out ExchangeVersion? version,
            out InputFault? fault))
        {
            WriteFaults([fault]);
            return;
        }

        IEnumerable<string> lines = CaptureScript.Render(version);
        if (ParameterSetName == LinesSet)
        {
            WriteLines(version, lines);
        }
        else
        {
            WithFile(file => WriteFile(file, "Write the capture script", () => lines));
        }
    }

    private void WriteLines(ExchangeVersion version, IEnumerable<string> lines)
    {
        if (MayWriteLines($"the capture of Exchange {version}, which writes a new folder"))
        {
            WriteObject(lines, enumerateCollection: true);
        }
    }
}
