using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

/// <summary>
/// Compares the embedded table, field by field and level by level, with the fact collection it was made from. The collection sorts by whole
/// versions and says in words where a cumulative update changes one; the table has ranges of builds.
/// </summary>
public class CmdletCatalogSourceTests
{
    /// <summary>Cmdlets of which a later source told the table more than the collection has; <see cref="CmdletCatalogTests"/> has the difference.</summary>
    private static readonly string[] Corrected = ["Set-OabVirtualDirectory"];

    /// <summary>Parameters of the same kind.</summary>
    private static readonly string[] CorrectedParameters =
        ["EnableDownloadDomains", "ExternalDownloadHostName", "InternalDownloadHostName", "OAuth2ClientProfileEnabled", "OfflineAddressBook"];

    /// <summary>Cmdlets that the table has of the same pages, and the collection has not.</summary>
    private static readonly string[] Later =
    [
        "Get-OfflineAddressBook", "Get-Mailbox", "New-MoveRequest", "Get-MoveRequest", "Remove-MoveRequest", "Set-ServerComponentState",
        "Redirect-Message", "Add-ADPermission", "Set-ImapSettings", "Remove-ClientAccessArray", "Set-ADServerSettings",
        "Get-ImapSettings", "Get-PopSettings", "Set-PopSettings", "Get-HybridConfiguration", "Set-HybridConfiguration",
    ];

    [Fact]
    public void The_table_equals_its_source_field_by_field()
    {
        using JsonDocument source = SharedData.Json("exchange-cmdlets.json");
        JsonElement root = source.RootElement;
        Assert.Equal(Texts(root, "versions"), VersionKeys.All);

        List<string> expected = [.. root.GetProperty("cmdlets").EnumerateArray().Where(c => !Corrected.Contains(Text(c, "name"))).SelectMany(Describe)];
        List<string> actual = [.. CmdletCatalog.Default.Cmdlets.Where(c => !Corrected.Contains(c.Name) && !Later.Contains(c.Name)).SelectMany(Describe)];

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
            name, Text(cmdlet, "confidence"), cmdlet.TryGetProperty("partial", out JsonElement partial) && partial.GetBoolean(),
            Text(cmdlet, "coverage"), Joined(cmdlet, "source"));
        JsonElement[] parameters = [.. cmdlet.GetProperty("parameters").EnumerateArray().Where(p => !CorrectedParameters.Contains(Text(p, "name")))];
        foreach (JsonElement p in parameters)
        {
            yield return Line(
                name, "parameter", Text(p, "name"), Text(p, "type"), p.GetProperty("pipeline").GetBoolean(), Joined(p, "aliases"),
                Joined(p, "values"));
        }

