using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Diagnostics.CheckOutcome;

namespace ExchangeNamespace.Tests.Diagnostics;

/// <summary>What each verdict of each check comes to. A new verdict needs a row.</summary>
public class ResultOutcomeTests
{
    private static readonly Dictionary<SplitDnsStatus, CheckOutcome> Names = new()
    {
        [SplitDnsStatus.SplitAsPlanned] = Passed,
        [SplitDnsStatus.Split] = Passed,
        [SplitDnsStatus.SameAnswer] = Passed,
        [SplitDnsStatus.InternalOnly] = Passed,
        [SplitDnsStatus.ExternalOnly] = Passed,
        [SplitDnsStatus.WrongAddress] = Failed,
        [SplitDnsStatus.Unresolved] = Passed,
        [SplitDnsStatus.Inconclusive] = Unknown,
    };

    private static readonly Dictionary<MailLinkStatus, CheckOutcome> Links = new()
    {
        [MailLinkStatus.Passed] = Passed,
        [MailLinkStatus.Information] = Passed,
        [MailLinkStatus.Warning] = Warning,
        [MailLinkStatus.Failed] = Failed,
        [MailLinkStatus.Inconclusive] = Unknown,
    };

    private static readonly Dictionary<SpfResult, CheckOutcome> Senders = new()
    {
        [SpfResult.None] = Failed,
        [SpfResult.Neutral] = Failed,
        [SpfResult.Pass] = Passed,
        [SpfResult.Fail] = Failed,
        [SpfResult.SoftFail] = Failed,
        [SpfResult.TempError] = Unknown,
        [SpfResult.PermError] = Failed,
    };

    private static readonly Dictionary<SettingVerdict, CheckOutcome> Settings = new()
    {
        [SettingVerdict.Equal] = Passed,
        [SettingVerdict.Differs] = Failed,
        [SettingVerdict.Missing] = Failed,
        [SettingVerdict.Extra] = Failed,
        [SettingVerdict.Unknown] = Unknown,
        [SettingVerdict.Irrelevant] = Passed,
    };

    [Fact]
    public void A_name_of_both_views() => AllAsSaid(Names, s => Name(s));

    [Fact]
    public void A_name_that_is_not_told_has_the_words_of_the_server()
    {
        ICheckResult name = Name(SplitDnsStatus.Inconclusive, Make(SplitDnsFindingCodes.ServersDisagree), Make(SplitDnsFindingCodes.ServerSilent));

        Assert.Equal((Unknown, SplitDnsFindingCodes.ServerSilent), (name.Outcome, name.Message));
        Assert.Equal(Failed, Name(SplitDnsStatus.Inconclusive, Make("EXN132", FindingSeverity.Error)).Outcome);
        Assert.Equal(Warning, Name(SplitDnsStatus.Unresolved, Make("EXN126")).Outcome);
    }

    [Theory]
    [InlineData(DnsModel.Split, false, Passed)]
    [InlineData(DnsModel.Split, true, Unknown)]
    [InlineData(null, false, Unknown)]
    public void A_zone(DnsModel? model, bool isMailUnknown, CheckOutcome outcome) => Sound(outcome, new SplitDnsZone
    {
        Zone = Fqdn.Parse("contoso.com"), Model = model, PlannedModel = model, MailAsPlanned = null, HostedInside = null, PinpointZones = [],
        MissingInside = [], InternalNameServers = [], ExternalNameServers = [], MailExchangers = [], Findings = [], IsMailUnknown = isMailUnknown,
    });

    [Fact]
    public void A_link_of_the_mail_chain() => AllAsSaid(Links, s => Link(MailLink.Banner, s));

    [Fact]
    public void Each_link_says_what_holds() =>
        Assert.Equal(Enum.GetValues<MailLink>().Length, Enum.GetValues<MailLink>().Select(l => Link(l, MailLinkStatus.Passed).Message).Distinct().Count());

    [Fact]
    public void A_link_has_the_words_of_its_worst_finding()
    {
        Finding[] findings = [Make("EXN301"), Make("EXN270", FindingSeverity.Error)];

        Assert.Equal((Failed, "EXN270"), Words(Link(MailLink.Banner, MailLinkStatus.Failed, findings)));
        Assert.Equal((Unknown, "EXN270"), Words(Link(MailLink.Banner, MailLinkStatus.Inconclusive, findings)));
        Assert.Equal((Passed, "EXN304"), Words(Link(MailLink.Dmarc, MailLinkStatus.Information, Make("EXN304", FindingSeverity.Information))));
    }

    [Fact]
    public void A_sender() => AllAsSaid(Senders, r => Sender(r));

    [Fact]
    public void A_sender_that_passes_by_a_record_that_lets_everybody_pass_has_failed() =>
        Assert.Equal((Failed, "EXN312"), Words(Sender(SpfResult.Pass, Make("EXN312", FindingSeverity.Error))));

    [Fact]
    public void A_setting() => AllAsSaid(Settings, v => Setting(v));

