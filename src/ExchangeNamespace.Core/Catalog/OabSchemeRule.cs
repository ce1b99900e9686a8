using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>What becomes of an offline address book download.</summary>
internal enum OabVerdict
{
    Ok,
    SelfSignedOverHttps,
    HttpRefused,
}

/// <summary>The offline address book's scheme, certificate and RequireSSL must fit (S16): BITS refuses an untrusted certificate.</summary>
internal static class OabSchemeRule
{
    public static OabVerdict Judge(bool https, CertificateAuthority certificate, bool requireSsl) => (https, certificate, requireSsl) switch
    {
        (true, CertificateAuthority.SelfSigned, _) => OabVerdict.SelfSignedOverHttps,
        (false, _, true) => OabVerdict.HttpRefused,
        _ => OabVerdict.Ok,
    };
}
