using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>
/// Captures of an organisation whose servers differ from the plan each in its own way, which the end of the server's name tells: SAME is
/// as planned, NEW as setup leaves it, OTHER has other values, NULL has none, HALF was captured in part, NONE was not captured.
/// </summary>
internal static class CapturedVariants
{
    public static readonly string[] Servers = ["SAME", "NEW", "OTHER", "NULL", "HALF", "NONE", "BERN-SAME", "BERN-OTHER"];

    public static ExchangeState Of(NamespacePlan plan, params Dictionary<string, object?>[] more)
    {
        StateReader reader = new();
        foreach (PlannedServer server in plan.Servers.Where(s => s.Name != "NONE"))
        {
            foreach (ServiceAssignment assignment in server.Services.Where(a => a.IsActive))
            {
                if (ServiceCatalog.Default.Find(assignment.Service, server.Version, outlookAnywhereEnabled: true) is { } dialect
                    && !IsNotEnabled(server, dialect))
                {
                    Read(reader, Captured(server.Name, dialect, assignment));
                }
            }
        }

        Array.ForEach(more, m => Read(reader, m));
        using MemoryStream none = new(Encoding.ASCII.GetBytes(Captures.Document(string.Empty)));
        reader.ReadFile(none, "Get-OutlookAnywhere.xml", inFolder: true);
        ExchangeState? state = reader.Finish();
        Assert.Empty(reader.Faults);
        return state!;
    }

    public static Dictionary<string, object?> Object(string cmdlet, params (string Name, object? Value)[] members) =>
        Plans.Members([(CaptureMarks.CapturedBy, cmdlet), .. members]);

    /// <summary>The servers of the capture: it then says nothing about NONE.</summary>
    public static IEnumerable<Dictionary<string, object?>> ServerRows(NamespacePlan plan) =>
        plan.Servers.Where(s => s.Name != "NONE").Select(s => Object("Get-ExchangeServer", ("Name", s.Name)));

    // Before 2013 setup does not enable it.
    private static bool IsNotEnabled(PlannedServer server, ServiceDialect dialect) =>
        dialect.State == OutlookAnywhereState.Enabled && server.Name == "NEW";

    private static void Read(StateReader reader, Dictionary<string, object?> members) =>
        Assert.True(reader.Read([], members), string.Join(", ", members.Values));

    private static Dictionary<string, object?> Captured(string server, ServiceDialect dialect, ServiceAssignment assignment)
    {
        string cmdlet = StateKinds.Default.All.First(k => k.Service == dialect.Service).Cmdlets[0];
        string variant = server.Split('-')[^1];
        string path = ServiceCatalog.Define(dialect.Service).Path;
        Dictionary<string, object?> members = Object(
            cmdlet,
            ("Identity", dialect.VirtualDirectory is null ? server : server + "\\" + dialect.VirtualDirectory),
            ("Name", dialect.VirtualDirectory ?? server));
        Add(dialect.InternalParameter, assignment.Internal.Value, path.Length == 0 ? "old.contoso.com" : "https://old.contoso.com" + path, 0);
        Add(dialect.ExternalParameter, assignment.External.Value, path.Length == 0 ? "old.contoso.com" : "https://old.contoso.com" + path, 1);
        Add(dialect.SiteScopeParameter, assignment.SiteScope?.ToList<object?>(), new List<object?> { "Old", "Older" }, 1);
        foreach ((AdditionalParameterDefault companion, int i) in dialect.AdditionalParameters.Select((c, i) => (c, i)))
        {
            IReadOnlyList<string>? planned = assignment.AdditionalParameters.FirstOrDefault(a => a.Parameter == companion.Parameter)?.Values;
            string other = companion.IsBoolean ? planned?[0] == "False" ? "True" : "False"
                : companion.Allowed.Count > 0 ? companion.Allowed[0]
                : companion.Subject == AdditionalParameterSubject.DownloadHost ? "older.contoso.com" : "https://older.contoso.com/owa";
            Add(companion.Parameter, planned?.ToList<object?>(), companion.IsList ? new List<object?> { other } : other, i);
        }

        return members;

        void Add(string? property, object? planned, object? other, int place)
        {
            if (property is not null && !(variant == "HALF" && place % 2 == 0))
            {
                members[property] = variant switch
                {
                    "SAME" => planned,
                    "NEW" when place == 0 && planned is string text => text.Replace("mail.contoso.com", "new.corp.contoso.com", StringComparison.Ordinal),
                    "NEW" or "NULL" => null,
                    _ => other,
                };
            }
        }
    }
}
