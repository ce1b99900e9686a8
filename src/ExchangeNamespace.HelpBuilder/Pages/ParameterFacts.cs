using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>The block of properties of a parameter.</summary>
internal sealed record ParameterFacts(
    string Type,
    IReadOnlyList<string> Sets,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    bool Required,
    string Position,
    string DefaultValue,
    string PipelineInput,
    bool Wildcards)
{
    /// <summary>The value of <c>Parameter Sets</c> that stands for every set.</summary>
    public const string AllSets = "(All)";

    private static readonly string[] MandatoryKeys =
    [
        "Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input", "Accept wildcard characters",
    ];

    private static readonly string[] PipelineForms =
    [
        "False", "True (ByValue)", "True (ByPropertyName)", "True (ByPropertyName, ByValue)",
    ];

    /// <summary>Tells whether the parameter is in the named set.</summary>
    public bool IsIn(string set) => Sets.Contains(AllSets, StringComparer.Ordinal) || Sets.Contains(set, StringComparer.Ordinal);

    /// <summary>Reads the lines of one block.</summary>
    /// <exception cref="PageException">An unknown, missing or repeated key, or a value that is not accepted.</exception>
    public static ParameterFacts Read(string parameter, IReadOnlyList<string> lines, SourceFile file, int firstLine)
    {
        Dictionary<string, string> values = KeyValueLines.Read(lines, file, firstLine, [.. MandatoryKeys, "Accepted values"]);
        foreach (string key in MandatoryKeys)
        {
            if (!values.ContainsKey(key))
            {
                throw file.Error(firstLine, $"parameter -{parameter} does not say '{key}'");
            }
        }

        string Choice(string key, params string[] allowed) => allowed.Contains(values[key], StringComparer.Ordinal)
            ? values[key]
            : throw file.Error(firstLine,
                $"parameter -{parameter}: '{key}' is '{values[key]}', expected one of: {string.Join("; ", allowed)}");

        string position = values["Position"];
        if (position != "Named" && !uint.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw file.Error(firstLine, $"parameter -{parameter}: 'Position' is '{position}', expected Named or a number");
        }

        foreach (string key in new[] { "Type", "Parameter Sets" })
        {
            if (values[key].Length == 0)
            {
                throw file.Error(firstLine, $"parameter -{parameter}: '{key}' is empty");
            }
        }

        return new ParameterFacts(
            values["Type"],
            List(values["Parameter Sets"]),
            List(values["Aliases"]),
            List(values.GetValueOrDefault("Accepted values", string.Empty)),
            Choice("Required", "True", "False") == "True",
            position,
            values["Default value"],
            Choice("Accept pipeline input", PipelineForms),
            Choice("Accept wildcard characters", "True", "False") == "True");
    }

    private static string[] List(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
