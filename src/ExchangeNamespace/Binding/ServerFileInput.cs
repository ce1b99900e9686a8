using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Reads which file belongs to which server: texts such as <c>EX01=C:\capture\applicationHost.config</c>, or hashtables.</summary>
internal static class ServerFileInput
{
    public static IReadOnlyDictionary<string, string> Read(object[]? inputs, string parameter, ICollection<InputFault> faults)
    {
        Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
        foreach ((object? key, object? value, object? input) in (inputs ?? []).SelectMany(Pairs))
        {
            string? file = value is FileInfo info ? info.FullName : value as string;
            if (key is not string server || string.IsNullOrWhiteSpace(file))
            {
                faults.Add(new InputFault(FaultIds.MemberWrongType, parameter, input,
                    $"-{parameter} does not say which file is whose. Give a hashtable such as @{{ EX01 = 'applicationHost.config' }}, or "
                        + "'EX01=applicationHost.config'."));
            }
            else if (!ServerName.TryParse(server.Trim(), parameter, out string? name, out _, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (files.ContainsKey(name))
            {
                faults.Add(new InputFault(FaultIds.MemberDuplicate, parameter, server,
                    $"-{parameter} has {VisibleText.Short(name)} twice. Keep one."));
            }
            else
            {
                files.Add(name, file!);
            }
        }

        return files;
    }

    private static IEnumerable<(object? Key, object? Value, object? Input)> Pairs(object? input) => Bare.Of(input) switch
    {
        IDictionary table => table.Cast<DictionaryEntry>().Select(e => ((object?)Text(e.Key), Bare.Of(e.Value), input)),
        string text when text.IndexOf('=') is > 0 and int at => [(text.Substring(0, at), text.Substring(at + 1), input)],
        _ => [(null, null, input)],
    };

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
