using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Scenarios;

/// <summary>The acceptance scenarios of the areas namespace, certificate and coexistence, read from the collection beside the repository.</summary>
public class ScenarioTests
{
    private static readonly string[] Areas = ["namespace", "certificate", "coexistence"];

    /// <summary>Scenarios that are a table rather than a plan; each has a test of its own below.</summary>
    private static readonly string[] Tables = ["SC33", "SC34", "SC35"];

    public static IEnumerable<TheoryDataRow<string, string?, string>> Runs =>
        ScenarioInput.All.SelectMany(i => i.Versions.Select(v => new TheoryDataRow<string, string?, string>(i.Id, i.Variant, v)));

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_plan_is_what_the_scenario_expects(string id, string? variant, string version)
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        JsonElement expected = Scenario(file, id).GetProperty("expected");

        ScenarioComparer.Compare(
            variant is null ? expected : expected.GetProperty("variants").EnumerateArray().Single(v => v.GetProperty("id").GetString() == variant),
            ScenarioInput.Find(id, variant).Plan(version));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_plan_warns_of_what_the_scenario_names(string id, string? variant, string version)
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        NamespacePlan plan = ScenarioInput.Find(id, variant).Plan(version);

        foreach (string sentence in Texts(Scenario(file, id).GetProperty("mustWarn")))
        {
            bool other = sentence.StartsWith("variant ", StringComparison.Ordinal) && !sentence.StartsWith("variant " + variant, StringComparison.Ordinal);
            if (ScenarioWarnings.Codes.TryGetValue(sentence, out string? code))
            {
                Assert.Equal(!other, plan.Findings.Concat(plan.Notes).Any(f => f.Code == code));
            }
            else
            {
                Assert.True(ScenarioWarnings.Notes.ContainsKey(sentence), "Neither a finding nor a reason stands for: " + sentence);
            }
        }
    }

    [Fact]
    public void Every_scenario_of_the_three_areas_runs_on_every_version_it_names()
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        foreach (JsonElement scenario in file.RootElement.GetProperty("scenarios").EnumerateArray().Where(s => Areas.Contains(s.GetProperty("area").GetString())))
        {
            string id = scenario.GetProperty("id").GetString()!;
            if (!Tables.Contains(id))
            {
                string[] versions = [.. Texts(scenario.GetProperty("exchangeVersions")).Select(v => v.Replace("-", string.Empty, StringComparison.Ordinal))];
                Assert.All(ScenarioInput.All.Where(i => i.Id == id), i => Assert.Equal(versions, i.Versions));
                Assert.Contains(ScenarioInput.All, i => i.Id == id);
            }
        }
    }

    [Fact]
    public void SC06_has_the_inside_record_that_the_procedure_forgets_and_sets_the_connection_point()
    {
        NamespacePlan plan = ScenarioInput.Find("SC06", null).Plan("2019");

        Assert.Contains(plan.DnsRecords, r => r is { View: DnsView.Internal, Type: DnsRecordType.CNAME, Name.Value: "autodiscover.contoso.com" });
        Assert.Contains(Plans.Lines(plan), l => l == "Set-ClientAccessService -Identity Mailbox01 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml");
    }

    [Fact]
    public void SC10_fails_back_by_hosts_of_each_site()
    {
        string[] lines = [.. Plans.Lines(ScenarioInput.Find("SC10", null).Plan("2010"))];

        Assert.Contains(lines, l => l.StartsWith("Set-OwaVirtualDirectory -Identity \"CASP\\owa", StringComparison.Ordinal) && l.EndsWith(" -FailbackUrl https://mailpri.contoso.com/owa", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Set-OwaVirtualDirectory -Identity \"CASS\\owa", StringComparison.Ordinal) && l.EndsWith(" -FailbackUrl https://mailsec.contoso.com/owa", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("rpc", StringComparison.Ordinal));
    }

    [Fact]
    public void SC33_a_wildcard_covers_one_label()
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(file, "SC33");
        string[] names = Texts(scenario.GetProperty("inputs").GetProperty("certificateNames"));
        string[] hosts = Texts(scenario.GetProperty("inputs").GetProperty("hosts"));

        Assert.Equal(Texts(scenario.GetProperty("expected").GetProperty("covered")), hosts.Where(h => CertificateNameMatcher.Covers(names, h)));
        Assert.Equal(Texts(scenario.GetProperty("expected").GetProperty("notCovered")), hosts.Where(h => !CertificateNameMatcher.Covers(names, h)));

        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"),
            ("SmtpDomain", new[] { "contoso.com", "northamerica.contoso.com", "fabrikam.com" }), ("CertificateName", names));
        Assert.Equal(
            ["mail.contoso.com", "autodiscover.northamerica.contoso.com", "autodiscover.fabrikam.com", "*.contoso.com"],
            Assert.Single(plan.Certificates).Names.Select(n => n.Name));
    }

    [Fact]
    public void SC34_the_scheme_of_the_address_book_fits_the_certificate_and_RequireSSL()
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(file, "SC34");
        Dictionary<int, string> verdicts = scenario.GetProperty("expected").GetProperty("results").EnumerateArray()
            .ToDictionary(r => r.GetProperty("id").GetInt32(), r => r.GetProperty("verdict").GetString()!);
        OabVerdict[] judged = [.. scenario.GetProperty("inputs").GetProperty("cases").EnumerateArray().Select(c => OabSchemeRule.Judge(
            c.GetProperty("oabScheme").GetString() == "https",
            c.GetProperty("iisCertificate").GetString() == "public" ? CertificateAuthority.Public : CertificateAuthority.SelfSigned,
            c.GetProperty("requireSsl").GetBoolean()))];

        Assert.Equal([OabVerdict.Ok, OabVerdict.SelfSignedOverHttps, OabVerdict.Ok, OabVerdict.HttpRefused], judged);
        Assert.Equal(judged.Select(v => v == OabVerdict.Ok ? "ok" : "error"), Enumerable.Range(1, judged.Length).Select(id => verdicts[id]));
    }

    [Theory]
    [InlineData("2007-RTM", "2007RTM")]
    [InlineData("2007-SP1", "2007SP1")]
    public void SC35_Outlook_Anywhere_of_2007_is_the_line_to_the_byte(string key, string version)
    {
        using JsonDocument file = SharedData.Json("scenarios.json");

        Assert.Equal(
            [Scenario(file, "SC35").GetProperty("expected").GetProperty("commands").GetProperty(key).GetString()!],
            OutlookAnywhereOf35(version).Select(c => c.ToString()));
    }

    [Theory]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void SC35_Outlook_Anywhere_from_2013_on_has_the_parameters_that_belong_together(string version)
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        JsonElement expected = Scenario(file, "SC35").GetProperty("expected").GetProperty("commands").GetProperty("2013+");
        ExchangeCommand command = Assert.Single(OutlookAnywhereOf35(version));
        string[] names = [.. command.Parameters.Select(p => p.Name)];

        Assert.Equal(expected.GetProperty("cmdlet").GetString(), command.Name);
        Assert.Empty(Texts(expected.GetProperty("required")).Concat(Texts(expected.GetProperty("requiredWithExternalHost"))).Except(names));
        Assert.Empty(names.Intersect(Texts(expected.GetProperty("onlyWhenAuthenticationIsAsked"))));
        ExchangeCommand asked = Assert.Single(OutlookAnywhereOf35(version, ("Authentication", Plans.Members(("OutlookAnywhere", "Ntlm")))));
        Assert.Empty(Texts(expected.GetProperty("onlyWhenAuthenticationIsAsked")).Except(asked.Parameters.Select(p => p.Name)));
    }

    [Fact]
    public void SC35_what_a_version_lacks_is_neither_in_the_catalogue_nor_in_a_line()
    {
        using JsonDocument file = SharedData.Json("scenarios.json");
        foreach (JsonElement refused in Scenario(file, "SC35").GetProperty("expected").GetProperty("refuse").EnumerateArray())
        {
            string version = refused.GetProperty("version").GetString()!.Replace("-", string.Empty, StringComparison.Ordinal);
            string[] words = refused.GetProperty("cmdlet").GetString()!.Split(' ');
            CmdletEntry entry = CmdletCatalog.Default.Find(words[0])!;

            Assert.False(words.Length == 1 ? entry.ExistsIn(Versions.Read(version)) : entry.ParametersFor(Versions.Read(version)).Any(p => "-" + p.Name == words[1]), string.Join(' ', words));

            NamespacePlan plan = Plan35(version);
            ExchangeCommand[] commands = [.. CommandBuilder.Build(plan, new CommandSelection()), .. CommandBuilder.Build(plan, new CommandSelection { Rehearse = true })];
            Assert.DoesNotContain(commands, c => string.Equals(c.Name, words[0], StringComparison.OrdinalIgnoreCase)
                && (words.Length == 1 || c.Parameters.Any(p => string.Equals("-" + p.Name, words[1], StringComparison.OrdinalIgnoreCase))));
        }
    }

    private static NamespacePlan Plan35(string version, params (string Name, object? Value)[] members) => Plans.Make(
        "CASServer", [("ExternalHost", "webmail.shudnow.net"), ("InternalHost", "webmail.shudnow.local"), ("ExchangeVersion", version), ("DnsModel", "Separate"), .. members]);

    private static ExchangeCommand[] OutlookAnywhereOf35(string version, params (string Name, object? Value)[] members) =>
        [.. CommandBuilder.Build(Plan35(version, members), new CommandSelection { Services = new HashSet<ClientService> { ClientService.OutlookAnywhere } })];

    private static JsonElement Scenario(JsonDocument file, string id) =>
        file.RootElement.GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
