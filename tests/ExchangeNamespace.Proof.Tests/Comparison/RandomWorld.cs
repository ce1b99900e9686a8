using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>A random organisation around the servers of a plan: values as planned, written otherwise, of the server, foreign, or none.</summary>
internal static class RandomWorld
{
    private static readonly string[] Methods = ["Basic", "Ntlm", "Negotiate"];

    public static World Around(NamespacePlan plan, Random random)
    {
        World world = new();
        foreach (PlannedLine line in PlannedLine.Read(plan))
        {
            bool isOutlookAnywhere = line.Cmdlet.EndsWith("-OutlookAnywhere", StringComparison.Ordinal);
            bool canBeDisabled = isOutlookAnywhere && line.Version.Product <= ExchangeProduct.Exchange2010;
            if (canBeDisabled && random.Next(2) == 0)
            {
                continue;
            }

            string identity = line.Cmdlet == "Enable-OutlookAnywhere" ? line.Object : line.Identity;
            string key = World.Key(line.Cmdlet, identity);
            SortedDictionary<string, string[]?> item = world.Objects.TryGetValue(key, out SortedDictionary<string, string[]?>? known) ? known : world.Add(key);
            foreach (PlannedValue value in line.Values)
            {
                item[value.Property] = Value(value, line.Server, canBeDisabled, random);
            }

            item["Unrelated"] = ["kept"];
            if (isOutlookAnywhere && !canBeDisabled)
            {
                foreach (string side in new[] { "Internal", "External" })
                {
                    item.TryAdd(side + "Hostname", random.Next(2) == 0 ? null : ["other.fabrikam.net"]);
                    item.TryAdd(side + "ClientsRequireSsl", [Flag(random)]);
                    item.TryAdd(side + "ClientAuthenticationMethod", [Pick(random, Methods)]);
                }

                // Exchange does not allow plain HTTP without offloading it.
                bool plain = item["InternalClientsRequireSsl"]![0] == "False" || item["ExternalClientsRequireSsl"]![0] == "False";
                if (plain && item.ContainsKey("SSLOffloading"))
                {
                    item["SSLOffloading"] = ["True"];
                }
            }
        }

        return world;
    }

    private static string[]? Value(PlannedValue planned, string server, bool mustHaveHost, Random random) => planned.Property switch
    {
        "InternalHostname" or "ExternalHostname" or "InternalDownloadHostName" or "ExternalDownloadHostName" => Host(planned, mustHaveHost, random),
        "AutoDiscoverSiteScope" => random.Next(3) switch { 0 => [], 1 => [.. ((string[])planned.Value!).Reverse().Select(s => s.ToUpperInvariant())], _ => ["Elsewhere", "R&D"] },
        "IISAuthenticationMethods" => random.Next(4) switch { 0 => [], 1 => ["Negotiate", "OAuth", "Ntlm"], 2 => ["Basic"], _ => ["Ntlm", "Basic"] },
        "CertPrincipalName" => random.Next(3) switch { 0 => null, 1 => (string[])planned.Value!, _ => ["msstd:old.fabrikam.net"] },
        _ when planned.Value is bool => [Flag(random)],
        "ClientAuthenticationMethod" or "ExternalAuthenticationMethod" => [Pick(random, Methods[..2])],
        _ when planned.Property.EndsWith("AuthenticationMethod", StringComparison.Ordinal) => [Pick(random, Methods)],
        _ => Url(planned, server, random),
    };

    private static string[]? Host(PlannedValue planned, bool mustHaveHost, Random random) => random.Next(mustHaveHost ? 2 : 4) switch
    {
        0 when planned.Value is string[] host => [host[0].ToUpperInvariant()],
        0 or 1 => ["other.fabrikam.net"],
        2 => null,
        _ => ["ex1"],
    };

    private static string[]? Url(PlannedValue planned, string server, Random random)
    {
        string wanted = planned.Value is string[] url ? url[0] : "https://mail.contoso.com/owa";
        return random.Next(7) switch
        {
            0 => null,
            1 => [wanted],
            2 => [wanted.ToUpperInvariant().Replace("HTTPS://", "https://", StringComparison.Ordinal).Replace("HTTP://", "http://", StringComparison.Ordinal) + "/"],
            3 => [wanted.StartsWith("https://", StringComparison.Ordinal) ? "https://" + wanted[8..].Insert(wanted.IndexOf('/', 8) - 8, ":443") : wanted],
            4 => ["https://" + server + "/owa"],
            5 => ["https://old.fabrikam.net:8443/o'brien/$(x)/owa?a=b;c"],
            _ => ["http://bücher.fabrikam.net/OAB"],
        };
    }

    private static string Flag(Random random) => random.Next(2) == 0 ? "True" : "False";

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