        foreach (Level level in Level.All)
        {
            yield return Line(name, level, Has(cmdlet, level), Lists(cmdlet, "inferredVersions", level));

            // The sets of a parameter that an early build still has are documented for the version before only.
            JsonElement[] early = [.. parameters.Where(p => Has(p, level) && !Lists(p, "versions", level))];
            string[] borrowed = [.. early.SelectMany(p => p.GetProperty("sets").EnumerateObject()).Select(m => m.Name)];
            foreach (JsonElement set in cmdlet.GetProperty("parameterSets").EnumerateArray())
            {
                bool has = Lists(set, "versions", level) || (Text(set, "name") != "__All" && borrowed.Contains(Text(set, "name")));
                yield return Line(name, level, "set", Text(set, "name"), has);
            }

            foreach (JsonElement p in parameters)
            {
                string key = level.Key;
                string[] memberships = [.. p.GetProperty("sets").EnumerateObject().Where(m => Has(p, level)
                    && (Lists(m.Value, "versions", level) || (borrowed.Contains(m.Name) && !early.Any(e => Same(e, p)) && IsBefore(m))
                        || early.Any(e => Same(e, p)))).Select(Membership)];
                bool byVersion = p.TryGetProperty("valuesByVersion", out JsonElement values) && values.TryGetProperty(key, out _);
                string type = p.TryGetProperty("otherTypes", out JsonElement others)
                    ? others.EnumerateObject().Where(o => Texts(o.Value).Contains(key)).Select(o => o.Name).SingleOrDefault()
                        ?? Text(p, "type")
                    : Text(p, "type");
                yield return Line(
                    name, level, Text(p, "name"), Has(p, level), Lists(p, "inferredVersions", level), Joined(memberships),
                    byVersion ? Joined(values, key) : Joined(p, "values"), type);
            }

            bool IsBefore(JsonProperty m) => Texts(m.Value, "versions").Intersect(early.SelectMany(e => Texts(e, "versions"))).Any()
                && !cmdlet.GetProperty("parameterSets").EnumerateArray().Any(s => Text(s, "name") == m.Name && Lists(s, "versions", level))
                && m.Name != "__All";
        }
    }

    private static IEnumerable<string> Describe(CmdletEntry cmdlet)
    {
        yield return Line(cmdlet.Name, cmdlet.Confidence, cmdlet.Partial, cmdlet.Coverage, Joined(cmdlet.Sources));
        CmdletParameter[] parameters = [.. cmdlet.Parameters.Where(p => !CorrectedParameters.Contains(p.Name))];
        foreach (CmdletParameter p in parameters)
        {
            yield return Line(cmdlet.Name, "parameter", p.Name, p.Type, p.Pipeline, Joined(p.Aliases), Joined(p.Values));
        }

        foreach (Level level in Level.All)
        {
            ExchangeVersion version = level.Version;
            yield return Line(cmdlet.Name, level, cmdlet.ExistsIn(version), cmdlet.InferredVersions.Contains(version));
            foreach (CmdletParameterSet set in cmdlet.ParameterSets)
            {
                yield return Line(cmdlet.Name, level, "set", set.Name, set.Versions.Contains(version));
            }

            foreach (CmdletParameter p in parameters)
            {
                yield return Line(
                    cmdlet.Name, level, p.Name, p.ExistsIn(version), p.InferredVersions.Contains(version),
                    Joined(p.ExistsIn(version) ? p.MembershipsFor(version).Select(m => m.Set + m.Mandatory + m.Position) : []),
                    Joined(p.ValuesFor(version)), p.TypeFor(version));
            }
        }
    }

    private static string Membership(JsonProperty membership)
    {
        JsonElement position = membership.Value.GetProperty("position");
        return membership.Name + membership.Value.GetProperty("mandatory").GetBoolean()
            + (position.ValueKind == JsonValueKind.Null ? null : position.GetInt32());
    }

    private static bool Same(JsonElement left, JsonElement right) => Text(left, "name") == Text(right, "name");

    private static bool Lists(JsonElement element, string field, Level level) => Texts(element, field).Contains(level.Key);

    /// <summary>Whether a level has something: the list decides, a note on the version corrects it.</summary>
    private static bool Has(JsonElement element, Level level)
    {
        bool listed = Lists(element, "versions", level);
        if (!element.TryGetProperty("versionNotes", out JsonElement notes) || !notes.TryGetProperty(level.Key, out JsonElement note))
        {
            return listed;
        }

        string text = note.GetString()!;
        int update = int.Parse(Regex.Match(text, "CU([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        return text.StartsWith("present before", StringComparison.Ordinal)
            ? listed || level.Update < update : listed && level.Update >= update;
    }

    /// <summary>One level of a whole version.</summary>
    private sealed record Level(string Key, string Name, int Update, ExchangeVersion Version)
    {
        public static readonly IReadOnlyList<Level> All = [.. VersionKeys.All.SelectMany(k => VersionKeys.Levels(k).Select(r => new Level(
            k,
            r.Product + r.Level,
            r.Product == "2013" && r.Level == "SP1" ? 4
                : r.Level.StartsWith("CU", StringComparison.Ordinal) ? int.Parse(r.Level.AsSpan(2), CultureInfo.InvariantCulture)
                : 0,
            VersionKeys.Read(r.Build.ToString()))))];

        public override string ToString() => Name;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Line(params object?[] fields) => string.Join('\t', fields);

    private static string Joined(IEnumerable<string> values) => string.Join('|', values);

    private static string Joined(JsonElement element, string name) => Joined(Texts(element, name));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? string.Empty : string.Empty;

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? Texts(list) : [];

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(value => value.GetString()!);
}
