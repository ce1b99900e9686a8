using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Which server answers, and in which version.</summary>
internal static class ServerRules
{
    private const int LongestNetBios = 15;

    /// <summary>Whether the server that answers is one that may.</summary>
    public static ServiceIssue? Name(ServiceQuestion question, string subject, ServiceAnswer answer, NamespacePlan plan) =>
        answer.FrontEnd is not { } named ? null
        : question.Server is { } asked && !IsName(asked.Name, named) ? ServiceIssue.Error(ServiceVerdict.OtherServer, OtherServer, subject,
            $"{named} answers at the address of {asked.Name}.", "Mend the address of the server in DNS or in the plan.")
        : plan.Servers.All(s => !IsName(s.Name, named)) ? ServiceIssue.Warning(ServiceVerdict.OtherServer, ServerNotPlanned, subject,
            $"{named} answers, and the plan has no such server.", "Take it out of the pool, or add it to the plan.")
        : null;

    /// <summary>Whether it answers in a version that it may have.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="subject">The service and the place.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The captured settings; null without them.</param>
    public static ServiceIssue? Version(ServiceQuestion question, string subject, ServiceAnswer answer, NamespacePlan plan,
        ExchangeState? state)
    {
        if (answer.Build is not { } build || Read(build) is not { } seen)
        {
            return null;
        }

        PlannedServer? named = plan.Servers.FirstOrDefault(s => answer.FrontEnd is { } name && IsName(s.Name, name));
        ExchangeVersion[] expected = [.. (named is null ? question.Behind : [named]).Select(s => Of(s, state))];
        string who = answer.FrontEnd ?? "It";
        return expected.All(e => e.Product != seen.Product) ? ServiceIssue.Error(ServiceVerdict.VersionDiffers, OtherVersion, subject,
                $"{who} answers with build {build}, and {string.Join(" or ", expected.Select(e => e.ToString()).Distinct())} was expected.",
                "Give the plan the version that the server has: lines of another version do not fit it.", "1E")
            : expected.Any(e => e.Product == seen.Product && (e.IsProductOnly || e.Build.Build == build.Build)) ? null
            : ServiceIssue.Warning(ServiceVerdict.VersionDiffers, OtherBuild, subject,
                $"{who} answers with build {build}, and {string.Join(" or ", expected.Select(e => e.ToString()).Distinct())} was expected.",
                "Capture the settings again, or give the plan the update that is installed.", "S63");
    }

    /// <summary>Whether the servers behind a host are patched alike.</summary>
    /// <param name="subject">The service and the place.</param>
    /// <param name="seen">The build of each server that named itself, or was asked itself.</param>
    public static ServiceIssue? Uneven(string subject, IReadOnlyDictionary<string, Version> seen)
    {
        IGrouping<ExchangeProduct?, KeyValuePair<string, Version>>? uneven = seen
            .Where(s => s.Value.Revision >= 0).GroupBy(s => Read(s.Value)?.Product)
            .FirstOrDefault(g => g.Key is not null && g.Select(s => s.Value).Distinct().Count() > 1);
        return uneven is null ? null : ServiceIssue.Warning(ServiceVerdict.VersionDiffers, BuildsUneven, subject,
            "Servers behind this host have different builds: "
                + string.Join(", ", uneven.OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Select(s => $"{s.Key} {s.Value}")) + ".",
            "Install the newest update on all of them.", "S63");
    }

    /// <summary>Whether a header names a server of the plan; NetBIOS names end after 15 characters.</summary>
    public static bool IsName(string server, string named) =>
        string.Equals(Cut(server), Cut(named), StringComparison.OrdinalIgnoreCase);

    private static string Cut(string name) => name.Length > LongestNetBios ? name.Substring(0, LongestNetBios) : name;

    private static ExchangeVersion Of(PlannedServer server, ExchangeState? state) =>
        state?.FindServer(server.Name)?.Version ?? server.Version;

    private static ExchangeVersion? Read(Version build) => ExchangeVersionReader.TryParse(
        build.Revision < 0 ? build + ".0" : build.ToString(), "Build", out ExchangeVersion? version, out _) ? version : null;
}
