namespace ExchangeNamespace.Catalog;

/// <summary>The form in which a text is printed when its content allows it.</summary>
public enum LiteralForm
{
    /// <summary>Without quotes: <c>-Identity CAS01</c>.</summary>
    Bare,

    /// <summary>In double quotes: <c>-ExternalHostname "mail.contoso.com"</c>.</summary>
    DoubleQuoted,

    /// <summary>In single quotes, which everything fits into.</summary>
    SingleQuoted,
}
