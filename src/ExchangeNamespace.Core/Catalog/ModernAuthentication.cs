using System;
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

    /// <summary>Whether a plan sets tokens on a server.</summary>
    public static bool IsWanted(NamespacePlan plan) => plan.Servers.Any(s => s.Services.Any(
        a => a.AdditionalParameters.Any(p => p.Parameter.Equals(Parameter, StringComparison.Ordinal))));
}
