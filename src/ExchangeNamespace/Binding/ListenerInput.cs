using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Reads what listens on a host: a hashtable of ports and names.</summary>
internal static class ListenerInput
{
    public static IReadOnlyDictionary<int, string> Read(Hashtable? table, string parameter, ICollection<InputFault> faults)
    {
        Dictionary<int, string> listeners = [];
        foreach (DictionaryEntry entry in table ?? [])
        {
            if (LanguagePrimitives.TryConvertTo(entry.Key, CultureInfo.InvariantCulture, out int port)
                && LanguagePrimitives.TryConvertTo(entry.Value, CultureInfo.InvariantCulture, out string name)
                && !string.IsNullOrWhiteSpace(name))
            {
                if (listeners.ContainsKey(port))
                {
                    faults.Add(new InputFault(FaultIds.MemberDuplicate, parameter, entry.Key,
                        $"-{parameter} has port {port} twice, as a number and as a text. Keep one."));
                }

                listeners[port] = name;
            }
            else
            {
                faults.Add(new InputFault(FaultIds.MemberWrongType, parameter, entry.Key,
                    $"-{parameter} has '{Show(entry.Key)}' = '{Show(entry.Value)}'. Give port numbers and names, such as @{{ 443 = "
                        + $"'IIS' }}."));
            }
        }

        return listeners;
    }

    private static string Show(object? value) =>
        value is null ? string.Empty : VisibleText.Short(PlainObjectConverter.Text(value) ?? value.GetType().Name);
}
