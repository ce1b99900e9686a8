using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>Every word of a report stands in both languages.</summary>
public class ReportWordsTests
{
    private static readonly ReportWords En = ReportWords.In(ReportLanguage.En);
    private static readonly ReportWords De = ReportWords.In(ReportLanguage.De);

    /// <summary>Words that are the same in both: names of products, and international ones.</summary>
    private static readonly HashSet<string> Alike = new(StringComparer.Ordinal)
    {
        "CheckOutcome", "figure.names.one", "figure.servers.many", "figure.servers.one", "column.name", "column.server", "column.servers", "column.version",
        "column.support", "column.port", "internet", "use.both", "dns.caption", "origin.plan", "origin.input", "change.dns", "ClientService.OutlookAnywhere", "ClientService.ActiveSync",
        "ClientService.UM", "ClientService.PowerShell", "DrawingWords.Firewall", "DrawingWords.KeySupport",
    };

    [Fact]
    public void Every_word_has_a_text_in_each_language_with_the_same_places()
    {
        Assert.All(ReportWords.Keys, k =>
        {
            Assert.NotEmpty(En[k].Trim());
            Assert.NotEmpty(De[k].Trim());
            Assert.Equal(Places(En[k]), Places(De[k]));
            Assert.True(Alike.Contains(k) || En[k] != De[k], k + " is the same in both languages.");
        });
    }

    [Fact]
    public void Every_rule_has_a_text_in_each_language() => Assert.All(RuleTexts.Rules, r =>
    {
        Assert.NotEmpty(RuleTexts.Of(r, ReportLanguage.En)!);
        Assert.NotEqual(RuleTexts.Of(r, ReportLanguage.En), RuleTexts.Of(r, ReportLanguage.De));
    });

    [Fact]
    public void Every_rule_that_a_finding_of_plan_or_check_names_is_explained()
    {
        // Clusters and tunnels have commands of their own and no place in a report.
        string[] elsewhere = ["Cluster", "Scripts", "Design"];
        string core = Path.Combine(SharedData.RepositoryRoot(), "src", "ExchangeNamespace.Core");
        IEnumerable<string> named = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(f => !elsewhere.Any(e => f.Contains(Path.DirectorySeparatorChar + e + Path.DirectorySeparatorChar)))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(S[0-9]+|1[EG])\"").Cast<Match>().Select(m => m.Groups[1].Value))
            .Distinct();

        Assert.Empty(named.Except(RuleTexts.Rules));
    }

    [Fact]
    public void Every_member_that_a_report_names_has_a_word()
    {
        Check<CheckOutcome>();
        Check<ReportAudience>();
        Check<ClientService>();
        Check<DnsView>();
        Check<CertificateAuthority>();
        Check<ZoneOrigin>();
        Check<NamespaceCheck>();
        Check<MigrationPhase>();
        Assert.All(Enum.GetNames(typeof(SupportState)), n => Assert.NotEmpty(De["support." + n]));
        Assert.All(Enum.GetNames(typeof(DnsModel)), n => Assert.NotEmpty(De["DnsModelText." + n]));
        Assert.All(Enum.GetNames(typeof(CheckOutcome)), n => Assert.NotEmpty(De["verdict." + n]));

        static void Check<T>()
            where T : struct, Enum => Assert.All(Enum.GetValues(typeof(T)).Cast<T>(), v => Assert.NotEmpty(De.Name(v)));
    }

    [Fact]
    public void Every_word_of_a_drawing_stands_in_the_table_and_no_other()
    {
        DrawingWords own = new();

        Assert.All(typeof(DrawingWords).GetProperties(), p => Assert.Equal(p.GetValue(own), En["DrawingWords." + p.Name]));
        Assert.Equal(typeof(DrawingWords).GetProperties().Select(p => "DrawingWords." + p.Name).OrderBy(n => n, StringComparer.Ordinal),
            ReportWords.Keys.Where(k => k.StartsWith("DrawingWords.", StringComparison.Ordinal)).OrderBy(n => n, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_word_is_used()
    {
        string rooms = Path.Combine(SharedData.RepositoryRoot(), "src", "ExchangeNamespace.Core", "Reports");
        string source = string.Join("\n", Directory.EnumerateFiles(rooms, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] made = ["term.", "role.", "input.", "support.", "verdict.", "dns.", "NamespaceCheck.", "DnsModelText.", "DrawingWords.", "CheckOutcome.", "ReportAudience.",
            "ClientService.", "DnsView.", "CertificateAuthority.", "ZoneOrigin.", "firewall.", "change.", "differences.", "figure.", "MigrationPhase."];

        Assert.All(ReportWords.Keys.Where(k => !made.Any(m => k.StartsWith(m, StringComparison.Ordinal))), k =>
            Assert.True(source.Contains("\"" + k + "\"") || (k.LastIndexOf('.') is > 0 and int dot && source.Contains("\"" + k.Substring(0, dot) + "\"")), k + " is not used."));
    }

    private static string[] Places(string text) =>
        [.. Regex.Matches(text, @"\{[0-9]\}").Cast<Match>().Select(m => m.Value).OrderBy(p => p, StringComparer.Ordinal)];
}
