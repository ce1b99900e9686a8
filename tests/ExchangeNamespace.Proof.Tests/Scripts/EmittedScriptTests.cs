using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Binding;
using ExchangeNamespace.Proof.Comparison;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>What the module writes for a version has no finding for that version.</summary>
public class EmittedScriptTests(ITestOutputHelper output)
{
    public static TheoryData<string> Versions => new("2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013RTM", "2013", "2016CU22", "2016", "2016CU23", "2019CU11", "2019", "2019CU12", "SE");

    [Theory]
    [MemberData(nameof(Versions))]
    public void Lines_of_every_plan_are_clean(string version)
    {
        HashSet<string> lines = [];
        foreach (Scenario scenario in Scenarios.Grid(version).Concat(Scenarios.Choices(version)))
        {
            Lint.AssertClean(string.Join("\n", Plans.Lines(scenario.Plan()).Where(lines.Add)), version);
        }

        output.WriteLine($"{version}: {lines.Count} different lines");
        Assert.True(lines.Count > 200);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Script_files_and_rehearsals_are_clean(string version)
    {
        foreach (Scenario scenario in Scenarios.Choices(version).Take(12))
        {
            NamespacePlan plan = scenario.Plan();
            ShellGeneration generation = ShellGenerations.Of(plan.Servers[0].Version);
            CommandSelection selection = new() { Generation = generation };
            Lint.AssertClean(string.Join("\r\n", ScriptRenderer.Render(plan, generation, CommandBuilder.Build(plan, selection))), version);
            Lint.AssertClean(string.Join("\n", Plans.Lines(plan, new CommandSelection { Rehearse = true })), version);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Certificate_lines_are_clean(string version)
    {
        NamespacePlan plan = CertificatePlans.Plan(version, ("MailHost", "smtp.contoso.com"), ("ReverseProxy", "SharedCertificate"), ("CertificateName", new object[] { "*.fabrikam.com" }));
        CertificateRequestInput input = new() { Country = "CH", Organization = "Müller & Söhne, \"AG\"; $HOME", FriendlyName = "O'Brien’s", RequestPath = "D:\\req $x\\mail's.req" };
        Lint.AssertClean(string.Join("\n", CertificatePlans.Lines(plan, input)), version);
        Lint.AssertClean(string.Join("\n", CertificatePlans.Lines(plan, new CertificateRequestInput { RequestPath = input.RequestPath, Complete = true })), version);
        Lint.AssertClean(string.Join("\n", CertificatePlans.Lines(CertificatePlans.Plan(version, ("CertificateAuthority", "SelfSigned")))), version);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_capture_script_is_clean(string version) => Lint.AssertClean(string.Join("\r\n", CaptureScript.Render(Lint.Version(version))), version);

    [Fact]
    public void Lines_that_change_a_state_and_take_it_back_are_clean()
    {
        HashSet<string> seen = [];
        Gen.Select(RandomDesign.Gen, Gen.Int[0, int.MaxValue - 1]).Sample(
            (design, seed) =>
            {
                if (Plans.Try(design.Servers, design.Members).Plan is not { } plan)
                {
                    return;
                }

                ChangePlanner planner = new(RandomWorld.Around(plan, new System.Random(seed)).Capture(), new CommandSelection());
                foreach (IGrouping<ExchangeVersion, ExchangeCommand> shell in planner.Build(plan).Concat(planner.BuildUndo(plan)).GroupBy(c => c.Version))
                {
                    // What a server had before may be no URL that clients can use, and goes back as it was.
                    Lint.AssertClean(string.Join("\n", shell), shell.Key.ToString(), but: ["EXN425", "EXN426", "EXN428"]);
                    lock (seen)
                    {
                        seen.Add(shell.Key.ToString());
                    }
                }
            },
            iter: 300);

        Assert.True(seen.Count > 10, "Hardly any version was tried.");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Connector_lines_are_clean(string version)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("MailHost", "smtp.contoso.com"), ("ExchangeVersion", version));
        List<InputFault> faults = [];
        foreach (MailFlowInput input in new[] { new MailFlowInput(), new MailFlowInput { Bindings = "10.0.0.25", TlsCertificateName = string.CompareOrdinal(version, "2013") < 0 ? null : "<I>CN=CA<S>CN=smtp.contoso.com" } })
        {
            MailFlowScript script = MailFlowScript.Build(plan, input, faults)!;
            Lint.AssertClean(string.Join("\n", MailFlowText.Lines(script)), version);
            Lint.AssertClean(string.Join("\r\n", MailFlowText.File(plan, script, ShellGenerations.Of(plan.Servers[0].Version))), version);
        }

        Assert.Empty(faults);
    }
}
