using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>
/// The line that ends SSL offloading of Outlook Anywhere: the one that Microsoft's script asks for before it turns Extended Protection on.
/// It is the only line here, because token checking itself is set by that script alone, on both web sites and with a way to undo it.
/// </summary>
internal static class OffloadingRemedy
{
    /// <summary>The line; empty for a version without the parameters.</summary>
    public static string Line(string server, ExchangeVersion? version) =>
        version is null || ExtendedProtection.Of(version) == ExtendedProtectionSupport.None
            || ServiceCatalog.Default.Find(ClientService.OutlookAnywhere, version) is not { } dialect
            ? string.Empty
            : ServiceLine.Create(new LineFrame(dialect, [
                Flag("SSLOffloading", false), Flag("InternalClientsRequireSsl", true), Flag("ExternalClientsRequireSsl", true),
            ]), server, version, "Extended Protection needs TLS up to the server.").Line;

    private static CommandParameter Flag(string name, bool value) => new(name, CommandValue.Boolean(value));
}
