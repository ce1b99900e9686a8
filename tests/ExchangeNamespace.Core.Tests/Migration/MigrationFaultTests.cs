using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Migration.Simulation;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Migrations;

namespace ExchangeNamespace.Tests.Migration;

public class MigrationFaultTests
{
    [Theory]
    [InlineData("2007SP3", "2016CU23", "2007 -> 2013 -> 2016")]
    [InlineData("2007SP3", "2019CU14", "2007 -> 2013 -> 2019CU14")]
    [InlineData("2007SP3", "SE", "2007 -> 2013 -> 2019CU14 -> SE")]
    [InlineData("2010SP3", "2019CU14", "2010 -> 2016 -> 2019")]
    [InlineData("2010SP3", "SE", "2010 -> 2016 -> SE")]
    [InlineData("2013CU23", "SE", "2013 -> 2019CU14 -> SE in place")]
    [InlineData("2013CU23", "2019CU15", "2013 -> 2019CU14")]
    public void A_pair_that_cannot_stand_together_is_refused_with_the_way_that_is(string old, string next, string way)
    {
        InputFault fault = Assert.Single(Refuse(Plan([Server("OLD", old)]), Plan([Server("NEW", next)])));

        Assert.Equal((FaultIds.MigrationPathUnsupported, "Target"), (fault.Id, fault.Parameter));
        Assert.Contains(way, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_present_server_that_stands_beside_both_is_named_as_a_stop()
    {
        InputFault fault = Assert.Single(Refuse(Plan([Server("OLD13", "2013CU23"), Server("OLD16", "2016CU23")]), Plan([Server("NEW", "SE")])));

        Assert.EndsWith("Or move the mailboxes of OLD13 to OLD16 first: a plan without OLD13 is a stop as well.", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>2019 knows no 2007, so it takes none of its mailboxes: 2013 does, which stands beside both.</summary>
    [Fact]
    public void A_present_server_that_does_not_know_the_old_one_is_no_stop()
    {
        IReadOnlyList<InputFault> faults = Refuse(
            Plan([Server("OLD19", "2019CU14"), Server("OLD13", "2013CU23"), Server("OLD07", "2007SP3")]), Plan([Server("NEW", "SE")]));

        Assert.EndsWith("give the plan of each stop with -Via.", Assert.Single(faults, f => f.Message.Contains("OLD07", StringComparison.Ordinal)).Message,
            StringComparison.Ordinal);
        Assert.EndsWith("Or move the mailboxes of OLD13 to OLD19 first: a plan without OLD13 is a stop as well.",
            Assert.Single(faults, f => f.Message.Contains("(OLD13)", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mailboxes_move_only_to_a_version_that_knows_theirs()
    {
        object[] staying = [Server("OLD19", "2019CU14"), Server("OLD13", "2013CU23")];
        NamespaceMigration migration = Make(Plan([.. staying, Server("OLD07", "2007SP3")]), Plan(staying));

        MailboxMove[] moves = [.. migration.Steps.SelectMany(s => s.Actions).OfType<MailboxMove>()];
        Assert.NotEmpty(moves);
        Assert.All(moves, m => Assert.Equal(["OLD13"], m.To));
    }

    [Fact]
    public void Mailboxes_of_a_site_with_two_old_versions_go_where_each_may()
    {
        object[] staying = [Server("OLD19", "2019CU14"), Server("KEPT13", "2013CU23")];
        NamespaceMigration migration = Make(Plan([.. staying, Server("OLD07", "2007SP3"), Server("OLD13", "2013CU23")]), Plan(staying));

        Assert.Equal(["OLD07 to KEPT13", "OLD13 to OLD19"], migration.Steps.SelectMany(s => s.Actions).OfType<MailboxMove>()
            .Where(m => m.Kind == MailboxKind.User).Select(m => $"{string.Join(",", m.From)} to {string.Join(",", m.To)}").Order());
    }

    [Fact]
    public void Mailboxes_that_no_server_of_the_target_may_take_are_refused() => Assert.Equal(
        "The mailboxes of OLD07 cannot move to a server of the plan: Exchange 2007 and 2019 cannot stand in one organisation. The supported way "
            + "is 2007 -> 2013 -> 2019CU14: give the plan of each stop with -Via.",
        Assert.Single(Refuse(Plan([Server("OLD19", "2019CU14"), Server("OLD07", "2007SP3")]), Plan([Server("OLD19", "2019CU14")]))).Message);

    [Theory]
    [InlineData("2007SP3", "2010SP3")]
    [InlineData("2007SP3", "2013CU23")]
    [InlineData("2010SP3", "2013CU23")]
    [InlineData("2010SP3", "2016CU23")]
    [InlineData("2013CU23", "2016CU23")]
    [InlineData("2013CU23", "2019CU14")]
    [InlineData("2016CU23", "2019CU15")]
    [InlineData("2016CU23", "SE")]
    [InlineData("2019CU15", "SE")]
    public void A_pair_that_stands_together_has_steps(string old, string next) =>
        Assert.NotEmpty(Make(Plan([Server("OLD", old)]), Plan([Server("NEW", next)], ("LegacyHost", "legacy.contoso.com"))).Steps);

    /// <summary>
    /// 2007 and 2010 do not proxy to newer versions (Exchange team blog 2009-11-20; Understanding Proxying and Redirection, bb310763), so
    /// Microsoft's upgrade documents begin with the sites that the Internet reaches. 2013 and later do (Exchange team blog 2015-10-28).
    /// </summary>
    [Theory]
    [InlineData("2007SP3", "2010SP3", false)]
    [InlineData("2010SP3", "2013CU23", false)]
    [InlineData("2010SP3", "2016CU23", false)]
    [InlineData("2013CU23", "2016CU23", true)]
    [InlineData("2016CU23", "SE", true)]
    public void A_site_behind_the_entrance_gets_a_version_that_the_entrance_proxies_to(string old, string next, bool isSupported)
    {
        NamespacePlan present = InSites([Server("A1", old, "Zurich"), Server("B1", old, "Bern")]);
        NamespacePlan target = InSites([Server("A1", old, "Zurich"), Server("B2", next, "Bern")]);
        NamespacePlan first = InSites([Server("A2", next, "Zurich"), Server("B1", old, "Bern")]);

        if (isSupported)
        {
            Assert.Empty(CrossProductTests.Violations(Make(present, target)));
            return;
        }

        Assert.Contains(Refuse(present, target), f => f.Id == FaultIds.MigrationPathUnsupported
            && f.Message.Contains("Upgrade the Internet-facing sites first", StringComparison.Ordinal));
        if (old != "2007SP3")
        {
            Assert.Empty(CrossProductTests.Violations(Make(present, first, InSites([Server("A2", next, "Zurich"), Server("B2", next, "Bern")]))));
        }
    }

    /// <summary>Understanding Proxying and Redirection (bb310763): the ExternalURL of the mailbox's site is where the client is sent.</summary>
    [Fact]
    public void Sites_of_2010_under_one_host_are_refused_as_a_target() => Assert.Contains(
        "InternetFacing = $false",
        Assert.Single(Refuse(
            Plan([Server("A1", "2007SP3", "Zurich"), Server("B1", "2007SP3", "Bern")], ("Site", Facing())),
            Plan([Server("A2", "2010SP3", "Zurich"), Server("B2", "2010SP3", "Bern")], ("Site", Facing())))).Message,
        StringComparison.Ordinal);

    private static object[] Facing() =>
    [
        Plans.Members(("Name", "Zurich"), ("LegacyHost", "legacy1.contoso.com")), Plans.Members(("Name", "Bern"), ("LegacyHost", "legacy2.contoso.com")),
    ];

    /// <summary>The connectors of hybrid mail name the certificate by issuer and subject: New-SanCertificateRequest asks for the same one.</summary>
    [Fact]
    public void Certificates_of_a_hybrid_organisation_have_one_subject_on_every_server()
    {
        static NamespacePlan Hybrid(string one, string two, string version) => Plan([Server(one, version, "Zurich"), Server(two, version, "Bern")],
            ("Hybrid", "Coexistence"), ("MailHost", "mx.contoso.com"), ("Site", new object[]
            {
                Plans.Members(("Name", "Zurich")), Plans.Members(("Name", "Bern"), ("ExternalHost", "mail-bern.contoso.com")),
            }));
        NamespaceMigration migration = Make(Hybrid("A1", "B1", "2016CU23"), Hybrid("A2", "B2", "SE"));
        CertificateChange[] orders = [.. migration.Steps.SelectMany(s => s.Actions).OfType<CertificateChange>().Where(c => c.Stage == CertificateStage.Order)];

        Assert.Equal(2, orders.Select(o => o.Certificate).Distinct().Count());
        Assert.All(orders, o => Assert.Contains("-SubjectName \"CN=mx.contoso.com\"", Assert.Single(o.Lines).Line, StringComparison.Ordinal));
        Assert.All(orders, o => Assert.Contains("mx.contoso.com", o.Names));
    }

    /// <summary>Microsoft Learn, Kerberos authentication for load-balanced client access services: the script runs in the shell of Exchange.</summary>
    [Fact]
    public void The_password_of_the_shared_account_is_copied_in_the_shell_of_Exchange()
    {
        MigrationStep step = Assert.Single(Make(Plan([Server("OLD", "2016CU23")]), Plan([Server("NEW", "SE")])).Steps, s => s.Id == "1-kerberos-share");

        Assert.Equal((MigrationPlace.ExchangeShell, "SE"), (step.Place, step.ShellVersion?.ToString()));
        Assert.Equal(["cd $exscripts", @".\RollAlternateServiceAccountPassword.ps1 -ToSpecificServer new.contoso.com -CopyFrom old.contoso.com"],
            step.Actions.OfType<ConsoleLine>().Where(l => l.Shell == ConsoleShell.ExchangeShell).Select(l => l.Line));
    }

    /// <summary>A proxy with a certificate of its own gets one with the new name before the name leads to it.</summary>
    [Fact]
    public void A_new_name_is_on_the_certificate_of_the_proxy_before_it_leads_there()
    {
        static NamespacePlan Proxied(string name, string version, string host) => Plans.Make(new object[] { Server(name, version) },
            ("ExternalHost", host), ("ADDomain", "contoso.com"), ("DnsModel", "Split"), ("ReverseProxy", "SeparateCertificate"));
        NamespaceMigration migration = Make(Proxied("OLD", "2013CU23", "mail.contoso.com"), Proxied("NEW", "2016CU23", "webmail.contoso.com"));
        MigrationStep proxy = Assert.Single(migration.Steps, s => s.Id == "1-certificate-proxy-webmail.contoso.com");

        Assert.Equal(["mail.contoso.com", "webmail.contoso.com"],
            Assert.Single(proxy.Actions.OfType<CertificateChange>()).Names.Where(n => n.Contains("mail.", StringComparison.Ordinal)).Order());
        Assert.All(migration.Steps.Where(s => s.Id.StartsWith("1-new-names", StringComparison.Ordinal)), s => Assert.Contains(proxy.Id, s.DependsOn));
    }

    [Fact]
    public void A_site_of_2007_does_not_stay_alone_while_others_get_newer_servers() => Assert.Contains(
        "2007 stays alone in Bern",
        Assert.Single(Refuse(
            InSites([Server("A1", "2007SP3", "Zurich"), Server("B1", "2007SP3", "Bern")]),
            InSites([Server("A2", "2013CU23", "Zurich"), Server("B1", "2007SP3", "Bern")])), f => f.Message.Contains("alone", StringComparison.Ordinal)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_last_2007_server_that_the_Internet_reaches_stays_while_2007_stands_behind_it() => Assert.Contains(
        "Keep a 2007 server in an Internet-facing site",
        Assert.Single(Refuse(
            InSites([Server("A1", "2007SP3", "Zurich"), Server("B1", "2007SP3", "Bern")]),
            InSites([Server("A2", "2013CU23", "Zurich"), Server("B1", "2007SP3", "Bern"), Server("B2", "2013CU23", "Bern")]))).Message,
        StringComparison.Ordinal);

    private static NamespacePlan InSites(object[] servers) => Plan(servers, ("Site", new object[]
    {
        Plans.Members(("Name", "Zurich"), ("LegacyHost", "legacy1.contoso.com")),
        Plans.Members(("Name", "Bern"), ("InternetFacing", false), ("InternalHost", "bern.contoso.com"), ("LegacyHost", "legacy2.contoso.com")),
    }));

    [Fact]
    public void A_plan_in_between_is_judged_under_its_own_parameter() =>
        Assert.Equal("Via", Refuse(Plan([Server("A", "2010SP3")]), Plan([Server("B", "2019CU14")]), Plan([Server("C", "SE")]))[0].Parameter);

    [Fact]
    public void Of_several_plans_in_between_each_is_named_by_its_place() =>
        Assert.Equal(
            ["Via[0]", "Via[1]", "Target"],
            Refuse(
                Plan([Server("A", "2010SP3")]), Plan([Server("A", "2010SP3"), Server("B", "2019CU14")]),
                Plan([Server("A", "2010SP3"), Server("C", "2019CU14")]), Plan([Server("A", "2010SP3"), Server("D", "2019CU14")]))
                .Where(f => f.Id == FaultIds.MigrationPathUnsupported).Select(f => f.Parameter));

    [Fact]
    public void A_kept_server_counts_as_much_as_one_that_goes() =>
        Assert.Equal(
            FaultIds.MigrationPathUnsupported,
            Assert.Single(Refuse(Plan([Server("A", "2010SP3")]), Plan([Server("A", "2010SP3"), Server("B", "SE")]))).Id);

    /// <summary>Once a newer version is there, setup of an older one that never was refuses.</summary>
    [Theory]
    [InlineData("SE", "2016CU23")]
    [InlineData("2016CU23", "2013CU23")]
    [InlineData("2010SP3", "2007SP3")]
    public void An_older_version_cannot_be_added_after_a_newer_one(string old, string next)
    {
        InputFault fault = Assert.Single(Refuse(Plan([Server("OLD", old)]), Plan([Server("NEW", next)])));

        Assert.Equal((FaultIds.MigrationServerOlder, "Target"), (fault.Id, fault.Parameter));
        Assert.Contains("NEW would get", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_server_of_an_older_version_that_is_there_may_be_added() => Assert.NotEmpty(Make(
        Plan([Server("A", "2016CU23"), Server("B", "SE")]), Plan([Server("A", "2016CU23"), Server("B", "SE"), Server("C", "2016CU23")])).Steps);

    [Theory]
    [InlineData("OLD1", null)]
    [InlineData("old1", null)]
    [InlineData("EX99", "OLD1")]
    public void Settings_of_other_servers_are_told(string captured, string? missing)
    {
        NamespaceMigration migration = Make(new MigrationInput
        {
            Present = Plan([Server("OLD1", "2016CU23")]), Plans = [Plan([Server("NEW1", "SE")])],
            State = SimulationTests.State(("Get-ExchangeServer", [("Name", captured), ("ServerRole", "Mailbox")])),
            ForestLevel = ForestFunctionalLevel.Windows2016Forest, TimeToLive = TimeSpan.FromHours(1),
        });

        Assert.Equal(missing is null ? [] : new[] { missing }, migration.Findings.Where(f => f.Code == "EXN619").Select(f => f.Subject));
    }

    [Theory]
    [InlineData("2016CU20", "EXN601")]
    [InlineData("2016", "EXN602")]
    [InlineData("2016CU23", null)]
    public void A_minimum_is_reached_missed_or_not_known(string version, string? code)
    {
        NamespaceMigration migration = Make(Plan([Server("OLD", version)]), Plan([Server("NEW", "SE")]));

        Assert.Equal(code is null ? [] : new[] { code }, migration.Findings.Select(f => f.Code).Where(c => c is "EXN601" or "EXN602"));
        Assert.Equal(code is not null, migration.Steps.Any(s => s.Phase == MigrationPhase.MinimumUpdate));
    }

    [Theory]
    [InlineData(null, "EXN603")]
    [InlineData(ForestFunctionalLevel.Windows2012Forest, "EXN604")]
    [InlineData(ForestFunctionalLevel.Windows2012R2Forest, null)]
    public void A_forest_level_is_right_too_low_or_not_known(ForestFunctionalLevel? level, string? code)
    {
        List<InputFault> faults = [];
        NamespaceMigration migration = MigrationPlanner.Plan(
            new MigrationInput { Present = Plan([Server("OLD", "2016CU23")]), Plans = [Plan([Server("NEW", "SE")])], ForestLevel = level }, faults)!;

        Assert.Empty(faults);
        Assert.Equal(code is null ? [] : new[] { code }, migration.Findings.Select(f => f.Code).Where(c => c is "EXN603" or "EXN604"));
    }

    [Fact]
    public void No_text_of_a_migration_is_the_date_of_an_update_that_was_announced()
    {
        string text = string.Join("\n", MigrationText.Of(SideBySide()));

        Assert.Contains("SE CU2, announced for H1 2027", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2027-", text, StringComparison.Ordinal);
    }
}
