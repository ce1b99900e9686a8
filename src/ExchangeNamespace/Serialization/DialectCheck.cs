using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Whether the version of a server has every service and parameter that its service set names: an edited plan could name any.
/// </summary>
internal static class DialectCheck
{
    public static void Judge(PlannedServer server, string path, ICollection<InputFault> faults)
    {
        HashSet<ClientService> seen = [];
        for (int i = 0; i < server.Services.Count; i++)
        {
            ServiceAssignment assignment = server.Services[i];
            string at = path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (!seen.Add(assignment.Service))
            {
                Refuse(at, $"gives {assignment.Service} a second time.");
            }

            if (ServiceCatalog.Default.Find(assignment.Service, server.Version, server.OutlookAnywhereEnabled) is { } dialect)
            {
                Judge(assignment, dialect, at);
            }
            else
            {
                Refuse(at, $"gives {assignment.Service} to {server.Name}, whose version {server.Version} has no such service.");
            }
        }

        void Judge(ServiceAssignment assignment, ServiceDialect dialect, string at)
        {
            if (dialect.InternalParameter is null && Changes(assignment.Internal))
            {
                Refuse(at + ".internal", $"changes a value that {assignment.Service} of {server.Version} does not have.");
            }

            if (dialect.ExternalParameter is null && Changes(assignment.External))
            {
                Refuse(at + ".external", $"changes a value that {assignment.Service} of {server.Version} does not have.");
            }

            if (dialect.SiteScopeParameter is null && assignment.SiteScope is not null)
            {
                Refuse(at + ".siteScope", $"stands with {assignment.Service}, which has no site scope.");
            }

            HashSet<string> parameters = new(StringComparer.OrdinalIgnoreCase);
            foreach (AdditionalParameter companion in assignment.AdditionalParameters)
            {
                if (!parameters.Add(companion.Parameter) || !Knows(dialect, companion, server.Version))
                {
                    faults.Add(new InputFault(FaultIds.ValueNotListed, at + ".additionalParameters", companion.Parameter,
                        $"{at}.additionalParameters: '{VisibleText.Short(companion.Parameter)}' stands twice or is not a setting of "
                            + $"{dialect.Cmdlet} in {server.Version}."));
                }
                else if (!companion.IsBoolean && !Rows(dialect, companion, server.Version).Any(r => Takes(r, companion.Values)))
                {
                    faults.Add(new InputFault(FaultIds.ValueNotListed, at + ".additionalParameters", string.Join(", ", companion.Values),
                        $"{at}.additionalParameters: {companion.Parameter} of {dialect.Cmdlet} does not take "
                            + $"'{VisibleText.Short(string.Join(", ", companion.Values))}' in {server.Version}."));
                }
            }
        }

        void Refuse(string at, string what) => faults.Add(new InputFault(FaultIds.InputContradiction, at, null, at + " " + what));
    }

    private static bool Changes(UrlSetting? setting) => setting is { Action: not SettingAction.Leave };

    private static bool Knows(ServiceDialect dialect, AdditionalParameter companion, ExchangeVersion version) =>
        Rows(dialect, companion, version).Any()
        || (companion.IsBoolean && dialect.MethodParameters.Values.Contains(companion.Parameter, StringComparer.Ordinal));

    /// <summary>A plan names full hosts; a captured one may be of another form.</summary>
    private static bool Takes(AdditionalParameterDefault row, IReadOnlyList<string> values) => row.Accepts(values)
        && (row.Subject != AdditionalParameterSubject.DownloadHost || Fqdn.TryParse(values[0], row.Parameter, out _, out _))
        && (row.Subject != AdditionalParameterSubject.Failback || IsFailback(values[0]));

    private static bool IsFailback(string url) => Fqdn.TryParse(HostText.Of(url), "FailbackUrl", out Fqdn? host, out _)
        && url == ServiceCatalog.Define(ClientService.OWA).Value(host);

    private static IEnumerable<AdditionalParameterDefault> Rows(
        ServiceDialect dialect, AdditionalParameter companion, ExchangeVersion version) => dialect.AdditionalParameters.Where(
        c => c.Parameter == companion.Parameter && c.IsBoolean == companion.IsBoolean && c.IsIn(version));
}
