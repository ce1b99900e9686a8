using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>Makes plans as a user states them: named values and servers.</summary>
internal static class Plans
{
    public static readonly DateTime Today = new(2026, 6, 1);

    public static Dictionary<string, object?> Members(params (string Name, object? Value)[] members) =>
        members.ToDictionary(m => m.Name, m => m.Value, StringComparer.OrdinalIgnoreCase);

    public static PlanResult Try(object servers, params (string Name, object? Value)[] members)
    {
        List<InputFault> faults = [];
        List<ServerRequest> read = [];
        ServerReader reader = new();
        foreach (object server in servers is string one ? [one] : (IEnumerable<object>)servers)
        {
            ServerReading reading = server is string name
                ? ServerReader.Read(name, "Server")
                : reader.Read((IReadOnlyDictionary<string, object?>)server, "Server", strict: true);
            faults.AddRange(reading.Faults);
            if (reading.Server is not null)
            {
                read.Add(reading.Server);
            }
        }

        NamespaceRequest? request = RequestReader.Read(Members(members), read, Today, faults);
        if (request is null)
        {
            return new PlanResult(null, faults);
        }

        PlanResult result = NamespacePlanner.Plan(request);
        return result with { Faults = [.. faults, .. result.Faults] };
    }

    public static NamespacePlan Make(object servers, params (string Name, object? Value)[] members)
    {
        PlanResult result = Try(servers, members);
        Assert.Empty(result.Faults);
        return result.Plan!;
    }

    public static string[] Lines(NamespacePlan plan, CommandSelection? selection = null) =>
        [.. CommandBuilder.Build(plan, selection ?? new CommandSelection()).Select(c => c.ToString())];
}
