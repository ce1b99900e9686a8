namespace ExchangeNamespace.Model;

/// <summary>What the organisation shares with Exchange Online.</summary>
public enum HybridUse
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Mail, free/busy and moves of mailboxes; clients sign in at the servers as before.</summary>
    Coexistence,

    /// <summary>The same, and clients sign in at Microsoft Entra ID (Hybrid Modern Authentication).</summary>
    ModernAuthentication,
}
