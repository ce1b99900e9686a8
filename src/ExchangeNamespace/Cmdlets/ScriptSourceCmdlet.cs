using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Scripts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Where a script is read from, and where its fixed form is written.</summary>
public abstract class ScriptSourceCmdlet : LineCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string ScriptSet = "Script";

    /// <summary>The script files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>The script files, without wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The text of a script; several texts are read as the lines of one.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ScriptSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Script { get; set; }

    /// <summary>Writes every replacement that is known: quotes, dashes, names, URLs, hosts.</summary>
    [Parameter]
    public SwitchParameter Fix { get; set; }

    /// <summary>The file for the fixed script; the script's own file by default.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public string? Destination { get; set; }

    /// <summary>Replaces a file that exists, the script's own file too.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>The files that a path stands for; one where the fixed script is written to a file of its own.</summary>
    /// <exception cref="FileFault">There is no file, or there are several where one is wanted.</exception>
    private protected List<string> Files(string path)
    {
        List<string> files = [.. FilePath.ResolveItems(this, path, ParameterSetName == LiteralPathSet).Where(File.Exists)];
        return files.Count == 0 ? throw new FileFault(ErrorRecords.PathNotFileSystem(path))
            : Destination is not null && files.Count > 1 ? throw new FileFault(ErrorRecords.PathAmbiguous(path))
            : files;
    }

    /// <summary>Writes the fixed script in the encoding of its source, where there are changes and the user agrees.</summary>
    /// <exception cref="FileFault">The source is no text, or the file cannot be written or replaced.</exception>
    private protected bool WriteFixedFile(string file, ScriptSource source, FixedScript script)
    {
        string target = Destination is null ? file : FilePath.ResolveNew(this, Destination);
        if (!script.HasChanges)
        {
            return false;
        }

        if (!source.IsExact)
        {
            throw new FileFault(ErrorRecords.FileNotText(target, source.Encoding.WebName));
        }

        FileWriter.RefuseExisting(this, target, Force);
        if (!ShouldProcess(target, "Write the fixed script"))
        {
            return false;
        }

        FileWriter.Write(this, target, Force, source.Encoding, writer => writer.Write(script.Parts[0]));
        return true;
    }
}
