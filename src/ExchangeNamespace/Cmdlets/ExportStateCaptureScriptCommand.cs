using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the read-only script that captures what the module compares, for the shell of one version.</summary>
[Cmdlet(VerbsData.Export, "StateCaptureScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportStateCaptureScriptCommand : NamespaceCmdlet
{
    private const string LinesSet = "Lines";
    private const string PathSet = "Path";

    /// <summary>The version in whose shell the script runs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string ExchangeVersion { get; set; } = null!;

    /// <summary>The script file to write.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file that was made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ExchangeVersionReader.TryParseProduct(ExchangeVersion, nameof(ExchangeVersion), out ExchangeVersion? version, out InputFault? fault))
        {
            WriteFaults([fault]);
            return;
        }

        IEnumerable<string> lines = CaptureScript.Render(version);
        if (ParameterSetName == LinesSet)
        {
            WriteObject(lines, enumerateCollection: true);
            return;
        }

        try
        {
            string file = FilePath.ResolveNew(this, Path!);
            if (ShouldProcess(file, "Write the capture script"))
            {
                ScriptFile.Write(this, file, Force, lines);
                if (PassThru)
                {
                    WriteObject(new FileInfo(file));
                }
            }
        }
        catch (FileFault failure)
        {
            WriteError(failure.Record);
        }
    }
}
