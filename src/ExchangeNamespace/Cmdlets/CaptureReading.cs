using System.IO;
using System.Management.Automation;
using System.Threading;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Reads the files of a capture for the commands that take one by its path.</summary>
internal static class CaptureReading
{
    /// <summary>Reads a folder or file into a state.</summary>
    /// <returns>Whether every file could be opened; what could not is an error.</returns>
    public static bool Add(PSCmdlet cmdlet, StateInput input, string path, bool literal, CancellationToken stopped)
    {
        try
        {
            foreach ((string file, bool inFolder) in CaptureFiles.Find(cmdlet, path, literal))
            {
                using Stream stream = FilePath.Open(file, FileLimits.CaptureBytes);
                StoppableWork.Run(
                    cancel =>
                    {
                        input.AddFile(stream, file, inFolder, cancel);
                        return inFolder;
                    },
                    stopped);
            }

            return true;
        }
        catch (FileFault fault)
        {
            cmdlet.WriteError(fault.Record);
        }
        catch (IOException e)
        {
            cmdlet.WriteError(ErrorRecords.PathNotReadable(path, e));
        }

        return false;
    }
}
