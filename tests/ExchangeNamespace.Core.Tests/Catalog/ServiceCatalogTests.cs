using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

/// <summary>Holds every row of the dialect table against the cmdlet catalogue of the version it is for.</summary>
public class ServiceCatalogTests
{
    private static readonly ClientService[] Services = Enum.GetValues<ClientService>();

    public static TheoryData<string> AllVersions => [.. Versions.All];

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_row_names_only_what_the_version_has(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (ServiceDialect dialect in Rows(version))
        {
            CmdletEntry entry = CmdletCatalog.Default.Find(dialect.Cmdlet)!;
            Assert.True(entry.ExistsIn(version), dialect.Cmdlet + " is not in " + text);
            IEnumerable<string> named = new[] { dialect.IdentityParameter, dialect.InternalParameter, dialect.ExternalParameter, dialect.SiteScopeParameter }
                .OfType<string>()
                .Concat(dialect.AdditionalParameters.Where(c => c.IsIn(version)).Select(c => c.Parameter))
                .Concat(dialect.MethodParameters.Values);
            foreach (string name in named)
            {
                Assert.True(Parameter(entry, name, version) is not null, $"{dialect.Cmdlet} -{name} is not in {text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_companion_has_the_type_and_the_values_of_its_parameter(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (ServiceDialect dialect in Rows(version))
        {
            CmdletEntry entry = CmdletCatalog.Default.Find(dialect.Cmdlet)!;
            foreach (AdditionalParameterDefault companion in dialect.AdditionalParameters.Where(c => c.IsIn(version)))
            {
                CmdletParameter parameter = entry.FindParameter(companion.Parameter)!;
                string what = $"{dialect.Cmdlet} -{companion.Parameter} in {text}";
                Assert.True(companion.IsBoolean == (parameter.TypeFor(version) == "Boolean"), what + " is " + parameter.TypeFor(version));
                Assert.All(companion.IsBoolean ? companion.Values : [], v => Assert.Contains(v, new[] { "True", "False" }));
                IReadOnlyList<string> documented = parameter.ValuesFor(version);
                if (!companion.IsBoolean && documented.Count > 0)
                {
                    Assert.Empty(companion.Values.Concat(companion.Allowed).Except(documented, StringComparer.OrdinalIgnoreCase));
                }
            }

            Assert.All(dialect.MethodParameters.Values, p => Assert.Equal("Boolean", entry.FindParameter(p)!.TypeFor(version)));
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Every_companion_that_chooses_among_texts_says_which(string text) =>
        Assert.All(Rows(Versions.Read(text)).SelectMany(d => d.AdditionalParameters), c => Assert.Equal(!c.IsBoolean && c.Subject is not (AdditionalParameterSubject.DownloadHost or AdditionalParameterSubject.Failback), c.Allowed.Count > 0));

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_service_without_a_row_has_no_cmdlet_in_that_version(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (ClientService service in Services.Where(s => ServiceCatalog.Default.Find(s, version) is null))
        {
            foreach (string cmdlet in ServiceCatalog.Default.Dialects.Where(d => d.Service == service).Select(d => d.Cmdlet).Distinct())
            {
                Assert.False(CmdletCatalog.Default.Exists(cmdlet, version), $"{cmdlet} is in {text}, but {service} has no row");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void WhatIf_is_claimed_where_every_cmdlet_lists_it_and_nowhere_else(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (string cmdlet in Rows(version).Select(d => d.Cmdlet).Append("Set-OutlookProvider"))
        {
            Assert.Equal(ServiceCatalog.HasWhatIf(version), Parameter(CmdletCatalog.Default.Find(cmdlet)!, "WhatIf", version) is not null);
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void At_most_one_row_answers_for_a_service_and_state(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (ClientService service in Services)
        {
            foreach (OutlookAnywhereState state in new[] { OutlookAnywhereState.Enabled, OutlookAnywhereState.NotEnabled })
            {
                Assert.True(ServiceCatalog.Default.Dialects.Count(d => d.Service == service && d.Versions.Contains(version) && (d.State == state || d.State == OutlookAnywhereState.Any)) <= 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Whatever_method_is_asked_for_a_line_has_only_values_of_the_version(string text)
    {
        ExchangeVersion version = Versions.Read(text);
        foreach (string method in new[] { "Basic", "Ntlm", "Negotiate" })
        {
            NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", text), ("DnsModel", "Split"),
                ("Authentication", Plans.Members(("OutlookAnywhere", method), ("MAPI", method))));
            foreach (ExchangeCommand command in CommandBuilder.Build(plan, new CommandSelection()))
            {
                foreach (CommandParameter parameter in command.Parameters)
                {
                    IReadOnlyList<string> documented = CmdletCatalog.Default.Find(command.Name)!.FindParameter(parameter.Name)!.ValuesFor(version);
                    if (documented.Count > 0)
                    {
                        Assert.Empty(parameter.Value.ToString().Split(',').Select(v => v.Trim('"')).Except(documented, StringComparer.OrdinalIgnoreCase));
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_service_has_a_definition_and_a_row() => Assert.All(Services, s =>
    {
        Assert.Equal(s, ServiceCatalog.Define(s).Service);
        Assert.Contains(ServiceCatalog.Default.Dialects, d => d.Service == s);
    });

    private static IEnumerable<ServiceDialect> Rows(ExchangeVersion version) =>
        ServiceCatalog.Default.Dialects.Where(d => d.Versions.Contains(version));

    private static CmdletParameter? Parameter(CmdletEntry entry, string name, ExchangeVersion version) =>
        entry.FindParameter(name) is { } parameter && parameter.ExistsIn(version) ? parameter : null;
}
