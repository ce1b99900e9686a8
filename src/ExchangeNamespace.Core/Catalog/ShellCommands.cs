using System;
using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>With which version of PowerShell its own commands and parameters begin, read from <c>powershell-commands.tsv</c>.</summary>
internal static class ShellCommands
{
    private static readonly Lazy<Dictionary<string, Version>> Rows = new(Read);

    /// <summary>Parameters that PowerShell itself gives to every cmdlet, with their aliases.</summary>
    private static readonly (string Name, string Alias, Version From)[] CommonParameters =
    [
        ("Verbose", "vb", new Version(1, 0)), ("Debug", "db", new Version(1, 0)), ("ErrorAction", "ea", new Version(1, 0)),
        ("ErrorVariable", "ev", new Version(1, 0)), ("OutVariable", "ov", new Version(1, 0)), ("OutBuffer", "ob", new Version(1, 0)),
        ("WarningAction", "wa", new Version(2, 0)), ("WarningVariable", "wv", new Version(2, 0)),
        ("PipelineVariable", "pv", new Version(4, 0)),
        ("InformationAction", "infa", new Version(5, 0)), ("InformationVariable", "iv", new Version(5, 0)),
    ];

    /// <summary>Names of the parameters that every cmdlet has.</summary>
    public static IEnumerable<string> CommonNames => Array.ConvertAll(CommonParameters, c => c.Name);

    /// <summary>Common parameters that take no value.</summary>
    public static bool IsCommonSwitch(string name) => name is "Verbose" or "Debug";

    /// <summary>The version a command of PowerShell begins with; null for a command of something else.</summary>
    public static Version? FindCommand(string name) => Rows.Value.TryGetValue(name, out Version? from) ? from : null;

    /// <summary>The version a parameter begins with, where that is later than its command; null otherwise.</summary>
    public static Version? FindParameter(string command, string parameter) =>
        Rows.Value.TryGetValue(command + " -" + parameter, out Version? from) ? from : null;

    /// <summary>A common parameter by name or alias in any casing; null without one.</summary>
    public static (string Name, Version From)? FindCommon(string text)
    {
        foreach ((string name, string alias, Version from) in CommonParameters)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(alias, text, StringComparison.OrdinalIgnoreCase))
            {
                return (name, from);
            }
        }

        return null;
    }

    private static Dictionary<string, Version> Read()
    {
        Dictionary<string, Version> rows = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in CatalogResource.Rows("powershell-commands.tsv"))
        {
            foreach (string name in row[1].Split(','))
            {
                rows.Add(name, Version.Parse(row[0]));
            }
        }

        return rows;
    }
}
