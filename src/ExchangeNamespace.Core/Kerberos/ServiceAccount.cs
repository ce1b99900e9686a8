using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>An alternate service account, by its domain and its name before Windows 2000.</summary>
internal sealed record ServiceAccount(string Domain, string Name, bool IsComputer)
{
    private const int LongestDomain = 15;
    private const int LongestName = 20;
    private const string Forbidden = "\"/\\[]:;|=,+*?<>@";

    /// <summary>The account as Windows writes it.</summary>
    public string Text => Domain + "\\" + SamName;

    /// <summary>The name with the dollar sign of a computer.</summary>
    public string SamName => IsComputer ? Name + "$" : Name;

    /// <summary>Reads <c>DOMAIN\NAME$</c>, or <c>DOMAIN\NAME</c> for a user account.</summary>
    public static ServiceAccount? Read(string? text, string parameter, ICollection<InputFault> faults)
    {
        string[] parts = (text ?? string.Empty).Split('\\');
        bool isComputer = parts.Length == 2 && parts[1].EndsWith("$", StringComparison.Ordinal);
        string name = parts.Length == 2 ? parts[1].TrimEnd('$') : string.Empty;
        if (parts.Length == 2 && CmdLiteral.CanQuote(text!) && IsName(parts[0], LongestDomain) && IsName(name, LongestName)
            && parts[1].Length - name.Length == (isComputer ? 1 : 0))
        {
            return new ServiceAccount(parts[0], name, isComputer);
        }

        faults.Add(new InputFault(FaultIds.NameBadCharacter, parameter, text,
            $"'{VisibleText.Short(text ?? string.Empty)}' is not an account. Give DOMAIN\\NAME$ for a computer account, which Microsoft "
                + "advises, or DOMAIN\\NAME for a user account, with the NetBIOS name of the domain."));
        return null;
    }

    /// <summary>Printable ASCII without the characters that Windows refuses in the name of an account.</summary>
    private static bool IsName(string text, int longest) => text.Length > 0 && text.Length <= longest && text.Trim() == text
        && text.TrimEnd('.').Length == text.Length && Array.TrueForAll(text.ToCharArray(),
            c => c is >= ' ' and <= '~' && c is not ('$' or '\'') && Forbidden.IndexOf(c) < 0);
}
