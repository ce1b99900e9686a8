using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Model;
using YamlDotNet.RepresentationModel;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>One test of the suite.</summary>
/// <param name="Name">Scenario and name.</param>
/// <param name="Host">The address of the sender.</param>
/// <param name="MailFrom">The sender of the envelope.</param>
/// <param name="Hello">The name given with HELO.</param>
/// <param name="Accepted">The results that are right, the preferred one first.</param>
/// <param name="Explanation">What a failing sender is told; <c>DEFAULT</c> for nothing of the domain's own; null where it does not matter.</param>
/// <param name="Zone">The records.</param>
internal sealed record Rfc7208Test(string Name, string Host, string MailFrom, string Hello, string[] Accepted, string? Explanation, ZoneDns Zone);

/// <summary>
/// Reads the suite as its own driver does: an SPF entry is also served as TXT unless the name has a TXT entry, <c>TXT: NONE</c> keeps it
/// from that, a list is one text of several strings, and TIMEOUT lets every kind go unanswered that does not stand before it.
/// </summary>
internal static class Rfc7208Suite
{
    private static readonly DnsRecordType[] Kinds = [DnsRecordType.TXT, DnsRecordType.A, DnsRecordType.AAAA, DnsRecordType.MX, DnsRecordType.PTR];

    public static IReadOnlyList<Rfc7208Test> Read(string text)
    {
        YamlStream stream = new();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.SelectMany(d => Scenario((YamlMappingNode)d.RootNode))];
    }

    private static IEnumerable<Rfc7208Test> Scenario(YamlMappingNode scenario)
    {
        string title = Text(scenario["description"]);
        foreach ((YamlNode name, YamlNode node) in ((YamlMappingNode)scenario["tests"]).Children)
        {
            YamlMappingNode test = (YamlMappingNode)node;
            yield return new Rfc7208Test(
                title + ": " + Text(name),
                Text(test["host"]),
                Text(test["mailfrom"]),
                Text(test["helo"]),
                test["result"] is YamlSequenceNode list ? [.. list.Children.Select(Text)] : [Text(test["result"])],
                test.Children.TryGetValue("explanation", out YamlNode? explanation) ? Text(explanation) : null,
                Zone((YamlMappingNode)scenario["zonedata"]));
        }
    }

    private static ZoneDns Zone(YamlMappingNode data)
    {
        ZoneDns zone = new();
        foreach ((YamlNode name, YamlNode node) in data.Children)
        {
            string owner = Text(name);
            List<YamlNode> entries = [.. ((YamlSequenceNode)node).Children];
            bool hasText = entries.OfType<YamlMappingNode>().Any(e => e.Children.ContainsKey("TXT"));
            HashSet<DnsRecordType> served = [];
            foreach (YamlNode entry in entries)
            {
                if (entry is not YamlMappingNode map)
                {
                    Kinds.Where(k => !served.Contains(k)).ToList().ForEach(k => zone.Silence(owner, k));
                    continue;
                }

                (YamlNode type, YamlNode value) = map.Children.Single();
                string kind = Text(type);
                if ((kind == "SPF" && hasText) || (kind == "TXT" && value is YamlScalarNode { Value: "NONE" }))
                {
                    continue;
                }

                DnsRecordType read = kind == "SPF" ? DnsRecordType.TXT : Enum.Parse<DnsRecordType>(kind);
                served.Add(read);
                Add(zone, owner, read, value);
            }
        }

        return zone;
    }

    private static void Add(ZoneDns zone, string owner, DnsRecordType kind, YamlNode value)
    {
        List<string> parts = value is YamlSequenceNode list ? [.. list.Children.Select(Text)] : [Text(value)];
        if (kind == DnsRecordType.MX)
        {
            zone.Add(owner, kind, parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture));
        }
        else
        {
            zone.Add(owner, kind, string.Concat(parts));
        }
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? string.Empty;
}
