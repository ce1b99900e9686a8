using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>
/// Authentication that differs from what setup and the lines of each version give, service by service. A design switches methods on and
/// has one list for all servers; what it cannot say is told.
/// </summary>
internal static class AuthenticationDesign
{
    /// <summary>What setup leaves on (learn.microsoft.com, "Default settings for Exchange virtual directories").</summary>
    private static readonly IReadOnlyDictionary<ClientService, string[]> BySetup = new Dictionary<ClientService, string[]>
    {
        [ClientService.EWS] = ["Windows"],
        [ClientService.OAB] = ["Windows"],
        [ClientService.ActiveSync] = ["Basic"],
        [ClientService.UM] = ["Windows"],
        [ClientService.OWA] = ["Basic", "Forms"],
        [ClientService.ECP] = ["Basic", "Forms"],
    };

    /// <summary>What setup gives Outlook Anywhere inside, which no line sets by itself.</summary>
    private static readonly string[] InsideBySetup = ["Ntlm"];

    public static void Add(DesignDraft draft)
    {
        foreach (ClientService service in ServerView.Services)
        {
            bool isList = service is ClientService.OutlookAnywhere or ClientService.MAPI;
            ServerView[] servers = [.. draft.Servers.Where(s => Sets(draft, s, service)
                && (isList ? Lists(s, service).Any() : Switches(s, service).Any()))];
            MethodVote<string[]>? vote = isList
                ? MethodVote<string[]>.Count(servers, Candidates(servers.SelectMany(s => Lists(s, service).Select(l => l.Value))),
                    (s, said) => AgreesInLists(s, service, said))
                : MethodVote<string[]>.Count(servers, Candidates(servers.Select(s => On(s, service))),
                    (s, said) => AgreesInSwitches(s, service, said));
            if (vote?.Winner is { } methods)
            {
                draft.Put("Authentication." + service, methods.ToList<object?>(), vote.Certainty, NameList.Describe(vote.Supporters));
            }

            if (!isList)
            {
                Off(draft, service, servers);
            }

            Report(draft, service, vote, s => isList ? Describe(Lists(s, service)) : Describe(On(s, service)));
        }
    }

    /// <summary>Whether a plan of the design has a line for the service on the server.</summary>
    public static bool Sets(DesignDraft draft, ServerView server, ClientService service) => server.Dialect(service) is { } dialect
        && ((!draft.KeepsInternal && dialect.InternalParameter is not null)
            || (server.InternetFacing == true && dialect.ExternalParameter is not null));

    /// <summary>Tells of servers that have something else than the design says.</summary>
    public static void Report<T>(DesignDraft draft, ClientService service, MethodVote<T>? vote, Func<ServerView, string> describe)
        where T : class
    {
        if (vote is not { Odd.Count: > 0 })
        {
            return;
        }

        string[] servers = [.. vote.Odd.Select(s => s.Name)];
        foreach (string server in servers)
        {
            draft.Tell(server, service);
        }

        draft.Findings.Add(Findings.Warning(DesignFindingCodes.AuthenticationDiffers, servers,
            $"{service} has settings there that the design does not state: "
                + string.Join("; ", vote.Odd.GroupBy(describe)
                    .Select(g => $"{NameList.Describe([.. g.Select(s => s.Name)])}: {VisibleText.Short(g.Key)}")) + ".",
            "Set them as on the other servers, or write into the design what all of them are to have.", "S14",
            [.. vote.Odd.Select(s => $"{service} {s.Name}: {describe(s)}")]));
    }

    /// <summary>A design switches methods on and none off.</summary>
    private static void Off(DesignDraft draft, ClientService service, IEnumerable<ServerView> servers)
    {
        foreach (IGrouping<string, string> off in servers
            .Select(s => (s.Name, Off: string.Join(", ", Switches(s, service).Where(m => !m.On).Select(m => m.Method)
                .Intersect(BySetup[service]))))
            .Where(s => s.Off.Length > 0)
            .GroupBy(s => s.Off, s => s.Name))
        {
            string[] names = [.. off];
            draft.Findings.Add(new Finding
            {
                Code = DesignFindingCodes.NotCarried,
                Severity = FindingSeverity.Information,
                Subject = $"Authentication.{service}",
                Message = $"On {NameList.Describe(names)} {service} has {off.Key} off, which setup leaves on. A design switches methods on "
                    + "and none off, so a plan leaves it as it is.",
                Remedy = string.Empty,
                Rule = "S14",
                Servers = names,
            });
        }
    }

