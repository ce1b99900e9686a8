using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Design;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Proof.Binding;
using ExchangeNamespace.Proof.Comparison;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Design;

/// <summary>Plan, lines, organisation, capture, design, plan: the plan comes back, and a server that is off is named.</summary>
public class DesignRoundTripTests(ITestOutputHelper output)
{
    private static readonly int Cases = RandomCases.Of(usual: 540, full: 5_250);
    private static readonly int Wanted = RandomCases.Of(usual: 500, full: 5_000);
    private static readonly int ContradictedCases = RandomCases.Of(usual: 150, full: 1_000);

    private static readonly string[] Contradicting =
        [DesignFindingCodes.HostDiffers, DesignFindingCodes.ConnectionPointDiffers, DesignFindingCodes.AuthenticationDiffers];

    [Fact]
    [Trait("Takes", "Long")]
    public void The_plan_of_the_design_sets_what_the_first_plan_set()
    {
        int proven = 0;
        Dictionary<string, int> versions = [];
        RandomDesign.Gen.Sample(
            random =>
            {
                if (Plans.Try(random.Servers, random.Members) is not { Plan: { } plan } || ShowsOldOnly(plan))
                {
                    return;
                }

                NamespaceDesign design = StateDesigner.Infer(Organisation.After(plan).Capture(), Plans.Today);
                SamePlan.Assert(plan, PlanOf(design));
                Assert.DoesNotContain(design.Findings, f => Contradicting.Contains(f.Code));
                Interlocked.Increment(ref proven);
                lock (versions)
                {
                    foreach (string version in plan.Servers.Select(s => s.Version.ToString()).Distinct())
                    {
                        versions[version] = versions.GetValueOrDefault(version) + 1;
                    }
                }
            },
            iter: Cases);

        output.WriteLine($"{proven} plans, " + string.Join(", ", versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key + ": " + v.Value)));
        Assert.True(proven >= Wanted, $"Only {proven} designs had a plan.");
        Assert.All(Versions.All.Select(v => Versions.Read(v).ToString()), v => Assert.True(versions.GetValueOrDefault(v) > 50, v + " was hardly tried."));
    }

    /// <summary>ActiveSync of 2007 has the legacy name only where 2010 answers under the host of its site, which no server of that site shows.</summary>
    [Fact]
    public void A_site_of_2007_behind_2010_of_another_site_has_the_host_of_2010()
    {
        object Server(string name, string version, string site, bool faces = true) =>
            Plans.Members(("Name", name), ("Version", version), ("Site", site), ("InternetFacing", faces));
        NamespacePlan plan = Plans.Make(
            new[] { Server("EX0", "2013CU23", "S0", false), Server("EX2", "2007SP3", "S0"), Server("EX3", "2007SP3", "S1"), Server("EX4", "2010SP3", "S2") },
            ("ExternalHost", "webmail.fabrikam.net"), ("InternalHost", "inside.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"),
            ("LegacyHost", "legacy.contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "S0")), Plans.Members(("Name", "S1"), ("ExternalHost", "mail.fabrikam.net")), Plans.Members(("Name", "S2")) }));

        NamespaceDesign design = StateDesigner.Infer(Organisation.After(plan).Capture(), Plans.Today);

        SamePlan.Assert(plan, PlanOf(design));
        DesignMember host = Assert.Single(design.Members, m => m is { Name: "ExternalHost", Site: "S0" });
        Assert.Equal(("webmail.fabrikam.net", DesignCertainty.Guess), (host.Value, host.Certainty));
    }

    /// <summary>
    /// Whether the Internet reaches servers of 2007 under the legacy name and no newer server: then no capture shows the external host of the
    /// plan, which such a design must not have.
    /// </summary>
    private static bool ShowsOldOnly(NamespacePlan plan) => plan.LegacyHost is { } legacy
        && plan.Servers.Any(s => s.InternetFacing && s.Services.Any(a => a.Service == ClientService.OWA && a.External.Value?.Contains(legacy.Value, StringComparison.Ordinal) == true))
        && !plan.Servers.Any(s => s.InternetFacing && s.Version.Product != ExchangeProduct.Exchange2007);

    [Fact]
    [Trait("Takes", "Long")]
    public void Servers_that_are_off_are_named_and_the_majority_is_still_the_plan()
    {
        int injected = 0;
        RandomSites.Gen.Sample(
            random =>
            {
                if (Plans.Try(random.Servers, random.Members) is not { Plan: { } plan })
                {
                    return;
                }

                Organisation organisation = Organisation.After(plan);
                Contradiction[] odd = [.. Contradiction.Choose(plan, new Random(random.Seed))];
                foreach (Contradiction contradiction in odd)
                {
                    contradiction.Inject(organisation);
                }

                NamespaceDesign design = StateDesigner.Infer(organisation.Capture(), Plans.Today);
                string[] named = [.. design.Findings.Where(f => Contradicting.Contains(f.Code)).SelectMany(f => f.Values).Select(v => v[..v.IndexOf(':', StringComparison.Ordinal)])];
                Assert.Equal(odd.Select(o => o.Name.ToUpperInvariant()).Order(StringComparer.Ordinal), named.Select(n => n.ToUpperInvariant()).Order(StringComparer.Ordinal));
                Assert.DoesNotContain(design.Findings, f => f.Code == DesignFindingCodes.NotCarried && f.Severity != FindingSeverity.Information);
                SamePlan.Assert(plan, PlanOf(design));
                Interlocked.Add(ref injected, odd.Length);
            },
            iter: ContradictedCases);

        output.WriteLine($"{injected} contradictions");
        Assert.True(injected > ContradictedCases * 3 / 2, $"Only {injected} contradictions.");
    }

    /// <summary>The versions that the stand-in tells apart.</summary>
    public static TheoryData<string> StandIns => RoundTripTests.StandIns;

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_that_the_capture_script_reads_gives_the_same_design(string version)
    {
        int plans = 0;
        foreach (Scenario scenario in Scenarios.Choices(version).Where((_, i) => i % 23 == 5))
        {
            NamespacePlan plan = scenario.Plan();
            using StandInExchange exchange = StandInExchange.Create(plan.Servers[0].Version.ToString(), [.. plan.Servers.Select(s => Organisation.Name(plan, s))]);
            foreach (string line in Organisation.Enabling(plan).Concat(CommandBuilder.Build(plan, new CommandSelection()).Select(LineProof.Typed)))
            {
                StandInResult result = exchange.Invoke(line);
                Assert.True(result.Succeeded, result.ToString());
            }

            using CaptureShell shell = new(exchange);
            ExchangeState state = CaptureShell.Read(shell.Capture(CaptureScript.Render(exchange.Version.Exchange)));
            NamespaceDesign design = StateDesigner.Infer(state, Plans.Today);
            SamePlan.Assert(plan, PlanOf(design));
            // Exchange gives the names of methods in its own letter case.
            Assert.Equal(Text(StateDesigner.Infer(Organisation.After(plan).Capture(), Plans.Today)), Text(design), ignoreCase: true);
            plans++;
        }

        Assert.True(plans > 1);
    }

    [Theory]
    [InlineData("GetExchangeServer.xml", "GetOwaVirtualDirectory.xml", "GetWebServicesVirtualDirectory.xml", "GetAcceptedDomain.xml", "GetReceiveConnector.xml", "GetSendConnector.xml", "GetExchangeCertificate.xml")]
    [InlineData("GetExchangeServer.xml", "GetOwaVirtualDirectory1.xml", "GetWebServicesVirtualDirectory.xml", "GetAcceptedDomain_Problem.xml")]
    public void The_plan_of_a_real_capture_differs_in_nothing_that_is_not_told(params string[] files)
    {
        string folder = Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "exchange-captures");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/data/third-party/exchange-captures is not beside this repository.");
        StateReader reader = new();
        foreach (string name in files)
        {
            using FileStream stream = File.OpenRead(Path.Combine(folder, name));
            reader.ReadFile(stream, name, inFolder: false);
        }

        ExchangeState state = reader.Finish()!;
        NamespaceDesign design = StateDesigner.Infer(state, Plans.Today);
        string[] told = [.. design.Findings.SelectMany(f => new[] { f.Subject }.Concat(f.Values))];
        SettingComparison[] rows = [.. PlanComparer.Compare(PlanOf(design), state).Where(r => r.Verdict is SettingVerdict.Differs or SettingVerdict.Missing or SettingVerdict.Extra)];

        Assert.All(rows, r => Assert.Contains($"{r.Service} {r.Setting}", told));
        Assert.Equal(
            ["ExternalHost solo-e19a.solo.com Guess", "ADDomain solo.com Certain", "SmtpDomain solo.com Certain", "DnsModel Split Guess", "KeepInternalUrl True Certain",
             // A connector of one organisation names mail of Exchange Online.
             .. files.Contains("GetReceiveConnector.xml") ? ["Hybrid Coexistence Guess"] : Array.Empty<string>()],
            design.Members.Where(m => m.Server.Length == 0 && m.Site.Length == 0).Select(m => $"{m.Name} {m.Value} {m.Certainty}"));
    }

    private static string Text(NamespaceDesign design)
    {
        using StringWriter writer = new();
        JsonFactory.WriteDesign(design.Document, writer);
        return writer.ToString();
    }

    private static NamespacePlan PlanOf(NamespaceDesign design)
    {
        Assert.NotNull(design.Request);
        PlanResult result = NamespacePlanner.Plan(design.Request);
        Assert.Equal([], result.Faults.Select(f => f.Message));
        return result.Plan!;
    }
}
