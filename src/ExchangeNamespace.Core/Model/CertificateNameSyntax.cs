using System;
using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>Reads a name for a certificate: a host, a server name, or one asterisk as the whole left-most label.</summary>
internal static class CertificateNameSyntax
{
    private const string Wildcard = "*.";

    public static bool TryNormalise(string text, string parameter, [NotNullWhen(true)] out string? ascii,
        [NotNullWhen(false)] out InputFault? fault)
    {
        ascii = null;
        bool wildcard = text.StartsWith(Wildcard, StringComparison.Ordinal);
        if (text.IndexOf('*', wildcard ? 1 : 0) >= 0)
        {
            fault = new InputFault(FaultIds.WildcardMisplaced, parameter, text,
                $"{parameter} '{VisibleText.Short(text)}' is no certificate name: a wildcard is one asterisk as the whole left-most label, "
                    + "such as *.contoso.com.");
            return false;
        }

        if (!NameSyntax.TryNormalise(wildcard ? text.Substring(Wildcard.Length) : text, parameter, out string? name, out fault))
        {
            return false;
        }

        ascii = wildcard ? Wildcard + name : name;
        return true;
    }
}
