using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Requests;

/// <summary>The texts that name a client-access service, short forms included, and the words in which any other text is refused.</summary>
internal static class ServiceNames
{
    private static readonly IReadOnlyDictionary<string, ClientService> Known = Table();

    /// <summary>Reads one service.</summary>
    /// <param name="text">A name of <see cref="ClientService"/> in any letter case, <c>SCP</c> or <c>EAS</c>.</param>
    /// <param name="path">The parameter or member that carries it, for the fault.</param>
    /// <param name="faults">Receives the fault of an unknown text.</param>
    /// <returns>The service; null for an unknown text.</returns>
    public static ClientService? Read(string text, string path, ICollection<InputFault> faults)
    {
        if (Known.TryGetValue(text, out ClientService service))
        {
            return service;
        }

        faults.Add(new InputFault(FaultIds.ValueNotListed, path, text,
            $"{path}: '{VisibleText.Short(text)}' is not a service. Known: {string.Join(", ", Enum.GetNames(typeof(ClientService)))}."));
        return null;
    }

    private static Dictionary<string, ClientService> Table()
    {
        Dictionary<string, ClientService> table = new(StringComparer.OrdinalIgnoreCase) { ["SCP"] = ClientService.Autodiscover,
            ["EAS"] = ClientService.ActiveSync };
        foreach (ClientService service in (ClientService[])Enum.GetValues(typeof(ClientService)))
        {
            table.Add(service.ToString(), service);
        }

        return table;
    }
}
