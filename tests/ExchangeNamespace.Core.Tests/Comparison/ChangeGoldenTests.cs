using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>
/// The lines that lead each kind of captured server to the plan, those that take them back, and what is told beside them.
/// </summary>
public class ChangeGoldenTests
{
    [Theory]
    [InlineData("2007RTM")]
    [InlineData("2007SP1")]
    [InlineData("2010SP3")]
    [InlineData("2013")]
    [InlineData("2016CU23")]
    [InlineData("SE")]
    public void The_changes_equal_their_golden_file(string version)
    {
        NamespacePlan plan = Plan(version);
        ExchangeState state = CapturedVariants.Of(
            plan,
            [
                CapturedVariants.Object("Get-OrganizationConfig", ("Name", "Contoso"), ("EnableDownloadDomains", false)),
                .. version == "2007RTM" ? [] : CapturedVariants.ServerRows(plan),
            ]);
        GoldenText.Hold("Comparison/Golden/changes-" + version + ".golden.txt", Told(plan, state));
    }

    private static IEnumerable<string> Told(NamespacePlan plan, ExchangeState state)
    {
        ChangePlanner changes = new(state, new CommandSelection());
        yield return "== forward";
        foreach (ExchangeCommand command in changes.Build(plan))
        {
            yield return "# " + command.Reason;
            yield return command.ToString();
        }

        yield return "== back";
        foreach (ExchangeCommand command in changes.BuildUndo(plan))
        {
            yield return "# " + command.Reason;
            yield return command.ToString();
        }

        yield return "== told";
        foreach (string line in changes.Findings.SelectMany(GoldenText.Lines))
        {
            yield return line;
        }

        yield return "== rehearsal";
        ChangePlanner rehearsal = new(state, new CommandSelection { Rehearse = true });
        foreach (string line in rehearsal.Build(plan).Concat(rehearsal.BuildUndo(plan)).Select(c => c.ToString()).Where(l => !l.EndsWith(" -WhatIf", StringComparison.Ordinal)))
        {
            yield return line;
        }
    }

    private static NamespacePlan Plan(string version) => Plans.Make(
        CapturedVariants.Servers.Select(object (s) => Plans.Members(("Name", s), ("Site", s.StartsWith("BERN", StringComparison.Ordinal) ? "Bern" : "Zurich"), ("OutlookAnywhereEnabled", s != "NEW"))).ToArray(),
        ("ExternalHost", "mail.contoso.com"),
        ("SmtpDomain", "contoso.com"),
        ("ADDomain", "corp.contoso.com"),
        ("DnsModel", "Split"),
        ("ExchangeVersion", version),
        ("DownloadHost", "dl.contoso.com"),
        ("Site", new object[]
        {
            Plans.Members(("Name", "Zurich"), ("SiteScope", new[] { "Zurich", "Geneva" })),
            Plans.Members(("Name", "Bern"), ("InternetFacing", false), ("InternalHost", "bern.corp.contoso.com")),
        }));
}
