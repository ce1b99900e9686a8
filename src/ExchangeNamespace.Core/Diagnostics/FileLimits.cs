namespace ExchangeNamespace.Diagnostics;

/// <summary>
/// How much is read of files that are not certificates. A file over a limit is an error record, and nothing of it is used.
/// </summary>
internal static class FileLimits
{
    /// <summary>Bytes of a plan or design file: more than the plan of 100,000 servers.</summary>
    public const int PlanBytes = 128 * 1024 * 1024;

    /// <summary>Bytes from a device or pipe, which states no length and may have no end.</summary>
    public const int UnstatedBytes = 16 * 1024 * 1024;

    /// <summary>Values, lists and objects in a plan or design file; each takes up to 200 bytes of memory.</summary>
    public const int PlanValues = 4_000_000;

    /// <summary>Levels of lists and objects inside each other in a plan or design file.</summary>
    public const int PlanDepth = 32;

    /// <summary>Refusals that are listed of one input; reading ends there, and a last one says so.</summary>
    public const int Faults = 50;

    /// <summary>Bytes of a script: more than the lines of 10,000 servers.</summary>
    public const int ScriptBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of one file of a capture: the projections of 20,000 servers, which Windows PowerShell writes in UTF-16.</summary>
    public const int CaptureBytes = 64 * 1024 * 1024;

    /// <summary>Files of one capture: more than one for each server and command.</summary>
    public const int CaptureFiles = 20_000;

    /// <summary>Levels of objects inside each other in a capture: twice what Export-Clixml writes at the depth that is usual.</summary>
    public const int CaptureDepth = 48;

    /// <summary>Objects in one file of a capture.</summary>
    public const int CaptureObjects = 4_000_000;

    /// <summary>Bytes of one tag or text in a capture: more than the largest property of an Exchange object.</summary>
    public const int CaptureNodeBytes = 2 * 1024 * 1024;

    /// <summary>Attributes of one element in a capture; CliXml has two.</summary>
    public const int CaptureAttributes = 16;

    /// <summary>Bytes of a configuration of IIS: with a thousand sites it has some 2 MB.</summary>
    public const int IisBytes = 8 * 1024 * 1024;

    /// <summary>Levels of elements inside each other in a configuration of IIS: the deepest one in use has ten.</summary>
    public const int IisDepth = 32;

    /// <summary>Applications and locations in a configuration of IIS: Exchange has some sixty.</summary>
    public const int IisPaths = 20_000;
}
