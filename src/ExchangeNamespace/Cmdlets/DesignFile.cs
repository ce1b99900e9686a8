using System.Collections.Generic;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Where a design is written, for the commands that make one.</summary>
internal static class DesignFile
{
    /// <summary>Why a design cannot be written there; null where it can.</summary>
    public static ErrorRecord? Refusal(PSCmdlet cmdlet, string path, bool force)
    {
        try
        {
            FileWriter.ResolvePlace(cmdlet, path, force);
            return null;
        }
        catch (FileFault fault)
        {
            return fault.Record;
        }
    }

    /// <summary>Writes the design, where the user wants it.</summary>
    /// <exception cref="FileFault">It may not be written there, or cannot be.</exception>
    /// <exception cref="ExchangeNamespace.Diagnostics.DependencyLoadException">The library that writes it cannot be loaded.</exception>
    public static bool Write(PSCmdlet cmdlet, string path, bool force, IReadOnlyDictionary<string, object?> design)
    {
        string file = FilePath.ResolveNew(cmdlet, path);
        bool isWanted = cmdlet.ShouldProcess(file, "Write the design");
        if (isWanted)
        {
            FileWriter.Write(cmdlet, file, force, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                writer => JsonFactory.WriteDesign(design, writer));
        }

        return isWanted;
    }
}
