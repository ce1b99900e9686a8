using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Binding;

/// <summary>Files of emitted lines: ASCII without a byte order mark, complete or absent.</summary>
internal static class ScriptFile
{
    /// <summary>
    /// The file of each shell: the one that was named where there is one shell, else one with the shell in its name. None is begun where
    /// one may not be written.
    /// </summary>
    /// <exception cref="Errors.FileFault">A file exists and may not be replaced.</exception>
    public static IReadOnlyList<(string File, ShellGeneration Shell)> PerShell(PSCmdlet cmdlet, string file,
        IReadOnlyList<ShellGeneration> shells, bool force)
    {
        List<(string File, ShellGeneration Shell)> files = [
            .. shells.Select(s => (shells.Count == 1 ? file : Path.ChangeExtension(file, s + Path.GetExtension(file)), s))];
        files.ForEach(f => FileWriter.RefuseExisting(cmdlet, f.File, force));
        return files;
    }

    /// <summary>The file that was named, with further parts of its name before the extension.</summary>
    public static string Named(string file, IReadOnlyList<string> parts) => parts.Count == 0 ? file : Path.Combine(
        Path.GetDirectoryName(file)!,
        string.Join(".", parts.Prepend(Path.GetFileNameWithoutExtension(file))) + Path.GetExtension(file));

    /// <summary>Writes the lines; a stop in between leaves no file.</summary>
    /// <exception cref="Errors.FileFault">The file exists and may not be replaced, or cannot be written.</exception>
    public static void Write(PSCmdlet cmdlet, string file, bool force, IEnumerable<string> lines, string newLine) =>
        FileWriter.Write(cmdlet, file, force, Encoding.ASCII, writer =>
    {
        foreach (string line in lines)
        {
            if (cmdlet.Stopping)
            {
                throw new PipelineStoppedException();
            }

            writer.Write(line);
            writer.Write(newLine);
        }
    });
}
