using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>What holds for every plan, on random designs of all models, strategies, versions and sites.</summary>
public class PlanPropertyTests
{
    private const int Designs = 1000;

    [Fact]
    public void The_same_design_gives_the_same_plan_in_every_culture()
    {
        CultureInfo[] cultures = [CultureInfo.InvariantCulture, new("tr-TR"), new("ar-SA"), new("de-DE")];
        Assert.Equal("\u0131", "I".ToLower(cultures[1]));

        RandomDesign.Gen.Sample(
            design =>
            {
                string[] texts = [.. cultures.Append(cultures[0]).Select(culture => In(culture, () => Describe(Plan(design))))];
                Assert.All(texts, t => Assert.Equal(texts[0], t));
            },
            iter: Designs / 4);
    }

    [Fact]
    public void Servers_and_their_lines_keep_the_order_given() => Check((design, plan) =>
    {
        string[] given = [.. design.Servers.Select(s => (string)((Dictionary<string, object?>)s)["Name"]!)];
        string[] targets = [.. CommandBuilder.Build(plan, new CommandSelection()).Select(c => c.Target)];

        Assert.Equal(given, plan.Servers.Select(s => s.Name));
        Assert.Equal(given.Where(targets.Contains).Concat(targets.Contains(string.Empty) ? [string.Empty] : []), Runs(targets));
    });

    [Fact]
    public void Each_command_is_one_line_of_printable_ASCII() => Check((_, plan) =>
    {
        foreach (CommandSelection selection in new[] { new CommandSelection(), new CommandSelection { Rehearse = true } })
        {
            foreach (ExchangeCommand command in CommandBuilder.Build(plan, selection))
            {
                Assert.All(command.ToString(), c => Assert.InRange(c, ' ', '~'));
                Assert.StartsWith((command.IsByHand ? "# " : "") + command.Name + " -", command.ToString());
                Assert.NotEmpty(command.Reason);
                Assert.Equal(command.Parameters.Count, command.Parameters.Select(p => p.Name.ToUpperInvariant()).Distinct().Count());
                Assert.Equal(selection.Rehearse, command.Parameters.Any(p => p.Name == "WhatIf"));
            }
        }
    });

    [Fact]
    public void Every_host_is_covered_by_a_certificate() => Check((_, plan) =>
    {
        List<string> proxy = [.. plan.Certificates.Where(c => c.Sites.Count == 0).SelectMany(Names)];
        foreach (PlannedServer server in plan.Servers)
        {
            List<string> own = [.. plan.Certificates.Where(c => c.InstallOn.Contains(server.Name)).SelectMany(Names)];
            foreach (ServiceAssignment assignment in server.Services.Where(s => s.Service != ClientService.PowerShell))
            {
                Covered(own, assignment.Internal);
                Covered(proxy.Count > 0 ? proxy : own, assignment.External);
            }
        }

        void Covered(List<string> names, UrlSetting setting) => Assert.True(
            setting.Value is null
            || CertificateNameMatcher.Covers(names, HostText.Of(setting.Value)), setting.ToString());
    });

    [Fact]
    public void A_public_name_that_leads_to_the_servers_inside_is_on_their_certificate() => Check((_, plan) =>
    {
        foreach (string host in plan.DnsRecords
            .Where(r => r.View == DnsView.Internal && r.Type != DnsRecordType.MX && !plan.DnsRecords.Any(m => m.Type == DnsRecordType.MX && m.Value == r.Name.Value))
            .Select(r => r.Name.Value)
            .Distinct())
        {
            Assert.True(
                host.StartsWith("ps.", StringComparison.Ordinal)
                || plan.Certificates.Any(c => c.Sites.Count > 0 && CertificateNameMatcher.Covers(Names(c), host)), host);
        }
    });

    [Fact]
    public void Every_value_that_is_set_has_a_record_in_its_view() => Check((_, plan) =>
    {
        foreach (ServiceAssignment assignment in plan.Servers.SelectMany(s => s.Services))
        {
            HasRecord(DnsView.Internal, assignment.Internal);
            HasRecord(DnsView.External, assignment.External);
        }

        void HasRecord(DnsView view, UrlSetting setting) => Assert.True(
            setting.Value is null || plan.DnsRecords.Any(r => r.View == view && r.Name.Value == HostText.Of(setting.Value)), view + " " + setting);
    });

    [Fact]
    public void An_alias_stands_alone_and_no_record_stands_twice() => Check((_, plan) =>
    {
        foreach (IGrouping<(DnsView, Fqdn), DnsRecord> name in plan.DnsRecords.GroupBy(r => (r.View, r.Name)))
        {
            Assert.True(name.All(r => r.Type != DnsRecordType.CNAME) || name.Count() == 1, name.Key.ToString());
            Assert.Equal(name.Count(), name.Select(r => (r.Type, r.Value)).Distinct().Count());
            Assert.True(name.All(r => r.Type == DnsRecordType.MX || r.Value is not null) || name.Count(r => r.Type != DnsRecordType.MX) == 1, name.Key + " has a known and an unknown address");
        }
    });

    [Fact]
    public void A_record_lies_in_its_zone_and_a_common_name_among_the_names() => Check((_, plan) =>
    {
        Assert.All(plan.DnsRecords, r => Assert.True(r.Zone is null || r.Name.IsIn(r.Zone), r + " in " + r.Zone));
        Assert.All(plan.Certificates, c => Assert.True(c.CommonName is null || (c.CommonName.Length <= 64 && Names(c).Contains(c.CommonName))));
        Assert.All(plan.Certificates, c => Assert.Equal(Names(c).Count(), Names(c).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    });

    private static void Check(Action<RandomDesign, NamespacePlan> property) =>
        RandomDesign.Gen.Sample(design => property(design, Plan(design)), iter: Designs);

    private static NamespacePlan Plan(RandomDesign design) => Plans.Make(design.Servers, design.Members);

    private static IEnumerable<string> Names(PlannedCertificate certificate) => certificate.Names.Select(n => n.Name);

    private static IEnumerable<string> Runs(string[] targets) => targets.Where((t, i) => i == 0 || targets[i - 1] != t);

    private static string Describe(NamespacePlan plan) => string.Join(
        '\n',
        new object?[] { plan, plan.ADDomain, string.Join(',', plan.SmtpDomains), string.Join(',', plan.Zones), plan.OutlookProvider }
            .Concat(plan.Sites.Select(s => $"{s.Name} {s.ExternalHost} {s.InternalHost} {s.AutodiscoverHost}"))
            .Concat(plan.Servers.Select(s => $"{s} {s.Version} {s.Site} {s.InternetFacing} {string.Join(',', s.Services)}"))
            .Concat(plan.Certificates.Select(c => $"{c} on {string.Join(',', c.InstallOn)} {c.Issuer} {c.PrivateKeyExportable} {string.Join(',', c.Names.Select(n => n.Reason))}"))
            .Concat(plan.DnsRecords.Select(r => $"{r} {r.Zone} {r.Preference} {r.Reason}"))
            .Concat(plan.Findings.Concat(plan.Notes).Select(f => $"{f} {f.Remedy} {string.Join(',', f.Values)}"))
            .Concat(Enum.GetValues<ShellGeneration>().SelectMany(g => ScriptRenderer.Render(plan, g, CommandBuilder.Build(plan, new CommandSelection { Generation = g })))));

    private static T In<T>(CultureInfo culture, Func<T> make)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
