using System;
using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Idna;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>The one place that decides whether a text is a host name, and in which words it is refused.</summary>
internal static class NameSyntax
{
    public const int MaximumLabel = 63;
    public const int MaximumName = 253;

    public static bool TryNormalise(string? text, string parameter, [NotNullWhen(true)] out string? ascii,
        [NotNullWhen(false)] out InputFault? fault)
    {
        ascii = null;
        fault = RefuseShape(text, parameter);
        if (fault is not null)
        {
            return false;
        }

        string candidate = text!;
        if (!InternationalName.Concerns(candidate))
        {
            candidate = candidate.ToLowerInvariant();
        }
        else if (InternationalName.TryMap(candidate, out string mapped, out string? reason))
        {
            candidate = mapped;
        }
        else
        {
            fault = new InputFault(FaultIds.NameNotMappable, parameter, text,
                $"'{VisibleText.Short(candidate)}' {reason}, so it has no dependable ASCII form. Give the name as it is registered, or as "
                    + "A-labels (xn--...).");
            return false;
        }

        fault = RefuseLabels(candidate, text!, parameter);
        if (fault is not null)
        {
            return false;
        }

        ascii = candidate;
        return true;
    }

    /// <summary>White space, control characters and line ends, the same on every runtime.</summary>
    private static bool IsSpace(char c) =>
        c is <= ' ' or (>= '\u007F' and <= '\u00A0') or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F'
            or '\u205F' or '\u3000';

    private static InputFault? RefuseShape(string? text, string parameter)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new InputFault(FaultIds.NameEmpty, parameter, text, $"{parameter} is empty. Give a host name such as mail.contoso.com.");
        }

        foreach (char c in text!)
        {
            if (IsSpace(c))
            {
                return Refuse(FaultIds.NameHasSpace, "contains white space or a control character. Host names have none.");
            }
        }

        if (text.IndexOf("://", StringComparison.Ordinal) >= 0 || text.IndexOf('/') >= 0)
        {
            return Refuse(FaultIds.UrlWhereHostExpected, "is a URL or a path. Give the host name alone; the module adds scheme and path.");
        }

        if (IsAddress(text))
        {
            return Refuse(FaultIds.IpAddressWhereHostExpected,
                "is an IP address. Clients and certificates need a host name; give addresses with the server or as -ExternalIPAddress.");
        }

        if (text.IndexOf('*') >= 0)
        {
            return Refuse(FaultIds.WildcardHost,
                "contains a wildcard. A URL needs one host; wildcards belong on a certificate (-CertificateName).");
        }

        if (text.IndexOf('_') >= 0)
        {
            return Refuse(FaultIds.NameHasUnderscore, "contains an underscore. Host names and certificates do not allow it; use a hyphen.");
        }

        if (text[text.Length - 1] == '.')
        {
            return Refuse(FaultIds.NameTrailingDot, "ends in a dot. Leave it out: certificates and Exchange URLs carry names without it.");
        }

        return null;

        InputFault Refuse(string id, string what) => new(id, parameter, text, $"'{VisibleText.Short(text)}' {what}");
    }

    private static InputFault? RefuseLabels(string candidate, string original, string parameter)
    {
        if (candidate.Length > MaximumName)
        {
            return Refuse(FaultIds.NameTooLong, $"has {candidate.Length} characters. A name has at most {MaximumName}.");
        }

        int start = 0;
        int end;
        do
        {
            end = candidate.IndexOf('.', start);
            int length = (end < 0 ? candidate.Length : end) - start;
            if (RefuseLabel(candidate, start, length) is { } fault)
            {
                return fault;
            }

            start = end + 1;
        }
        while (end >= 0);

        int top = candidate.LastIndexOf('.') + 1;
        return top > 0 && IsDigits(candidate, top)
            ? Refuse(FaultIds.NameNumericTopLevel, "ends in a numeric label. A top-level domain is never a number.")
            : null;

        InputFault? RefuseLabel(string name, int from, int length)
        {
            if (length == 0)
            {
                return Refuse(FaultIds.NameEmptyLabel, "has an empty label: a leading dot or two dots in a row.");
            }

            if (length > MaximumLabel)
            {
                return Refuse(FaultIds.LabelTooLong, $"has a label of {length} characters. A label has at most {MaximumLabel}.");
            }

            for (int i = from; i < from + length; i++)
            {
                if (!HostCharacters.IsLdh(name[i]))
                {
                    return Refuse(FaultIds.NameBadCharacter,
                        $"contains '{VisibleText.Short(name[i].ToString())}'. Host names have letters, digits, hyphens and dots.");
                }
            }

            bool reserved = length >= 4 && name[from + 2] == '-' && name[from + 3] == '-'
                && string.CompareOrdinal(name, from, "xn", 0, 2) != 0;
            return name[from] == '-' || name[from + length - 1] == '-' || reserved
                ? Refuse(FaultIds.LabelHyphen,
                    "has a label with a hyphen at its start or end, or with two hyphens in places three and four.")
                : null;
        }

        InputFault Refuse(string id, string what) => new(id, parameter, original, $"'{VisibleText.Short(original)}' {what}");
    }

    private static bool IsAddress(string text) =>
        text.IndexOf(':') >= 0
            ? IPv6Text.TryRead(text, out _)
            : text[text.Length - 1] is >= '0' and <= '9' && text.Split('.') is { Length: 4 } parts
                && Array.TrueForAll(parts, part => part.Length > 0 && IsDigits(part, 0));

    private static bool IsDigits(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
