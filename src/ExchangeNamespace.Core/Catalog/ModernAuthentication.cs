using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// Hybrid Modern Authentication: directories that take tokens, and the switch of the organisation that sends clients to them
/// (learn.microsoft.com, configure-exchange-server-for-hybrid-modern-authentication).
/// </summary>
internal static class ModernAuthentication
{
    /// <summary>The switch of the organisation.</summary>
    public const string Switch = "OAuth2ClientProfileEnabled";

    /// <summary>The parameter of the directories of EWS and of the address book; MAPI lists the method instead.</summary>
    public const string Parameter = "OAuthAuthentication";

    /// <summary>Whether clients of a plan are sent to it: where it is planned, and a server knows it.</summary>
    public static bool IsWanted(NamespacePlan plan) => plan.Hybrid == HybridUse.ModernAuthentication
        && plan.Servers.Any(s => s.Version.Product >= ExchangeProduct.Exchange2013);
}
