using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>The texts about single directories.</summary>
internal static class DirectoryFindings
{
    public const string Rule = "S27";
    public const string Script = "ExchangeExtendedProtectionManagement.ps1";
    public const string Sets = "Run Microsoft's " + Script + " with -PrerequisitesCheckOnly, then without it: it sets both web sites and "
        + "keeps a file to undo it.";

    private const string Shows = "Run Microsoft's " + Script + ", which sets the recommended values; -ShowExtendedProtection shows them.";

    public static Finding Lower(string subject, DirectoryValue value, TokenCheckingMode wanted, bool isFiltered) => Findings.Warning(
        ProtectionFindingCodes.Lower, subject, isFiltered
            ? $"It is {value.Value}, recommended is {wanted}. A filter of addresses stands in for it, which was a way around a fault of "
                + "2022. Microsoft says to use it no more."
            : $"It is {value.Value}, recommended is {wanted}: the directory is not protected against relayed sign-ins.", Sets, Rule);

    public static Finding Higher(string subject, DirectoryValue value, TokenCheckingMode wanted) => Findings.Warning(
        ProtectionFindingCodes.Higher, subject, $"It is {value.Value}, and Microsoft supports at most {wanted}"
            + (value.Directory.LocksOut is { } clients ? $": it locks out {clients}." : "."), Shows, Rule);

    public static Finding WithoutSupport(string subject, DirectoryValue value, string version, bool hasWay) => hasWay
        ? Findings.Error(ProtectionFindingCodes.OnWithoutSupport, subject,
            $"It is {value.Value}, and {version} does not support Extended Protection: calls between servers fail.",
            "Install the newest security update of the server, or turn Extended Protection off with " + Script
                + " -DisableExtendedProtection.", Rule)
        : Findings.Warning(ProtectionFindingCodes.OnWithoutSupport, subject,
            $"It is {value.Value}, and Microsoft has no guidance for Extended Protection on {version}, whose servers leave it at None.",
            "Set it back to None where nothing else needs it.", Rule);

    public static Finding TlsNotRequired(string subject, DirectoryValue value) => Findings.Warning(
        ProtectionFindingCodes.TlsNotRequired, subject,
        $"It is {value.Value}, and IIS does not ask for TLS there. Without TLS there is no certificate to compare.", Shows, Rule);
}
