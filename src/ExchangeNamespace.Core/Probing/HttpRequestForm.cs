namespace ExchangeNamespace.Probing;

/// <summary>How a URL is asked for.</summary>
/// <param name="Method">The method: GET or OPTIONS.</param>
/// <param name="Authorization">The Authorization header; null for none, which is the rule.</param>
internal sealed record HttpRequestForm(string Method = "GET", string? Authorization = null)
{
    /// <summary>
    /// The first message of NTLM (MS-NLMP 2.2.1.1): signature, number and flags. It names no user, no computer and no domain, and holds
    /// nothing that is made from a password, so a server counts no logon by it.
    /// </summary>
    public static HttpRequestForm FirstOfNtlm { get; } = new(Authorization: "NTLM TlRMTVNTUAABAAAAB4IIoAAAAAAAAAAAAAAAAAAAAAA=");

    /// <summary>Whether the connection is to stay for what follows.</summary>
    public bool KeepsConnection => Authorization is not null;
}
