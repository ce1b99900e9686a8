namespace ExchangeNamespace.Mail.Policies;

/// <summary>What a domain asks receivers to do with mail that fails DMARC.</summary>
public enum DmarcPolicy
{
    /// <summary>Nothing: only reports are wanted.</summary>
    None,

    /// <summary>Treat it as suspicious.</summary>
    Quarantine,

    /// <summary>Refuse it.</summary>
    Reject,
}
