namespace ExchangeNamespace.Mail.Policies;

/// <summary>What senders do where a policy is not kept (RFC 8461 5).</summary>
public enum MtaStsMode
{
    /// <summary>They deliver, and report.</summary>
    Testing,

    /// <summary>They do not deliver.</summary>
    Enforce,

    /// <summary>There is no policy any more.</summary>
    None,
}