    [Theory]
    [InlineData(SettingVerdict.Equal, FindingSeverity.Information, Passed)]
    [InlineData(SettingVerdict.Equal, FindingSeverity.Warning, Warning)]
    [InlineData(SettingVerdict.Equal, FindingSeverity.Error, Failed)]
    [InlineData(SettingVerdict.Differs, FindingSeverity.Information, Failed)]
    [InlineData(SettingVerdict.Irrelevant, FindingSeverity.Warning, Warning)]
    [InlineData(SettingVerdict.Unknown, FindingSeverity.Warning, Unknown)]
    public void A_setting_with_a_finding(SettingVerdict verdict, FindingSeverity severity, CheckOutcome outcome)
    {
        SettingComparison row = Setting(verdict, Make("EXN389", severity));

        Sound(outcome, row);
        Assert.Equal(outcome != Passed, row.Message == "EXN389");
    }

    [Theory]
    [InlineData("EXN404", FindingSeverity.Error, false, Failed)]
    [InlineData("EXN404", FindingSeverity.Error, true, Passed)]
    [InlineData("EXN417", FindingSeverity.Warning, false, Warning)]
    [InlineData("EXN406", FindingSeverity.Information, false, Passed)]
    [InlineData(ScriptFindingCodes.CmdletNotChecked, FindingSeverity.Information, false, Unknown)]
    [InlineData(ScriptFindingCodes.ParameterNotChecked, FindingSeverity.Information, false, Unknown)]
    public void A_finding_in_a_script(string code, FindingSeverity severity, bool isFixed, CheckOutcome outcome)
    {
        ScriptFinding finding = new()
        {
            Finding = Make(code, severity), Line = 3, Column = 7, Extent = "x", Version = Versions.Read("2016"), Fixed = isFixed,
        };

        Sound(outcome, finding);
        Assert.Equal(("(text) line 3", code), (finding.Subject, finding.Message));
    }

    [Theory]
    [InlineData(true, null, Passed)]
    [InlineData(true, FindingSeverity.Information, Passed)]
    [InlineData(true, FindingSeverity.Warning, Warning)]
    [InlineData(true, FindingSeverity.Error, Failed)]
    [InlineData(false, null, Unknown)]
    [InlineData(false, FindingSeverity.Warning, Unknown)]
    [InlineData(false, FindingSeverity.Error, Unknown)]
    public void A_certificate(bool isConclusive, FindingSeverity? severity, CheckOutcome outcome) => Sound(outcome, new NamespaceCertificate
    {
        Source = "mail.contoso.com:443", ServerName = "mail.contoso.com", IsConclusive = isConclusive,
        Findings = severity is { } s ? [Make("EXN150", s)] : [],
    });

    private static void AllAsSaid<T>(Dictionary<T, CheckOutcome> outcomes, Func<T, ICheckResult> make)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetNames(typeof(T)).Order(), outcomes.Keys.Select(k => k.ToString()).Order());
        Assert.All(outcomes, o => Sound(o.Value, make(o.Key)));
    }

    /// <summary>Only what passed has neither a remedy nor a rule.</summary>
    private static void Sound(CheckOutcome outcome, ICheckResult result)
    {
        Assert.Equal(outcome, result.Outcome);
        Assert.NotEmpty(result.Subject);
        Assert.NotEmpty(result.Message);
        Assert.Equal(outcome == Passed, result.Rule.Length == 0);
        Assert.True(outcome != Passed || result.Remedy.Length == 0);
    }

    private static (CheckOutcome Outcome, string Message) Words(ICheckResult result) => (result.Outcome, result.Message);

    private static SplitDnsName Name(SplitDnsStatus status, params Finding[] findings)
    {
        DnsViewAnswer answer = new() { Server = "127.0.0.1", Status = DnsAnswerStatus.Answered, Addresses = [], AliasChain = [], Authoritative = true, TimeToLive = 1 };
        return new SplitDnsName
        {
            Name = Fqdn.Parse("mail.contoso.com"), Zone = Fqdn.Parse("contoso.com"), Status = status, AsPlanned = null, Internal = answer, External = answer,
            Findings = findings,
        };
    }

    private static MailIdentityLink Link(MailLink link, MailLinkStatus status, params Finding[] findings) =>
        new() { Domain = Fqdn.Parse("contoso.com"), Link = link, Subject = "contoso.com", Status = status, Findings = findings };

    private static SpfSenderResult Sender(SpfResult result, params Finding[] findings) => new()
    {
        IPAddress = "192.0.2.1", MailFrom = "a@contoso.com", HelloName = "", Identity = SpfIdentity.MailFrom, Domain = "contoso.com", Result = result,
        Reason = "why", Term = null, Explanation = null, Record = null, Lookups = 0, VoidLookups = 0, Cost = null, Trace = [], Findings = findings,
    };

    private static SettingComparison Setting(SettingVerdict verdict, Finding? finding = null) =>
        new() { Server = "EX01", Service = "OWA", Setting = "InternalUrl", Verdict = verdict, Planned = "a", Current = "b", Finding = finding };

    private static Finding Make(string code, FindingSeverity severity = FindingSeverity.Warning) =>
        new() { Code = code, Severity = severity, Subject = "it", Message = code, Remedy = "do it", Rule = "S1" };
}
