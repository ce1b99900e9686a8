using System;
using System.Diagnostics.CodeAnalysis;

namespace ExchangeNamespace.Model;

/// <summary>Reads the names of a certificate: a host, a server name, or one asterisk as the whole left-most label above a host.</summary>
internal static class CertificateNameText
{
    public static bool TryRead(string? text, string parameter, [NotNullWhen(true)] out string? name, [NotNullWhen(false)] out InputFault? fault)
    {
        name = null;
        string given = text ?? string.Empty;
        bool wildcard = given.StartsWith("*.", StringComparison.Ordinal);
        if (given.IndexOf('*', wildcard ? 1 : 0) >= 0)
        {
            fault = new InputFault(FaultIds.WildcardMisplaced, parameter, text,
                $"{parameter}: '{NameSyntax.Printable(given)}' is no certificate name: a wildcard is one asterisk as the whole left-most label, such as *.contoso.com.");
            return false;
        }

        if (!NameSyntax.TryNormalise(wildcard ? given.Substring(2) : text, parameter, out string? ascii, out fault))
        {
            return false;
        }

        name = wildcard ? "*." + ascii : ascii;
        return true;
    }
}