    private static IEnumerable<string[]> Candidates(IEnumerable<string[]> seen) => seen
        .Where(s => s.Length > 0)
        .GroupBy(s => string.Join(",", s.OrderBy(m => m, StringComparer.Ordinal)), StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(g => g.First().Length)
        .Select(g => g.First());

    private static string Describe(IEnumerable<(AdditionalParameterDefault Parameter, string[] Value)> lists) =>
        string.Join(", ", lists.Select(l => $"{l.Parameter.Parameter} {string.Join("+", l.Value)}"));

    private static string Describe(string[] methods) => methods.Length == 0 ? "no method on" : string.Join("+", methods) + " on";

    /// <summary>The methods that have a Boolean parameter each, with the captured values.</summary>
    private static IEnumerable<(string Method, bool On)> Switches(ServerView server, ClientService service)
    {
        foreach (KeyValuePair<string, string> method in server.Dialect(service)!.MethodParameters)
        {
            if (server.Find(service)?.Setting(method.Value).Value is [{ } text] && bool.TryParse(text, out bool isOn))
            {
                yield return (method.Key, isOn);
            }
        }
    }

    private static string[] On(ServerView server, ClientService service) =>
        [.. Switches(server, service).Where(m => m.On).Select(m => m.Method)];

    /// <summary>A list says for a server what of it the version knows; saying nothing fits what setup and the line leave on.</summary>
    private static bool AgreesInSwitches(ServerView server, ClientService service, string[]? said)
    {
        string[] on = On(server, service);
        if (said is not null)
        {
            return new HashSet<string>(on, StringComparer.OrdinalIgnoreCase).SetEquals(
                said.Where(server.Dialect(service)!.MethodParameters.ContainsKey));
        }

        IEnumerable<string> byLine = server.Dialect(service)!.AdditionalParameters
            .Where(c => c is { IsBoolean: true, Subject: AdditionalParameterSubject.Authentication })
            .SelectMany(c => server.Dialect(service)!.MethodParameters.Where(m => m.Value == c.Parameter).Select(m => m.Key));
        return !on.Except(BySetup[service].Concat(byLine), StringComparer.OrdinalIgnoreCase).Any();
    }

    /// <summary>The parameters that take methods by name, with the captured values.</summary>
    private static IEnumerable<(AdditionalParameterDefault Parameter, string[] Value)> Lists(ServerView server, ClientService service)
    {
        foreach (AdditionalParameterDefault parameter in server.Dialect(service)!.AdditionalParameters
            .Where(c => c is { Subject: AdditionalParameterSubject.Authentication, IsBoolean: false }))
        {
            bool applies = parameter.Condition != AdditionalParameterCondition.ExternalSet || server.InternetFacing == true;
            if (applies && server.Find(service)?.Setting(parameter.Parameter) is { IsKnown: true } value)
            {
                yield return (parameter, [.. value.Value!.Where(v => v.Length > 0)]);
            }
        }
    }

    private static bool AgreesInLists(ServerView server, ClientService service, string[]? said) => Lists(server, service).All(l =>
    {
        string[] asked = [.. (said ?? []).Where(m => l.Parameter.Allowed.Contains(m, StringComparer.OrdinalIgnoreCase))];
        string[] unasked = l.Parameter.Condition == AdditionalParameterCondition.Asked ? InsideBySetup : [.. l.Parameter.Values];
        return new HashSet<string>(asked.Length > 0 ? asked : unasked, StringComparer.OrdinalIgnoreCase).SetEquals(l.Value);
    });
}
