using System;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Names as SPF meets them: chosen by senders and by records, so anything may stand in them.</summary>
internal static class SpfDomain
{
    /// <summary>The name in the form in which it is asked for: lower case, no dot at the end.</summary>
    public static string Normalise(string name)
    {
        string trimmed = name.Length > 0 && name[name.Length - 1] == '.' ? name.Substring(0, name.Length - 1) : name;
        return trimmed.ToLowerInvariant();
    }

    /// <summary>Whether a question can be made of the name: labels of 1 to 63 printable ASCII characters, 253 in all.</summary>
    public static bool CanBeAsked(string name) =>
        name.Length is > 0 and <= NameSyntax.MaximumName
        && name.All(c => c is >= ' ' and <= '~')
        && Array.TrueForAll(name.Split('.'), l => l.Length is > 0 and <= NameSyntax.MaximumLabel);

    /// <summary>
    /// Whether check_host() begins with the name at all: of several labels, the last of them a top-level domain (RFC 7208 4.3).
    /// </summary>
    public static bool IsDomain(string name) =>
        CanBeAsked(name) && name.IndexOf('.') > 0 && IsTopLabel(name.Substring(name.LastIndexOf('.') + 1));

    /// <summary>Letters, digits and hyphens, no hyphen at either end, and not digits alone.</summary>
    public static bool IsTopLabel(string label) =>
        label.Length > 0
        && label.All(HostCharacters.IsLdh)
        && label[0] != '-'
        && label[label.Length - 1] != '-'
        && label.Any(c => c is < '0' or > '9');

    /// <summary>Takes labels from the left until the name is short enough (RFC 7208 7.3).</summary>
    public static string Truncate(string name)
    {
        while (name.Length > NameSyntax.MaximumName)
        {
            int dot = name.IndexOf('.', name.Length - NameSyntax.MaximumName - 1);
            if (dot < 0)
            {
                return name;
            }

            name = name.Substring(dot + 1);
        }

        return name;
    }

    /// <summary>Whether the name is the domain or lies below it; both in the form of <see cref="Normalise"/>.</summary>
    public static bool IsIn(string name, string domain) =>
        name == domain
            || (name.Length > domain.Length && name.EndsWith(domain, StringComparison.Ordinal)
            && name[name.Length - domain.Length - 1] == '.');
}
