using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>
/// The texts about whole servers. What cannot stand beside Extended Protection is an error where it is on, by default too, and else a
/// warning: it keeps it off.
/// </summary>
internal static class ServerFindings
{
    private const string Rule = DirectoryFindings.Rule;

    public static Finding TooOld(ProtectedServer server) => Findings.Warning(ProtectionFindingCodes.BuildTooOld, server.Name,
        ExtendedProtectionLevels.FirstOf(server.Version!) is { } first
            ? $"Build {server.Version} lacks the update of August 2022: Extended Protection is supported from {first} on."
            : $"{server.Version} does not support Extended Protection, and no update of it does.",
        "Install the newest cumulative and security update first.", Rule);

    public static Finding Offloading(ProtectedServer server) => Create(server, ProtectionFindingCodes.Offloading,
        "SSL offloading is on, so TLS ends before the server: Outlook and mobile devices are locked out while Outlook on the web works.",
        OffloadingRemedy.Line(server.Name, server.Version) is { Length: > 0 } line
            ? $"Let the proxy encrypt again with the certificate of the servers, then run: {line}"
            : "Let the proxy encrypt again with the certificate of the servers.");

    public static Finding SeparateCertificate(ProtectedServer server) => Create(server, ProtectionFindingCodes.SeparateCertificate,
        "The plan has another certificate on the proxy than on the servers: Windows authentication through the proxy fails.",
        "Use the certificate of the servers on the proxy too (-ReverseProxy SharedCertificate), or let the proxy pass TLS through.");

    public static Finding OtherCertificate(ProtectedServer server) => Create(server, ProtectionFindingCodes.SeparateCertificate,
        "Clients see another certificate through the proxy than the server has: Windows authentication through the proxy fails.",
        "Install the certificate of the servers on the proxy too, or let the proxy pass TLS through.");

    public static Finding HybridAgent(string subject, TokenCheckingMode mode) => Findings.Error(ProtectionFindingCodes.HybridAgent, subject,
        $"It is {mode}, and a Hybrid Agent publishes the server: free/busy and moves of mailboxes through it fail.",
        "Run " + DirectoryFindings.Script + " with -ExcludeVirtualDirectories EWSFrontEnd for this server.", Rule);

    public static Finding PublicFolders(ProtectedServer server, PublicFolderLimit limit) => Create(server,
        ProtectionFindingCodes.PublicFolders,
        limit == PublicFolderLimit.NoMailbox
            ? $"It has mailboxes of public folders, and {server.Version} supports Extended Protection without them only."
            : $"It has the hierarchy of public folders, and {server.Version} supports Extended Protection without it only.",
        "Move these mailboxes to a server of 2016 CU23, 2019 CU12 or later, or install that update.");

    public static Finding NtlmVersion1(ProtectedServer server, int level) => Create(server, ProtectionFindingCodes.NtlmVersion1,
        $"LmCompatibilityLevel is {level}, so NTLM of the first version is sent: users are asked for their password again and again.",
        "Set LmCompatibilityLevel to 5 on servers and clients by Group Policy.");

    public static Finding Suppressed(ProtectedServer server) => Create(server, ProtectionFindingCodes.Suppressed,
        "SuppressExtendedProtection is set in the registry (HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa), so Windows leaves the "
            + "certificate out and the check cannot succeed.", "Set it to 0 or remove it, and restart the server.");

    private static Finding Create(ProtectedServer server, string code, string message, string remedy) => server.IsTakenAsOn
        ? Findings.Error(code, server.Name, message + (server.IsKnownOn == true ? " Extended Protection is on there."
            : " Setup of its version turns Extended Protection on."), remedy, Rule)
        : Findings.Warning(code, server.Name, message + " Extended Protection cannot be turned on there.", remedy, Rule);
}
