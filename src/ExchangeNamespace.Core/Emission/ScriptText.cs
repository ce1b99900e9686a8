namespace ExchangeNamespace.Emission;

/// <summary>Constants of emitted text that do not depend on the machine that writes it.</summary>
internal static class ScriptText
{
    /// <summary>The line end of script files: CRLF, which every Windows shell and editor reads.</summary>
    public const string NewLine = "\r\n";
}
