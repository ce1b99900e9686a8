using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

/// <summary>Compares the embedded table, field by field, with the fact collection it was made from.</summary>
public class CmdletCatalogSourceTests
{
    /// <summary>Cmdlets of which a later source told the table more than the collection has; <see cref="CmdletCatalogTests"/> has the difference.</summary>
    private static readonly string[] Corrected = ["Set-OabVirtualDirectory"];

    [Fact]
    public void The_table_equals_its_source_field_by_field()
    {
        using JsonDocument source = SharedData.Json("exchange-cmdlets.json");
        JsonElement root = source.RootElement;
        Assert.Equal(Texts(root, "versions"), VersionKeys.All);

        List<string> expected = [.. root.GetProperty("cmdlets").EnumerateArray().Where(c => !Corrected.Contains(Text(c, "name"))).SelectMany(Describe)];
        List<string> actual = [.. CmdletCatalog.Default.Cmdlets.Where(c => !Corrected.Contains(c.Name)).SelectMany(Describe)];

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_source_has_no_field_that_the_comparison_overlooks()
    {
        using JsonDocument source = SharedData.Json("exchange-cmdlets.json");
        JsonElement[] cmdlets = [.. source.RootElement.GetProperty("cmdlets").EnumerateArray()];

        Assert.Subset(
            new HashSet<string>("name versions parameterSets parameters source confidence inferredVersions coverage versionNotes partial".Split(' ')),
            cmdlets.SelectMany(Names).ToHashSet());
        Assert.Subset(
            new HashSet<string>("name type aliases versions sets pipeline values inferredVersions valuesByVersion otherTypes versionNotes".Split(' ')),
            cmdlets.SelectMany(c => c.GetProperty("parameters").EnumerateArray()).SelectMany(Names).ToHashSet());
    }

    private static IEnumerable<string> Describe(JsonElement cmdlet)
    {
        string name = Text(cmdlet, "name");
        yield return Line(
            name, Joined(cmdlet, "versions"), Text(cmdlet, "confidence"), Joined(cmdlet, "inferredVersions"), Map(cmdlet, "versionNotes"),
            cmdlet.TryGetProperty("partial", out JsonElement partial) && partial.GetBoolean(), Text(cmdlet, "coverage"), Joined(cmdlet, "source"));
        foreach (JsonElement set in cmdlet.GetProperty("parameterSets").EnumerateArray())
        {
            yield return Line(name, "set", Text(set, "name"), Joined(set, "versions"));
        }

        foreach (JsonElement p in cmdlet.GetProperty("parameters").EnumerateArray())
        {
            yield return Line(
                name, "parameter", Text(p, "name"), Text(p, "type"), Joined(p, "versions"), p.GetProperty("pipeline").GetBoolean(),
                Joined(p, "aliases"), Joined(p, "values"), Joined(p, "inferredVersions"), Map(p, "versionNotes"));
            foreach (JsonProperty membership in p.GetProperty("sets").EnumerateObject())
            {
                JsonElement position = membership.Value.GetProperty("position");
                yield return Line(
                    name, Text(p, "name"), membership.Name, membership.Value.GetProperty("mandatory").GetBoolean(),
                    position.ValueKind == JsonValueKind.Null ? null : position.GetInt32(), Joined(membership.Value, "versions"));
            }

            foreach (string version in VersionKeys.All)
            {
                string values = p.TryGetProperty("valuesByVersion", out JsonElement byVersion) && byVersion.TryGetProperty(version, out _)
                    ? Joined(byVersion, version)
                    : "-";
                string type = p.TryGetProperty("otherTypes", out JsonElement others)
                    ? others.EnumerateObject().Where(o => Texts(o.Value).Contains(version)).Select(o => o.Name).SingleOrDefault() ?? "-"
                    : "-";
                yield return Line(name, Text(p, "name"), version, values, type);
            }
        }
    }

    private static IEnumerable<string> Describe(CmdletEntry cmdlet)
    {
        yield return Line(
            cmdlet.Name, Joined(cmdlet.Versions), cmdlet.Confidence, Joined(cmdlet.InferredVersions), Map(cmdlet.VersionNotes),
            cmdlet.Partial, cmdlet.Coverage, Joined(cmdlet.Sources));
        foreach (CmdletParameterSet set in cmdlet.ParameterSets)
        {
            yield return Line(cmdlet.Name, "set", set.Name, Joined(set.Versions));
        }

        foreach (CmdletParameter p in cmdlet.Parameters)
        {
            yield return Line(
                cmdlet.Name, "parameter", p.Name, p.Type, Joined(p.Versions), p.Pipeline,
                Joined(p.Aliases), Joined(p.Values), Joined(p.InferredVersions), Map(p.VersionNotes));
            foreach (ParameterMembership m in p.Sets)
            {
                yield return Line(cmdlet.Name, p.Name, m.Set, m.Mandatory, m.Position, Joined(m.Versions));
            }

            foreach (string version in VersionKeys.All)
            {
                yield return Line(
                    cmdlet.Name, p.Name, version,
                    p.ValuesByVersion.TryGetValue(version, out IReadOnlyList<string>? values) ? Joined(values) : "-",
                    p.OtherTypes.TryGetValue(version, out string? type) ? type : "-");
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Line(params object?[] fields) => string.Join('\t', fields);

    private static string Joined(IEnumerable<string> values) => string.Join('|', values);

    private static string Joined(JsonElement element, string name) => Joined(Texts(element, name));

    private static string Map(IEnumerable<VersionNote> notes) => Joined(notes.Select(n => n.Version + "=" + n.Text));

    private static string Map(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement map)
        ? Joined(map.EnumerateObject().Select(property => property.Name + "=" + property.Value.GetString()))
        : string.Empty;

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? string.Empty : string.Empty;

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? Texts(list) : [];

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(value => value.GetString()!);
}
