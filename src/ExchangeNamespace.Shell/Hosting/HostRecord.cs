namespace ExchangeNamespace.Shell.Hosting;

/// <summary>The streams of PowerShell.</summary>
public enum HostStream
{
    /// <summary>Objects.</summary>
    Output,

    /// <summary>Error records.</summary>
    Error,

    /// <summary>Warning records.</summary>
    Warning,

    /// <summary>Verbose records.</summary>
    Verbose,

    /// <summary>Debug records.</summary>
    Debug,

    /// <summary>Information records, with what Write-Host says among them.</summary>
    Information,

    /// <summary>Progress records.</summary>
    Progress,
}

/// <summary>One thing a script wrote.</summary>
/// <param name="Stream">Where it was written.</param>
/// <param name="Value">The object as the script gave it, or the record of the stream.</param>
public sealed record HostRecord(HostStream Stream, object? Value);
