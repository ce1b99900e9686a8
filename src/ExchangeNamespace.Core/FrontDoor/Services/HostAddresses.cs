using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Reads <c>host=address</c>: where a name is asked in place of the addresses that DNS has.</summary>
internal static class HostAddresses
{
    /// <summary>The addresses of each name; a name may stand more than once.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(
        IEnumerable<string?> texts, string parameter, ICollection<InputFault> faults)
    {
        List<(string Host, string Address)> pairs = [];
        foreach (string text in texts.Select(t => t ?? string.Empty))
        {
            if (TryRead(text, parameter, out string? host, out string? address))
            {
                pairs.Add((host, address));
            }
            else
            {
                faults.Add(new InputFault(FaultIds.EndpointInvalid, parameter, text,
                    $"{parameter} '{VisibleText.Short(text)}' is no pair of host and address. Give host=address, for example "
                        + "mail.contoso.com=192.0.2.11."));
            }
        }

        return pairs.GroupBy(p => p.Host, System.StringComparer.OrdinalIgnoreCase).ToDictionary(
            g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Address).Distinct()], System.StringComparer.OrdinalIgnoreCase);
    }

    private static bool TryRead(string text, string parameter, [NotNullWhen(true)] out string? host,
        [NotNullWhen(true)] out string? address)
    {
        host = null;
        address = null;
        int equals = text.IndexOf('=');
        return equals > 0 && AddressSyntax.TryNormalise(text.Substring(equals + 1).Trim(), out address)
            && NameSyntax.TryNormalise(text.Substring(0, equals).Trim(), parameter, out host, out _);
    }
}
