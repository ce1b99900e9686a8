using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>The organisation-wide principal name that Outlook checks a certificate against.</summary>
public sealed class OutlookProviderSetting
{
    /// <summary>The provider, for example <c>EXPR</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The principal name, for example <c>msstd:mail.contoso.com</c>.</summary>
    public required string CertPrincipalName { get; init; }

    /// <summary>Why it must be set.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => Provider + " " + CertPrincipalName;
}
