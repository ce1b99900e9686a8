using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>
/// The servers of a capture that serve clients. Where the servers themselves were not captured, their directories still name them and
/// carry their version.
/// </summary>
internal static class ServerViews
{
    public static IReadOnlyList<ServerView> Of(ExchangeState state, ICollection<Finding> findings)
    {
        Dictionary<string, ExchangeVersion> fromDirectories = VersionsOfDirectories(state);
        List<ServerView> views = [.. Names(state, findings).Select(name => new ServerView(state, name, state.FindServer(name),
            state.FindServer(name)?.Version
                ?? (fromDirectories.TryGetValue(name, out ExchangeVersion? version) ? version : null)))];
        string[] unknown = [.. views.Where(v => v.Version is null).Select(v => v.Name)];
        if (unknown.Length > 0)
        {
            findings.Add(new Finding
            {
                Code = DesignFindingCodes.NotCaptured,
                Severity = FindingSeverity.Warning,
                Subject = "ExchangeVersion",
                Message = $"The version of {NameList.Describe(unknown)} is not known, and no line can be written without it.",
                Remedy = "Capture Get-ExchangeServer too, or write Version into the design.",
                Rule = DesignFindingCodes.Rule,
                Servers = unknown,
            });
        }

        return views;
    }

    private static IEnumerable<string> Names(ExchangeState state, ICollection<Finding> findings)
    {
        if (state.Servers.Count == 0)
        {
            if (state.Services.Count > 0)
            {
                findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, "Server",
                    "The servers themselves were not captured: their names come from their directories, and sites and full names are "
                        + "left out.",
                    "Capture Get-ExchangeServer too.", DesignFindingCodes.Rule));
            }

            return state.Services.Select(s => s.Server).Distinct(StringComparer.OrdinalIgnoreCase);
        }

        string[] missing = [.. state.Services.Select(s => s.Server).Where(n => state.FindServer(n) is null)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (missing.Length > 0)
        {
            findings.Add(Findings.Warning(DesignFindingCodes.NotCaptured, missing,
                "The capture has settings of them and not the servers themselves, so the design leaves them out.",
                "Capture Get-ExchangeServer of the whole organisation.", DesignFindingCodes.Rule));
        }

        return state.Servers.Where(Serves).Select(s => s.Name);
    }

    private static bool Serves(CapturedServer server) => server.IsEdgeServer.Value != true && !ServerReader.LacksClientAccess(
        server.Roles.IsKnown ? string.Join(", ", server.Roles.Value!) : null,
        server.IsClientAccessServer.IsKnown ? server.IsClientAccessServer.Value : null, server.Version);

    private static Dictionary<string, ExchangeVersion> VersionsOfDirectories(ExchangeState state)
    {
        Dictionary<string, ExchangeVersion> versions = new(StringComparer.OrdinalIgnoreCase);
        foreach (CapturedService service in state.Services.Where(s => !versions.ContainsKey(s.Server)))
        {
            if (service.Setting("AdminDisplayVersion").Value is [{ } text]
                && ExchangeVersionReader.TryParse(text, "AdminDisplayVersion", out ExchangeVersion? version, out _))
            {
                versions.Add(service.Server, version);
            }
        }

        return versions;
    }
}
