using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>Reads server names: a NetBIOS name of at most 15 characters, or a full name whose first label is one (KB 909264).</summary>
internal static class ServerName
{
    public const int MaximumNetBios = 15;

    public static bool TryParse(string? text, string parameter, [NotNullWhen(true)] out string? name, out Fqdn? fqdn,
        [NotNullWhen(false)] out InputFault? fault)
    {
        name = null;
        fqdn = null;
        if (!NameSyntax.TryNormalise(text, parameter, out string? ascii, out fault))
        {
            return false;
        }

        if (!HostCharacters.AreAscii(text!))
        {
            fault = new InputFault(FaultIds.NameBadCharacter, parameter, text,
                $"'{VisibleText.Short(text!)}' is not a server name: Windows server names have letters, digits and hyphens.");
            return false;
        }

        int dot = text!.IndexOf('.');
        if (dot >= 0 && !Fqdn.TryParse(ascii, parameter, out fqdn, out fault))
        {
            return false;
        }

        string first = dot < 0 ? text : text.Substring(0, dot);
        fault = Refuse(first, text, parameter);
        name = fault is null ? first : null;
        return fault is null;
    }

    private static InputFault? Refuse(string first, string text, string parameter)
    {
        if (first.Length > MaximumNetBios)
        {
            return new InputFault(FaultIds.NetBiosNameTooLong, parameter, text,
                $"'{first}' has {first.Length} characters. A NetBIOS server name has at most {MaximumNetBios}; is this a host name of a "
                    + "service?");
        }

        foreach (char c in first)
        {
            if (c is < '0' or > '9')
            {
                return null;
            }
        }

        return new InputFault(FaultIds.ServerNameNumeric, parameter, text,
            $"'{first}' consists of digits only. A member of Active Directory cannot have such a name.");
    }
}
