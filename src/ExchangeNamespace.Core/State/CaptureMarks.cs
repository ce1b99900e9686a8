namespace ExchangeNamespace.State;

/// <summary>The properties that a capture script adds to each object.</summary>
internal static class CaptureMarks
{
    /// <summary>The command that showed the object.</summary>
    public const string CapturedBy = "CapturedBy";

    /// <summary>The server that was asked.</summary>
    public const string CapturedFrom = "CapturedFrom";
}
