using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The version of a server and how long its product is supported.</summary>
/// <param name="Server">The server.</param>
/// <param name="Build">What is installed, where it was captured and the catalogue has it; null else.</param>
/// <param name="Calendar">The days of its product.</param>
internal sealed record SupportFacts(PlannedServer Server, ExchangeBuildInfo? Build, SupportCalendar Calendar)
{
    /// <summary>The servers of the plan in their order. What was captured counts more than what was planned.</summary>
    public static IReadOnlyList<SupportFacts> Of(ReportRequest request) => [.. request.Plan.Servers.Select(s => Of(s, request))];

    private static SupportFacts Of(PlannedServer server, ReportRequest request)
    {
        Captured<string> shown = request.State?.FindServer(server.Name)?.AdminDisplayVersion ?? default;
        List<InputFault> faults = [];
        ExchangeBuildInfo? build = shown.IsKnown
            ? ExchangeBuildReader.Read(shown.Value, request.AsOf, "AdminDisplayVersion", faults, server.Name).FirstOrDefault() : null;
        return new SupportFacts(server, build, SupportCalendar.Of(build?.Product ?? server.Version.Product));
    }
}
