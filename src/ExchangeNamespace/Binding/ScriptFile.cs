using System.Collections.Generic;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Binding;

/// <summary>Files of emitted lines: ASCII without a byte order mark, each line ended by CRLF, complete or absent.</summary>
internal static class ScriptFile
{
    /// <summary>Writes the lines; a stop in between leaves no file.</summary>
    /// <exception cref="Errors.FileFault">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(PSCmdlet cmdlet, string file, bool force, IEnumerable<string> lines) => FilePath.Write(file, force, Encoding.ASCII, writer =>
    {
        foreach (string line in lines)
        {
            if (cmdlet.Stopping)
            {
                throw new PipelineStoppedException();
            }

            writer.Write(line);
            writer.Write(ScriptText.NewLine);
        }
    });
}
