using System.Collections.Generic;
using System.IO;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>The configuration of IIS is read, or refused with reasons; what it says of a directory can always be asked.</summary>
internal static class IisTarget
{
    private static readonly string[] Directories =
        ["Default Web Site", "Default Web Site/EWS", "Exchange Back End/mapi/emsmdb", "Default Web Site/Microsoft-Server-ActiveSync/Proxy"];

    public static void Read(byte[] bytes)
    {
        List<InputFault> faults = [];
        using MemoryStream stream = new(bytes);
        IisConfiguration? read = IisConfigurationReader.Read(stream, "applicationHost.config", faults);
        Must.Hold(read is null == (faults.Count > 0), "A configuration is read or refused.");
        SamplePlan.Show(faults);
        if (read is null)
        {
            return;
        }

        foreach (string directory in Directories)
        {
            read.Has(directory);
            read.TokenCheckingOf(directory);
            read.RequiresSsl(directory);
            read.IsFiltered(directory);
        }
    }
}
