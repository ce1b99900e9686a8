using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Design;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Planning;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>From what is known and the answers so far to the next question, or to the design.</summary>
public class DesignInterviewTests
{
    /// <summary>Three servers in two sites.</summary>
    private static readonly Dictionary<string, string> Good = new()
    {
        ["Server"] = "ZRH01, ZRH02; BRN01.corp.contoso.com",
        ["ExchangeVersion"] = "2019CU15, BRN*=2016CU23",
        ["Site"] = "ZRH*=\"Zurich, HQ\", BRN01=Bern",
        ["ExternalHost"] = "mail.contoso.com",
    };

    [Theory]
    [InlineData("Server", "", FaultIds.ServerMissing)]
    [InlineData("Server", "-", FaultIds.ServerMissing)]
    [InlineData("Server", "EX_01", FaultIds.NameHasUnderscore)]
    [InlineData("Server", "EX01, ex01", FaultIds.ServerDuplicate)]
    [InlineData("Server", "https://ex01", FaultIds.UrlWhereHostExpected)]
    [InlineData("Server", "4711", FaultIds.ServerNameNumeric)]
    [InlineData("Server", "\u202Eex01", FaultIds.NameNotMappable)]
    [InlineData("ExchangeVersion", "", FaultIds.VersionMissing)]
    [InlineData("ExchangeVersion", "2020", FaultIds.VersionUnknown)]
    [InlineData("ExchangeVersion", "2007", FaultIds.VersionAmbiguous)]
    [InlineData("ExchangeVersion", "BRN01=SE", FaultIds.VersionMissing)]
    [InlineData("ExchangeVersion", "SE, EX09=2016", FaultIds.ValueNotListed)]
    [InlineData("ExchangeVersion", "SE, BRN01=9", FaultIds.VersionUnknown)]
    [InlineData("Site", "a|b", FaultIds.SiteNameInvalid)]
    [InlineData("Site", "ZRH*=Zurich, BRN01=\"a|b\"", FaultIds.SiteNameInvalid)]
    [InlineData("Site", "ZRH*=Zurich, EX9=Bern", FaultIds.ValueNotListed)]
    [InlineData("ADDomain", "corp", FaultIds.NameSingleLabel)]
    [InlineData("ADDomain", "corp..contoso.com", FaultIds.NameEmptyLabel)]
    [InlineData("ExternalHost", "-", FaultIds.MemberMissing)]
    [InlineData("ExternalHost", "https://mail.contoso.com/owa", FaultIds.UrlWhereHostExpected)]
    [InlineData("ExternalHost", "*.contoso.com", FaultIds.WildcardHost)]
    [InlineData("ExternalHost", "\"mail.contoso.com\"", FaultIds.NameBadCharacter)]
    [InlineData("InternalHost", "mail", FaultIds.NameSingleLabel)]
    [InlineData("InternalHost", "mail.contoso.com,", FaultIds.NameBadCharacter)]
    [InlineData("AutodiscoverHost", "-autodiscover.contoso.com", FaultIds.LabelHyphen)]
    [InlineData("InternetFacing", "Geneva", FaultIds.ValueNotListed)]
    [InlineData("InternetFacing", "-", FaultIds.SiteContradiction)]
    [InlineData("SiteExternalHost", "Bern=mail_bern.contoso.com", FaultIds.NameHasUnderscore)]
    [InlineData("SiteExternalHost", "Basel=mail.contoso.com", FaultIds.ValueNotListed)]
    [InlineData("SiteExternalHost", "mail.contoso.com", FaultIds.ValueNotListed)]
    [InlineData("SiteInternalHost", "Bern=mail bern.contoso.com", FaultIds.NameHasSpace)]
    [InlineData("DnsModel", "Both", FaultIds.ValueNotListed)]
    [InlineData("CertificateAuthority", "Me", FaultIds.ValueNotListed)]
    [InlineData("ReverseProxy", "Yes", FaultIds.ValueNotListed)]
    [InlineData("SmtpDomain", "contoso.com fabrikam", FaultIds.NameSingleLabel)]
    [InlineData("MailHost", "10.0.0.1", FaultIds.IpAddressWhereHostExpected)]
    public void A_wrong_answer_is_refused_as_the_parameter_refuses_it_and_the_question_stays(string key, string answer, string id)
    {
        DesignInterview before = Interviews.Begin().To(key, Good);

        (DesignInterview? next, IReadOnlyList<InputFault> refused) = before.Answer(answer);

        Assert.Null(next);
        Assert.Equal(id, refused[0].Id);
        Assert.Equal(key, before.Question!.Key);
        Assert.NotNull(before.To(null, Good).Plan);
    }

