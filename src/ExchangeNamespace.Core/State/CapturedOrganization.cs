using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>The switches of the organisation that the module knows.</summary>
public sealed class CapturedOrganization
{
    internal CapturedOrganization()
    {
    }

    /// <summary>The name.</summary>
    public Captured<string> Name { get; init; }

    /// <summary>Whether MAPI over HTTP is on; absent before 2013 SP1, which has no such switch.</summary>
    public Captured<bool> MapiHttpEnabled { get; init; }

    /// <summary>Whether clients are sent to modern authentication.</summary>
    public Captured<bool> OAuth2ClientProfileEnabled { get; init; }

    /// <summary>Whether attachments come from a host of their own.</summary>
    public Captured<bool> EnableDownloadDomains { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name.ToString();
}

/// <summary>A domain that the organisation accepts mail for.</summary>
public sealed class CapturedAcceptedDomain
{
    internal CapturedAcceptedDomain()
    {
    }

    /// <summary>The name of the entry.</summary>
    public required string Name { get; init; }

    /// <summary>The domain, for example <c>contoso.com</c> or <c>*.contoso.com</c>.</summary>
    public Captured<string> DomainName { get; init; }

    /// <summary><c>Authoritative</c>, <c>InternalRelay</c> or <c>ExternalRelay</c>.</summary>
    public Captured<string> DomainType { get; init; }

    /// <summary>Whether it is the default domain.</summary>
    public Captured<bool> Default { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Name);
}

/// <summary>An Outlook provider: <c>EXCH</c>, <c>EXPR</c> or <c>WEB</c>.</summary>
public sealed class CapturedOutlookProvider
{
    internal CapturedOutlookProvider()
    {
    }

    /// <summary>The provider.</summary>
    public required string Name { get; init; }

    /// <summary>The principal name, for example <c>msstd:mail.contoso.com</c>.</summary>
    public Captured<string> CertPrincipalName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Name);
}

/// <summary>A client access array of Exchange 2010.</summary>
public sealed class CapturedClientAccessArray
{
    internal CapturedClientAccessArray()
    {
    }

    /// <summary>The name of the array.</summary>
    public required string Name { get; init; }

    /// <summary>The host that mailbox databases give to Outlook.</summary>
    public Captured<string> Fqdn { get; init; }

    /// <summary>The Active Directory site, without its path.</summary>
    public Captured<string> Site { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Name);
}
