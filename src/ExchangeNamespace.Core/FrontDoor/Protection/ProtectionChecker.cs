using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>Checks Extended Protection: what servers have in common first, then each server and its directories.</summary>
internal static class ProtectionChecker
{
    /// <summary>Judges what is known.</summary>
    /// <param name="input">Plan, captured settings and more.</param>
    /// <param name="faults">Receives values for servers that neither plan nor capture has.</param>
    /// <returns>The answers; none after a fault.</returns>
    public static IReadOnlyList<ProtectionCheck> Check(ProtectionInput input, ICollection<InputFault> faults)
    {
        string[] names = [.. Names(input).Distinct(StringComparer.OrdinalIgnoreCase)];
        HashSet<string> known = new(names, StringComparer.OrdinalIgnoreCase);
        (string Parameter, string Server)[] strangers = [.. input.Iis.Keys.Select(s => ("IisConfiguration", s))
            .Concat(input.Facts.Keys.Select(s => ("ServerFact", s))).Where(s => !known.Contains(s.s))];
        foreach ((string parameter, string server) in strangers)
        {
            faults.Add(new InputFault(FaultIds.RouteServerUnknown, parameter, server,
                $"{parameter}: '{server}' is no server of the plan or the capture. "
                    + NearNames.Sentence(server, names, "Its servers are")));
        }

        if (strangers.Length > 0)
        {
            return [];
        }

        ProtectedServer[] servers = [.. names.Select(n => new ProtectedServer(input, n))];
        return
        [
            .. FarmJudge.Judge(servers, input),
            .. servers.SelectMany(s => DirectoryJudge.Judge(s).Prepend(ServerJudge.Judge(s, input.Plan))),
        ];
    }

    private static IEnumerable<string> Names(ProtectionInput input)
    {
        HashSet<string> edges = new((input.State?.Servers ?? []).Where(s => s.IsEdgeServer.Value).Select(s => s.Name),
            StringComparer.OrdinalIgnoreCase);
        return (input.Plan?.Servers ?? []).Select(s => s.Name)
            .Concat((input.State?.Servers ?? []).Select(s => s.Name))
            .Concat((input.State?.Services ?? []).Select(s => s.Server))
            .Where(n => !edges.Contains(n));
    }
}