    [Fact]
    public void Defaults_come_from_the_answers_before()
    {
        Dictionary<string, string?> defaults = [];
        DesignInterview interview = Interviews.Begin("corp.contoso.com");
        while (interview.Question is { } question)
        {
            defaults[question.Key] = interview.Default?.Shown;
            interview = interview.Answers(question.Key switch { "Server" => "EX01", "ExchangeVersion" => "SE", _ => string.Empty });
        }

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["Server"] = null,
                ["ExchangeVersion"] = null,
                ["Site"] = "one site, without its name",
                ["ADDomain"] = "corp.contoso.com, that of this machine",
                ["ExternalHost"] = "mail.contoso.com",
                ["InternalHost"] = "mail.contoso.com",
                ["AutodiscoverHost"] = "mail.contoso.com",
                ["DnsModel"] = "Auto, which gives Pinpoint",
                ["CertificateAuthority"] = "Public",
                ["ReverseProxy"] = "None",
                ["Hybrid"] = "None",
                ["SmtpDomain"] = "contoso.com",
                ["MailHost"] = "mail is not planned",
            },
            defaults);
        Assert.Equal("corp.contoso.com", interview.Document["ADDomain"]);
        Assert.Equal("mail.contoso.com", interview.Document["ExternalHost"]);
    }

    [Theory]
    [InlineData("corp.contoso.co.uk", "mail.contoso.co.uk")]
    [InlineData("contoso.com", "mail.contoso.com")]
    [InlineData("corp.contoso.local", null)]
    [InlineData(null, null)]
    public void An_outside_name_is_offered_where_the_domain_is_registered(string? domain, string? expected) =>
        Assert.Equal(expected, Interviews.Begin(domain).Answers("EX01", "SE", "", "").Default?.Shown);

    [Fact]
    public void An_empty_answer_is_refused_where_nothing_is_known()
    {
        DesignInterview asked = Interviews.Begin().Answers("EX01", "SE", "", "");

        Assert.Null(asked.Default);
        Assert.Equal([FaultIds.MemberMissing], asked.Answer(string.Empty).Refused.Select(f => f.Id));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("NONE")]
    public void No_service_connection_point_is_an_answer_and_then_the_default(string answer)
    {
        DesignInterview answered = Interviews.Begin().To("AutodiscoverHost", Good).Answers(answer);

        Assert.True(answered.Document.TryGetValue("AutodiscoverHost", out object? stated) && stated is null);
        Assert.All(answered.To(null, Good).Plan!.Servers, s => Assert.True(s.ClearsConnectionPoint));
        Assert.Equal("none", Interviews.Begin(known: answered.Document).To("AutodiscoverHost", Good).Default?.Shown);
    }

    [Fact]
    public void Servers_and_sites_have_their_own_values()
    {
        DesignInterview finished = Interviews.Begin().To(null, Good);

        Assert.Equal(
            ["ZRH01 Zurich, HQ 2019CU15", "ZRH02 Zurich, HQ 2019CU15", "BRN01 Bern 2016CU23"],
            finished.Plan!.Servers.Select(s => $"{s.Name} {s.Site} {s.Version}"));
        Assert.Equal("brn01.corp.contoso.com", finished.Plan.Servers[2].Fqdn!.Value);
        Assert.Equal("2019CU15", finished.Document["ExchangeVersion"]);
    }

    [Fact]
    public void Sites_that_are_not_reached_lose_what_clients_outside_would_use()
    {
        DesignInterview open = Interviews.Begin().To("InternetFacing", Good).Answers("\"Zurich, HQ\"");

        Assert.Equal("SiteInternalHost", open.Question!.Key);
        Assert.Equal([true, false], open.To(null, Good).Plan!.Sites.Select(s => s.InternetFacing));
    }

    [Fact]
    public void A_hyphen_leaves_the_inside_alone_and_its_questions_out()
    {
        Dictionary<string, string> keeping = new(Good) { ["InternalHost"] = "-" };
        DesignInterview interview = Interviews.Begin().To("InternalHost", keeping);

        Assert.Equal("InternetFacing", interview.Answers("-").Question!.Key);
        Assert.Equal(true, interview.To(null, keeping).Document["KeepInternalUrl"]);
    }

    [Fact]
    public void An_answer_changes_nothing_before_it()
    {
        DesignInterview before = Interviews.Begin().To("MailHost", Good);
        DesignInterview with = before.Answers("mx.contoso.com");

        Assert.Equal("mx.contoso.com", with.Document["MailHost"]);
        Assert.False(before.Document.ContainsKey("MailHost"));
        Assert.False(before.Answers("-").Document.ContainsKey("MailHost"));
        Assert.Null(with.Question);
    }

    [Fact]
    public void A_captured_organisation_gives_the_defaults_and_its_design_stays_where_they_are_taken()
    {
        NamespaceDesign known = new CapturedOrganisation().Server("EX1").Server("EX2", "B").Server("EX3", "B")
            .Hosts("EX1", "in-a.contoso.com", "a.contoso.com").Hosts("EX2", "b.contoso.com", "b.contoso.com").Hosts("EX3", "b.contoso.com", "b.contoso.com").Infer();
        DesignInterview interview = Interviews.Begin("other.local", known.Document);
        List<string?> shown = [];
        while (interview.Question is not null)
        {
            shown.Add(interview.Default?.Shown);
            interview = interview.Answers(string.Empty);
        }

        Assert.Equal(["EX1, EX2, EX3", "2019CU12", "B (2), A (1)", "corp.contoso.com", "b.contoso.com"], shown.Take(5));
        Assert.Contains("A=a.contoso.com, B=b.contoso.com", shown.Select(s => string.Join(", ", (s ?? string.Empty).Split(", ").OrderBy(p => p))));
        Assert.Equal(
            Interviews.Text(NamespacePlanner.Plan(known.Request!).Plan!), Interviews.Text(interview.Plan!));
    }

    [Fact]
    public void Other_servers_keep_what_is_known_of_the_first_and_get_what_is_missing()
    {
        NamespaceDesign known = new CapturedOrganisation().Server("EX1").Server("EX2").Hosts("EX1", "mail.contoso.com", "mail.contoso.com").Infer();
        DesignInterview interview = Interviews.Begin(null, known.Document).Answers("EX2, EX9");

        Assert.Null(interview.Default);
        (DesignInterview? none, IReadOnlyList<InputFault> refused) = interview.Answer(string.Empty);
        Assert.Null(none);
        Assert.Equal([FaultIds.VersionMissing], refused.Select(f => f.Id));
        interview = interview.Answers("SE, EX2=2019CU12").To(null, new Dictionary<string, string> { ["Site"] = "A" });
        Assert.Equal(["EX2 2019CU12 ex2.corp.contoso.com", "EX9 SE "], interview.Plan!.Servers.Select(s => $"{s.Name} {s.Version} {s.Fqdn}"));
    }

    [Fact]
    public void Remarks_on_what_was_asked_are_no_longer_in_the_design_and_the_others_are()
    {
        Dictionary<string, object?> known = new()
        {
            ["Comment"] = new List<object?> { "InternalHost (Guess): names", "Site A: InternalHost (Guess): names", "SslOffloading (Majority): EX1", "EXN543 Warning: EX1: x" },
        };

        DesignInterview interview = Interviews.Begin(null, known);

        Assert.Equal(new List<object?> { "SslOffloading (Majority): EX1", "EXN543 Warning: EX1: x" }, interview.Document["Comment"]);
    }
}
