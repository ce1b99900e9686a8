using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Model;

/// <summary>What is said of a certificate that is over a limit. Every command that reads certificates says it alike.</summary>
public static class CertificateLimitFindingCodes
{
    /// <summary>A key is larger than the module computes with.</summary>
    public const string KeyOverLimit = "EXN187";

    /// <summary>Names, structure or work of a certificate or file are more than the module reads.</summary>
    public const string ContentOverLimit = "EXN188";

    /// <summary>A chain has more certificates or signatures than the module follows, or judging it took too long.</summary>
    public const string ChainOverLimit = "EXN189";

    private const string NotJudged = "Nothing is concluded from it: it is not judged as good, and not as bad. ";

    /// <summary>Whether a finding is about a limit.</summary>
    internal static bool Has(string code) => code is KeyOverLimit or ContentOverLimit or ChainOverLimit;

    internal static Finding Of(string subject, string code, string message) =>
        Findings.Warning(code, subject, message, NotJudged + Remedy(code), "S36");

    private static string Remedy(string code) => code switch
    {
        KeyOverLimit => "Clients may refuse it too: have one issued with a usual key.",
        ChainOverLimit => "Let the server or the file give the certificate and those of its authorities, and no other; for an endpoint, "
            + "a longer -Timeout may do.",
        _ => "Clients may refuse it too; for a PKCS#12 file, export it again.",
    };
}
