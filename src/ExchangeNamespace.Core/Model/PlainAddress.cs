using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ExchangeNamespace.Model;

/// <summary>An address that a record can hold: in full notation and without a scope, which means something on one machine only.</summary>
internal static class PlainAddress
{
    private const char Scope = '%';

    public static bool TryRead(string? text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        return text is not null
            && AddressSyntax.TryNormalise(text, out string? canonical)
            && canonical.IndexOf(Scope) < 0
            && IPAddress.TryParse(canonical, out address);
    }
}
