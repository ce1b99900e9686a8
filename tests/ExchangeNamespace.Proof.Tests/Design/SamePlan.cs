using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;
using Xunit;

namespace ExchangeNamespace.Proof.Design;

/// <summary>Whether a plan sets everything that another one sets, to the same values.</summary>
internal static class SamePlan
{
    /// <summary>What setup leaves on: a design leaves it out, and its plan leaves it alone.</summary>
    private static readonly HashSet<(ClientService, string)> BySetup =
    [
        (ClientService.EWS, "WindowsAuthentication"), (ClientService.OAB, "WindowsAuthentication"), (ClientService.UM, "WindowsAuthentication"),
        (ClientService.ActiveSync, "BasicAuthEnabled"), (ClientService.OWA, "BasicAuthentication"), (ClientService.OWA, "FormsAuthentication"),
        (ClientService.ECP, "BasicAuthentication"), (ClientService.ECP, "FormsAuthentication"),
        (ClientService.EWS, "OAuthAuthentication"), (ClientService.OAB, "OAuthAuthentication"),
    ];

    public static void Assert(NamespacePlan first, NamespacePlan second)
    {
        Dictionary<(string, ClientService?), PlannedLine> others = PlannedLine.Read(second).ToDictionary(l => (l.Server.ToUpperInvariant(), l.Service));
        foreach (PlannedLine line in PlannedLine.Read(first))
        {
            if (!others.TryGetValue((line.Server.ToUpperInvariant(), line.Service), out PlannedLine? other))
            {
                // PowerShell that setup left as it is: nothing tells that the first plan asked for it.
                bool isAsSetUp = line.Service == ClientService.PowerShell && line.Values.All(v => v.Value is null);
                Xunit.Assert.True(isAsSetUp, $"{line.Server} {line.Service} is not set: {string.Join(", ", line.Values.Select(Text))}");
                continue;
            }

            foreach (PlannedValue value in line.Values)
            {
                PlannedValue? same = other.Values.FirstOrDefault(v => v.Property == value.Property);
                bool isAlike = same is null ? IsBySetup(line, value)
                    : string.Equals(Text(same), Text(value), line.Server.Length == 0 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
                Xunit.Assert.True(isAlike, $"{line.Server} {line.Service}: {Text(value)} became {(same is null ? "nothing" : Text(same))}");
            }
        }
    }

    private static bool IsBySetup(PlannedLine line, PlannedValue value) => value switch
    {
        { Property: "SSLOffloading", Value: bool isOn } => line.Version.Product >= ExchangeProduct.Exchange2013 && isOn != StandInVersion.Parse(line.Version.ToString()).HasExtendedProtection,
        { Property: "InternalClientAuthenticationMethod", Value: string[] methods } => methods is ["Ntlm"],
        _ => value.Value is true && BySetup.Contains((line.Service!.Value, value.Property)),
    };

    private static string Text(PlannedValue value) => value.Property + "=" + value.Value switch
    {
        null => "<null>",
        string[] list => string.Join(",", list.Order(StringComparer.OrdinalIgnoreCase)),
        var other => other.ToString(),
    };
}
