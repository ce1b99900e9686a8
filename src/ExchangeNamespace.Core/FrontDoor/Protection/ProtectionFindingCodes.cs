namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>The permanent codes of findings about Extended Protection. A code is never reused.</summary>
public static class ProtectionFindingCodes
{
    /// <summary>A directory is below the recommended value.</summary>
    public const string Lower = "EXN840";

    /// <summary>A directory is above the recommended value.</summary>
    public const string Higher = "EXN841";

    /// <summary>A directory checks tokens on a build without support.</summary>
    public const string OnWithoutSupport = "EXN842";

    /// <summary>The build of a server is too old.</summary>
    public const string BuildTooOld = "EXN843";

    /// <summary>TLS ends before the server.</summary>
    public const string Offloading = "EXN844";

    /// <summary>The proxy has a certificate of its own.</summary>
    public const string SeparateCertificate = "EXN845";

    /// <summary>One certificate must be the same on several machines.</summary>
    public const string SameCertificate = "EXN846";

    /// <summary>A renewal has an order of its own.</summary>
    public const string RenewalOrder = "EXN847";

    /// <summary>A Hybrid Agent publishes EWS.</summary>
    public const string HybridAgent = "EXN848";

    /// <summary>Public folders keep Extended Protection off.</summary>
    public const string PublicFolders = "EXN849";

    /// <summary>NTLM of the first version is still sent.</summary>
    public const string NtlmVersion1 = "EXN850";

    /// <summary>Windows suppresses Extended Protection.</summary>
    public const string Suppressed = "EXN851";

    /// <summary>Servers speak different versions of TLS.</summary>
    public const string TlsDiffers = "EXN852";

    /// <summary>Servers behind one name differ.</summary>
    public const string ServersDiffer = "EXN853";

    /// <summary>Old servers stand beside protected ones.</summary>
    public const string OldBesideProtected = "EXN854";

    /// <summary>A directory checks tokens and does not ask for TLS.</summary>
    public const string TlsNotRequired = "EXN855";
}
